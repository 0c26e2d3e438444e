import Fraction from 'fraction.js';
import { TIE } from '../../projection/flat-ownership.ts';
import { isCertain, kindOf, type Moment, tiesUp } from './moment.ts';

/** What the contributing owners of one party hold together, exact. */
export interface HeldSum {
  readonly min: Fraction;
  readonly max: Fraction;
  /** True when the upper sum was cut to what other owners' certain shares leave. */
  readonly capped: boolean;
  /** True when the certain shares of all owners together exceed 100 percent. */
  readonly overAllocated: boolean;
}

const ZERO = new Fraction(0);
const HUNDRED = new Fraction(100);

/** Sums the given ties of one party: certain owners in the lower bound, all of them in the upper. */
export function sumHeld(moment: Moment, party: number, ties: readonly number[]): HeldSum {
  const add = runningSum(moment, party);
  let sum: HeldSum = { min: ZERO, max: ZERO, capped: false, overAllocated: false };
  for (const tie of ties) sum = add(tie);
  return sum;
}

/** The sum after each tie of one party, taken one by one. */
export function runningSum(moment: Moment, party: number): (tie: number) => HeldSum {
  const { flat, facts, fractions } = moment.graph;
  const total = certainTotal(moment, party);
  const overAllocated = total.compare(HUNDRED) > 0;
  let [min, max, ownMin] = [ZERO, ZERO, ZERO];
  return (tie) => {
    const share = facts[tie]?.share;
    if (share && kindOf(moment, tie) === TIE.holding) {
      const certain = fractions(share.min);
      if (isCertain(moment, flat.owner[tie] ?? 0)) min = min.add(certain);
      ownMin = ownMin.add(certain);
      max = max.add(fractions(share.max));
    }
    const left = HUNDRED.sub(total).add(ownMin);
    const isCut = !overAllocated && max.compare(left) > 0;
    return { min, max: isCut ? left : max, capped: isCut && left.compare(HUNDRED) < 0, overAllocated };
  };
}

function certainTotal(moment: Moment, party: number): Fraction {
  const { facts, fractions } = moment.graph;
  let total = ZERO;
  for (const tie of tiesUp(moment, party))
    if (kindOf(moment, tie) === TIE.holding) total = total.add(fractions(facts[tie]?.share.min ?? '0'));
  return total;
}
