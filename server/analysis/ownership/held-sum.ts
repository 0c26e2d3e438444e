import Fraction from 'fraction.js';
import { formatExact, type Share, showSum } from '../../facts/share.ts';
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
  const { flat, facts } = moment.graph;
  const all = certainTotal(moment, party);
  let own = NO_OWNERS;
  return (tie) => {
    const share = facts[tie]?.share;
    if (share && kindOf(moment, tie) === TIE.holding)
      own = added(moment, own, { share, isCertain: isCertain(moment, flat.owner[tie] ?? 0) });
    return cut(own, all);
  };
}

/** Sums over some owners of a party, and over those of them that are restricted for certain. */
interface Own extends Pick<HeldSum, 'min' | 'max' | 'minExclusive' | 'maxExclusive'>, Certain {}

/** What owners hold for certain, and how many of them hold more than that. */
interface Certain {
  readonly total: Fraction;
  readonly open: number;
}

const NO_OWNERS: Own = { ...NOTHING, total: ZERO, open: 0 };

function added(
  { graph: { fractions } }: Moment,
  own: Own,
  { share, isCertain: counts }: { readonly share: Share; readonly isCertain: boolean },
): Own {
  const least = fractions(share.min);
  return {
    min: counts ? own.min.add(least) : own.min,
    minExclusive: own.minExclusive || (counts && share.minExclusive),
    max: own.max.add(fractions(share.max)),
    maxExclusive: own.maxExclusive || share.maxExclusive,
    total: own.total.add(least),
    open: own.open + (share.minExclusive ? 1 : 0),
  };
}

/** The upper sum is no more than what the certain shares of all other owners leave. */
function cut({ min, max, minExclusive, maxExclusive, ...own }: Own, all: Certain): HeldSum {
  const overAllocated = exceeds(all.total, all.open > 0);
  const left = HUNDRED.sub(all.total).add(own.total);
  const isShort = all.open > own.open;
  const order = max.compare(left);
  const isCut = !overAllocated && (order > 0 || (order === 0 && isShort && !maxExclusive));
  if (!isCut) return { min, max, minExclusive, maxExclusive, capped: false, overAllocated };
  const capped = left.compare(HUNDRED) < 0 || isShort;
  return { min, max: left, minExclusive, maxExclusive: isShort, capped, overAllocated };
}

function certainTotal(moment: Moment, party: number): Certain {
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
