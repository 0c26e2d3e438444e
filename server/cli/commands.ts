import { today } from '../facts/dates.ts';
import { type Input, readInput, readLaw, SEED } from '../pipeline.ts';
import { assessCase } from './assess.ts';
import { print, say } from './terminal.ts';

/** `interlock assess`: one case, one day, no database. Gives the exit code. */
export function assessCommand(
  file: string,
  options: { readonly asOf?: string; readonly knownOn?: string; readonly regime?: string },
): number {
  const { facts, former } = readNoted([file]);
  const { json, exitCode } = assessCase({
    facts,
    former,
    law: readLaw(),
    asOf: options.asOf ?? today(),
    knownOn: options.knownOn,
    regime: options.regime,
  });
  print(json);
  return exitCode;
}

/** Reads files, the seed when none is named, and says what was kept without being understood. */
function readNoted(paths: readonly string[]): Input {
  const input = readInput(paths.length === 0 ? [SEED] : paths);
  for (const note of input.notes) say(`Note: ${note}`);
  return input;
}
