import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInput, readInput, SEED } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { LIMITS, runReadOnly } from '../../server/store/read-only/run-read-only.ts';
import { savedQueries } from '../../server/store/saved-queries.ts';
import { LAW } from '../support/cases.ts';
import { empty, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadInput(store, readInput([SEED]), LAW, () => {});
});
afterAll(() => store.close());

async function answer(id: string): Promise<{ columns: string[]; lines: string[] }> {
  const saved = savedQueries().find((each) => each.id === id);
  if (!saved) throw new Error(`There is no saved query ${id}`);
  const day = { asOf: '2025-10-15', regime: 'bis-affiliates' };
  const { cypher, parameters } = saved;
  const { columns, rows } = await runReadOnly(store, {
    cypher,
    parameters,
    limits: LIMITS,
    day,
    forceEnd: null,
  });
  return { columns, lines: rows.map((row) => JSON.stringify(row)) };
}

/** What the seed must answer, as words that stand together in one row. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'added-on-a-day': ['SiCarrier'],
  'cannot-exclude': ['Hubble'],
  'captured-when-the-rule-came-into-force': ['Nexperia'],
  'connected-fabs': ['smic-advanced-logic-unspecified', 'overhead-track'],
  'facts-that-confirm-nothing': ['inferred'],
  'footnote-5-and-their-facilities': ['pxw'],
  'proof-of-a-finding': ['hubble'],
  'state-funds-in-listed-parties': ['Big Fund'],
  'tied-to-huawei-without-a-share': ['SwaySure'],
  'unlisted-operators-of-connected-fabs': ['Intel'],
  'unlisted-parties-held-by-hubble': ['hubble', 'OWNS'],
};

describe('the saved queries', () => {
  it('are all expected to answer something', () => {
    expect(savedQueries().map(({ id }) => id)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(savedQueries())(
    '$title: gives the columns that its header promises, and what the seed holds',
    async ({ id, cypher, purpose }) => {
      const { columns, lines } = await answer(id);
      const promised = /^\/\/ columns: (.*)$/m.exec(cypher)?.[1]?.split(', ');
      expect(columns).toEqual(promised);
      expect(purpose.length).toBeGreaterThan(20);
      const words = EXPECTED[id] ?? ['?'];
      expect(lines.filter((line) => words.every((word) => line.includes(word)))).not.toEqual([]);
    },
  );
});
