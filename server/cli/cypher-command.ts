import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { decidingRegime } from '../api/verdict-view.ts';
import { InputError } from '../errors.ts';
import { today } from '../facts/dates.ts';
import { readLaw } from '../pipeline.ts';
import { openDatabase } from '../store/database.ts';
import { LIMITS, runReadOnly } from '../store/read-only/run-read-only.ts';
import { savedQuery } from '../store/saved-queries.ts';
import type { DatabaseCommand } from './load-command.ts';
import { print, say } from './terminal.ts';

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
  const cypher = file === undefined ? query : readQuery(file);
  if (cypher !== undefined) return { cypher, parameters: given };
  const fix = 'Give the query, -f FILE, or --saved NAME.';
  throw new InputError([{ file: 'arguments', row: '', field: 'query', message: 'There is no query.', fix }]);
}

function readQuery(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const fix = 'Name a file that holds one query, or - for standard input.';
    throw new InputError([{ file, row: '', field: '', message: `cannot be read (${reason}).`, fix }]);
  }
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

/** A value in one cell: text as it is, a node or relationship as its words and its id. */
function cell(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/[\t\n]/g, ' ');
  const graph = graphValueShape.safeParse(value);
  if (!graph.success) return JSON.stringify(value);
  const { node, relationship, properties } = graph.data;
  const words = properties.name ?? relationship ?? node?.join(':') ?? '';
  return `${cell(words)} [${properties.id ?? '?'}]`;
}

/** A node or relationship as `toPlain` of server/store/read-only gives it. */
const graphValueShape = z
  .object({
    node: z.array(z.string()).optional(),
    relationship: z.string().optional(),
    properties: z.looseObject({ id: z.string().optional(), name: z.string().optional() }),
  })
  .refine(({ node, relationship }) => node !== undefined || relationship !== undefined);
