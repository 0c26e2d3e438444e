import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../server/root.ts';
import type { Store } from '../../server/store/connection.ts';

const STATEMENTS = join(ROOT, 'test', 'bench', 'in-use-cypher');

/** Text of a statement of the bench. */
export function plainStatement(name: string): string {
  return readFileSync(join(STATEMENTS, `${name}.cypher`), 'utf8');
}

/** Everything that a Neo4j holds, as one hash: the same for the same nodes and ties, in whatever order they were made. */
export async function graphHash(store: Store): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['nodes', 'ties']) {
    const lines = await linesOf(store, plainStatement(name));
    hash.update(`${name}: ${lines.length}\n`);
    for (const line of lines.sort()) hash.update(line);
  }
  return hash.digest('hex');
}

async function linesOf(store: Store, text: string): Promise<string[]> {
  const session = store.session('READ');
  const lines: string[] = [];
  try {
    const records = session.run(text);
    for await (const record of records)
      lines.push(createHash('sha256').update(canonical(record.toObject())).digest('base64'));
  } finally {
    await session.close();
  }
  return lines;
}

/** JSON with keys, and the labels of nodes, in their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (name, each: unknown) => {
    if (name === 'labels' && Array.isArray(each)) return each.map(String).sort();
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
