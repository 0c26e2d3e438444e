import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import type { Store } from '../../server/store/connection.ts';
import { knownReplyShape } from '../../server/wire/known.ts';
import { partyReplyShape } from '../../server/wire/things.ts';
import { appOver, ask, type Query, refusal, type TestApp } from '../support/api.ts';
import { facts } from '../support/cases.ts';
import { empty, loadOn, openTestStore } from '../support/database.ts';
import { anyCase } from '../support/random-case.ts';

const MARCH = '2026-03-01';
const APRIL = '2026-04-01';
const RULE = 'bis-affiliates';
const asOf = '2025-10-15';

let store: Store;
let api: TestApp;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadOn(store, { facts: holds(40), day: MARCH });
  await loadOn(store, { facts: holds(60, 'M'), day: APRIL });
  api = appOver(store);
});
afterAll(() => store.close());

/** A listed party that holds so much of another; and who else there is. */
function holds(share: number, another = 'GONE'): Facts {
  return facts({
    sources: [{ id: 'register', title: 'A register' }],
    parties: ['L', 'S', another].map((id) => ({
      id,
      name: `${id} Co`,
      jurisdiction: 'CN',
      source: 'register',
    })),
    listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-12-18' }],
    holdings: [
      { owner: 'L', owned: 'S', share, source: 'register' },
      { owner: another, owned: 'S', share: 5 },
    ],
  });
}

const known = (party: string, query: Query) =>
  ask(api, knownReplyShape, `/parties/${party}/known`, { asOf, ...query });

describe('a party as known on a day', () => {
  it('gets the verdict of that knowledge beside that of today', async () => {
    const reply = await known('S', { knownOn: '2026-03-31', regime: RULE });
    expect(reply).toMatchObject({ wasKnown: true, recordedSince: MARCH, leftOut: 0, knownOn: '2026-03-31' });
    expect(reply.regimes).toMatchObject([
      {
        ...{ regime: RULE, inForce: true, differs: true },
        before: { outcome: 'not-captured', shareMax: '40', heldBy: 'L Co (listed) 40 %' },
        now: { outcome: 'captured', shareMin: '60', heldBy: 'L Co (listed) 60 %' },
      },
    ]);
  });

  it('gets the findings that only one of the two knowledges raises', async () => {
    const { findings } = await known('S', { knownOn: MARCH, regime: RULE });
    const rules = findings.map(({ id, raised }) => [id.split(':')[1], raised]);
    expect(rules).toEqual(expect.arrayContaining([['captured', 'now']]));
    expect(rules).toEqual(expect.arrayContaining([['significant-minority', 'before']]));
    expect(rules).not.toContainEqual(['captured', 'before']);
  });

  it('gets the facts around it that were changed, learned and given up since, with their days', async () => {
    const { changes, totalChanges } = await known('S', { knownOn: MARCH });
    expect(changes.map(({ id, what, day, text }) => [id, what, day, text])).toEqual([
      ['GONE', 'given-up', APRIL, 'GONE Co, as a party.'],
      ['M', 'learned', APRIL, 'M Co, as a party.'],
      ['holding:GONE:S', 'given-up', APRIL, 'GONE Co holds 5 % of S Co.'],
      ['holding:L:S', 'changed', APRIL, 'L Co holds 60 % of S Co.'],
      ['holding:M:S', 'learned', APRIL, 'M Co holds 5 % of S Co.'],
    ]);
    expect(totalChanges).toBe(5);
  });

  it('gets nothing that differs for a day since which nothing was learned', async () => {
    const reply = await known('S', { knownOn: APRIL });
    expect(reply.changes).toEqual([]);
    expect(reply.regimes.filter(({ differs }) => differs)).toEqual([]);
    expect(reply.findings.filter(({ raised }) => raised !== 'both')).toEqual([]);
  });

  it('was not known before it was learned, and is found when it is no longer held', async () => {
    const before = await known('S', { knownOn: '2026-02-28' });
    expect([before.wasKnown, before.regimes.map((each) => each.before)]).toEqual([
      false,
      before.regimes.map(() => null),
    ]);
    const gone = await known('GONE', { knownOn: MARCH });
    expect(gone).toMatchObject({ party: { name: 'GONE Co' }, wasKnown: true });
    expect(gone.regimes.map(({ now }) => now)).toEqual(gone.regimes.map(() => null));
    const { status, title } = await refusal(api, '/parties/GONE/known', { asOf, knownOn: APRIL });
    expect([status, title]).toEqual([404, 'There is no party "GONE", neither today nor on 2026-04-01.']);
  });

  it.each([
    [{ asOf }, 400],
    [{ asOf, knownOn: '2026-02-30' }, 400],
    [{ asOf, knownOn: MARCH, regime: 'no-such-regime' }, 404],
  ])('is not asked with %j', async (query, status) => {
    expect((await refusal(api, '/parties/S/known', query)).status).toBe(status);
  });

  it('is, as known today, what its card says: verdicts and findings are those that Neo4j holds', async () => {
    const day = '2025-10-20';
    for (const all of fc.sample(anyCase, { numRuns: 4, seed: 9 })) {
      await loadOn(store, { facts: all, day: APRIL });
      for (const { id } of all.parties) {
        const card = await ask(api, partyReplyShape, `/parties/${id}`, { asOf: day });
        const reply = await ask(api, knownReplyShape, `/parties/${id}/known`, { asOf: day, knownOn: APRIL });
        expect(
          reply.regimes.map(({ now }) => [now?.outcome, now?.shareMin, now?.shareMax, now?.heldBy]),
        ).toEqual(
          card.verdicts.map(({ outcome, shareMin, shareMax, heldBy }) => [
            outcome,
            shareMin,
            shareMax,
            heldBy,
          ]),
        );
        expect(reply.findings.map((each) => each.id).toSorted()).toEqual(
          card.findings.map((each) => each.id).toSorted(),
        );
      }
    }
  });
});
