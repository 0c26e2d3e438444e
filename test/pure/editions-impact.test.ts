import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessed, type Impact, impactOf } from '../../server/editions/impact.ts';
import { mergeEditions } from '../../server/editions/merge.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { assess, assessBoth } from '../../server/pipeline.ts';
import { graph, LAW, outcomes } from '../support/cases.ts';
import { edition } from '../support/made-editions.ts';
import { anyCase } from '../support/random-case.ts';

const REGIME = 'bis-affiliates';
const IN_FORCE = '2025-10-15';

const assessed = (facts: Facts): Assessed => ({ facts, ...assess(facts, LAW) });
const impact = (before: Facts, after: Facts): Impact => impactOf(assessed(before), assessed(after));

function changesOn({ verdicts }: Impact, day: string) {
  return verdicts
    .filter((change) => change.regime === REGIME && covers(change, day))
    .map(({ party, before, after }) => [party, before, after]);
}

const TIES = 'L -50-> S; S -?-> T; T -100-> U';

describe('the impact of a change', () => {
  it('says who became captured or cannot be excluded, from which day and by which path', () => {
    const after = graph(TIES.replace('L ', 'L* '));
    const result = impact(graph(TIES), after);
    expect(changesOn(result, IN_FORCE)).toEqual([
      ['L', 'not-captured', 'listed'],
      ['S', 'not-captured', 'captured'],
      ['T', 'not-captured', 'cannot-exclude'],
      ['U', 'not-captured', 'cannot-exclude'],
    ]);
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

  it('is the same when both sides are assessed together, as it is done for loads', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.boolean(), (before, at, isOther) => {
        const holdings = before.holdings.filter((_, index) => index !== at % (before.holdings.length || 1));
        const after = isOther ? { ...before, listings: before.listings.slice(1) } : { ...before, holdings };
        const sorted = ({ verdicts, findings, facilities }: Impact) => {
          const ids = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).sort();
          return [verdicts, ids(findings.raised), ids(findings.dropped), facilities];
        };
        expect(sorted(impactOf(...assessBoth(before, after, LAW)))).toEqual(sorted(impact(before, after)));
      }),
      { numRuns: 40 },
    );
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
