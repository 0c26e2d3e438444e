import Fraction from 'fraction.js';
import { formatExact, showSum } from '../../facts/share.ts';
import { TIE } from '../../projection/flat-ownership.ts';
import { isCertain, kindOf, type Moment, tiesUp } from './moment.ts';

/** What the contributing owners of one party hold together, exact. */
export interface HeldSum {
  readonly min: Fraction;
  readonly max: Fraction;
  /** True when they hold more than the lower bound; some share in it is `more than`. */
  readonly minExclusive: boolean;
  /** True when they hold less than the upper bound. */
  readonly maxExclusive: boolean;
  /** True when the upper sum was cut to what other owners' certain shares leave. */
  readonly capped: boolean;
  /** True when the certain shares of all owners together exceed 100 percent. */
  readonly overAllocated: boolean;
}

const ZERO = new Fraction(0);
const HUNDRED = new Fraction(100);
const NOTHING: HeldSum = {
  min: ZERO,
  max: ZERO,
  minExclusive: false,
  maxExclusive: false,
  capped: false,
  overAllocated: false,
};

/** Sums the given ties of one party: certain owners in the lower bound, all of them in the upper. */
export function sumHeld(moment: Moment, party: number, ties: readonly number[]): HeldSum {
  const add = runningSum(moment, party);
  let sum = NOTHING;
  for (const tie of ties) sum = add(tie);
  return sum;
}

/** The sum after each tie of one party, taken one by one. */
export function runningSum(moment: Moment, party: number): (tie: number) => HeldSum {
  const { flat, facts, fractions } = moment.graph;
  const { total, open } = certainTotal(moment, party);
  const overAllocated = exceeds(total, open > 0);
  let [min, max, ownMin] = [ZERO, ZERO, ZERO];
  let [minExclusive, maxExclusive, ownOpen] = [false, false, 0];
  return (tie) => {
    const share = facts[tie]?.share;
    if (share && kindOf(moment, tie) === TIE.holding) {
      const certain = fractions(share.min);
      if (isCertain(moment, flat.owner[tie] ?? 0)) {
        min = min.add(certain);
        minExclusive ||= share.minExclusive;
      }
      ownMin = ownMin.add(certain);
      ownOpen += share.minExclusive ? 1 : 0;
      max = max.add(fractions(share.max));
      maxExclusive ||= share.maxExclusive;
    }
    const left = HUNDRED.sub(total).add(ownMin);
    const isShort = open > ownOpen;
    const order = max.compare(left);
    const isCut = !overAllocated && (order > 0 || (order === 0 && isShort && !maxExclusive));
    return {
      min,
      max: isCut ? left : max,
      minExclusive,
      maxExclusive: isCut ? isShort : maxExclusive,
      capped: isCut && (left.compare(HUNDRED) < 0 || isShort),
      overAllocated,
    };
  };
}

/** What all owners hold for certain, and how many of them hold more than that. */
function certainTotal(moment: Moment, party: number): { readonly total: Fraction; readonly open: number } {
  const { facts, fractions } = moment.graph;
  let [total, open] = [ZERO, 0];
  for (const tie of tiesUp(moment, party)) {
    if (kindOf(moment, tie) !== TIE.holding) continue;
    const share = facts[tie]?.share;
    total = total.add(fractions(share?.min ?? '0'));
    if (share?.minExclusive) open += 1;
  }
  return { total, open };
}

/** More than 100 percent? Shares of "more than" that add up to 100 are. */
export function exceeds(total: Fraction, isExclusive: boolean): boolean {
  const order = total.compare(HUNDRED);
  return order > 0 || (order === 0 && isExclusive);
}

/** The bounds of a sum as exact text, by the names that shares have. */
export function sumBounds({ min, max, minExclusive, maxExclusive }: HeldSum) {
  const bounds = { min: formatExact(min), max: formatExact(max), minExclusive, maxExclusive };
  return { ...bounds, text: showSum(bounds) };
}
