import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assessCase } from '../../server/cli/assess.ts';
import type { Facts } from '../../server/facts/facts.ts';
import type { Store } from '../../server/store/connection.ts';
import { findingsReplyShape, verdictsReplyShape } from '../../server/wire/overview.ts';
import { questionsReplyShape } from '../../server/wire/sensitivity.ts';
import { partyReplyShape } from '../../server/wire/things.ts';
import { appOver, ask, type TestApp } from '../support/api.ts';
import { facts, LAW } from '../support/cases.ts';
import { ask as cypher, empty, loadFacts, openTestStore } from '../support/database.ts';

/** One question, asked of the card, of the list of verdicts, of Neo4j in Cypher and of `assess`: one answer. */

/** Days on both sides of every change of the BIS rule, and of the facts below. */
const DAYS = [
  '2024-07-02',
  '2024-07-03',
  '2025-09-28',
  '2025-09-29',
  '2025-10-14',
  '2025-10-15',
  '2025-11-09',
  '2025-11-10',
  '2026-11-09',
  '2026-11-10',
];

const LISTED = { list: 'bis-entity-list', from: '2020-12-18' };

/** Every kind of outcome, exact limits, bounds outside the range, sums over 100 %, and changes within the rule's days. */
const CASE: Facts = facts({
  parties: ['L', 'M', 'HALF', 'SHORT', 'THIRDS', 'OPEN', 'ROOM', 'OVER', 'LATE', 'C1', 'C2', 'BRANCH', 'EU']
    .map((id) => ({ id, name: `${id} Co`, jurisdiction: 'CN' }))
    .concat({ id: 'US', name: 'US Co', jurisdiction: 'US' }, { id: 'P', name: 'P Co', jurisdiction: 'SG' }),
  listings: [
    { party: 'L', ...LISTED, footnotes: ['5'] },
    { party: 'M', ...LISTED, to: '2026-11-10' },
    { party: 'M', list: 'eu-consolidated' },
  ],
  holdings: [
    { owner: 'L', owned: 'HALF', share: 50 },
    { owner: 'L', owned: 'SHORT', share: '49.99999999999999999999' },
    ...['L', 'M', 'P'].map((owner) => ({ owner, owned: 'THIRDS', share: '100/3' })),
    { owner: 'L', owned: 'OPEN', share: { min: 25, max: 50, exclusiveMin: true, exclusiveMax: true } },
    { owner: 'L', owned: 'ROOM' },
    { owner: 'P', owned: 'ROOM', share: 60 },
    { owner: 'L', owned: 'OVER', share: 60, to: '2025-11-10' },
    { owner: 'P', owned: 'OVER', share: 70 },
    { owner: 'L', owned: 'LATE', share: 60, from: '2025-10-15' },
    { owner: 'L', owned: 'C1', share: 20 },
    { owner: 'C2', owned: 'C1', share: 30 },
    { owner: 'L', owned: 'C2', share: 40 },
    { owner: 'C1', owned: 'C2', share: 10 },
    { owner: 'L', owned: 'BRANCH', kind: 'branch' },
    { owner: 'L', owned: 'US', share: 100 },
    { owner: 'M', owned: 'EU', share: 50 },
  ],
});

let store: Store;
let api: TestApp;
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadFacts(store, CASE);
  api = appOver(store);
});
afterAll(() => store.close());

const assessShape = z.object({
  verdicts: z.array(
    z.object({
      party: z.string(),
      regime: z.string(),
      outcome: z.string(),
      inForce: z.boolean(),
      held: z.string(),
      notes: z.array(z.string()),
      steps: z.array(z.object({ text: z.string() })),
      questions: z.array(z.object({ text: z.string() })),
      divestment: z.array(z.object({ text: z.string() })),
    }),
  ),
  dataFindings: z.array(z.object({ kind: z.string(), party: z.string(), text: z.string() })),
  findings: z.array(z.object({ id: z.string(), level: z.string(), text: z.string(), inForce: z.boolean() })),
});

function assessed(asOf: string) {
  return assessShape.parse(JSON.parse(assessCase({ facts: CASE, law: LAW, asOf }).json));
}

describe.each(DAYS)('on %s', (asOf) => {
  it('the card says of every party under every regime what assess says', async () => {
    const expected = assessed(asOf).verdicts;
    for (const { id } of CASE.parties) {
      const card = await ask(api, partyReplyShape, `/parties/${id}`, { asOf });
      const said = card.verdicts.map(({ regime, outcome, inForce, heldShare, notes, steps }) => ({
        ...{ party: id, regime, outcome, inForce, held: heldShare, notes },
        steps: steps.map(({ text }) => text),
      }));
      const own = expected.filter(({ party }) => party === id);
      expect(said).toEqual(
        own.map(({ questions, divestment, steps, ...rest }) => ({
          ...rest,
          steps: steps.map(({ text }) => text),
        })),
      );
    }
  });

  it('contradictions in the data are those of the day', async () => {
    const { dataFindings } = await ask(api, partyReplyShape, '/parties/OVER', { asOf });
    const expected = assessed(asOf).dataFindings.filter(({ party }) => party === 'OVER');
    expect(dataFindings.map(({ kind, text }) => [kind, text])).toEqual(
      expected.map(({ kind, text }) => [kind, text]),
    );
    expect(expected.length).toBe(asOf < '2025-11-10' ? 1 : 0);
  });

  it('the list of verdicts and Cypher say the same', async () => {
    const listed = await ask(api, verdictsReplyShape, '/verdicts', { asOf, limit: 1000 });
    const inNeo4j = await cypher(
      store,
      `MATCH (party:Party)-[:HAS_VERDICT]->(verdict:Verdict)
       WHERE (verdict.from IS NULL OR verdict.from <= date('${asOf}'))
         AND (verdict.to IS NULL OR verdict.to > date('${asOf}'))
       RETURN party.id AS party, verdict.regime AS regime, verdict.outcome AS outcome, verdict.heldShare AS held`,
    );
    const key = (row: object): string => JSON.stringify(Object.values(row));
    const rows = listed.verdicts.map(({ party, regime, outcome, heldShare }) => ({
      ...{ party, regime, outcome, held: heldShare },
    }));
    expect(rows.map(key).sort()).toEqual(inNeo4j.map(key).sort());
    const known = new Set(
      assessed(asOf).verdicts.map(({ party, regime, outcome, held }) =>
        key({ party, regime, outcome, held }),
      ),
    );
    expect(rows.map(key).filter((row) => !known.has(row))).toEqual([]);
    for (const { regime, inForce } of listed.verdicts)
      expect(inForce).toBe(assessed(asOf).verdicts.find((each) => each.regime === regime)?.inForce);
  });

  it('findings are those of assess', async () => {
    const { findings } = await ask(api, findingsReplyShape, '/findings', { asOf, limit: 1000 });
    const rows = findings.map(({ id, level, text, inForce }) => JSON.stringify({ id, level, text, inForce }));
    const expected = assessed(asOf).findings.map(({ id, level, text, inForce }) =>
      JSON.stringify({ id, level, text, inForce }),
    );
    expect(rows.sort()).toEqual(expected.sort());
  });

  it('what would change a verdict is that of assess', async () => {
    for (const party of ['OPEN', 'ROOM', 'THIRDS', 'OVER']) {
      const reply = await ask(api, questionsReplyShape, `/parties/${party}/questions`, {
        ...{ asOf, regime: 'bis-affiliates' },
      });
      const expected = assessed(asOf).verdicts.find(
        (each) => each.party === party && each.regime === 'bis-affiliates',
      );
      expect(reply.outcome).toBe(expected?.outcome);
      if (reply.outcome === 'not-captured') continue;
      expect(reply.questions.map(({ text }) => text)).toEqual(expected?.questions.map(({ text }) => text));
      expect(reply.divestment.map(({ text }) => text)).toEqual(expected?.divestment.map(({ text }) => text));
    }
  });
});

it('the outcomes are those that the rule text gives', () => {
  const outcomes = (asOf: string) =>
    Object.fromEntries(
      assessed(asOf)
        .verdicts.filter(({ regime }) => regime === 'bis-affiliates')
        .map(({ party, outcome }) => [party, outcome]),
    );
  expect(outcomes('2025-10-15')).toMatchObject({
    ...{ L: 'listed', HALF: 'captured', SHORT: 'not-captured', THIRDS: 'captured', OPEN: 'not-captured' },
    ...{ ROOM: 'not-captured', OVER: 'captured', LATE: 'captured', C1: 'circular', BRANCH: 'captured' },
    ...{ US: 'not-captured' },
  });
  expect(outcomes('2025-10-14').LATE).toBe('not-captured');
  expect(outcomes('2025-11-10').OVER).toBe('not-captured');
  expect(outcomes('2026-11-10')).toMatchObject({ M: 'not-captured', THIRDS: 'not-captured' });
});
