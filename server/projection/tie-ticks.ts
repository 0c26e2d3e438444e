import Fraction from 'fraction.js';
import type { Share } from '../facts/share.ts';

/**
 * Shares as whole numbers, so that sums and comparisons are exact (design D5).
 *
 * One tick is 1 / (common denominator x spread) percent. Where a bound is exclusive, `spread` is greater than the number
 * of owners that any party has, and the bound is one tick inside its limit, so a sum of exclusive bounds stays on the
 * right side of a threshold without a flag of its own: 25 to under 50 plus 0 to under 50 never makes 100.
 */
export interface TieScale {
  /** Ticks in one percent. */
  readonly perPercent: bigint;
  /** Is this percentage, exact text, a whole number of ticks? */
  readonly holds: (percent: string) => boolean;
}

/** Ticks of one party, as fine as its owners' shares demand, with any number of digits. */
export interface PartyTicks {
  /** Ticks of 100 percent. */
  readonly whole: bigint;
  /** Bounds of a tie to the party, by its place in the graph. */
  readonly lower: (tie: number) => bigint;
  readonly upper: (tie: number) => bigint;
  readonly firmUpper: (tie: number) => bigint;
  /** Ticks of a percentage, exact text. */
  readonly of: (percent: string) => bigint;
}

/** Reads exact text, each text once: registers publish few different shares. */
export type Fractions = (percent: string) => Fraction;

/** A reader of exact text that remembers what it read. */
export function createFractions(): Fractions {
  const known = new Map<string, Fraction>();
  return (percent) => {
    let value = known.get(percent);
    if (value === undefined) {
      value = new Fraction(percent);
      known.set(percent, value);
    }
    return value;
  };
}

interface ScaleInput {
  /** Percentages that must be whole numbers of ticks, exact text. */
  readonly needed: Iterable<string>;
  /** Percentages that are to be where they fit. */
  readonly wanted: Iterable<string>;
  /** The most owners that one party has. */
  readonly maxOwners: number;
  readonly hasExclusive: boolean;
  readonly fractions: Fractions;
}

/** A scale under which all that is needed is whole, and of what is wanted as much as doubles sum exactly. */
export function findTieScale({ needed, wanted, maxOwners, hasExclusive, fractions }: ScaleInput): TieScale {
  const spread = hasExclusive ? BigInt(maxOwners + 2) : 1n;
  const most = BigInt(Number.MAX_SAFE_INTEGER) / (100n * spread * BigInt(maxOwners + 2));
  let common = 1n;
  for (const percent of needed) common = leastCommonMultiple(common, fractions(percent).d);
  const denominators = new Set(Array.from(wanted, (percent) => fractions(percent).d));
  for (const each of [...denominators].sort((a, b) => (a < b ? -1 : 1))) {
    const finer = leastCommonMultiple(common, each);
    if (finer <= most) common = finer;
  }
  return { perPercent: common * spread, holds: (percent) => common % fractions(percent).d === 0n };
}

/** Ticks of a lower bound: one inside where it is exclusive. */
export function lowerTicks({ min, minExclusive }: Share, perPercent: bigint, fractions: Fractions): bigint {
  return inTicks(fractions(min), perPercent) + (minExclusive ? 1n : 0n);
}

/** Ticks of an upper bound: one inside where it is exclusive. */
export function upperTicks({ max, maxExclusive }: Share, perPercent: bigint, fractions: Fractions): bigint {
  return inTicks(fractions(max), perPercent) - (maxExclusive ? 1n : 0n);
}

/** Ticks of a percentage that is a whole number of them. */
export function inTicks({ n, d }: Fraction, perPercent: bigint): bigint {
  return (n * perPercent) / d;
}

/** The least common multiple of two positive numbers. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
