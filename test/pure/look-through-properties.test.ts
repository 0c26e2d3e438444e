import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { holdingsAbove } from '../../server/analysis/control/holdings-above.ts';
import { heldThrough } from '../../server/analysis/control/integrated-owners.ts';
import { ALL, controlOf, plenty, SIZE, type Tie, ties } from '../support/random-ties.ts';

const RUNS = { numRuns: 500 };
const PATIENCE = 60_000;

type Shares = readonly (readonly Fraction[])[];

/** All that x reaches by shares above nothing, without x itself. */
function reached(shares: Shares, x: number): number[] {
  const found = new Set([x]);
  for (const each of found) for (const party of ALL) if (shares[each]?.[party]?.compare(0)) found.add(party);
  found.delete(x);
  return ALL.filter((party) => found.has(party));
}

/**
 * What x holds of each party: (I - W) y = w, by plain elimination, over what x reaches; of all else it holds nothing. A
 * circle whose parties own each other whole has no unique solution, but x reaches it only by a share that they lack.
 */
function dense(shares: Shares, x: number): Fraction[] {
  const others = reached(shares, x);
  const share = (owner: number, owned: number) => shares[owner]?.[owned] ?? new Fraction(0);
  const rows = others.map((j) => [
    ...others.map((i) => new Fraction(i === j ? 1 : 0).sub(share(i, j))),
    share(x, j),
  ]);
  for (let step = 0; step < rows.length; step += 1) {
    const pivot = rows.findIndex((row, index) => index >= step && row[step]?.compare(0) !== 0);
    if (pivot < 0) throw new Error('no unique solution');
    [rows[step], rows[pivot]] = [rows[pivot] ?? [], rows[step] ?? []];
    const head = rows[step] ?? [];
    for (const [index, row] of rows.entries()) {
      if (index === step) continue;
      const factor = row[step]?.div(head[step] ?? 1) ?? new Fraction(0);
      rows[index] = row.map((value, column) => value.sub(factor.mul(head[column] ?? 0)));
    }
  }
  const solved = rows.map((row, index) => row[others.length]?.div(row[index] ?? 1) ?? new Fraction(0));
  return ALL.map((party) => solved[others.indexOf(party)] ?? new Fraction(0));
}

function matrix(all: readonly { owner: number; owned: number; share: number }[]): Shares {
  const shares = ALL.map(() => ALL.map(() => new Fraction(0)));
  for (const { owner, owned, share } of all) {
    const row = shares[owner];
    if (row) row[owned] = new Fraction(share).div(100);
  }
  return shares;
}

/** Chains of up to 400 holdings, in doubles; those that come back to x are not gone on with. */
function series(shares: Shares, x: number): number[] {
  const doubles = shares.map((row) => row.map((share) => share.valueOf()));
  let power = ALL.map((party) => doubles[x]?.[party] ?? 0);
  const sum = [...power];
  for (let length = 1; length < 400; length += 1) {
    power[x] = 0;
    power = ALL.map((j) => ALL.reduce((all, i) => all + (power[i] ?? 0) * (doubles[i]?.[j] ?? 0), 0));
    for (const j of ALL) sum[j] = (sum[j] ?? 0) + (power[j] ?? 0);
  }
  return sum;
}

/** All ways to hand what is left of a party to its owners one after the other: the corners of what is possible. */
function* corners(
  all: readonly Tie[],
  party = 0,
): Generator<{ owner: number; owned: number; share: number }[]> {
  if (party === SIZE) return yield [];
  const above = all.filter(({ owned }) => owned === party);
  const left = 100 - above.reduce((sum, { min }) => sum + min, 0);
  for (const order of orders(above)) {
    let rest = left;
    const filled = order.map(({ owner, owned, min, max }) => {
      const given = Math.min(rest, max - min);
      rest -= given;
      return { owner, owned, share: min + given };
    });
    for (const others of corners(all, party + 1)) yield [...filled, ...others];
  }
}

function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries())
    for (const rest of orders(items.filter((_, other) => other !== index))) yield [item, ...rest];
}

/** Two parties; the first holds something of the other. */
const pair = fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)).filter(([x, y]) => x !== y);

describe('look-through, against plain algebra', () => {
  const held = (all: readonly Tie[], x: number, y: number) =>
    heldThrough(holdingsAbove(controlOf(all), y), { certain: new Set([x]), all: new Set([x]) }, plenty());
  const holdings = ties.map((all) => all.filter(({ link }) => !link));

  it(
    'gives for known shares what elimination gives exactly, and the sum of all chains nearly',
    () => {
      fc.assert(
        fc.property(holdings, pair, (all, [x, y]) => {
          const known = all.map((each) => ({ ...each, max: each.min, share: each.min }));
          const found = held(known, x, y);
          if ('reason' in found) throw new Error(found.reason);
          const solved = dense(matrix(known), x);
          expect(found.min.toFraction()).toBe(solved[y]?.toFraction());
          expect(found.max.toFraction()).toBe(found.min.toFraction());
          const nearly = series(matrix(known), x)[y] ?? 0;
          expect(nearly).toBeLessThanOrEqual(found.min.valueOf() + 1e-9);
          // Each round of a circle leaves at most this part of the one before.
          const others = known.filter(({ owner }) => owner !== x);
          const around = ALL.map((j) =>
            others.reduce((sum, { owned, share }) => sum + (owned === j ? share : 0), 0),
          );
          if (around.every((percent) => percent <= 95)) expect(nearly).toBeCloseTo(found.min.valueOf(), 6);
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'gives for ranges the most and the least of all that is possible',
    () => {
      fc.assert(
        fc.property(holdings, pair, (all, [x, y]) => {
          const few = all.slice(0, 7);
          const found = held(few, x, y);
          if ('reason' in found) throw new Error(found.reason);
          const values = [...corners(few)].flatMap((each) => dense(matrix(each), x)[y] ?? []);
          const most = values.reduce((a, b) => (a.compare(b) > 0 ? a : b), new Fraction(0));
          expect(found.max.toFraction()).toBe(most.toFraction());
          const least = dense(matrix(few.map((each) => ({ ...each, share: each.min }))), x)[y];
          expect(found.min.toFraction()).toBe(least?.toFraction());
        }),
        { numRuns: 400 },
      );
    },
    PATIENCE,
  );
});
