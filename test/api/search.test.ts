import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { searchHitShape } from '../../server/wire/things.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const replyShape = z.object({ query: z.string(), hits: z.array(searchHitShape) });

async function search(q: string, more: Readonly<Record<string, string | number>> = {}) {
  const { hits, query } = await ask(api, replyShape, '/search', { q, ...more });
  expect(query).toBe(q);
  return hits;
}

const SMIC = 'semiconductor-manufacturing-international-corporation-smic';

describe('GET /search', () => {
  const FOUND: readonly (readonly [how: string, text: string, id: string])[] = [
    ['simplified Chinese', '中芯国际', SMIC],
    ['traditional Chinese', '中芯國際', SMIC],
    ['pinyin', 'zhong xin guo ji', SMIC],
    ['pinyin in one word', 'zhongxinguoji', SMIC],
    ['a short name', 'SMIC', SMIC],
    ['a typing error', 'Semiconductor Manufacturing Internatonal', SMIC],
    ['an old name', '绍兴中芯集成电路制造', 'unt-shaoxing'],
    ['another name', 'Habo', 'hubble'],
    ['a fab', 'SMIC SN1', 'smic-sn1'],
    ['a fab with a typing error', 'Shangai Fab SN1', 'smic-sn1'],
  ];

  it.each(FOUND)('finds by %s: %s', async (_, text, id) => {
    expect((await search(text))[0]?.id).toBe(id);
  });

  it('says which name matched when it is not the first one', async () => {
    expect((await search('绍兴中芯'))[0]?.matched).toBe('绍兴中芯集成电路制造股份有限公司');
    expect((await search('SMIC SN1'))[0]?.matched).toBe('');
  });

  it('shows with each hit what it is and where it is listed', async () => {
    const [party] = await search('Wingtech');
    expect(party).toMatchObject({
      type: 'party',
      kind: 'company',
      originalName: '闻泰科技',
      country: 'CN',
      codes: ['EL'],
    });
    expect((await search('Yokkaichi'))[0]).toMatchObject({ type: 'facility', country: 'JP' });
  });

  it('marks hits as the canvas does, on the day asked for', async () => {
    const marks = async (q: string, asOf: string) => {
      const [hit] = await search(q, { asOf });
      return { outcome: hit?.outcome, codes: hit?.codes, flags: hit?.flags };
    };
    const [before, after] = [await marks('SMIC', '2020-12-17'), await marks('SMIC', '2025-10-01')];
    expect([before.outcome, after.outcome]).toEqual(['not-captured', 'listed']);
    expect(before.codes?.filter((code) => code.startsWith('EL'))).toEqual([]);
    expect(after.codes?.some((code) => code.startsWith('EL'))).toBe(true);
    const fab = await marks('SMIC Shanghai 200mm Fab 1', '2025-10-01');
    expect(fab.outcome).toBeNull();
    expect([fab.flags, (await marks('SMIC Shanghai 200mm Fab 1', '2024-12-01')).flags]).toEqual([
      ['RF27'],
      [],
    ]);
  });

  it.each(['party', 'facility'])('finds nothing but %s when asked so', async (kind) => {
    const hits = await search('SMIC', { kind });
    expect(new Set(hits.map(({ type }) => type))).toEqual(new Set([kind]));
  });

  it('gives no more than asked for, and the same first ones', async () => {
    const [three, ten] = [await search('Huawei', { limit: 3 }), await search('Huawei', { limit: 10 })];
    expect(three).toEqual(ten.slice(0, 3));
    expect(ten).toHaveLength(10);
  });

  it('answers what is found nowhere with an empty list', async () => {
    expect(await search('qqqqzzzzxxxx')).toEqual([]);
  });

  it.each([
    ['no text', {}, 'q'],
    ['an empty text', { q: '' }, 'q'],
    ['an unknown kind', { q: 'a', kind: 'fab' }, 'kind'],
    ['too much', { q: 'a', limit: 101 }, 'limit'],
    ['nothing', { q: 'a', limit: 0 }, 'limit'],
  ])('refuses to be asked for %s', async (_, query, field) => {
    const { status, problems } = await refusal(api, '/search', query);
    expect([status, problems?.[0]?.field]).toEqual([400, field]);
  });
});
