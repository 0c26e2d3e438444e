import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessed, type Impact, impactOf } from '../../server/editions/impact.ts';
import { mergeEditions } from '../../server/editions/merge.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { mapFacts } from '../../server/facts/sections.ts';
import { assess, assessDifference } from '../../server/pipeline.ts';
import { facts, graph, LAW, outcomes } from '../support/cases.ts';
import { edition } from '../support/made-editions.ts';
import { anyCase, casesBeside } from '../support/random-case.ts';

const REGIME = 'bis-affiliates';
const IN_FORCE = '2025-10-15';

const assessed = (facts: Facts): Assessed => ({ facts, ...assess(facts, LAW) });
const impact = (before: Facts, after: Facts): Impact => impactOf(assessed(before), assessed(after));

function changesOn({ verdicts }: Impact, day: string) {
  return verdicts
    .filter((change) => change.regime === REGIME && covers(change, day))
    .map(({ party, before, after }) => [party, before, after]);
}

/** Kinds of fact of which one may go without another that names it. */
const TAKEN = ['listings', 'holdings', 'controls', 'affiliations', 'officers', 'physicalLinks', 'orders'];

const TIES = 'L -50-> S; S -?-> T; T -100-> U';

describe('the impact of a change', () => {
  it('says who became captured or cannot be excluded, from which day and by which path', () => {
    const after = graph(TIES.replace('L ', 'L* '));
    const result = impact(graph(TIES), after);
    expect(changesOn(result, IN_FORCE)).toEqual([
      ['S', 'not-captured', 'captured'],
      ['T', 'not-captured', 'cannot-exclude'],
      ['U', 'not-captured', 'cannot-exclude'],
      // What the list says itself comes last.
      ['L', 'not-captured', 'listed'],
    ]);
    expect(result.findings.raised.map(({ rule }) => rule === 'listed').indexOf(true)).toBe(
      result.findings.raised.length - 1,
    );
    const captured = result.verdicts.find(
      ({ party, regime, after: now }) => party === 'S' && regime === REGIME && now === 'captured',
    );
    expect([captured?.from, captured?.isStricter]).toEqual([null, true]);
    expect(captured?.facts).toEqual([after.holdings[0]?.id, after.listings[0]?.id]);
    expect(captured?.path[0]).toContain('50 %');
  });

  it('says who ceased to be, by which path it was so, and which findings went', () => {
    const result = impact(graph(TIES.replace('L ', 'L* ')), graph(TIES));
    expect(changesOn(result, IN_FORCE)).toContainEqual(['S', 'captured', 'not-captured']);
    expect(
      result.verdicts.every(({ isStricter, path, facts }) => !isStricter && path.length <= facts.length),
    ).toBe(true);
    expect(result.findings.raised).toEqual([]);
    expect(result.findings.dropped.map(({ subject }) => subject)).toContain('S');
  });

  it('names the facilities of parties whose outcome changed, and those that changed themselves', () => {
    const facilities = [
      { id: 'F', operator: 'S', country: 'CN' },
      { id: 'G', country: 'CN' },
      { id: 'H', country: 'CN' },
    ];
    const before = graph('L -50-> S', { facilities });
    const [f, g, h] = facilities;
    const after = graph('L* -50-> S', { facilities: [f, { ...g, advancedNode: true }, h] });
    expect(
      impact(before, after).facilities.map(({ facility, operators, isItself }) => [
        facility,
        operators,
        isItself,
      ]),
    ).toEqual([
      ['F', ['S'], false],
      ['G', [], true],
    ]);
  });

  it('of an edition that drops a party begins on the day of that edition', () => {
    const ties = graph('L -60-> S');
    const row = { party: 'L', from: '2020-05-05' };
    const editions = [edition('2025-01-10', [row]), edition('2025-10-05', [])];
    const { listings } = mergeEditions(editions);
    const before = { ...ties, listings: mergeEditions(editions.slice(0, 1)).listings };
    const change = impact(before, { ...ties, listings }).verdicts.filter(
      ({ party, regime }) => party === 'S' && regime === REGIME,
    );
    expect(change[0]?.from).toBe('2025-10-05');
    expect(change.every(({ before: was, after }) => was === 'captured' && after === 'not-captured')).toBe(
      true,
    );
  });

  it('is the same when only what can bear on a difference is assessed, as it is done for loads', () => {
    fc.assert(
      fc.property(casesBeside, fc.constantFrom(...TAKEN), fc.nat(), (before, section, at) => {
        const after = mapFacts(before, (rows, of) =>
          of === section ? rows.filter((_, index) => index !== at % rows.length) : rows,
        );
        const sorted = ({ verdicts, findings, facilities }: Impact) => {
          const ids = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).sort();
          return [verdicts, ids(findings.raised), ids(findings.dropped), facilities];
        };
        for (const [one, other] of [[before, after] as const, [after, before] as const])
          expect(sorted(impactOf(...assessDifference(one, other, LAW)))).toEqual(sorted(impact(one, other)));
      }),
      { numRuns: 150 },
    );
  });

  it('of a new address reaches those who give it too', () => {
    const parties = ['1 Long Road, Shenzhen, China', '2 Long Road, Shenzhen, China'].map((address, at) => ({
      ...{ id: `P${at}`, addresses: [address] },
    }));
    const listings = [{ party: 'P0', list: 'bis-entity-list' }];
    const before = facts({ parties, listings });
    const after = mapFacts(before, (rows) =>
      rows.map((row) => ('addresses' in row ? { ...row, addresses: [parties[0]?.addresses[0]] } : row)),
    );
    const { raised } = impactOf(...assessDifference(before, after, LAW)).findings;
    expect(raised.map(({ rule, subject }) => [rule, subject])).toEqual([['shared-address', 'P1']]);
  });

  it('is none when nothing changed, and on every day is what the outcomes are', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (before, after) => {
        const same = impact(before, before);
        expect([same.verdicts, same.findings, same.facilities]).toEqual([
          [],
          { raised: [], dropped: [] },
          [],
        ]);
        const told = changesOn(impact(before, after), IN_FORCE).sort();
        const [was, is] = [outcomes(before), outcomes(after)];
        const parties = [...new Set([...Object.keys(was), ...Object.keys(is)])];
        const differ = parties
          .map((party) => [party, was[party] ?? 'not-captured', is[party] ?? 'not-captured'])
          .filter(([, one, other]) => one !== other);
        expect(told).toEqual(differ.sort());
      }),
      { numRuns: 25 },
    );
  });
});
