import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphShape, neighboursReplyShape } from '../../server/wire/graph.ts';
import { facilityReplyShape, partyReplyShape } from '../../server/wire/things.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const HUAWEI = 'huawei-technologies-co-ltd';
const asOf = '2025-10-15';

interface Wanted {
  readonly group: string;
  readonly limit?: number;
  readonly ended?: string;
}

function neighbours(id: string, wanted: Wanted) {
  return ask(api, neighboursReplyShape, `/neighbours/${id}`, { asOf, limit: 200, ...wanted });
}

async function countsOf(id: string) {
  if (id.startsWith('smic-s'))
    return (await ask(api, facilityReplyShape, `/facilities/${id}`, { asOf })).neighbours;
  return (await ask(api, partyReplyShape, `/parties/${id}`, { asOf })).neighbours;
}

/** The other ends of the ties of `id`. */
function others(id: string, { graph }: Awaited<ReturnType<typeof neighbours>>): Set<string> {
  return new Set(graph.edges.map(({ source, target }) => (source === id ? target : source)));
}

describe('neighbours', () => {
  it.each([HUAWEI, 'hubble', 'swaysure-technology-co-ltd', 'smic-s1', 'smic-sn1', 'honor'])(
    'of %s are by kind as many as its card says, on the day and in all',
    async (id) => {
      const counts = await countsOf(id);
      expect(counts.length).toBeGreaterThan(0);
      for (const { group, active, ended } of counts) {
        const now = await neighbours(id, { group });
        expect([group, now.total, others(id, now).size]).toEqual([group, active, active]);
        const ever = await neighbours(id, { group, ended: 'true' });
        expect([group, ever.total, others(id, ever).size]).toEqual([group, active + ended, active + ended]);
      }
    },
  );

  it('of each kind run the way that the kind says', async () => {
    const owners = await neighbours('nexperia', { group: 'owners' });
    expect(owners.graph.edges.map(({ source, target, type }) => [source, target, type])).toEqual([
      ['wingtech-technology-co-ltd', 'nexperia', 'OWNS'],
    ]);
    const { graph } = await neighbours('hubble', { group: 'holdings' });
    expect(new Set(graph.edges.map(({ source, type }) => `${source} ${type}`))).toEqual(
      new Set(['hubble OWNS']),
    );
  });

  it('have at least one tie each that holds on the day, unless ended ones are wanted', async () => {
    const { graph } = await neighbours('hubble', { group: 'holdings' });
    const now = new Set(graph.edges.filter(({ active }) => active).map(({ target }) => target));
    expect(now).toEqual(new Set(graph.edges.map(({ target }) => target)));
    const ever = await neighbours('hubble', { group: 'holdings', ended: 'true' });
    expect(ever.graph.nodes.length).toBeGreaterThan(graph.nodes.length);
  });

  it('are cut at the limit, and the reply says how many there are', async () => {
    const all = await neighbours('hubble', { group: 'holdings' });
    const few = await neighbours('hubble', { group: 'holdings', limit: 5 });
    expect([few.total, few.shown, others('hubble', few).size]).toEqual([all.total, 5, 5]);
    expect(all.shown).toBe(all.total);
    const known = all.graph.nodes.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(few.graph.nodes.map(({ id }) => id)));
  });

  it('are none, and no error, for a kind that the thing has not', async () => {
    const { total, shown, graph } = await neighbours('nexperia', { group: 'officers' });
    expect([total, shown, graph.edges]).toEqual([0, 0, []]);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['nexperia']);
  });

  it('go through addresses: who else is there', async () => {
    const { graph } = await neighbours(HUAWEI, { group: 'addresses' });
    const address = graph.nodes.find(({ type }) => type === 'address')?.id ?? '';
    const { graph: there } = await neighbours(encodeURIComponent(address), { group: 'residents' });
    expect(there.nodes.map(({ id }) => id)).toContain(HUAWEI);
  });

  it('of an unknown kind are refused with the kinds that there are', async () => {
    const { status, detail } = await refusal(api, '/neighbours/nexperia', { group: 'friends' });
    expect(status).toBe(404);
    expect(detail).toContain('owners, holdings');
  });
});

describe('the graph of given things', () => {
  it('holds them once each, all ties between them, and no others', async () => {
    const ids = `hubble,${HUAWEI},nexperia,hubble,nobody`;
    const { nodes, edges } = await ask(api, graphShape, '/graph', { ids, asOf });
    expect(nodes.map(({ id }) => id).sort()).toEqual(['hubble', HUAWEI, 'nexperia'].sort());
    const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
    expect(ends).toEqual(new Set(['hubble', HUAWEI]));
    expect(edges.map(({ type }) => type)).toContain('OWNS');
  });

  it('marks parties by the regime of the day, or the one asked for', async () => {
    const outcome = async (query: Readonly<Record<string, string>>) =>
      (await ask(api, graphShape, '/graph', { ids: 'nexperia', ...query })).nodes[0]?.outcome;
    expect(await outcome({ asOf })).toBe('captured');
    expect(await outcome({ asOf: '2026-01-15' })).toBe('not-captured');
    expect(await outcome({ asOf: '2026-01-15', regime: 'bis-affiliates' })).toBe('captured');
  });

  it.each(['', ',', ',,,', Array.from({ length: 501 }, (_, n) => n).join()])(
    'wants at least one id and at most 500: %.10s',
    async (ids) => {
      const { status, problems } = await refusal(api, '/graph', { ids });
      expect([status, problems?.[0]?.field]).toEqual([400, 'ids']);
    },
  );
});
