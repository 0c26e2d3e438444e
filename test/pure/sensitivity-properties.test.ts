import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it, vi } from 'vitest';
import { ownershipVerdicts } from '../../server/analysis/ownership/verdicts.ts';
import type { ChangeQuestion, Sensitivity } from '../../server/analysis/sensitivity/question.ts';
import { sensitivityOf } from '../../server/analysis/sensitivity/sensitivity.ts';
import type { Outcome } from '../../server/analysis/verdict.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { formatExact } from '../../server/facts/share.ts';
import type { Regime } from '../../server/regulation/read.ts';
import { answered, rangeOfSum, withSum } from '../support/answered-facts.ts';
import { facts, LAW } from '../support/cases.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Small made-up registers; whatever is said of them is held against the verdicts of the real analysis. */
const PARTIES = ['A', 'B', 'C', 'D', 'E'];
const DAY = '2025-10-15';
const LIST: Readonly<Record<string, string>> = {
  'bis-affiliates': 'bis-entity-list',
  'ofac-50': 'ofac-sdn',
  'eu-own-or-control': 'eu-consolidated',
  'uk-own-or-control': 'uk-sanctions',
  'bis-legally-distinct': 'bis-entity-list',
};

const confidence = fc.constantFrom('verified', 'verified', 'verified', 'reported');
const pair = fc
  .tuple(fc.constantFrom(...PARTIES), fc.constantFrom(...PARTIES.slice(1)))
  .filter(([a, b]) => a !== b);
const percent = fc.constantFrom(0, 10, 20, 25, 30, 40, 49.99, 50, 60, 100);
const bounds = fc
  .tuple(percent, percent, fc.boolean(), fc.boolean())
  .filter(([a, b]) => a !== b)
  .map(([a, b, exclusiveMin, exclusiveMax]) => ({
    min: Math.min(a, b),
    max: Math.max(a, b),
    exclusiveMin,
    exclusiveMax,
  }));
const share = fc.oneof(
  fc.constant({}),
  percent.map((each) => ({ share: each })),
  bounds.map((each) => ({ share: each })),
);
const holding = fc
  .tuple(pair, share, confidence, fc.constantFrom('equity', 'equity', 'equity', 'equity', 'equity', 'branch'))
  .map(([[owner, owned], size, sure, kind]) => ({ owner, owned, confidence: sure, kind, ...size }));
const control = fc
  .tuple(pair, confidence)
  .map(([[controller, controlled], sure]) => ({ controller, controlled, confidence: sure }));

interface Case {
  readonly all: Facts;
  readonly regime: Regime;
}

const anyCase = fc
  .record({
    regime: fc.constantFrom(...LAW.regulation.regimes),
    holdings: fc.uniqueArray(holding, {
      minLength: 3,
      maxLength: 7,
      selector: ({ owner, owned }) => `${owner}>${owned}`,
    }),
    controls: fc.uniqueArray(control, {
      maxLength: 2,
      selector: ({ controller, controlled }) => `${controller}>${controlled}`,
    }),
    second: fc.option(fc.tuple(fc.constantFrom(...PARTIES.slice(1)), confidence)),
    countries: fc.tuple(...PARTIES.map(() => fc.constantFrom('CN', 'CN', 'SG', undefined))),
    programs: fc.constantFrom([], ['SDGT']),
  })
  .map(({ regime, holdings, controls, second, countries, programs }): Case => {
    const list = LIST[regime.id] ?? 'bis-entity-list';
    const listings = [
      { party: 'A', list, confidence: 'verified', programs },
      ...(second ? [{ party: second[0], list, confidence: second[1], programs }] : []),
    ];
    const parties = PARTIES.map((id, at) => ({ id, jurisdiction: countries[at] }));
    return { all: facts({ parties, listings, holdings, controls }), regime };
  });

function outcomesOf(all: Facts, regime: Regime): ReadonlyMap<string, Outcome> {
  const verdicts = ownershipVerdicts(all, { ...LAW.regulation, regimes: [regime] });
  const now = verdicts.filter((verdict) => covers(verdict, DAY));
  return new Map(now.map(({ party, outcome }) => [party, outcome]));
}

function outcomeOf(all: Facts, regime: Regime, party: string): Outcome {
  return outcomesOf(all, regime).get(party) ?? 'not-captured';
}

const isBound = (outcome: Outcome): boolean => outcome === 'captured' || outcome === 'listed';
const ask = (all: Facts, regime: Regime, party: string): Sensitivity =>
  sensitivityOf(all, { party, asOf: DAY, regime, listings: all.listings }, LAW.regulation);

/** Outcomes after `yes` and after `no`, by the real analysis of the facts with the answers in them. */
function follows(
  { all, regime }: Case,
  party: string,
  { asks, when }: ChangeQuestion,
): { yes: Outcome[]; no: Outcome[] } {
  const after = (yes: boolean): Outcome[] => {
    const isTogether = (when === 'all') === yes;
    const each = isTogether
      ? [asks.reduce((facts, one) => answered(facts, regime, one, yes), all)]
      : asks.map((one) => answered(all, regime, one, yes));
    return each.map((facts) => outcomeOf(facts, regime, party));
  };
  return { yes: after(true), no: after(false) };
}

const GRAVITY: readonly Outcome[] = ['not-captured', 'circular', 'cannot-exclude', 'captured', 'listed'];
const gravest = (outcomes: readonly Outcome[]): Outcome | undefined =>
  [...outcomes].sort((a, b) => GRAVITY.indexOf(b) - GRAVITY.indexOf(a))[0];

describe('questions on made-up registers', () => {
  it('lead, once answered in the facts, to exactly the outcome that they promise', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, (each) => {
        for (const party of PARTIES) {
          const { outcome, questions } = ask(each.all, each.regime, party);
          expect(outcome).toBe(outcomeOf(each.all, each.regime, party));
          for (const question of questions) {
            const { yes, no } = follows(each, party, question);
            const what = [party, question.text];
            if (question.when === 'any') expect([...what, yes.every(isBound)]).toEqual([...what, true]);
            else expect([...what, gravest(yes)]).toEqual([...what, question.yes]);
            expect([...what, gravest(no)]).toEqual([...what, question.no]);
            expect(isBound(question.yes) || question.no === 'not-captured').toBe(true);
            seen += 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(150);
  });

  it('leave out no single share that decides, and turn at exactly the share that they name', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, ({ all, regime }) => {
        for (const party of PARTIES) {
          const { outcome, questions, complete } = ask(all, regime, party);
          if (outcome !== 'cannot-exclude' || !complete) continue;
          for (const row of all.holdings.filter(({ kind }) => kind !== 'branch')) {
            const pair = { owners: [row.owner], party: row.owned };
            const { min, max, minExclusive, maxExclusive } = rangeOfSum(all, pair);
            const exactly = (percent: string) => outcomeOf(withSum(all, pair, percent), regime, party);
            const own = questions.filter(
              ({ size, asks }) =>
                size === 1 &&
                asks[0]?.kind === 'share' &&
                asks[0].party === row.owned &&
                asks[0].owners[0] === row.owner,
            );
            const top = maxExclusive ? nudged(max, -1) : max;
            const bottom = minExclusive ? nudged(min, 1) : min;
            if (min !== max && isBound(exactly(top)))
              expect(own.filter(({ yes }) => isBound(yes)).map(({ size }) => size)).toEqual([1]);
            if (min !== max && exactly(bottom) === 'not-captured')
              expect(own.some(({ no }) => no === 'not-captured')).toBe(true);
            for (const { asks, yes, no } of own) {
              const limit = asks[0]?.percent ?? '';
              const [over, under] = asks[0]?.inclusive
                ? [limit, nudged(limit, -1)]
                : [nudged(limit, 1), limit];
              if (isBound(yes))
                expect([isBound(exactly(over)), isBound(exactly(under))]).toEqual([true, false]);
              if (no === 'not-captured')
                expect([exactly(over) === no, exactly(under) === no]).toEqual([false, true]);
              seen += 1;
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(40);
  });
});

/** A percentage a little more or less. */
function nudged(percent: string, by: 1 | -1): string {
  return formatExact(new Fraction(percent).add(new Fraction(by, 1_000_000)));
}

/** Every way to choose so many. */
function choices<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

describe('the smallest set on made-up registers', () => {
  it('captures with all other ties gone, and no smaller set does', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, ({ all, regime }) => {
        for (const party of PARTIES) {
          const { outcome, suffices } = ask(all, regime, party);
          expect(suffices === null).toBe(outcome !== 'captured');
          if (!suffices) continue;
          const only = (ids: readonly string[]): Outcome =>
            outcomeOf(
              {
                ...all,
                holdings: all.holdings.filter(({ id }) => ids.includes(id)),
                controls: all.controls.filter(({ id }) => ids.includes(id)),
              },
              regime,
              party,
            );
          expect(suffices.isSmallest).toBe(true);
          expect(only(suffices.ties.flatMap((tie) => tie.facts))).toBe('captured');
          const ids = [...all.holdings, ...all.controls].map(({ id }) => id);
          const smaller = choices(ids, suffices.ties.length - 1).filter((some) => only(some) === 'captured');
          expect(smaller).toEqual([]);
          seen += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(40);
  });
});

describe('divestments on made-up registers', () => {
  it('end the capture as they promise, and each cut of them is needed to the last point', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, ({ all, regime }) => {
        for (const party of PARTIES) {
          for (const { cuts, leaves } of ask(all, regime, party).divestment) {
            const cut = (facts: Facts, { owners, party: owned, limit, under }: (typeof cuts)[number]) =>
              withSum(facts, { owners, party: owned }, { min: 0, max: limit, exclusiveMax: under });
            /** Exactly so much is left that the cut just does. */
            const sold = (facts: Facts, { owners, party: owned, limit, under }: (typeof cuts)[number]) =>
              withSum(facts, { owners, party: owned }, under ? nudged(limit, -1) : limit);
            expect(outcomeOf(cuts.reduce(cut, all), regime, party)).toBe(leaves);
            expect(isBound(leaves)).toBe(false);
            for (const each of cuts) {
              const others = cuts.filter((other) => other !== each).reduce(sold, all);
              const kept = each.under ? each.limit : nudged(each.limit, 1);
              expect(
                outcomeOf(withSum(others, { owners: each.owners, party: each.party }, kept), regime, party),
              ).toBe('captured');
            }
            seen += 1;
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(40);
  });

  it('need the fewest points that any cuts in steps of ten need', () => {
    const tens = fc
      .uniqueArray(
        fc
          .tuple(pair, fc.integer({ min: 1, max: 10 }))
          .map(([[owner, owned], size]) => ({ owner, owned, share: size * 10 })),
        { minLength: 1, maxLength: 4, selector: ({ owner, owned }) => `${owner}>${owned}` },
      )
      .filter((all) =>
        PARTIES.every(
          (id) =>
            all.filter(({ owned }) => owned === id).reduce((sum, { share: size }) => sum + size, 0) <= 100,
        ),
      );
    const regime = LAW.regulation.regimes.find(({ id }) => id === 'bis-affiliates');
    if (!regime) throw new Error('There is no such regime');
    let seen = 0;
    fc.assert(
      fc.property(tens, (holdings) => {
        const listings = [{ party: 'A', list: 'bis-entity-list' }];
        const all = facts({ parties: PARTIES.map((id) => ({ id })), listings, holdings });
        for (const party of PARTIES.slice(1)) {
          const [first] = ask(all, regime, party).divestment;
          if (!plain(holdings).has(party)) expect(first).toBe(undefined);
          else expect(first?.points).toBe(String(fewestPoints(holdings, party)));
          seen += first ? 1 : 0;
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});

interface Plain {
  readonly owner: string;
  readonly owned: string;
  readonly share: number;
}

/** Who is restricted, by the plain reading of the rule: A is listed, 50 percent or more captures. */
function plain(holdings: readonly Plain[]): Set<string> {
  const restricted = new Set(['A']);
  for (let before = 0; before !== restricted.size; ) {
    before = restricted.size;
    for (const party of PARTIES) {
      const own = holdings.filter(({ owner, owned }) => owned === party && restricted.has(owner));
      if (own.reduce((sum, { share: size }) => sum + size, 0) >= 50) restricted.add(party);
    }
  }
  return restricted;
}

/** By trying every cut of every holding: untouched, or by a multiple of ten points and a little more. */
function fewestPoints(holdings: readonly Plain[], party: string): number {
  const cuts = holdings.reduce<number[][]>(
    (all, { share: size }) =>
      all.flatMap((some) => Array.from({ length: size / 10 + 1 }, (_, step) => [...some, step * 10])),
    [[]],
  );
  const ends = (cut: readonly number[]): boolean =>
    !plain(holdings.map((each, at) => ({ ...each, share: each.share - (cut[at] ?? 0) - 0.001 }))).has(party);
  return Math.min(...cuts.filter(ends).map((cut) => cut.reduce((sum, points) => sum + points, 0)));
}
