import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import { pathsReplyShape } from '../../server/wire/graph.ts';
import { ask, type Query, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const HUAWEI = 'huawei-technologies-co-ltd';
const SWAYSURE = 'swaysure-technology-co-ltd';

function paths(from: string, to: string, more: Query = {}) {
  return ask(api, pathsReplyShape, '/paths', { from, to, asOf: '2025-10-15', ...more });
}

type Reply = Awaited<ReturnType<typeof paths>>;

/** Types of the ties of all paths. */
function typesIn({ graph }: Reply): string[] {
  return [...new Set(graph.edges.map(({ type }) => type))].sort();
}

describe('paths', () => {
  it('run without a gap from the one end to the other, over ties that are drawn', async () => {
    const { paths: found, graph } = await paths(HUAWEI, 'smic-s1', { limit: 20 });
    expect(found.length).toBe(20);
    for (const { nodes, edges, length } of found) {
      expect([nodes[0], nodes.at(-1), nodes.length, edges.length]).toEqual([
        HUAWEI,
        'smic-s1',
        length + 1,
        length,
      ]);
      expect(new Set(nodes).size).toBe(nodes.length);
      for (const [at, id] of edges.entries()) {
        const edge = graph.edges.find((each) => each.id === id);
        expect([edge?.source, edge?.target].sort()).toEqual([nodes[at], nodes[at + 1]].sort());
      }
    }
    expect(new Set(graph.nodes.map(({ id }) => id))).toEqual(new Set(found.flatMap(({ nodes }) => nodes)));
  });

  it('are ranked: shorter first, and among equals the one whose least certain tie is the more certain', async () => {
    const { paths: found, graph } = await paths(HUAWEI, SWAYSURE, { limit: 20 });
    const doubt = new Map(graph.edges.map(({ id, confidence }) => [id, CONFIDENCES.indexOf(confidence)]));
    const order = found.map(({ length, edges }) => {
      const doubts = edges.map((id) => doubt.get(id) ?? Number.NaN);
      return length * 1_000 + Math.max(...doubts) * 100 + doubts.reduce((sum, each) => sum + each, 0);
    });
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBeGreaterThan(3);
    expect(found[0]).toMatchObject({ length: 1, confidence: 'verified', minShare: null });
  });

  it('say that there are more when they are cut, and that there are none more when not', async () => {
    const one = await paths(HUAWEI, SWAYSURE, { limit: 1 });
    expect([one.paths.length, one.complete, one.note]).toEqual([1, false, '']);
    const owned = await paths(HUAWEI, 'hubble', { types: 'OWNS', maxLength: 1 });
    expect([owned.paths.length, owned.complete]).toEqual([1, true]);
  });

  it('run only over the types asked for', async () => {
    const owned = await paths(HUAWEI, SWAYSURE, { types: 'OWNS', limit: 5 });
    expect([owned.paths.length > 0, typesIn(owned)]).toEqual([true, ['OWNS']]);
    const both = await paths(HUAWEI, 'smic-s1', { types: 'AFFILIATED_WITH,OPERATES' });
    expect(typesIn(both)).toEqual(['AFFILIATED_WITH', 'OPERATES']);
    expect(await paths(HUAWEI, 'smic-s1', { types: 'OWNS' })).toMatchObject({ paths: [], complete: true });
  });

  it('are no longer than asked', async () => {
    const { paths: all } = await paths(HUAWEI, 'smic-s1', { limit: 20 });
    expect(Math.max(...all.map(({ length }) => length))).toBeGreaterThan(3);
    const short = await paths(HUAWEI, 'smic-s1', { limit: 20, maxLength: 3 });
    expect(short.paths).toEqual(all.filter(({ length }) => length <= 3));
    expect(await paths(HUAWEI, 'smic-s1', { maxLength: 1 })).toMatchObject({ paths: [], complete: true });
  });

  it('leave out holdings that are known to be smaller than asked, and keep unknown ones', async () => {
    const small = { types: 'OWNS', maxLength: 2 };
    const before = await paths(HUAWEI, 'sicc', small);
    expect(before.paths).toMatchObject([{ length: 2, minShare: 5.63 }]);
    expect((await paths(HUAWEI, 'sicc', { ...small, minShare: 5.6 })).paths).toEqual(before.paths);
    expect((await paths(HUAWEI, 'sicc', { ...small, minShare: 6 })).paths).toEqual([]);
    const { paths: unknown, graph } = await paths('jac-capital', 'nexperia', {
      types: 'OWNS',
      ended: 'true',
      minShare: 99,
    });
    expect(unknown.map(({ length }) => length)).toEqual([1]);
    expect(graph.edges[0]).toMatchObject({ shareMin: 0, shareMax: 100 });
  });

  it('hold on the day, unless ended ties are wanted too', async () => {
    const owned = { types: 'OWNS', maxLength: 1 };
    expect((await paths('jac-capital', 'nexperia', owned)).paths).toEqual([]);
    expect((await paths('jac-capital', 'nexperia', { ...owned, asOf: '2018-01-01' })).paths).toHaveLength(1);
    const ended = await paths('jac-capital', 'nexperia', { ...owned, ended: 'true' });
    expect(ended.graph.edges.map(({ active }) => active)).toEqual([false]);
  });

  it('are read the way that each tie runs: a holding upwards is no holding downwards', async () => {
    const [down, up] = [
      await paths(HUAWEI, 'hubble', { types: 'OWNS', maxLength: 1 }),
      await paths('hubble', HUAWEI, { types: 'OWNS', maxLength: 1 }),
    ];
    expect(down.paths[0]?.text).toMatch(/^Huawei .* – holds a share of Hubble /);
    expect(up.paths[0]?.text).toMatch(/^Hubble .* – is held in part by Huawei /);
    expect(up.paths[0]?.edges).toEqual(down.paths[0]?.edges);
  });

  it('from a thing to itself are none', async () => {
    expect(await paths(HUAWEI, HUAWEI)).toMatchObject({ paths: [], complete: true });
  });

  it.each([
    ['types', { types: 'OWNS,LIKES' }],
    ['minShare', { minShare: 101 }],
    ['minShare', { minShare: 'half' }],
    ['minShare', { minShare: '-1' }],
    ['maxLength', { maxLength: 0 }],
    ['maxLength', { maxLength: 2.5 }],
    ['ended', { ended: 'yes' }],
    ['limit', { limit: 21 }],
    ['asOf', { asOf: '15.10.2025' }],
  ])('refuse a bad %s: %j', async (field, query) => {
    const { status, problems } = await refusal(api, '/paths', { from: HUAWEI, to: 'hubble', ...query });
    expect([status, problems?.[0]?.field.split('.')[0]]).toEqual([400, field]);
  });
});
