import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import type { Store } from '../../server/store/connection.ts';
import { idsThere } from '../../server/store/ids-there.ts';
import { facts } from '../support/cases.ts';
import { empty, liveDump, loadFacts, openTestStore, write } from '../support/database.ts';

/** Many facts at once into a Neo4j in use: what is new is made without being looked for, what is there is found. */

const store: Store = await openTestStore();
beforeEach(() => empty(store));
afterAll(() => store.close());

const PARTIES = 1_500;

/** A chain of so many parties, each holding the next. */
function chain(parties: number): Facts {
  const ids = Array.from({ length: parties }, (_, index) => `p${index}`);
  return facts({
    parties: ids.map((id) => ({ id, name: `Party ${id}` })),
    holdings: ids.slice(1).map((owned, index) => ({ owner: `p${index}`, owned, share: 30 })),
  });
}

/** The same facts with one holding moved to another owner under its id. */
function moved(all: Facts): Facts {
  const [first, ...rest] = all.holdings;
  if (first === undefined) throw new Error('There is no holding.');
  return { ...all, holdings: [{ ...first, owner: 'p7' }, ...rest] };
}

describe('a register loaded into a Neo4j in use', () => {
  it('leaves what it leaves in an empty one, past a tie that moved and things that somebody else wrote', async () => {
    const register = chain(PARTIES);
    await loadFacts(store, register, 'register');
    const alone = await liveDump(store);
    await empty(store);
    await loadFacts(store, moved(chain(10)), 'before');
    const [third] = register.holdings.slice(20);
    await write(
      store,
      `CREATE (a:Party:Person {id: 'p100', hand: 'made'}), (b:Party {id: 'p101'}), (a)-[:OWNS {id: '${third?.id}'}]->(b)`,
    );
    await loadFacts(store, register, 'register');
    expect(await liveDump(store)).toEqual(alone);
  });
  it('asks for all ids only where they are few beside what is to be written', async () => {
    await loadFacts(store, chain(4_000), 'held');
    const asked = (parties: number) => store.write((tx) => idsThere(tx, chain(parties)));
    expect(await asked(1_000)).toBeNull();
    const there = await asked(PARTIES);
    expect([there?.parties.size, there?.holdings.size]).toEqual([4_000, 3_999]);
    expect(there?.parties.has('p3999')).toBe(true);
  });
});
