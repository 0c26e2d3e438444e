import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cypherReplyShape, savedQueryShape } from '../../server/wire/cypher.ts';
import { findingsReplyShape, overviewShape, regimeShape, ruleShape } from '../../server/wire/overview.ts';
import { ask, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const rules = async () => (await ask(api, z.object({ rules: z.array(ruleShape) }), '/rules')).rules;
const regimes = async (asOf: string) =>
  (await ask(api, z.object({ asOf: z.string(), regimes: z.array(regimeShape) }), '/regimes', { asOf }))
    .regimes;

describe('rules', () => {
  it('come with the words that a user reads, the law, and the pattern that runs', async () => {
    for (const rule of await rules()) {
      for (const words of [rule.title, rule.citation, rule.says, rule.asks, rule.falsePositives])
        expect([rule.id, words.length > 8]).toEqual([rule.id, true]);
      expect(rule.cypher).toMatch(/\bMATCH\b[\s\S]*\bRETURN\b/);
    }
  });

  it('are each to be had by id, as in the list', async () => {
    for (const rule of await rules()) expect(await ask(api, ruleShape, `/rules/${rule.id}`)).toEqual(rule);
  });

  it('are what findings name as the rule that raised them, with its flag and title', async () => {
    const known = new Map((await rules()).map((rule) => [rule.id, rule]));
    const { findings } = await ask(api, findingsReplyShape, '/findings', { asOf: '2025-10-15', limit: 1000 });
    expect(findings.length).toBeGreaterThan(400);
    for (const { rule, flag, title } of findings)
      expect({ flag, title }).toEqual({ flag: known.get(rule)?.flag, title: known.get(rule)?.title });
  });

  it('are dated: Red Flag 27 from 2 December 2024, others as their regime', async () => {
    const dates = new Map((await rules()).map(({ id, inForce }) => [id, inForce]));
    expect(dates.get('rf27-connected-facility')?.[0]).toMatchObject({ from: '2024-12-02', to: null });
    expect(dates.get('captured')).toBeNull();
  });

  it('can be pasted: the pattern of each runs as a query of a person', async () => {
    for (const { id, cypher } of await rules()) {
      const { status, body } = await request(api.app).post('/api/v1/cypher').send({ cypher, limit: 1 });
      expect([id, status, body.title]).toEqual([id, 200, undefined]);
    }
  });
});

describe('regimes', () => {
  it('stand on each day as the law has them, with what is unconfirmed said', async () => {
    const standing = async (day: string) =>
      (await regimes(day))
        .filter(({ id }) => id.startsWith('bis-'))
        .map(({ id, inForce, confirmed }) => [id, inForce, confirmed]);
    const [rule, practice] = ['bis-affiliates', 'bis-legally-distinct'];
    expect(await standing('2025-09-28')).toEqual([
      [rule, false, true],
      [practice, true, true],
    ]);
    expect(await standing('2025-09-29')).toEqual([
      [rule, true, true],
      [practice, false, true],
    ]);
    expect(await standing('2025-11-10')).toEqual([
      [rule, false, true],
      [practice, true, true],
    ]);
    expect(await standing('2026-11-10')).toEqual([
      [rule, true, false],
      [practice, false, true],
    ]);
  });

  it('change their threshold with the law', async () => {
    const eu = async (day: string) =>
      (await regimes(day)).find(({ id }) => id === 'eu-own-or-control')?.threshold;
    expect([await eu('2024-07-02'), await eu('2024-07-03')]).toEqual(['more than 50 %', '50 % or more']);
  });
});

describe('the overview', () => {
  it('says what is loaded, how old each list is, and tells stories whose start is there', async () => {
    const { loaded, editions, stories } = await ask(api, overviewShape, '/overview', { asOf: '2025-10-15' });
    expect(loaded).toMatchObject({ input: 'seed', counts: { parties: expect.any(Number) } });
    expect(editions.map(({ list }) => list)).toContain('bis-entity-list');
    expect(editions.every(({ ageDays }) => ageDays > 0)).toBe(true);
    expect(stories.length).toBeGreaterThan(3);
    for (const { start } of stories) {
      const [kind = '', id = ''] = start.split('/');
      const path = `/${kind === 'party' ? 'parties' : 'facilities'}/${id}`;
      await request(api.app).get(`/api/v1${path}`).expect(200);
    }
  });
});

describe('saved queries', () => {
  it('run as they are given, with the parameters that they are given with', async () => {
    const { queries } = await ask(api, z.object({ queries: z.array(savedQueryShape) }), '/cypher/saved');
    expect(queries.length).toBeGreaterThan(8);
    for (const { id, title, purpose, cypher, parameters } of queries) {
      const { body } = await request(api.app)
        .post('/api/v1/cypher')
        .send({ cypher, parameters, asOf: '2025-10-15' });
      const { rows, columns } = cypherReplyShape.parse(body);
      expect([id, rows.length > 0, columns.length > 0]).toEqual([id, true, true]);
      expect([title, purpose].filter((words) => words.length < 10)).toEqual([]);
    }
  });
});
