import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../server/analysis/verdict.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { withSum } from '../support/answered-facts.ts';
import { facts, LAW } from '../support/cases.ts';
import { anyCase, ask, isBound, nudged, outcomeOf, PARTIES, pair } from '../support/made-up-register.ts';

vi.setConfig({ testTimeout: 60_000 });

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
