import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { combinedReplyShape } from '../../server/wire/facilities.ts';
import { graphShape } from '../../server/wire/graph.ts';
import { facilityReplyShape, partyReplyShape } from '../../server/wire/things.ts';
import { ask, type Query, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const asOf = '2026-01-15';
const facility = (id: string, day = asOf) => ask(api, facilityReplyShape, `/facilities/${id}`, { asOf: day });
const combined = (id: string, query: Query = {}) =>
  ask(api, combinedReplyShape, `/facilities/${id}/combined`, { asOf, ...query });
const reached = (id: string, query: Query = {}) =>
  ask(api, combinedReplyShape, `/parties/${id}/facility-paths`, { asOf, ...query });

const SMIC = 'semiconductor-manufacturing-international-corporation-smic';

describe('the node class of a facility', () => {
  it('is given for the day with the clause that agrees, its citation and sources', async () => {
    const { nodeClass, sources } = await facility('smic-sn1');
    expect(nodeClass).toMatchObject({
      nodeClass: 'advanced',
      basis: 'stated',
      startKnown: false,
      clauses: ['logic-non-planar'],
      citation: '15 CFR 772.1 (87 FR 62186)',
    });
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(nodeClass.sources));
  });

  it('names no clause on a day before the definition', async () => {
    const { nodeClass, nodeClasses } = await facility('smic-sn1', '2022-10-06');
    expect(nodeClass).toMatchObject({ nodeClass: 'advanced', clauses: [], citation: '' });
    expect(nodeClasses.map(({ from }) => from)).toEqual([null, '2022-10-07']);
  });

  it('is unknown where no source says anything, and the same on the canvas and in the list of a party', async () => {
    expect((await facility('smic-b1')).nodeClass).toMatchObject({ nodeClass: 'unknown', basis: 'none' });
    const { nodes } = await ask(api, graphShape, '/graph', { ids: 'smic-b1,smic-sn1,smic-s1', asOf });
    const drawn = nodes.map(({ id, advancedNode }) => [id, advancedNode]);
    expect(Object.fromEntries(drawn)).toEqual({ 'smic-b1': null, 'smic-sn1': true, 'smic-s1': false });
    const { facilities } = await ask(api, partyReplyShape, `/parties/${SMIC}`, { asOf });
    expect(facilities.find(({ id }) => id === 'smic-s1')?.advancedNode).toBe(false);
    expect(facilities.find(({ id }) => id === 'smic-advanced-logic-unspecified')?.advancedNode).toBe(true);
  });

  it('comes with the path to each joined facility, its links by kind and its weakest link', async () => {
    const { joined } = await facility('smic-s1');
    expect(joined).toMatchObject([
      {
        path: 'most-certain',
        kinds: ['bridge'],
        via: ['smic-s1', 'smic-sn1'],
        viaNames: ['SMIC Shanghai 200mm Fab 1 (S1)', 'SMIC Shanghai Fab SN1 (300mm FinFET, SMSC)'],
        weakestLink: 'link:bridge:smic-sn1:smic-s1',
      },
    ]);
  });
});

describe('the chains of a party', () => {
  it('run from the listed operator over the bridge, and are told in words', async () => {
    const { paths, graph, total } = await reached(SMIC);
    const bridge = paths.find(({ facility: at }) => at === 'smic-s1');
    expect(bridge).toMatchObject({
      things: [SMIC, 'smic-s1', 'smic-sn1'],
      ties: [`operates:${SMIC}:smic-s1`, 'link:bridge:smic-sn1:smic-s1'],
      advanced: 'smic-sn1',
      advancedNode: 'advanced',
      listed: true,
      confidence: 'secondary',
    });
    expect(bridge?.text).toMatch(
      /^Semiconductor .* – operates SMIC Shanghai 200mm .* – is physically joined \(bridge\) with/,
    );
    expect(total).toBe(paths.length);
    expect(graph.edges.map(({ id }) => id)).toEqual(expect.arrayContaining(bridge?.ties ?? ['none']));
  });

  it('reach the advanced line of Guanlan from Huawei only over a report, which is its weakest tie', async () => {
    const { paths } = await reached('huawei-technologies-co-ltd');
    const guanlan = paths.find(({ facility: at }) => at === 'guanlan-sicarrier');
    expect(guanlan).toMatchObject({ advanced: 'guanlan-huawei', confidence: 'reported', listed: true });
    expect(guanlan?.things[0]).toBe('huawei-technologies-co-ltd');
  });

  it('end for one that reaches none', async () => {
    expect(await reached('nexperia')).toMatchObject({ total: 0, paths: [], graph: { nodes: [], edges: [] } });
  });
});

describe('the chains of a facility', () => {
  it('name who stands behind the operators at both ends, listed parties first', async () => {
    const { paths } = await combined('smic-s1', { limit: 100 });
    expect(paths.map(({ listed }) => listed)).toEqual(
      paths.map(({ listed }) => listed).toSorted((x, y) => Number(y) - Number(x)),
    );
    const ends = new Set(paths.map(({ facility: at, other }) => `${at} ${other}`));
    expect(ends).toEqual(new Set(['smic-s1 smic-sn1', 'smic-sn1 smic-s1']));
    expect(new Set(paths.map(({ party, facility: at }) => `${party} ${at}`)).size).toBe(paths.length);
  });

  it('draw every thing and tie that they name, under the ids of the canvas', async () => {
    const { paths, graph } = await combined('smic-s1', { limit: 100 });
    const [nodes, edges] = [graph.nodes.map(({ id }) => id), graph.edges.map(({ id }) => id)];
    expect(nodes.toSorted()).toEqual([...new Set(paths.flatMap(({ things }) => things))].sort());
    expect(edges.toSorted()).toEqual([...new Set(paths.flatMap(({ ties }) => ties))].sort());
    expect(graph.edges.filter(({ active }) => !active)).toEqual([]);
    const whole = await ask(api, graphShape, '/graph', { ids: paths[0]?.things.join() ?? '', asOf });
    expect(whole.edges.map(({ id }) => id)).toEqual(expect.arrayContaining(paths[0]?.ties ?? ['none']));
  });

  it('say how many there are behind the last that is given', async () => {
    const all = await combined('smic-s1', { limit: 100 });
    const some = await combined('smic-s1', { limit: 2 });
    expect([some.paths.length, some.total]).toEqual([2, all.total]);
    expect(some.paths).toEqual(all.paths.slice(0, 2));
  });

  it.each([
    ['/facilities/nobody/combined', 'no facility "nobody"'],
    ['/facilities/nexperia/combined', 'no facility "nexperia"'],
    ['/parties/smic-s1/facility-paths', 'no party "smic-s1"'],
  ])('are a 404 at %s', async (path, words) => {
    const { status, title } = await refusal(api, path);
    expect(status).toBe(404);
    expect(title).toContain(words);
  });
});
