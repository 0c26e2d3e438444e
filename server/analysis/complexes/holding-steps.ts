import Fraction from 'fraction.js';
import { isFirm, weakest } from '../../facts/confidence.ts';
import type { Facts, Holding } from '../../facts/facts.ts';
import { type Share, showShare } from '../../facts/share.ts';
import { type MergedHolding, mergeHoldings } from '../../projection/merge-holdings.ts';
import type { ComplexGrading, Graded } from '../../regulation/complex-shape.ts';
import { type ComplexStep, gradeOf, surer } from './step.ts';

type Grading = ComplexGrading['ownership'];
type HoldingKind = 'branch' | 'majority' | 'undecided' | 'minority' | 'small';

/**
 * Holdings as steps downwards, and as steps upwards where at least half is held. Rows about the same holding and the
 * same days are one step: the range covers them all (`merge-holdings.ts`).
 */
export function holdingSteps(facts: Pick<Facts, 'holdings'>, grading: ComplexGrading): ComplexStep[] {
  return byPair(facts.holdings).flatMap((rows) => pairSteps(rows, grading));
}

/** The same for the rows of one pair of `byPair`. */
export function pairSteps(rows: readonly Holding[], grading: ComplexGrading): ComplexStep[] {
  return mergeHoldings(rows).flatMap((held) => stepsOf(held, grading));
}

/** Rows by owner, owned party and whether it is a branch: two branches of a holding are not two shares of it. */
export function byPair(holdings: readonly Holding[]): Holding[][] {
  const pairs = new Map<string, Holding[]>();
  for (const row of holdings) {
    const key = JSON.stringify([row.owner, row.owned, row.kind === 'branch']);
    const pair = pairs.get(key);
    if (pair) pair.push(row);
    else pairs.set(key, [row]);
  }
  return [...pairs.values()];
}

function stepsOf(held: MergedHolding, grading: ComplexGrading): ComplexStep[] {
  const [first] = held.rows;
  if (!first) return [];
  const share = held.weak ? held.share : held.firmShare;
  const kind = kindOf(first, share, grading.ownership);
  const graded: Graded = grading.ownership[kind];
  const confidence = confidenceOf(held);
  const common = {
    from: held.from,
    to: held.to,
    confidence,
    facts: held.rows.map(({ id }) => id),
    via: null,
  };
  const words = showShare(share);
  const down: ComplexStep = {
    ...{ a: first.owner, b: first.owned, basis: 'ownership', kind, reason: graded.reason, ...common },
    grade: gradeOf(graded, confidence, grading),
    tie: kind === 'branch' ? 'has the branch' : `holds ${words === '?' ? 'an unknown share' : words} of`,
  };
  if (kind !== 'majority' && kind !== 'branch') return [down];
  const { parent } = grading.ownership;
  const up: ComplexStep = {
    ...{ ...down, a: first.owned, b: first.owner, kind: 'parent', reason: parent.reason },
    grade: gradeOf(parent, confidence, grading),
    tie: `is held (${words}) by`,
  };
  return [down, up];
}

/** The least sure of the firm rows, or where there are none the surest of the others: a rumour more takes nothing away. */
function confidenceOf({ rows, weak }: MergedHolding): ComplexStep['confidence'] {
  const all = rows.map(({ confidence }) => confidence);
  return weak ? all.reduce(surer) : weakest(all.filter(isFirm));
}

/** By exact bounds: 49.999...9 is no majority, and what ends below 50 is no undecided one. */
function kindOf(row: Holding, share: Share, { majorityFrom, significantFrom }: Grading): HoldingKind {
  if (row.kind === 'branch') return 'branch';
  if (new Fraction(share.min).compare(majorityFrom) >= 0) return 'majority';
  if (mayReach(share, majorityFrom)) return 'undecided';
  return mayReach(share, significantFrom) ? 'minority' : 'small';
}

function mayReach({ max, maxExclusive }: Share, percent: string): boolean {
  const order = new Fraction(max).compare(percent);
  return order > 0 || (order === 0 && !maxExclusive);
}
