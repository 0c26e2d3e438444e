import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { facts } from '../support/cases.ts';
import { ask, empty, liveDump, loadFacts, openTestStore, write } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => empty(store));

const STREET = 'No. 8 Innovation Road, Building 2, Shenzhen';

function caseOf({ share = 60, address = STREET, operator = 'A', more = [] as readonly object[] } = {}) {
  return facts({
    parties: [
      { id: 'A', name: 'Alpha', addresses: [address] },
      { id: 'B', addresses: [STREET.toUpperCase()] },
      ...more,
    ],
    facilities: [{ id: 'F', operator }],
    listings: [{ party: 'A', list: 'bis-entity-list', from: '2020-12-18' }],
    holdings: [{ owner: 'A', owned: 'B', share }],
  });
}

/** What a load says that it wrote of facts. */
async function written(content: ReturnType<typeof facts>) {
  const { written: all } = await loadFacts(store, content);
  const { parties, holdings, listings, facilities, goneFacts } = all;
  return { parties, holdings, listings, facilities, goneFacts };
}

const NONE = { parties: 0, holdings: 0, listings: 0, facilities: 0, goneFacts: 0 };

describe('a load writes of facts', () => {
  it('all at first, nothing when they are the same, and the one that differs', async () => {
    expect(await written(caseOf())).toEqual({
      parties: 2,
      holdings: 1,
      listings: 1,
      facilities: 1,
      goneFacts: 0,
    });
    expect(await written(caseOf())).toEqual(NONE);
    expect(await written(caseOf({ share: 49 }))).toEqual({ ...NONE, holdings: 1 });
    expect(await written(caseOf({ share: 49, more: [{ id: 'C' }] }))).toEqual({ ...NONE, parties: 1 });
    expect(await written(caseOf({ share: 49 }))).toEqual({ ...NONE, goneFacts: 1 });
  });

  it.each([
    ['another address', caseOf({ address: 'No. 9 Other Street, Building 1, Shenzhen' })],
    ['another operator', caseOf({ operator: 'B' })],
    ['no operator', facts({ parties: [{ id: 'A' }, { id: 'B' }], facilities: [{ id: 'F' }] })],
    ['fewer parties', facts({ parties: [{ id: 'B', addresses: [STREET.toUpperCase()] }] })],
  ])('what leaves the graph as a first load of it would: %s', async (_, after) => {
    await loadFacts(store, caseOf());
    await loadFacts(store, after, 'after');
    const later = await liveDump(store);
    await empty(store);
    await loadFacts(store, after, 'after');
    expect(later).toEqual(await liveDump(store));
  });

  it('what somebody changed or deleted by hand, as it was', async () => {
    await loadFacts(store, caseOf(), 'same');
    const before = await liveDump(store);
    await write(store, "MATCH (p:Party {id: 'A'}) SET p.name = 'Omega'");
    await write(store, 'MATCH ()-[r:OWNS]->() DELETE r');
    await loadFacts(store, caseOf(), 'same');
    expect(await liveDump(store)).toEqual(before);
  });

  it('everything where other code wrote before, and leaves none of its ties', async () => {
    await loadFacts(store, caseOf(), 'same');
    const before = await liveDump(store);
    await write(
      store,
      `MATCH (r:Run) SET r.concludedBy = 'other code' WITH r
       MATCH (:Party {id: 'A'})-[l:LOCATED_AT|OPERATES]->() SET l.id = 'named otherwise'`,
    );
    await write(store, "MATCH (p:Party {id: 'B'}) REMOVE p.search");
    expect(await written(caseOf())).toEqual({
      parties: 2,
      holdings: 1,
      listings: 1,
      facilities: 1,
      goneFacts: 0,
    });
    await loadFacts(store, caseOf(), 'same');
    expect(await liveDump(store)).toEqual(before);
  });

  it('nothing over things that a person added beside them', async () => {
    await loadFacts(store, caseOf());
    await write(store, "MATCH (p:Party {id: 'A'}) CREATE (:Party {id: 'mine', name: 'Mine'})-[:KNOWS]->(p)");
    expect(await written(caseOf({ share: 49 }))).toEqual({ ...NONE, holdings: 1 });
    expect(
      await ask(store, "MATCH (p:Party {id: 'mine'})-[:KNOWS]->(a) RETURN p.name AS name, a.id AS a"),
    ).toEqual([{ name: 'Mine', a: 'A' }]);
  });
});
