import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ControlReply, controlReplyShape } from '../../server/wire/control.ts';
import { factReplyShape } from '../../server/wire/graph.ts';
import { ask, type Query, refusal, type SeedApi, seedApi } from '../support/api.ts';
import { LAW } from '../support/cases.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const control = (id: string, query: Query = {}): Promise<ControlReply> =>
  ask(api, controlReplyShape, `/parties/${id}/control`, { asOf: '2025-10-15', ...query });

const HUAWEI = 'huawei-technologies-co-ltd';
const SMIC = 'semiconductor-manufacturing-international-corporation-smic';

describe('who controls a party', () => {
  it('names the ultimate controller with the chain: links by their kind, joint holders with their sum', async () => {
    const { controllers, party } = await control('hua-hong-manufacturing');
    expect(party.id).toBe('hua-hong-manufacturing');
    expect(controllers?.ultimate).toHaveLength(1);
    const [top] = controllers?.ultimate ?? [];
    expect(top).toMatchObject({ control: 'certain', mayBeControlledBy: [] });
    expect(top?.parties.map(({ id }) => id)).toEqual(['shanghai-sasac']);
    expect(top?.steps.map(({ party: each, by, kind, sum }) => [each, by, kind, sum])).toEqual([
      ['hua-hong-group', 'link', 'state-supervision', ''],
      ['hua-hong-semi', 'link', 'controlling-holder', ''],
      ['hhgrace', 'shares', '', '100 %'],
      ['hua-hong-manufacturing', 'shares', '', '51 %'],
    ]);
    expect(top?.steps.at(-1)?.holders.map(({ party: each, share }) => [each, share])).toEqual([
      ['hhgrace', '29.1 %'],
      ['hua-hong-semi', '21.9 %'],
    ]);
    expect(controllers?.shown.map(({ id }) => id).sort()).toEqual([
      'hua-hong-group',
      'hua-hong-semi',
      'shanghai-sasac',
    ]);
  });

  it('rests on facts that the API gives under the same ids, with their sources', async () => {
    const { controllers } = await control('hua-hong-manufacturing');
    const [fact = ''] = controllers?.ultimate[0]?.steps.at(-1)?.holders[0]?.facts ?? [];
    const { edge, sources } = await ask(api, factReplyShape, `/facts/${encodeURIComponent(fact)}`);
    expect([edge.source, edge.target]).toEqual(['hhgrace', 'hua-hong-manufacturing']);
    expect(sources).not.toEqual([]);
  });

  it('says what cannot be excluded where a share is not known', async () => {
    const { controllers } = await control('skyverse');
    expect(controllers?.certain).toBe(0);
    expect(controllers?.ultimate.map(({ control: bound }) => bound)).toEqual(['possible', 'possible']);
    const last = controllers?.ultimate[0]?.steps.at(-1);
    expect(last).toMatchObject({ certain: false, sum: '?' });
    expect(last?.text).toContain('cannot be excluded');
  });

  it('is of the day', async () => {
    const smic = async (asOf: string) => {
      const { controlled } = await control(SMIC, { asOf, limit: 200 });
      const shown = controlled?.shown.filter((each) => each.control === 'certain');
      return shown?.map(({ id }) => id);
    };
    const south = 'semiconductor-manufacturing-south-china-corporation';
    expect(await smic('2019-01-01')).toContain(south);
    expect(await smic('2025-10-15')).not.toContain(south);
  });
});

describe('whom a party controls', () => {
  it('comes with the true totals, the certain ones first, and no more than asked for', async () => {
    const { controlled } = await control(HUAWEI, { limit: 5 });
    expect(controlled?.shown).toHaveLength(5);
    expect(controlled?.certain).toBeGreaterThanOrEqual(3);
    expect(controlled?.total).toBeGreaterThan(10);
    const bounds = controlled?.shown.map((each) => each.control) ?? [];
    expect(bounds).toEqual([...bounds].sort());
    for (const { id, steps } of controlled?.shown ?? []) expect(steps.at(-1)?.party).toBe(id);
  });
});

describe('look-through', () => {
  it('ranks owners by what they hold through all chains, and says that it is not the rule', async () => {
    const { lookThrough } = await control('hua-hong-manufacturing');
    expect(lookThrough.method).toMatch(/^Look-through, not the rule/);
    expect(lookThrough.owners.map(({ id, held }) => [id, held?.min, held?.max]).slice(0, 4)).toEqual([
      ['hua-hong-semi', '51', '51'],
      ['hhgrace', '29.1', '29.1'],
      ['big-fund-2', '29', '29'],
      ['wuxi-xihong-guoxin', '20', '20'],
    ]);
    expect(lookThrough).toMatchObject({ total: 6, complete: true });
  });

  it('sums listed owners under every regime, or under the one asked for', async () => {
    const all = await control('kaihong');
    expect(all.lookThrough.listed.map(({ regime }) => regime)).toEqual(
      LAW.regulation.regimes.map(({ id }) => id),
    );
    const one = await control('kaihong', { regime: 'bis-affiliates' });
    expect(one.lookThrough.listed).toMatchObject([
      { regime: 'bis-affiliates', inForce: true, owners: 1, held: { min: '20', max: '20', shown: '20 %' } },
    ]);
    const before = await control('kaihong', { regime: 'bis-affiliates', asOf: '2024-10-15' });
    expect(before.lookThrough.listed).toMatchObject([{ inForce: false }]);
  });
});

describe('what does not exist', () => {
  it('is a party, a regime, or a facility asked for as a party', async () => {
    for (const id of ['nobody', 'smic-s1']) {
      const { status, title } = await refusal(api, `/parties/${id}/control`);
      expect([status, title]).toEqual([404, `There is no party "${id}".`]);
    }
    const { status, title } = await refusal(api, '/parties/kaihong/control', { regime: 'bis-100' });
    expect([status, title]).toEqual([404, 'There is no regime "bis-100".']);
  });
});
