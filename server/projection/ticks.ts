import Fraction from 'fraction.js';
import type { Share } from '../facts/share.ts';

/**
 * Shares as whole numbers, so that sums and comparisons are exact (design D5).
 *
 * One tick is 1 / (common denominator x spread) percent. `spread` is greater than the number of owners that any
 * party has; an exclusive bound is one tick inside its limit, so a sum of exclusive bounds stays on the right
 * side of a threshold without a flag of its own: 25 to under 50 plus 0 to under 50 never makes 100.
 */
export interface Ticks<N> {
  readonly arithmetic: Arithmetic<N>;
  /** Ticks of 100 percent. */
  readonly whole: N;
  /** Ticks of an inclusive percentage, given as exact text. */
  readonly of: (percent: string) => N;
  readonly lower: (share: Share) => N;
  readonly upper: (share: Share) => N;
}

/** The few operations that sums need, over doubles that hold whole numbers or over big integers. */
interface Arithmetic<N> {
  readonly zero: N;
  readonly add: (a: N, b: N) => N;
  readonly subtract: (a: N, b: N) => N;
  readonly compare: (a: N, b: N) => number;
}

const doubles: Arithmetic<number> = {
  zero: 0,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  compare: (a, b) => a - b,
};

const bigIntegers: Arithmetic<bigint> = {
  zero: 0n,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};

/** The scale under which every given share is a whole number of ticks. */
export interface Scale {
  /** Ticks in one percent. */
  readonly perPercent: bigint;
  /** True when no sum over `maxOwners` owners can leave the whole numbers that a double holds exactly. */
  readonly fitsDouble: boolean;
}

/**
 * Finds the coarsest exact scale.
 *
 * @param percents every share bound and threshold that will be converted, exact text
 * @param maxOwners the most owners that one party has at one time
 */
export function findScale(percents: Iterable<string>, maxOwners: number): Scale {
  const texts = new Set(percents);
  let common = 1n;
  for (const text of texts) common = leastCommonMultiple(common, new Fraction(text).d);
  const spread = BigInt(maxOwners + 2);
  const perPercent = common * spread;
  return { perPercent, fitsDouble: 100n * perPercent * spread < BigInt(Number.MAX_SAFE_INTEGER) };
}

/** Ticks as doubles. Only for a scale that fits. */
export function doubleTicks(scale: Scale): Ticks<number> {
  return makeTicks(scale, doubles, Number);
}

/** Ticks as big integers: any number of digits. */
export function bigTicks(scale: Scale): Ticks<bigint> {
  return makeTicks(scale, bigIntegers, (value) => value);
}

function makeTicks<N>(scale: Scale, arithmetic: Arithmetic<N>, convert: (value: bigint) => N): Ticks<N> {
  // A register has millions of holdings and few different shares.
  const known = new Map<string, bigint>();
  const exact = (percent: string): bigint => {
    const before = known.get(percent);
    if (before !== undefined) return before;
    const value = new Fraction(percent);
    const ticks = (value.n * scale.perPercent) / value.d;
    known.set(percent, ticks);
    return ticks;
  };
  return {
    arithmetic,
    whole: convert(100n * scale.perPercent),
    of: (percent) => convert(exact(percent)),
    lower: (share) => convert(exact(share.min) + (share.minExclusive ? 1n : 0n)),
    upper: (share) => convert(exact(share.max) - (share.maxExclusive ? 1n : 0n)),
  };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
