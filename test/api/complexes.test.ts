import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complexesReplyShape, complexReplyShape, partyComplexesShape } from '../../server/wire/complexes.ts';
import { graphShape } from '../../server/wire/graph.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const DAY = { asOf: '2025-10-15' };
const HUAWEI = 'huawei-technologies-co-ltd';

describe('GET /complexes', () => {
  it('counts who is tied to each complex, by grade, and how many of them are on no list', async () => {
    const { complexes, grades } = await ask(api, complexesReplyShape, '/complexes', DAY);
    expect(complexes.map(({ id }) => id)).toEqual(['huawei', 'smic']);
    expect(grades.map(({ id }) => id)).toEqual(['member', 'strong', 'moderate', 'weak', 'shown']);
    const huawei = complexes[0];
    expect(huawei?.anchors).toEqual([{ id: HUAWEI, name: 'Huawei Technologies Co., Ltd.' }]);
    const member = huawei?.counts.find(({ grade }) => grade === 'member');
    expect(member?.count).toBeGreaterThan(130);
    expect(member?.unlisted).toBeLessThan(10);
    expect(huawei?.counts.reduce((sum, { count }) => sum + count, 0)).toBe(huawei?.total);
  });
});

describe('GET /complexes/:id', () => {
  it('gives the members of one grade with every path of the day, the strongest first', async () => {
    const query = { ...DAY, grade: 'strong' };
    const { members, total, complex } = await ask(api, complexReplyShape, '/complexes/huawei', query);
    expect(members.map(({ id }) => id).sort()).toEqual([
      'pxw-semiconductor-manufactory-co-ltd',
      'shenzhen-pengxinxu-technology-co-ltd',
      'sien-qingdao-co-ltd',
      'swaysure-technology-co-ltd',
    ]);
    expect(total).toBe(complex.counts.find(({ grade }) => grade === 'strong')?.count);
    for (const { paths, listed } of members) {
      expect(listed).toBe(true);
      expect(paths.length).toBeGreaterThan(1);
      expect(paths[0]).toMatchObject({ grade: 'strong', active: true, basis: 'affiliation' });
    }
  });

  it('gives those who stand on no list, Hubble first and its holdings after it', async () => {
    const query = { ...DAY, unlisted: 'true', limit: 500 };
    const { members } = await ask(api, complexReplyShape, '/complexes/huawei', query);
    expect(members.filter(({ listed }) => listed)).toEqual([]);
    const grades = new Map(members.map(({ id, grade }) => [id, grade]));
    expect(grades.get('hubble')).toBe('member');
    expect(grades.get('kaihong')).toBe('moderate');
    expect(grades.get('dggmt')).toBe('weak');
    expect(grades.has(HUAWEI)).toBe(false);
  });

  it('gives a part where only a part is asked for, of the same order', async () => {
    const all = await ask(api, complexReplyShape, '/complexes/huawei', { ...DAY, limit: 12 });
    const part = await ask(api, complexReplyShape, '/complexes/huawei', { ...DAY, offset: 2, limit: 3 });
    expect(part.members).toEqual(all.members.slice(2, 5));
    expect(part.total).toBe(all.total);
    expect(all.members[0]).toMatchObject({ id: HUAWEI, isAnchor: true, paths: [] });
  });

  it('of a complex that is not there says which there are', async () => {
    expect(await refusal(api, '/complexes/nokia')).toMatchObject({
      status: 404,
      title: 'There is no complex "nokia".',
    });
  });
});

describe('GET /parties/:id/complexes', () => {
  const of = async (party: string, asOf = DAY.asOf) =>
    (await ask(api, partyComplexesShape, `/parties/${party}/complexes`, { asOf })).complexes;

  it('says in a sentence what the strongest path is', async () => {
    const [huawei] = await of('kaihong');
    expect(huawei).toMatchObject({ id: 'huawei', grade: 'moderate', isAnchor: false });
    expect(huawei?.sentence).toBe(
      'Huawei complex on 15 October 2025: moderate tie. Huawei Technologies Co., Ltd. holds 100 % of Hubble Technology Investment Co., Ltd., which holds 20 % of Shenzhen Kaihong Digital Industry Development Co., Ltd. (Kaihong). A share, a leader or an address in common: ask what is behind it.',
    );
  });

  it('keeps what has ended, and says so: Honor until 17 November 2020', async () => {
    const [before] = await of('honor', '2020-11-16');
    expect(before).toMatchObject({ grade: 'moderate', periods: [{ from: null, to: '2020-11-17' }] });
    const [after] = await of('honor', '2020-11-17');
    expect(after).toMatchObject({ grade: null, paths: [{ active: false }] });
    expect(after?.sentence).toContain('That is no proof that there is nothing.');
  });

  it('of a party that nothing ties to a complex is an empty list, of none at all a 404', async () => {
    expect(await of('nexperia')).toEqual([]);
    expect(await refusal(api, '/parties/nobody/complexes')).toMatchObject({ status: 404 });
  });

  it('names of each path the things that draw it, with a tie for each step', async () => {
    const [huawei] = await of('shenzhen-xinkailai-industrial-machinery-co-ltd');
    for (const { things } of huawei?.paths ?? []) {
      const graph = await ask(api, graphShape, '/graph', { ids: things.join(','), ...DAY });
      expect(graph.nodes.map(({ id }) => id).sort()).toEqual([...things].sort());
      expect(graph.edges.length).toBeGreaterThanOrEqual(things.length - 1);
    }
    expect(huawei?.paths.length).toBeGreaterThan(1);
  });
});
