import type { Facts } from '../facts/facts.ts';
import type { Runner } from './connection.ts';
import { statement } from './statements.ts';

/** What Neo4j holds of the sections that registers fill. What is not among it is made without being looked for. */
export interface IdsThere {
  readonly parties: ReadonlySet<string>;
  readonly holdings: ReadonlySet<string>;
}

/** Facts from which on it is worth asking at all. */
const MANY = 1_000;
/** So many ids are read in the time of looking one up. */
const READ_WHILE_LOOKING = 3;

/**
 * Ids of all parties and holdings that Neo4j holds, also of those that somebody else wrote; null when so little is to be
 * written, beside what is there, that each is better looked up. Should somebody else make one of the others before it is
 * written, Neo4j's constraints refuse the whole load, which then changes nothing and can be repeated.
 */
export async function idsThere(tx: Runner, { parties, holdings }: Facts): Promise<IdsThere | null> {
  const rows = parties.length + holdings.length;
  if (rows < MANY || rows * READ_WHILE_LOOKING < (await countThere(tx))) return null;
  const { records } = await tx.run(statement('load/ids-there'));
  const there = { parties: new Set<string>(), holdings: new Set<string>() };
  for (const record of records) {
    const section = record.get('section') === 'parties' ? 'parties' : 'holdings';
    there[section].add(String(record.get('id')));
  }
  return there;
}

async function countThere(tx: Runner): Promise<number> {
  const { records } = await tx.run(statement('load/counts-there'));
  return Number(records[0]?.get('there') ?? 0);
}

/** Things that are to be made, and those that may be there already: a second one of an id finds the first there. */
export function newAndOthers<T extends { readonly id: string }>(
  things: readonly T[],
  there: ReadonlySet<string>,
): { readonly made: T[]; readonly others: T[] } {
  const seen = new Set<string>();
  const [made, others]: [T[], T[]] = [[], []];
  for (const thing of things) {
    const isThere = there.has(thing.id) || seen.has(thing.id);
    (isThere ? others : made).push(thing);
    if (!isThere) seen.add(thing.id);
  }
  return { made, others };
}
