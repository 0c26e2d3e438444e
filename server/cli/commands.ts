import { today } from '../facts/dates.ts';
import { FACT_SECTIONS } from '../facts/facts.ts';
import { type Input, loadInput, readInput, readLaw, SEED } from '../pipeline.ts';
import { openDatabase } from '../store/database.ts';
import type { LoadReport } from '../store/load.ts';
import { assessCase } from './assess.ts';
import type { Environment } from './environment.ts';
import { print, progressBar, say } from './terminal.ts';

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

export interface DatabaseCommand {
  readonly environment: Environment;
  readonly json: boolean;
}

/** `interlock load`: files into Neo4j with all conclusions, whole or not at all. */
export async function loadCommand(
  paths: readonly string[],
  { environment, json }: DatabaseCommand,
): Promise<void> {
  const input = readNoted(paths);
  const { neo4j: address, data: folder } = environment;
  const database = await openDatabase({ address, folder, boltPort: null, say, share: true });
  try {
    const report = await loadInput(database.store, input, readLaw(), progressBar());
    print(json ? JSON.stringify({ loaded: input.name, ...report }, null, 2) : loadedLine(input.name, report));
  } finally {
    await database.close();
  }
}

/** `Loaded seed: 812 parties (2 written), 913 verdicts (3 written) ...`; what was all written says only how much. */
function loadedLine(name: string, { counts, written }: LoadReport): string {
  const { formerFacts = 0, goneFacts = 0, ...others } = written;
  const sizes = Object.entries(counts).map(([what, count]) => {
    const part = others[what];
    return part === undefined || part === count ? `${count} ${what}` : `${count} ${what} (${part} written)`;
  });
  const kept = formerFacts === 0 ? '' : ` ${formerFacts} former versions of facts kept for "as known on".`;
  const gone = goneFacts === 0 ? '' : ` ${goneFacts} facts gone.`;
  return `Loaded ${name}: ${sizes.join(', ')}.${gone}${kept}`;
}
