import type { Store } from '../connection.ts';
import { statement } from '../statements.ts';
import type { Tables } from './write-tables.ts';

/**
 * What registers have by the million, and which of their lists are never absent: these are found in Neo4j, without a word
 * about each.
 */
const EVERY: Readonly<Record<string, { readonly path: string; readonly lists: readonly string[] }>> = {
  Party: {
    path: 'bulk/every-party',
    lists: ['sources', 'aliases', 'addresses', 'roles', 'identifiers'],
  },
  OWNS: { path: 'bulk/every-holding', lists: ['sources'] },
};

/** Ids that one transaction gets. */
const MOST = 50_000;

/**
 * Writes the empty lists, which the import tool takes for absent ones: after it, with the indexes there.
 *
 * @param progress gets how many things are done, of how many
 */
export async function fillEmptyLists(
  store: Store,
  { nodes, ties }: Tables,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const tables = [
    ...nodes.map(({ label, empties }) => ({ word: label, empties })),
    ...ties.map(({ type, empties }) => ({ word: type, empties })),
  ];
  await fillEvery(store, tables);
  const all = tables.map(({ word, empties }) => ({
    path: pathFor(word),
    things: byThing(othersOf(word, empties)),
  }));
  const total = all.reduce((sum, { things }) => sum + things.length, 0);
  let done = 0;
  for (const { path, things } of all)
    for (let start = 0; start < things.length; start += MOST) {
      const rows = things.slice(start, start + MOST).map(([id, empty]) => ({ id, empty }));
      await store.write((tx) => tx.run(statement(path), { rows }));
      done += rows.length;
      progress(done, total);
    }
}

type Empties = ReadonlyMap<string, readonly string[]>;

async function fillEvery(
  store: Store,
  tables: readonly { readonly word: string; readonly empties: Empties }[],
): Promise<void> {
  const session = store.session('WRITE');
  try {
    for (const { word, empties } of tables) {
      const every = EVERY[word];
      if (every?.lists.some((name) => empties.has(name))) await session.run(statement(every.path));
    }
  } finally {
    await session.close();
  }
}

function othersOf(word: string, empties: Empties): Empties {
  const lists = EVERY[word]?.lists ?? [];
  return new Map([...empties].filter(([name]) => !lists.includes(name)));
}

/** The statement for things of a label or ties of a type. */
export function pathFor(word: string): string {
  return `bulk/${word.toLowerCase().replaceAll('_', '-')}`;
}

type Empty = Readonly<Record<string, readonly string[]>>;

/** What each thing has empty. Things with the same lists empty share one object. */
function byThing(empties: Empties): (readonly [string, Empty])[] {
  const things = new Map<string, Empty>();
  const grown = new Map<string, Empty>();
  for (const [name, ids] of empties)
    for (const id of ids) {
      const former = things.get(id) ?? {};
      const key = [...Object.keys(former), name].join(' ');
      const empty = grown.get(key) ?? { ...former, [name]: [] };
      grown.set(key, empty);
      things.set(id, empty);
    }
  return [...things];
}
