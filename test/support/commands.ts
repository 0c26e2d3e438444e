import { type Comparing, createComparing } from '../../server/api/comparing.ts';
import { createJudging, type Judging, type RunCommand } from '../../server/api/judging.ts';
import { childCommand } from '../../server/cli/child-command.ts';
import { environmentWith, MAIN } from './interlock.ts';
import { neo4jOfTests } from './load-editions.ts';

/**
 * Judging and comparing as `serve` does it, by the built commands on the Neo4j of the tests.
 *
 * @param data the data folder; one that all tests of the process share when left out
 */
export function commandsOn(data?: string): { readonly judging: Judging; readonly comparing: Comparing } {
  const own = data === undefined ? {} : { INTERLOCK_DATA: data };
  const run: RunCommand = (parameters) =>
    childCommand(parameters, {
      main: MAIN,
      env: environmentWith({ ...neo4jOfTests(), ...own }),
      onSaid: () => {},
    });
  return { judging: createJudging(run), comparing: createComparing(run) };
}
