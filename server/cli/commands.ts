import { today } from '../facts/dates.ts';
import { FACT_SECTIONS } from '../facts/facts.ts';
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

/** `interlock check`: reads and checks files and says what they hold; loads nothing. */
export function checkCommand(paths: readonly string[], options: { readonly json: boolean }): void {
  const { facts, manifest, notes } = readNoted(paths);
  const counts = Object.fromEntries(FACT_SECTIONS.map((section) => [section, facts[section].length]));
  const lines = [
    ...Object.entries(counts).map(([section, count]) => `${section}: ${count}`),
    'Everything fits.',
  ];
  print(
    options.json
      ? JSON.stringify({ ok: true, counts, manifest: manifest?.title ?? null, notes }, null, 2)
      : lines.join('\n'),
  );
}

/** Reads files, the seed when none is named, and says what was kept without being understood. */
function readNoted(paths: readonly string[]): Input {
  const input = readInput(paths.length === 0 ? [SEED] : paths);
  for (const note of input.notes) say(`Note: ${note}`);
  return input;
}
