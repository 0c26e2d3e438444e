import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInput, readInput, SEED } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { search } from '../../server/store/queries/search.ts';
import { LAW } from '../support/cases.ts';
import { empty, openTestStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadInput(store, readInput([SEED]), LAW, () => {});
});
afterAll(() => store.close());

function find(text: string, kind: 'party' | 'facility' | 'all' = 'all') {
  return store.read((tx) =>
    search(tx, { text, kind, limit: 10, day: { asOf: '2026-01-15', regime: 'bis-affiliates' } }),
  );
}

const HUAWEI = 'huawei-technologies-co-ltd';

describe('search', () => {
  it.each([
    ['华为', HUAWEI],
    ['華為', HUAWEI],
    ['華為技術', HUAWEI],
    ['Huawei', HUAWEI],
    ['HUAWEI', HUAWEI],
    ['hua wei', HUAWEI],
    ['Huawie', HUAWEI],
    ['huawei technologies', HUAWEI],
    ['Technologies Huawei', HUAWEI],
    ['Ｈｕａｗｅｉ', HUAWEI],
    ['nexperia', 'nexperia'],
    ['Nexpera', 'nexperia'],
    ['昇维旭', 'swaysure-technology-co-ltd'],
    ['昇維旭', 'swaysure-technology-co-ltd'],
    ['sheng wei xu', 'swaysure-technology-co-ltd'],
  ])('finds %s', async (text, id) => {
    expect((await find(text))[0]?.id).toBe(id);
  });

  it.each([
    '',
    '   ',
    '!!',
    '"',
    '*',
    '~',
    '(((',
    'AND',
    'a OR',
    '\\',
    'x:y',
    '/regex/',
    '[1 TO 2]',
    '{',
    '&&',
    'zzzzzzzzqqq',
  ])('takes %j for what it is, text', async (text) => {
    await expect(find(text)).resolves.toBeInstanceOf(Array);
  });

  it('keeps to the kind asked for', async () => {
    const [parties, facilities] = [await find('SMIC', 'party'), await find('SMIC', 'facility')];
    expect(new Set(parties.map(({ type }) => type))).toEqual(new Set(['party']));
    expect(new Set(facilities.map(({ type }) => type))).toEqual(new Set(['facility']));
  });

  it('gives no more than asked for', async () => {
    expect(await find('Co Ltd')).toHaveLength(10);
  });
});
