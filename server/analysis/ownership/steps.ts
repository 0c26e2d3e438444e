import { type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import { fromDay } from '../../facts/dates.ts';
import { approximate, showShare, UNKNOWN_SHARE } from '../../facts/share.ts';
import { TIE } from '../../projection/flat-ownership.ts';
import type { Step, Tie } from '../verdict.ts';
import { type HeldSum, runningSum, sumBounds } from './held-sum.ts';
import {
  bitsOf,
  contributions,
  isWeakTie,
  kindOf,
  type Moment,
  outcomeOf,
  ownListings,
  tiesUp,
} from './moment.ts';
import { BIT } from './standing.ts';
import { MOST_EXPLAINED, tiersFor } from './tiers.ts';
import { stepText } from './words.ts';

/** Lines told before, by party, first day and tier: verdicts below one party tell the same lines of it. */
export type ToldLines = Map<string, readonly Step[]>;

/** The lines of one verdict; `isCut` where parties further up are explained in their own verdicts alone. */
export interface Explanation {
  readonly steps: Step[];
  readonly isCut: boolean;
}

/**
 * The arithmetic of one verdict, tier by tier from the listed owners down to the party. Each owner is one line
 * with the running sum; owners that are themselves captured or undecided are explained before they are used.
 *
 * @param told keeps lines for the next verdict of the same sweep: each then explains the nearest parties above only; null
 *   to keep none and to explain all of them
 */
export function explain(moment: Moment, party: number, told: ToldLines | null): Explanation {
  const { tiers, isCut } = tiersFor(moment, party, told === null ? Number.POSITIVE_INFINITY : MOST_EXPLAINED);
  const parties = [...tiers].sort(([, a], [, b]) => a - b);
  return { steps: parties.flatMap(([each, tier]) => linesOnce(moment, { party: each, tier }, told)), isCut };
}

interface Told {
  readonly party: number;
  readonly tier: number;
}

function linesOnce(moment: Moment, { party, tier }: Told, told: ToldLines | null): readonly Step[] {
  if (told === null) return linesOf(moment, { party, tier });
  const key = [party, moment.sweep.standings.since(party, moment.day), tier].join(' ');
  const lines = told.get(key) ?? linesOf(moment, { party, tier });
  told.set(key, lines);
  return lines;
}

function linesOf(moment: Moment, { party, tier }: Told): Step[] {
  const ranked = contributions(moment, party).map((tie) => ({ tie, rank: rank(moment, tie) }));
  const ties = ranked.sort((a, b) => a.rank - b.rank).map(({ tie }) => tie);
  const sum = runningSum(moment, party);
  const reach = runningReach(moment, party);
  return ties.map((tie) => lineOf(moment, { party, tier, tie }, { sum: sum(tie), reaches: reach(tie) }));
}

/** Says after each owner of a party, taken one by one, whether those so far reach the threshold. */
function runningReach(moment: Moment, party: number): (tie: number) => Step['reaches'] {
  const { flat } = moment.graph;
  const sums = moment.sweep.sumsOf(party);
  sums.reset(party);
  for (const tie of tiesUp(moment, party)) sums.apply(tie, 0, 1);
  return (tie) => {
    sums.apply(tie, 0, -1);
    sums.apply(tie, bitsOf(moment, flat.owner[tie] ?? 0), 1);
    const bits = sums.bits();
    if ((bits & BIT.certain) !== 0) return 'yes';
    return (bits & BIT.circular) !== 0 ? 'perhaps' : 'no';
  };
}

interface SoFar {
  readonly sum: HeldSum;
  readonly reaches: Step['reaches'];
}

/** Certain owners first, so that the running sum shows what already suffices. */
function rank(moment: Moment, tie: number): number {
  const { flat, facts } = moment.graph;
  const order = ['listed', 'captured', 'cannot-exclude', 'circular', 'not-captured'];
  const outcome = outcomeOf(moment, flat.owner[tie] ?? 0);
  const certain = approximate(facts[tie]?.share.min ?? '0');
  return order.indexOf(outcome) * 1000 - certain + (isWeakTie(moment, tie) ? 500 : 0);
}

function lineOf(
  moment: Moment,
  { party, tier, tie: at }: Told & { readonly tie: number },
  { sum, reaches }: SoFar,
): Step {
  const { graph, sweep } = moment;
  const { flat, parties } = graph;
  const { rows, share } = graph.facts[at] ?? { rows: [], share: UNKNOWN_SHARE };
  const owner = flat.owner[at] ?? 0;
  const tie = tieOf(kindOf(moment, at));
  const held = sumBounds(sum);
  const line = {
    tier,
    party: parties[party]?.id ?? '',
    owner: parties[owner]?.id ?? '',
    ownerOutcome: outcomeOf(moment, owner),
    tie,
    share: tie === 'holding' ? showShare(share) : '',
    shareMin: tie === 'holding' ? share.min : '',
    shareMax: tie === 'holding' ? share.max : '',
    shareMinExclusive: tie === 'holding' && share.minExclusive,
    shareMaxExclusive: tie === 'holding' && share.maxExclusive,
    sumMin: held.min,
    sumMax: held.max,
    sumMinExclusive: held.minExclusive,
    sumMaxExclusive: held.maxExclusive,
    sum: held.text,
    threshold: sweep.test.threshold,
    inclusive: sweep.test.inclusive,
    reaches,
    facts: rows.map((row) => row.id),
    sources: [...new Set(rows.flatMap((row) => row.sources))],
    ...confidencesOf(rows.map((row) => row.confidence)),
    from: fromDay(flat.from[at] ?? 0),
    to: fromDay(flat.to[at] ?? 0),
  };
  const told = {
    party: parties[party]?.name ?? '',
    owner: parties[owner]?.name ?? '',
    isListedSinceUnknown: isListedSinceUnknown(moment, owner),
    rows,
  };
  return { ...line, text: stepText(line, told) };
}

/** Is a party on a list since a day that nobody recorded, and on none since a known one? */
function isListedSinceUnknown(moment: Moment, party: number): boolean {
  const own = ownListings(moment, party);
  return own.length > 0 && own.every(({ listing }) => listing.from === null);
}

/** What firm rows state is not made doubtful by a rumour that says the same. */
function confidencesOf(all: readonly Confidence[]): Pick<Step, 'confidence' | 'leastConfidence'> {
  const firm = all.filter(isFirm);
  return { confidence: weakest(firm.length > 0 ? firm : all), leastConfidence: weakest(all) };
}

function tieOf(kind: number): Tie {
  if (kind === TIE.control) return 'control';
  return kind === TIE.holding ? 'holding' : 'branch';
}
