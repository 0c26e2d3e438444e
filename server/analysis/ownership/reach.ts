import { EDGE_KIND, isActive, type OwnershipGraph } from '../../projection/ownership-graph.ts';
import type { Ticks } from '../../projection/ticks.ts';
import type { RegimeTest } from '../../regulation/read.ts';

/**
 * Which bound of every share is used. `firm-upper` is `upper` without reported and inferred facts: what it does
 * not reach and `upper` does is undecided only because of them.
 */
export type Bound = 'lower' | 'upper' | 'firm-upper';

/** One regime's test on one day over one graph. */
export interface Question<N> {
  readonly graph: OwnershipGraph;
  readonly shares: EdgeTicks<N>;
  readonly test: RegimeTest;
  /** Ticks of the threshold, null where no share captures. */
  readonly threshold: N | null;
  readonly day: number;
}

/** Ticks of both bounds of every edge. */
export interface EdgeTicks<N> {
  readonly ticks: Ticks<N>;
  readonly min: readonly N[];
  readonly max: readonly N[];
  /** Upper bounds without what reported and inferred rows add. */
  readonly firmMax: readonly N[];
}

interface Sums<N> {
  readonly heldMin: N;
  readonly heldMax: N;
  readonly allMin: N;
}

/**
 * Do the members together reach the threshold in `party`, or tie it by a branch or control that counts?
 *
 * Sums direct holdings of members only; nothing is multiplied (Supp. No. 8 to Part 744; OFAC FAQ 401). The upper
 * bound never exceeds what other owners' certain shares leave of 100 percent, unless the rows already add up to
 * more than that.
 */
export function reaches<N>(question: Question<N>, party: number, members: Uint8Array, bound: Bound): boolean {
  const sums = sumUp(question, party, members, bound);
  if (sums === 'tied') return true;
  return passes(question, bound === 'lower' ? sums.heldMin : capped(question.shares.ticks, sums));
}

function passes<N>({ threshold, test, shares }: Question<N>, sum: N): boolean {
  if (threshold === null) return false;
  const order = shares.ticks.arithmetic.compare(sum, threshold);
  return test.inclusive ? order >= 0 : order > 0;
}

/** The upper sum, or what is left of 100 percent after everybody else's certain shares, if that is less. */
function capped<N>({ arithmetic, whole }: Ticks<N>, { heldMin, heldMax, allMin }: Sums<N>): N {
  if (arithmetic.compare(allMin, whole) > 0) return heldMax;
  const left = arithmetic.add(arithmetic.subtract(whole, allMin), heldMin);
  return arithmetic.compare(heldMax, left) <= 0 ? heldMax : left;
}

function sumUp<N>(question: Question<N>, party: number, members: Uint8Array, bound: Bound): Sums<N> | 'tied' {
  const { graph, shares } = question;
  const { add, zero } = shares.ticks.arithmetic;
  const most = bound === 'firm-upper' ? shares.firmMax : shares.max;
  const counts = (edge: number): boolean => bound !== 'firm-upper' || graph.weak[edge] !== 1;
  let [heldMin, heldMax, allMin] = [zero, zero, zero];
  for (const edge of activeOwners(question, party)) {
    const isMember = members[graph.owner[edge] ?? 0] === 1;
    if (graph.kind[edge] !== EDGE_KIND.holding) {
      if (isMember && tiesDirectly(question, edge, bound)) return 'tied';
      continue;
    }
    const min = shares.min[edge] ?? zero;
    allMin = add(allMin, min);
    if (!isMember || !counts(edge)) continue;
    heldMin = add(heldMin, min);
    heldMax = add(heldMax, most[edge] ?? zero);
  }
  return { heldMin, heldMax, allMin };
}

function* activeOwners<N>({ graph, day }: Question<N>, party: number): Generator<number> {
  for (let i = graph.up[party] ?? 0; i < (graph.up[party + 1] ?? 0); i += 1) {
    const edge = graph.upEdges[i] ?? 0;
    if (isActive(graph, edge, day)) yield edge;
  }
}

/** What all owners of a party hold for certain that day, in ticks: it bounds what is left for the others. */
export function certainOfAll<N>(question: Question<N>, party: number): N {
  const { add, zero } = question.shares.ticks.arithmetic;
  let sum = zero;
  for (const edge of activeOwners(question, party))
    if (question.graph.kind[edge] === EDGE_KIND.holding) sum = add(sum, question.shares.min[edge] ?? zero);
  return sum;
}

/** Does a branch or control edge capture by itself under this test? Weak facts only do in the upper bound. */
function tiesDirectly<N>({ graph, test }: Question<N>, edge: number, bound: Bound): boolean {
  if (graph.weak[edge] === 1 && bound !== 'upper') return false;
  if (graph.kind[edge] === EDGE_KIND.control) return test.control;
  if (graph.kind[edge] !== EDGE_KIND.branch) return false;
  if (test.branches === 'all') return true;
  const home = graph.parties[graph.owner[edge] ?? 0]?.jurisdiction ?? null;
  const place = graph.parties[graph.owned[edge] ?? 0]?.jurisdiction ?? null;
  // Where either is not known, the branch may well be in the same country.
  return home === null || place === null ? bound !== 'lower' : home === place;
}
