import Fraction from 'fraction.js';

/**
 * An exact part of one as a ratio that is not reduced: finding what two large numbers have in common costs far more
 * than multiplying them, and only what is shown needs it. The denominator is above 0.
 */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

export function ratioOf({ s, n, d }: Fraction): Ratio {
  return { n: s * n, d };
}

/** Reduced: for what is shown. */
export function fractionOf({ n, d }: Ratio): Fraction {
  return new Fraction(n, d);
}

/** Along chains one denominator divides the other, so that the sum needs no larger one. */
export function add(a: Ratio, b: Ratio): Ratio {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  const common = commonMultiple(a.d, b.d);
  return { n: a.n * (common / a.d) + b.n * (common / b.d), d: common };
}

export function negative({ n, d }: Ratio): Ratio {
  return { n: -n, d };
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  if (a.n === 0n || b.n === 0n) return ZERO;
  return { n: a.n * b.n, d: a.d * b.d };
}

/** @param b not 0 */
export function divide(a: Ratio, b: Ratio): Ratio {
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  if (a === b) return 0;
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function less(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) < 0 ? a : b;
}

/** The least number that both divide. */
export function commonMultiple(a: bigint, b: bigint): bigint {
  if (a === b || a % b === 0n) return a;
  if (b % a === 0n) return b;
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Binary digits of a whole number, up to three more. */
export function bits(value: bigint): number {
  return 4 * (value < 0n ? -value : value).toString(16).length;
}
