import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type ChangesReply,
  changesReplyShape,
  type EditionsReply,
  editionsReplyShape,
} from '../../server/wire/editions.ts';
import { partyReplyShape } from '../../server/wire/things.ts';
import { appOver, ask, problemOf, type SeedApi, seedApi } from '../support/api.ts';
import { cleanUp } from '../support/interlock.ts';
import { loadBothEditions, type OwnInterlock, ownInterlock } from '../support/load-editions.ts';

let api: SeedApi;
beforeAll(async () => {
  api = await seedApi();
});
afterAll(() => api.store.close());
afterEach(cleanUp);

const editions = (): Promise<EditionsReply> => ask(api, editionsReplyShape, '/editions');
const changes = (): Promise<ChangesReply> => ask(api, changesReplyShape, '/changes');

describe('GET /editions and /changes', () => {
  it('says that only the seed is loaded', async () => {
    expect(await editions()).toMatchObject({ base: 'seed', editions: [], last: null });
    expect(await changes()).toEqual({ last: null, comparison: null });
  });

  it('tells what the last load changed, entry by entry, and whom it touches; and what a rollback took back', async () => {
    const own: OwnInterlock = ownInterlock();
    await loadBothEditions(own);
    const loaded = await editions();
    expect(loaded.editions.map(({ date, lists, aside }) => [date, lists, aside])).toEqual([
      ['2025-01-31', [{ series: 'bis-entity-list', rows: 2 }], 0],
      ['2024-12-31', [{ series: 'bis-entity-list', rows: 1 }], 0],
    ]);
    const { last: told } = await changes();
    expect(loaded.last?.impact).toMatchObject({ stricter: told?.impact?.stricter, facilityCount: 0 });
    const [list] = told?.lists ?? [];
    expect([loaded.last?.by, list?.before?.date, list?.after.date]).toEqual([
      'load',
      '2024-12-31',
      '2025-01-31',
    ]);
    expect(list?.counts).toMatchObject({ added: 1, removed: 0, amended: 1, same: 0 });
    expect(list?.rows).toMatchObject([
      { kind: 'added', party: 'alpha', name: 'Made Alpha Co., Ltd.', fields: [] },
      { kind: 'amended', name: 'Made Beta Ltd.', citation: '89 FR 96837' },
    ]);
    const fields = list?.rows[1]?.fields ?? [];
    expect(fields.find(({ field }) => field === 'reviewPolicy')).toEqual({
      ...{ field: 'reviewPolicy', before: ['Presumption of denial.'], after: ['Case by case.'] },
    });
    const captured = told?.impact?.verdicts.find(
      ({ party, regime }) => `${party} ${regime}` === 'sub bis-affiliates',
    );
    expect(captured).toMatchObject({
      before: 'not-captured',
      after: 'captured',
      isStricter: true,
      from: '2025-01-10',
    });
    expect(captured?.path.join()).toContain('60 %');

    const [later, former] = loaded.editions.map(({ sha256 }) => sha256);
    const asked = `/changes?before=${former?.slice(0, 16)}&after=${later?.slice(0, 16)}`;
    const { comparison } = await ask(appOver(api.store, [], own.data), changesReplyShape, asked);
    expect(comparison?.by).toBe('comparison');
    // Entry by entry as the load told it; whom it touches beside the seed, not beside what else is loaded.
    const said = (set: ChangesReply['last']) =>
      set?.lists.map((each) => [each.counts, each.rows.map(({ party: _, ...row }) => row)]);
    expect(said(comparison)).toEqual(said(told));
    expect(comparison?.impact?.verdicts.some(({ party }) => party === 'sub')).toBe(false);

    const one = await request(api.app).get('/api/v1/changes').query({ before: former });
    expect(problemOf(one)).toMatchObject({ status: 400, title: expect.any(String) });
    const unknown = appOver(api.store, [], own.data).app;
    const none = await request(unknown)
      .get('/api/v1/changes')
      .query({ before: '0'.repeat(16), after: later });
    expect(problemOf(none).status).toBe(404);

    const alpha = await ask(api, partyReplyShape, '/parties/alpha');
    expect(alpha.listings).toMatchObject([
      {
        row: expect.stringContaining('list-2025-01-31.json'),
        seen: { first: 'list/bis-entity-list/2025-01-31', last: null },
      },
    ]);

    expect((await own.interlock(['rollback', 'bis-entity-list@2025-01-31'])).code).toBe(0);
    const { editions: left } = await editions();
    const { last } = await changes();
    expect(left).toHaveLength(1);
    expect([last?.by, last?.lists[0]?.before?.date, last?.lists[0]?.after.date]).toEqual([
      'rollback',
      '2025-01-31',
      '2024-12-31',
    ]);
    expect(last?.lists[0]?.counts).toMatchObject({ added: 0, removed: 1, amended: 1 });
    expect(last?.impact?.verdicts.find(({ party }) => party === 'sub')).toMatchObject({
      after: 'not-captured',
      isStricter: false,
    });
  });
});
