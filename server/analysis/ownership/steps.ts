import Fraction from 'fraction.js';
import { type Confidence, isFirm, weakest } from '../../facts/confidence.ts';
import { fromDay } from '../../facts/dates.ts';
import { approximate, formatExact, showShare } from '../../facts/share.ts';
import { EDGE_KIND } from '../../projection/ownership-graph.ts';
import type { Step, Tie } from '../verdict.ts';
import { contributions, type DayState, outcomeOf } from './day-state.ts';
import { type Question, reaches, runningReach } from './reach.ts';
import { stepText } from './words.ts';

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

/**
 * The arithmetic of one verdict, tier by tier from the listed owners down to the party. Each owner is one line
 * with the running sum; owners that are themselves captured or undecided are explained before they are used.
 */
export function explain<N>(question: Question<N>, state: DayState, party: number): Step[] {
  const tiers = tiersAbove(question, state, party);
  const parties = [...tiers.keys()].sort((a, b) => (tiers.get(a) ?? 0) - (tiers.get(b) ?? 0));
  return parties.flatMap((each) => linesOf({ question, state, party: each, tier: tiers.get(each) ?? 1 }));
}

/** The party and every undecided or captured party above it, each with its distance below the listed ones. */
function tiersAbove<N>(question: Question<N>, state: DayState, party: number): Map<number, number> {
  const { owner } = question.graph;
  const tiers = new Map<number, number>();
  const visit = (at: number): number => {
    const known = tiers.get(at);
    if (known !== undefined) return known;
    tiers.set(at, 1);
    const above = contributions(question, state, at).map((edge) => owner[edge] ?? 0);
    const depths = above.filter((each) => restsOnOwners(question, state, each)).map(visit);
    const tier = 1 + depths.reduce((deepest, depth) => Math.max(deepest, depth), 0);
    tiers.set(at, tier);
    return tier;
  };
  visit(party);
  return tiers;
}

/**
 * A listed owner stands for itself. Its own owners matter beside it where they may hold it to the threshold, so that a
 * stricter entry further up is not lost behind an unpublished share.
 */
export function restsOnOwners<N>(question: Question<N>, state: DayState, party: number): boolean {
  return !state.listed.has(party) || reaches(question, party, state.perhaps, 'upper');
}

interface LineContext<N> {
  readonly question: Question<N>;
  readonly state: DayState;
  readonly party: number;
  readonly tier: number;
}

function linesOf<N>(context: LineContext<N>): Step[] {
  const { question, state, party } = context;
  const edges = contributions(question, state, party).sort(
    (a, b) => rank(question, state, a) - rank(question, state, b),
  );
  const sum = runningSum(question, state, party);
  const reach = runningReach(question, party);
  return edges.map((edge) => {
    const isCertain = state.certain[question.graph.owner[edge] ?? 0] === 1;
    return lineOf(context, edge, { sum: sum(edge), reaches: reach(edge, isCertain) });
  });
}

interface SoFar {
  readonly sum: HeldSum;
  readonly reaches: Step['reaches'];
}

/** Certain owners first, so that the running sum shows what already suffices. */
function rank<N>({ graph }: Question<N>, state: DayState, edge: number): number {
  const order = ['listed', 'captured', 'cannot-exclude', 'circular', 'not-captured'];
  const outcome = outcomeOf(state, graph.owner[edge] ?? 0);
  const certain = approximate(graph.facts[edge]?.share.min ?? '0');
  return order.indexOf(outcome) * 1000 - certain + (graph.weak[edge] ?? 0) * 500;
}

function lineOf<N>(context: LineContext<N>, edge: number, { sum, reaches }: SoFar): Step {
  const { question, state, party, tier } = context;
  const { graph, test } = question;
  const { rows, share } = graph.facts[edge] ?? {
    rows: [],
    share: { min: '0', max: '100', minExclusive: false, maxExclusive: false, stated: false },
  };
  const owner = graph.owner[edge] ?? 0;
  const tie = tieOf(graph.kind[edge]);
  const line = {
    tier,
    party: graph.parties[party]?.id ?? '',
    owner: graph.parties[owner]?.id ?? '',
    ownerOutcome: outcomeOf(state, owner),
    tie,
    share: tie === 'holding' ? showShare(share) : '',
    shareMin: tie === 'holding' ? share.min : '',
    shareMax: tie === 'holding' ? share.max : '',
    sumMin: formatExact(sum.min),
    sumMax: formatExact(sum.max),
    threshold: test.threshold,
    inclusive: test.inclusive,
    reaches,
    facts: rows.map((row) => row.id),
    sources: [...new Set(rows.flatMap((row) => row.sources))],
    ...confidencesOf(rows.map((row) => row.confidence)),
    from: fromDay(graph.from[edge] ?? 0),
    to: fromDay(graph.to[edge] ?? 0),
  };
  const names = { party: graph.parties[party]?.name ?? '', owner: graph.parties[owner]?.name ?? '' };
  return { ...line, text: stepText(line, names) };
}

/** What firm rows state is not made doubtful by a rumour that says the same. */
function confidencesOf(all: readonly Confidence[]): Pick<Step, 'confidence' | 'leastConfidence'> {
  const firm = all.filter(isFirm);
  return { confidence: weakest(firm.length > 0 ? firm : all), leastConfidence: weakest(all) };
}

function tieOf(kind: number | undefined): Tie {
  if (kind === EDGE_KIND.control) return 'control';
  return kind === EDGE_KIND.branch ? 'branch' : 'holding';
}

/** Sums the given edges of one party: certain owners in the lower bound, all of them in the upper. */
export function sumHeld<N>(
  question: Question<N>,
  state: DayState,
  { party, edges }: { readonly party: number; readonly edges: readonly number[] },
): HeldSum {
  const add = runningSum(question, state, party);
  let sum: HeldSum = { min: ZERO, max: ZERO, capped: false, overAllocated: false };
  for (const edge of edges) sum = add(edge);
  return sum;
}

/** The sum after each edge of one party, taken one by one. */
function runningSum<N>(question: Question<N>, state: DayState, party: number): (edge: number) => HeldSum {
  const { graph } = question;
  const total = certainTotal(question, party);
  const overAllocated = total.compare(HUNDRED) > 0;
  let [min, max, ownMin] = [ZERO, ZERO, ZERO];
  return (edge) => {
    const share = graph.facts[edge]?.share;
    if (share && graph.kind[edge] === EDGE_KIND.holding) {
      if (state.certain[graph.owner[edge] ?? 0] === 1) min = min.add(share.min);
      ownMin = ownMin.add(share.min);
      max = max.add(share.max);
    }
    const left = HUNDRED.sub(total).add(ownMin);
    const isCut = !overAllocated && max.compare(left) > 0;
    return { min, max: isCut ? left : max, capped: isCut && left.compare(HUNDRED) < 0, overAllocated };
  };
}

function certainTotal<N>({ graph, day }: Question<N>, party: number): Fraction {
  let total = new Fraction(0);
  for (let i = graph.up[party] ?? 0; i < (graph.up[party + 1] ?? 0); i += 1) {
    const edge = graph.upEdges[i] ?? 0;
    const active = (graph.from[edge] ?? 0) <= day && day < (graph.to[edge] ?? 0);
    if (active && graph.kind[edge] === EDGE_KIND.holding)
      total = total.add(graph.facts[edge]?.share.min ?? 0);
  }
  return total;
}
