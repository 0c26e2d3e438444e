import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionsReplyShape } from '../../server/wire/sensitivity.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

const questions = (party: string, query: { asOf: string; regime?: string }) =>
  ask(api, questionsReplyShape, `/parties/${party}/questions`, query);

const IN_FORCE = '2025-10-15';

describe('what would change a verdict', () => {
  it('is the one holding and its sale for Nexperia, captured through Wingtech', async () => {
    const reply = await questions('nexperia', { asOf: IN_FORCE });
    expect(reply).toMatchObject({
      regime: 'bis-affiliates',
      partyName: 'Nexperia',
      outcome: 'captured',
      questions: [],
      complete: true,
    });
    expect(reply.suffices?.ties).toMatchObject([{ owner: 'wingtech-technology-co-ltd', share: '100 %' }]);
    expect(reply.divestment).toMatchObject([
      { points: '50', leaves: 'not-captured', cuts: [{ limit: '50', under: true }] },
    ]);
  });

  it('is the share of Hubble that nobody published, as a question with its fact and source', async () => {
    const { outcome, questions: asked } = await questions('dosilicon', { asOf: IN_FORCE });
    expect(outcome).toBe('cannot-exclude');
    expect(asked).toMatchObject([
      {
        text: 'Does Hubble Technology Investment Co., Ltd. hold 50 % or more of Dosilicon Co., Ltd.?',
        yes: 'captured',
        no: 'not-captured',
        asks: [{ kind: 'share', owners: ['hubble'], party: 'dosilicon', percent: '50', inclusive: true }],
      },
    ]);
    expect(asked[0]?.facts).toEqual([expect.stringMatching(/^holding:hubble:dosilicon/)]);
    expect(asked[0]?.sources.length).toBeGreaterThan(0);
  });

  it('is asked under the regime and on the day of the question', async () => {
    const practice = await questions('dosilicon', { asOf: '2025-12-01' });
    expect(practice).toMatchObject({ regime: 'bis-legally-distinct', questions: [] });
    const rule = await questions('dosilicon', { asOf: '2025-12-01', regime: 'bis-affiliates' });
    expect(rule.questions).toHaveLength(1);
  });

  it('is nothing for a listed party: its own listing decides', async () => {
    const reply = await questions('swaysure-technology-co-ltd', { asOf: IN_FORCE });
    expect(reply).toMatchObject({ outcome: 'listed', suffices: null, questions: [], divestment: [] });
  });

  it('refuses parties and regimes that do not exist', async () => {
    expect(await refusal(api, '/parties/nobody/questions')).toMatchObject({
      status: 404,
      title: 'There is no party "nobody".',
    });
    expect(await refusal(api, '/parties/nexperia/questions', { regime: 'bis' })).toMatchObject({
      status: 404,
    });
  });
});
