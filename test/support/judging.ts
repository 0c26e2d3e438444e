import { createJudging, type Judging } from '../../server/api/judging.ts';
import { childCommand } from '../../server/cli/child-command.ts';
import { environmentWith, MAIN } from './interlock.ts';
import { neo4jOfTests } from './load-editions.ts';

/**
 * Judging as `serve` does it, by the built commands on the Neo4j of the tests.
 *
 * @param data the data folder; one that all tests of the process share when left out
 */
export function judgingOn(data?: string): Judging {
  const own = data === undefined ? {} : { INTERLOCK_DATA: data };
  return createJudging((parameters) =>
    childCommand(parameters, {
      main: MAIN,
      env: environmentWith({ ...neo4jOfTests(), ...own }),
      onSaid: () => {},
    }),
  );
}
