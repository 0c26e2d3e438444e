import Fraction from 'fraction.js';
import { weakest } from '../../normalise/confidence.ts';
import { fromDay } from '../../normalise/dates.ts';
import { formatExact, showShare } from '../../normalise/share.ts';
import { EDGE_KIND } from '../../projection/ownership-graph.ts';
import type { Step, Tie } from '../verdict.ts';
import { contributions, type DayState, outcomeOf } from './day-state.ts';
import { type Question, reaches } from './reach.ts';
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
    const depths = above.filter((each) => !state.listed.has(each)).map(visit);
    const tier = 1 + Math.max(0, ...depths);
    tiers.set(at, tier);
    return tier;
  };
  visit(party);
  return tiers;
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
  return edges.map((edge, index) => lineOf(context, edge, edges.slice(0, index + 1)));
}

/** Certain owners first, so that the running sum shows what already suffices. */
function rank<N>({ graph }: Question<N>, state: DayState, edge: number): number {
  const order = ['listed', 'captured', 'cannot-exclude', 'circular', 'not-captured'];
  const outcome = outcomeOf(state, graph.owner[edge] ?? 0);
  const certain = Number(graph.facts[edge]?.share.min ?? 0);
  return order.indexOf(outcome) * 1000 - certain + (graph.weak[edge] ?? 0) * 500;
}

function lineOf<N>(context: LineContext<N>, edge: number, soFar: readonly number[]): Step {
  const { question, state, party, tier } = context;
  const { graph, test } = question;
  const { rows, share } = graph.facts[edge] ?? {
    rows: [],
    share: { min: '0', max: '100', minExclusive: false, maxExclusive: false, stated: false },
  };
  const owner = graph.owner[edge] ?? 0;
  const sum = sumHeld(question, state, { party, edges: soFar });
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
    reaches: reachesNow(context, soFar),
    facts: rows.map((row) => row.id),
    sources: [...new Set(rows.flatMap((row) => row.sources))],
    confidence: weakest(rows.map((row) => row.confidence)),
    from: fromDay(graph.from[edge] ?? 0),
    to: fromDay(graph.to[edge] ?? 0),
  };
  const names = { party: graph.parties[party]?.name ?? '', owner: graph.parties[owner]?.name ?? '' };
  return { ...line, text: stepText(line, names) };
}

function tieOf(kind: number | undefined): Tie {
  if (kind === EDGE_KIND.control) return 'control';
  return kind === EDGE_KIND.branch ? 'branch' : 'holding';
}

/** Whether the owners of these edges, alone, reach the threshold: asked of the same exact sums that decide. */
function reachesNow<N>(
  { question, state, party }: LineContext<N>,
  soFar: readonly number[],
): Step['reaches'] {
  const { graph } = question;
  const certain = new Uint8Array(graph.parties.length);
  const all = new Uint8Array(graph.parties.length);
  for (const edge of soFar) {
    const owner = graph.owner[edge] ?? 0;
    certain[owner] = state.certain[owner] ?? 0;
    all[owner] = 1;
  }
  if (reaches(question, party, certain, 'lower')) return 'yes';
  return reaches(question, party, all, 'upper') ? 'perhaps' : 'no';
}

/** Sums the given edges of one party: certain owners in the lower bound, all of them in the upper. */
export function sumHeld<N>(
  question: Question<N>,
  state: DayState,
  { party, edges }: { readonly party: number; readonly edges: readonly number[] },
): HeldSum {
  const { graph } = question;
  let [min, max, ownMin] = [new Fraction(0), new Fraction(0), new Fraction(0)];
  for (const edge of edges) {
    if (graph.kind[edge] !== EDGE_KIND.holding) continue;
    const share = graph.facts[edge]?.share;
    const certain = state.certain[graph.owner[edge] ?? 0] === 1;
    if (certain) min = min.add(share?.min ?? 0);
    ownMin = ownMin.add(share?.min ?? 0);
    max = max.add(share?.max ?? 0);
  }
  const others = certainTotal(question, party).sub(ownMin);
  const left = HUNDRED.sub(others);
  const overAllocated = others.add(ownMin).compare(HUNDRED) > 0;
  const capped = !overAllocated && max.compare(left) > 0;
  return { min, max: capped ? left : max, capped: capped && left.compare(HUNDRED) < 0, overAllocated };
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
