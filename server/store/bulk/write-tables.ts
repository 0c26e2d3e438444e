import { setImmediate } from 'node:timers/promises';
import type { LoadBatch, LoadRow } from '../load-rows.ts';
import type { Properties } from '../properties.ts';
import type { Progress } from '../write-rows.ts';
import { LIST_DELIMITER } from './cells.ts';
import { TableFile, type WrittenTable } from './table-file.ts';
import { type RowTables, TABLES, type TieTable } from './tables.ts';

/** All tables of one import. */
export interface Tables {
  readonly nodes: readonly (WrittenTable & { readonly label: string })[];
  readonly ties: readonly (WrittenTable & { readonly type: string })[];
}

/** Rows between two words about how far it is; somebody who wants to stop it is heard then. */
const ROWS_A_STEP = 20_000;

/**
 * Writes the rows of batches as tables of the import tool: the nodes, ties, labels and properties that the statements of
 * the batches would write into an empty Neo4j.
 *
 * @param folder an empty folder
 * @throws Unsayable for what cannot be said in such tables
 */
export async function writeTables(
  batches: readonly LoadBatch[],
  folder: string,
  progress: Progress,
): Promise<Tables> {
  const total = batches.reduce((sum, { rows }) => sum + rows.length, 0);
  const tables: Written = { nodes: [], ties: [] };
  let done = 0;
  for (const [index, { path, rows }] of batches.entries()) {
    const files = open(path, folder, `${index}-${path.replace('/', '-')}`);
    try {
      for (const row of rows) {
        const wait = add(files, row);
        if (wait !== undefined) await wait;
        done += 1;
        if (done % ROWS_A_STEP === 0) await breathe(() => progress('tables', done, total));
      }
    } finally {
      await close(files, tables);
    }
  }
  progress('tables', total, total);
  return tables;
}

async function breathe(tell: () => void): Promise<void> {
  tell();
  await setImmediate();
}

interface Written {
  readonly nodes: (WrittenTable & { readonly label: string })[];
  readonly ties: (WrittenTable & { readonly type: string })[];
}

async function close({ spec, node, ties }: Open, tables: Written): Promise<void> {
  const written = await node?.close();
  if (written && spec.node) tables.nodes.push({ ...written, label: spec.node.label });
  for (const { table, file } of ties) {
    const tie = await file.close();
    if (tie !== null) tables.ties.push({ ...tie, type: table.type });
  }
}

interface Open {
  readonly spec: RowTables;
  readonly node: TableFile | null;
  readonly ties: readonly { readonly table: TieTable; readonly file: TableFile }[];
}

function open(path: string, folder: string, name: string): Open {
  const spec = TABLES[path];
  if (spec === undefined) throw new Error(`server/store/bulk/tables.ts does not know ${path}`);
  const node = spec.node === null ? null : new TableFile(folder, name, [`:ID(${spec.node.group})`, ':LABEL']);
  const ties = spec.ties.map((table, index) => ({
    table,
    file: new TableFile(folder, `${name}-${index}`, [`:START_ID(${table.from})`, `:END_ID(${table.to})`]),
  }));
  return { spec, node, ties };
}

const NO_PROPERTIES: Properties = {};

function add({ spec, node, ties }: Open, row: LoadRow): Promise<unknown> | undefined {
  const properties = propertiesOf(row);
  const labels = spec.node?.labels(row).join(LIST_DELIMITER) ?? '';
  let wait: Promise<unknown> | undefined = node?.add([row.id, labels], properties);
  for (const { table, file } of ties)
    for (const ends of table.ends(row)) {
      const next = file.add(ends, table.hasProperties ? properties : NO_PROPERTIES);
      if (next !== undefined) wait = wait === undefined ? next : Promise.all([wait, next]);
    }
  return wait;
}

function propertiesOf({ properties }: LoadRow): Properties {
  return isProperties(properties) ? properties : NO_PROPERTIES;
}

function isProperties(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null;
}
