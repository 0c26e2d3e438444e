import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { readFacts } from '../../server/store/read-facts.ts';
import { facts } from '../support/cases.ts';
import { ask, empty, loadFacts, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => empty(store));

const FINFET = { kind: 'logic', nodeNm: '16.00000000000000000001', transistor: 'non-planar', note: 'n' };

function caseWith(order: object | null, technologies: readonly object[]) {
  return facts({
    parties: [{ id: 'P' }],
    facilities: [
      { id: 'F', name: 'Fab F', operator: 'P', advancedNode: false, technologies },
      { id: 'G', operator: 'P', advancedNode: true, advancedFrom: '2024-01-01' },
    ],
    orders: order ? [{ id: 'O', item: 'scanner', needs: 'advanced-node', date: '2025-03-01', ...order }] : [],
  });
}

const CLASSES = `MATCH (f:Facility)-[:HAS_NODE_CLASS]->(c:NodeClass)
  RETURN f.id AS id, c.nodeClass AS is, toString(c.from) AS from, toString(c.to) AS to, c.clauses AS by ORDER BY id, from`;
const ORDERS = 'MATCH (who)-[:ORDERED]->(order:Order) RETURN who.id AS who, order.item AS item';

describe('what is known of facilities', () => {
  it('comes back out of Neo4j as it went in: technologies to the last digit, and orders', async () => {
    const all = caseWith({ facility: 'F' }, [FINFET, { kind: 'nand', from: '2020-01-01' }]);
    await loadFacts(store, all);
    const read = await store.read(readFacts);
    // A load adds the day on which the facts were learned; nothing else.
    const day = { knownFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
    expect(read.facilities).toEqual(all.facilities.map((facility) => ({ ...facility, ...day })));
    expect(read.orders).toEqual(all.orders.map((order) => ({ ...order, ...day })));
  });

  it('has one node class on each day, and a data finding where a technology contradicts the stated one', async () => {
    await loadFacts(store, caseWith(null, [FINFET]));
    expect(await ask(store, CLASSES)).toEqual([
      { id: 'F', is: 'not-advanced', from: null, to: null, by: [] },
      { id: 'G', is: 'advanced', from: '2024-01-01', to: null, by: [] },
      { id: 'G', is: 'not-advanced', from: null, to: '2024-01-01', by: [] },
    ]);
    const [found] = await ask(
      store,
      'MATCH (:Facility {id: "F"})-[:RAISES]->(d:DataFinding) RETURN d.text AS text',
    );
    expect(found?.text).toMatch(
      /^Fab F makes no advanced-node ICs, as stated; but it makes logic, non-planar/,
    );
  });

  it('leaves nothing behind when the facts change: classes, contradictions, orders and who gave them', async () => {
    await loadFacts(store, caseWith({ facility: 'F' }, [FINFET]));
    expect(await ask(store, ORDERS)).toEqual([{ who: 'F', item: 'scanner' }]);
    await loadFacts(store, caseWith({ party: 'P' }, []));
    expect(await ask(store, ORDERS)).toEqual([{ who: 'P', item: 'scanner' }]);
    expect(await ask(store, 'MATCH (d:DataFinding) RETURN d.id AS id')).toEqual([]);
    await loadFacts(store, facts({ parties: [{ id: 'P' }] }));
    expect(await ask(store, 'MATCH (n:NodeClass|Order|Facility) RETURN n.id AS id')).toEqual([]);
  });
});
