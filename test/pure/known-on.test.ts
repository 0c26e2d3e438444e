import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCase } from '../../server/cli/assess.ts';
import { describeError } from '../../server/errors.ts';
import { FACT_SECTIONS, type Facts } from '../../server/facts/facts.ts';
import { factsKnownOn } from '../../server/facts/known-on.ts';
import { learn } from '../../server/facts/learn.ts';
import { joinFacts, mapFacts, NO_FACTS } from '../../server/facts/sections.ts';
import { type Knowledge, normaliseKnowledge } from '../../server/normalise/from-case.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';
import { facts, graph, LAW } from '../support/cases.ts';
import { anyCase } from '../support/random-case.ts';

const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'] as const;
const [FIRST, SECOND, THIRD] = DAYS;

function knowledge(content: object, today?: string): Knowledge {
  try {
    const raw = readCaseFiles([{ file: 'case.json', text: JSON.stringify(content) }]);
    return normaliseKnowledge(raw, { requireSources: false, ...(today === undefined ? {} : { today }) });
  } catch (error) {
    throw new Error(describeError(error).join('\n'), { cause: error });
  }
}

/** Loads of one day each, the last one held; all that came before it is kept. */
function history(loads: readonly Facts[]): { held: Facts; former: Facts } {
  let [held, former] = [NO_FACTS, NO_FACTS];
  for (const [index, stated] of loads.entries()) {
    const learned = learn({ stated, held, day: DAYS[index] ?? '' });
    held = learned.facts;
    former = joinFacts(former, learned.former);
  }
  return { held, former };
}

/** What facts say, without places and days of knowledge, in the order of their ids. */
function content(all: Facts): object {
  const rows = FACT_SECTIONS.map((section) =>
    all[section]
      .map((fact) => ({ ...fact, row: '', knownFrom: null, knownTo: null }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
  return Object.fromEntries(FACT_SECTIONS.map((section, index) => [section, rows[index]]));
}

const shares = ({ holdings }: Facts) => holdings.map(({ share }) => share.min);

describe('what a load adds to what was known', () => {
  it('is dated by the load, by its own day where it names one, and as before where it says the same', () => {
    const before = graph('L* -50-> S; N -10-> S');
    const after = facts({
      parties: ['L', 'S', 'N'].map((id) => ({ id, name: id, jurisdiction: 'CN' })),
      holdings: [
        { owner: 'N', owned: 'S', share: 10 },
        { owner: 'L', owned: 'S', share: 60 },
        { owner: 'L', owned: 'N', share: 5, knownFrom: '2025-07-01' },
      ],
    });
    const { held, former } = history([before, after]);
    expect(held.holdings.map(({ owner, owned, knownFrom }) => [owner, owned, knownFrom])).toEqual([
      ['N', 'S', FIRST],
      ['L', 'S', SECOND],
      ['L', 'N', '2025-07-01'],
    ]);
    expect(former.holdings.map(({ id, knownFrom, knownTo }) => [id, knownFrom, knownTo])).toEqual([
      ['holding:L:S', FIRST, SECOND],
    ]);
    expect(former.listings.map(({ party, knownTo }) => [party, knownTo])).toEqual([['L', SECOND]]);
    expect(former.parties).toEqual([]);
  });

  it('is nothing when the same facts come again, from other rows of another file', () => {
    fc.assert(
      fc.property(anyCase, (all) => {
        const moved = mapFacts(all, (rows) => rows.map((row) => ({ ...row, row: `other.json#${row.row}` })));
        const { held, former } = history([all, moved]);
        expect(former).toEqual(NO_FACTS);
        for (const section of FACT_SECTIONS)
          for (const { knownFrom } of held[section]) expect(knownFrom).toBe(FIRST);
      }),
      { numRuns: 50 },
    );
  });
});

describe('facts as known on a day', () => {
  it('are those of the last load until that day, whatever was loaded before and after', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: DAYS.length }), (loads) => {
        const { held, former } = history(loads);
        for (const [index, stated] of loads.entries()) {
          const known = factsKnownOn(held, former, DAYS[index] ?? '');
          expect(content(known.facts)).toEqual(content(stated));
          expect(known.leftOut).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are none before the first load', () => {
    const { held, former } = history([graph('L* -50-> S')]);
    expect(factsKnownOn(held, former, '2025-12-31').facts).toEqual(NO_FACTS);
  });

  it('count as always known where nobody recorded when they were learned', () => {
    const all = graph('L* -50-> S');
    expect(factsKnownOn(all, NO_FACTS, '1900-01-01').facts).toEqual(all);
  });

  it('hold each fact once: the version learned last, and of two of one day the one given up first', () => {
    const parties = ['L', 'S'].map((id) => ({ id }));
    const version = (share: number, days: object) => ({ id: 'h', owner: 'L', owned: 'S', share, ...days });
    const { facts: held, former } = knowledge({
      parties,
      holdings: [
        version(10, { knownFrom: FIRST, knownTo: THIRD }),
        version(20, { knownFrom: SECOND }),
        version(30, { knownFrom: SECOND, knownTo: THIRD }),
      ],
    });
    const on = (day: string) => shares(factsKnownOn(held, former, day).facts);
    expect([on('2025-12-31'), on(FIRST), on(SECOND), on(THIRD)]).toEqual([[], ['10'], ['30'], ['20']]);
  });

  it('leave out what has an end that was not known, say so, and leave an operator open', () => {
    const all = facts({
      parties: [{ id: 'L' }, { id: 'S', knownFrom: SECOND }],
      listings: [{ party: 'S', list: 'bis-entity-list' }],
      holdings: [{ owner: 'L', owned: 'S', share: 50 }],
      controls: [{ controller: 'S', controlled: 'L' }],
      investments: [{ investor: 'L', target: 'S' }],
      affiliations: [{ a: 'L', b: 'S', kind: 'supplier' }],
      officers: [{ person: 'S', party: 'L' }],
      facilities: [
        { id: 'F', operator: 'S', operatorConfidence: 'reported' },
        { id: 'G', knownFrom: SECOND },
      ],
      physicalLinks: [{ a: 'F', b: 'G', kind: 'bridge' }],
      orders: [{ party: 'S', item: 'a tool', needs: 'advanced-node', date: '2025-01-01' }],
    });
    const { facts: known, leftOut } = factsKnownOn(all, NO_FACTS, FIRST);
    expect(leftOut).toHaveLength(8);
    expect(Object.fromEntries(FACT_SECTIONS.map((each) => [each, known[each].map(({ id }) => id)]))).toEqual({
      ...NO_FACTS,
      parties: ['L'],
      facilities: ['F'],
    });
    expect(known.facilities[0]).toMatchObject({ operator: null, operatorConfidence: 'verified' });
    expect(factsKnownOn(all, NO_FACTS, SECOND)).toEqual({ facts: all, leftOut: [] });
  });

  it('keep every source, so that what a fact cites can be looked up', () => {
    const source = { id: 's', title: 'Register', knownFrom: THIRD };
    const all = facts({ sources: [source], parties: [{ id: 'L', source: 's' }] });
    expect(factsKnownOn(all, NO_FACTS, FIRST).facts.sources).toHaveLength(1);
  });
});

describe('a case file with days of knowledge', () => {
  const parties = [{ id: 'L' }, { id: 'S' }];
  const held = { owner: 'L', owned: 'S', share: 60, knownFrom: SECOND };
  const former = { owner: 'L', owned: 'S', share: 40, knownFrom: FIRST, knownTo: SECOND };

  it('gives former versions the id of the fact that is held, wherever they stand', () => {
    const ids = [
      [former, held],
      [held, former],
    ].map((holdings) => {
      const all = knowledge({ parties, holdings });
      return [all.facts.holdings, all.former.holdings].map((rows) => rows.map(({ id }) => id));
    });
    expect(ids).toEqual([
      [['holding:L:S'], ['holding:L:S']],
      [['holding:L:S'], ['holding:L:S']],
    ]);
  });

  it.each([
    ['given up before it was learned', { knownFrom: SECOND, knownTo: FIRST }, /is not after 2026-02-01/],
    ['given up on the day it was learned', { knownFrom: SECOND, knownTo: SECOND }, /is not after 2026-02-01/],
    ['learned tomorrow', { knownFrom: '2026-04-02' }, /2026-04-02 is still to come/],
    ['given up tomorrow', { knownTo: '2026-04-02' }, /2026-04-02 is still to come/],
    ['learned on a day that does not exist', { knownFrom: '2026-02-30' }, /not a day of the calendar/],
  ])('is refused when a fact was %s', (_, days, message) => {
    const row = { owner: 'L', owned: 'S', share: 5, ...days };
    expect(() => knowledge({ parties, holdings: [row] }, '2026-04-01')).toThrow(message);
  });

  it('is refused when something held points at a party that is no longer', () => {
    const gone = { id: 'G', knownFrom: FIRST, knownTo: SECOND };
    const row = { owner: 'G', owned: 'S', share: 5 };
    expect(() => knowledge({ parties: [...parties, gone], holdings: [row] })).toThrow(/points at party "G"/);
    const both = knowledge({ parties: [...parties, gone], holdings: [{ ...row, knownTo: SECOND }] });
    expect(both.former.holdings).toHaveLength(1);
  });

  it.each([
    [FIRST, 'not-captured'],
    [SECOND, 'captured'],
  ])('is assessed with what was known on %s: %s', (knownOn, outcome) => {
    const listings = [{ party: 'L', list: 'bis-entity-list', from: '2020-12-18' }];
    const all = knowledge({ parties, listings, holdings: [held, former] });
    const request = { ...all, law: LAW, asOf: '2025-10-15', regime: 'bis-affiliates', knownOn };
    const { json } = assessCase(request);
    const reply: unknown = JSON.parse(json);
    expect(reply).toMatchObject({ knownOn, leftOut: [], asOf: '2025-10-15' });
    expect(reply).toMatchObject({
      verdicts: [
        { party: 'L', outcome: 'listed' },
        { party: 'S', outcome },
      ],
    });
  });

  it('is assessed with what is held when no day is named, and the reply is as ever', () => {
    const all = knowledge({ parties, holdings: [held, former] });
    const request = { law: LAW, asOf: '2025-10-15' };
    const { json } = assessCase({ ...request, ...all });
    expect(json).toBe(assessCase({ ...request, facts: knowledge({ parties, holdings: [held] }).facts }).json);
    expect(json).not.toContain('"knownOn"');
  });
});
