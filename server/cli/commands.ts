import { readFileSync } from 'node:fs';
import { decidingRegime } from '../api/verdict-view.ts';
import { InputError } from '../errors.ts';
import { today } from '../facts/dates.ts';
import { FACT_SECTIONS } from '../facts/facts.ts';
import { loadInput, readInput, readLaw, SEED } from '../pipeline.ts';
import { openDatabase } from '../store/database.ts';
import { LIMITS, runReadOnly } from '../store/read-only/run-read-only.ts';
import { savedQuery } from '../store/saved-queries.ts';
import { assessCase } from './assess.ts';
import type { Environment } from './environment.ts';
import { print, progressBar, say } from './terminal.ts';

/** `interlock assess`: one case, one day, no database. Gives the exit code. */
export function assessCommand(
  file: string,
  options: { readonly asOf?: string; readonly regime?: string },
): number {
  const { facts } = readInput([file]);
  const { json, exitCode } = assessCase({
    facts,
    law: readLaw(),
    asOf: options.asOf ?? today(),
    regime: options.regime,
  });
  print(json);
  return exitCode;
}

/** `interlock check`: reads and checks files and says what they hold; loads nothing. */
export function checkCommand(paths: readonly string[], options: { readonly json: boolean }): void {
  const { facts, manifest } = readInput(paths.length === 0 ? [SEED] : paths);
  const counts = Object.fromEntries(FACT_SECTIONS.map((section) => [section, facts[section].length]));
  const lines = [
    ...Object.entries(counts).map(([section, count]) => `${section}: ${count}`),
    'Everything fits.',
  ];
  print(
    options.json
      ? JSON.stringify({ ok: true, counts, manifest: manifest?.title ?? null }, null, 2)
      : lines.join('\n'),
  );
}

interface DatabaseCommand {
  readonly environment: Environment;
  readonly json: boolean;
}

/** `interlock load`: files into Neo4j with all conclusions, whole or not at all. */
export async function loadCommand(
  paths: readonly string[],
  { environment, json }: DatabaseCommand,
): Promise<void> {
  const input = readInput(paths.length === 0 ? [SEED] : paths);
  const { neo4j: address, data: folder } = environment;
  const database = await openDatabase({ address, folder, boltPort: null, say, share: true });
  try {
    const counts = await loadInput(database.store, input, readLaw(), progressBar());
    print(
      json
        ? JSON.stringify({ loaded: input.name, counts }, null, 2)
        : `Loaded ${input.name}: ${Object.entries(counts)
            .map(([what, count]) => `${count} ${what}`)
            .join(', ')}.`,
    );
  } finally {
    await database.close();
  }
}

export interface CypherCommand extends DatabaseCommand {
  readonly query?: string | undefined;
  readonly file?: string | undefined;
  readonly saved?: string | undefined;
  readonly param: readonly string[];
}

/** `interlock cypher`: one read-only query, as a table or JSON. */
export async function cypherCommand(command: CypherCommand): Promise<void> {
  const { cypher, parameters } = queryOf(command);
  const { neo4j: address, data: folder } = command.environment;
  const { regulation } = readLaw();
  const database = await openDatabase({ address, folder, boltPort: null, say, share: true });
  try {
    const day = { asOf: today(), regime: decidingRegime(regulation.regimes, today()) };
    const forceEnd = database.managed ? () => database.managed?.restart() ?? Promise.resolve() : null;
    const { columns, rows, truncated } = await runReadOnly(database.store, {
      cypher,
      parameters,
      limits: LIMITS,
      day,
      forceEnd,
    });
    if (command.json) print(JSON.stringify({ columns, rows, truncated }, null, 2));
    else print([columns, ...rows].map((row) => row.map(cell).join('\t')).join('\n'));
    if (truncated) say(`Cut after ${rows.length} rows; add a LIMIT or narrow the query down.`);
  } finally {
    await database.close();
  }
}

function queryOf({ query, file, saved, param }: CypherCommand): {
  cypher: string;
  parameters: Record<string, string>;
} {
  const given = Object.fromEntries(param.map(pair));
  if (saved !== undefined) {
    const found = savedQuery(saved);
    return { cypher: found.cypher, parameters: { ...found.parameters, ...given } };
  }
  const cypher = file === undefined ? query : readFileSync(file === '-' ? 0 : file, 'utf8');
  if (cypher !== undefined) return { cypher, parameters: given };
  const fix = 'Give the query, -f FILE, or --saved NAME.';
  throw new InputError([{ file: 'arguments', row: '', field: 'query', message: 'There is no query.', fix }]);
}

function pair(text: string): [string, string] {
  const cut = text.indexOf('=');
  if (cut > 0) return [text.slice(0, cut), text.slice(cut + 1)];
  throw new InputError([
    {
      file: 'arguments',
      row: '',
      field: '--param',
      message: `"${text}" is not NAME=VALUE.`,
      fix: 'Write --param asOf=2025-10-15.',
    },
  ]);
}

function cell(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/[\t\n]/g, ' ') : JSON.stringify(value);
}
