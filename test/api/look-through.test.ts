import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlReplyShape } from '../../server/wire/control.ts';
import { lookThroughReplyShape } from '../../server/wire/look-through.ts';
import { ask, refusal, type SeedApi, seedApi } from '../support/api.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());

describe('the look-through percentage beside the steps of a verdict', () => {
  it.each(['nexperia', 'kaihong', 'hua-hong-manufacturing'])(
    'of %s is that of the look-through part of its card, and says that it is not the rule',
    async (party) => {
      const query = { asOf: '2025-10-15', regime: 'bis-affiliates' };
      const beside = await ask(api, lookThroughReplyShape, `/parties/${party}/look-through`, query);
      const { lookThrough } = await ask(api, controlReplyShape, `/parties/${party}/control`, query);
      const [listed] = lookThrough.listed;
      expect(beside).toMatchObject({ owners: listed?.owners, held: listed?.held, reason: listed?.reason });
      expect(beside.text).toContain('Look-through, not the rule');
    },
  );

  it('is that of the day: Nexperia belongs to a listed owner from 2 December 2024', async () => {
    const on = async (asOf: string) => {
      const query = { asOf, regime: 'bis-affiliates' };
      return (await ask(api, lookThroughReplyShape, '/parties/nexperia/look-through', query)).held;
    };
    expect([(await on('2024-12-01'))?.max, (await on('2024-12-02'))?.min]).toEqual(['0', '100']);
  });

  it('refuses an unknown party and an unknown regime', async () => {
    expect((await refusal(api, '/parties/nobody/look-through')).status).toBe(404);
    expect((await refusal(api, '/parties/nexperia/look-through', { regime: 'none' })).status).toBe(404);
  });
});
