import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInput, readInput, SEED } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { LIMITS, runReadOnly } from '../../server/store/read-only/run-read-only.ts';
import { savedQueries } from '../../server/store/saved-queries.ts';
import { LAW } from '../support/cases.ts';
import { empty, openTestStore } from '../support/database.ts';
import { EXPECTED } from '../support/saved-answers.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadInput(store, readInput([SEED]), LAW, () => {});
});
afterAll(() => store.close());

interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

async function answer(id: string, given: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const saved = savedQueries().find((each) => each.id === id);
  if (!saved) throw new Error(`There is no saved query ${id}`);
  const parameters = { ...saved.parameters, ...given };
  const day = { asOf: '2025-10-15', regime: 'bis-affiliates' };
  return runReadOnly(store, { cypher: saved.cypher, parameters, limits: LIMITS, day, forceEnd: null });
}

/** A value of a result as text: the id of a node or relationship, lists in brackets. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (!('properties' in value)) return JSON.stringify(value);
  const { properties } = value;
  return typeof properties === 'object' && properties !== null && 'id' in properties
    ? String(properties.id)
    : '?';
}

/** The named columns of every row, parted by bars. */
async function told(id: string, columns: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const { columns: all, rows } = await answer(id, given);
  const places = columns.map((column) => all.indexOf(column));
  expect(places).not.toContain(-1);
  return rows.map((row) => places.map((place) => textOf(row[place])).join(' | '));
}

describe('the saved queries', () => {
  it('are all expected to answer something', () => {
    const expected = [...new Set(EXPECTED.map(([id]) => id))];
    expect(savedQueries().map(({ id }) => id)).toEqual(expected.sort());
    const empty = EXPECTED.filter(([, { all, some }]) => (all ?? some ?? []).length === 0).map(([id]) => id);
    for (const id of empty) expect(EXPECTED.filter(([other]) => other === id).length).toBeGreaterThan(1);
  });

  it.each(savedQueries())(
    '$title: gives the columns that its header promises',
    async ({ id, cypher, purpose }) => {
      const promised = /^\/\/ columns: (.*)$/m.exec(cypher)?.[1]?.split(', ');
      expect((await answer(id)).columns).toEqual(promised);
      expect(purpose.length).toBeGreaterThan(20);
    },
  );

  it.each(EXPECTED)(
    '%s: answers from the seed as it must',
    async (id, { columns, all, some = [], none = [], given }) => {
      const rows = await told(id, columns, given);
      if (all) expect([...rows].sort()).toEqual([...all].sort());
      expect(rows).toEqual(expect.arrayContaining([...some]));
      expect(rows.filter((row) => none.includes(row))).toEqual([]);
    },
  );
});
