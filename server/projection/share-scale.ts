import Fraction from 'fraction.js';
import { approximate, type Share } from '../facts/share.ts';
import { type IdTable, makeIdTable, sizeOf, textAt } from './id-table.ts';

/**
 * The bounds of all shares as whole numbers in the same order, so that a search compares numbers and is still exact
 * (design D5). The lower bound of a share is the position of its text on the scale; the upper bound is twice that,
 * and one more where the bound itself is included.
 */
export interface ShareScale {
  /** Exact percentages, each value once, ascending. */
  readonly texts: IdTable;
  readonly lower: (share: Share) => number;
  readonly upper: (share: Share) => number;
}

/** What stands for the bounds of a tie that is no holding: nothing is known to be less. */
export const NO_SHARE = { lower: -1, upper: 0x7fff_ffff } as const;

/** Position on the scale of an upper bound. */
export function upperPlace(upper: number): number {
  return upper >> 1;
}

/** Doubles that differ by more than this part of themselves differ exactly too, and in the same order. */
const SURELY_APART = 1e-12;

export function makeShareScale(shares: Iterable<Share>): ShareScale {
  const distinct = new Set<string>();
  for (const { min, max } of shares) distinct.add(min).add(max);
  const sorted = [...distinct].sort(compareExactly);
  const texts = sorted.filter((text, at) => at === 0 || compareExactly(sorted[at - 1] ?? '', text) !== 0);
  const positions = new Map<string, number>();
  let position = -1;
  for (const text of sorted) {
    if (texts[position + 1] === text) position += 1;
    positions.set(text, position);
  }
  const at = (text: string): number => positions.get(text) ?? 0;
  return {
    texts: makeIdTable(texts.length, (index) => texts[index] ?? ''),
    lower: ({ min }) => at(min),
    upper: ({ max, maxExclusive }) => 2 * at(max) + (maxExclusive ? 0 : 1),
  };
}

/**
 * The least upper bound, as a number of the scale, of a share that may reach a percentage: `under 25 %` does not reach 25.
 *
 * @param percent exact text, as `isPercentText` takes it
 */
export function leastUpper(texts: IdTable, percent: string): number {
  let [low, high] = [0, sizeOf(texts)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareExactly(textAt(texts, middle), percent) < 0) low = middle + 1;
    else high = middle;
  }
  const isOnScale = low < sizeOf(texts) && compareExactly(textAt(texts, low), percent) === 0;
  return 2 * low + (isOnScale ? 1 : 0);
}

function compareExactly(a: string, b: string): number {
  const [x, y] = [approximate(a), approximate(b)];
  if (Math.abs(x - y) > SURELY_APART * Math.max(x, y)) return x - y;
  return new Fraction(a).compare(new Fraction(b));
}
