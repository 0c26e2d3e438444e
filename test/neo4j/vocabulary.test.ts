import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInput, readInput, SEED } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { statement, statementsIn } from '../../server/store/statements.ts';
import {
  DERIVED_LABELS,
  DERIVED_RELATIONSHIPS,
  FACT_LABELS,
  FACT_RELATIONSHIPS,
  PROPERTIES,
  SERVICE_LABELS,
} from '../../server/vocabulary.ts';
import { LAW } from '../support/cases.ts';
import { ask, empty, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadInput(store, readInput([SEED]), LAW, () => {});
});
afterAll(() => store.close());

async function column(cypher: string): Promise<string[]> {
  return (await ask(store, cypher)).map(({ name }) => String(name)).sort();
}

describe('the loaded graph', () => {
  it('has only labels, relationship types and properties of the vocabulary', async () => {
    const labels = await column('MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name');
    const types = await column('MATCH ()-[r]->() RETURN DISTINCT type(r) AS name');
    const ofNodes = await column('MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name');
    const ofTies = await column('MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name');
    expect([...FACT_LABELS, ...DERIVED_LABELS, ...SERVICE_LABELS]).toEqual(expect.arrayContaining(labels));
    expect([...FACT_RELATIONSHIPS, ...DERIVED_RELATIONSHIPS]).toEqual(expect.arrayContaining(types));
    expect(Object.keys(PROPERTIES)).toEqual(expect.arrayContaining([...ofNodes, ...ofTies]));
  });

  it('has a constraint for the key of every MERGE', async () => {
    const constrained = await column(
      `SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type
       WHERE type CONTAINS 'UNIQUENESS' RETURN labelsOrTypes[0] + '.' + properties[0] AS name`,
    );
    const files = [...statementsIn('load'), ...statementsIn('conclude')];
    const merged = files.flatMap((path) =>
      [...statement(path).matchAll(/MERGE \(\w*:(\w+) \{(\w+):|MERGE [^\n]*\[\w*:(\w+) \{(\w+):/g)].map(
        ([, label, key, type, typeKey]) => `${label ?? type}.${key ?? typeKey}`,
      ),
    );
    expect(merged.length).toBeGreaterThan(15);
    expect(constrained).toEqual(expect.arrayContaining([...new Set(merged)]));
  });

  it('finds names through the full-text index', async () => {
    const rows = await ask(
      store,
      "CALL db.index.fulltext.queryNodes('search', 'hua wei') YIELD node RETURN node.id AS id",
    );
    expect(rows).toContainEqual({ id: 'huawei-technologies-co-ltd' });
  });

  it('says of every fact where it comes from', async () => {
    const without = await ask(
      store,
      `MATCH (n:Party|Facility|Listing) WHERE size(n.sources) = 0 OR n.confidence IS NULL RETURN n.id AS id
       UNION MATCH ()-[n:OWNS|CONTROLS|INVESTED_IN|AFFILIATED_WITH|OFFICER_OF|PHYSICALLY_LINKED_TO]->()
       WHERE size(n.sources) = 0 OR n.confidence IS NULL RETURN n.id AS id`,
    );
    expect(without).toEqual([]);
  });

  it('names no source that is not there', async () => {
    const unknown = await ask(
      store,
      `MATCH (n) UNWIND n.sources AS id WITH DISTINCT id WHERE NOT EXISTS { (:Source {id: id}) } RETURN id
       UNION MATCH ()-[r]->() UNWIND r.sources AS id WITH DISTINCT id WHERE NOT EXISTS { (:Source {id: id}) } RETURN id`,
    );
    expect(unknown).toEqual([]);
  });
});
