import { isActive } from '../../projection/ownership-graph.ts';
import type { Outcome } from '../verdict.ts';
import { greatestFixpoint, leastFixpoint } from './fixpoints.ts';
import type { Question } from './reach.ts';
import { listedOn, type RestrictedListing } from './restricted-owners.ts';

/** Who is what, on one day, under one regime. Masks over all parties. */
export interface DayState {
  readonly day: number;
  /** Listings that count on this day, by party index. */
  readonly listed: ReadonlyMap<number, readonly RestrictedListing[]>;
  /** Restricted for certain, perhaps, and perhaps without weak facts. */
  readonly certain: Uint8Array;
  readonly perhaps: Uint8Array;
  readonly firmPerhaps: Uint8Array;
  /** Restricted if circles of holdings hold themselves up. */
  readonly circular: Uint8Array;
  /** The same without weak facts. */
  readonly firmCircular: Uint8Array;
}

/** Evaluates one component on one day. Null when nobody in it is listed then: nothing to say. */
export function evaluateDay<N>(
  question: Question<N>,
  listings: ReadonlyMap<string, readonly RestrictedListing[]>,
): DayState | null {
  const { graph, day } = question;
  const listed = new Map<number, readonly RestrictedListing[]>();
  for (const [index, party] of graph.parties.entries()) {
    const active = listedOn(listings.get(party.id), day);
    if (active.length > 0) listed.set(index, active);
  }
  if (listed.size === 0) return null;
  const all = [...listed.keys()];
  const sure = all.filter((party) => listed.get(party)?.some((entry) => entry.certain));
  const firm = all.filter((party) => listed.get(party)?.some((entry) => entry.firm));
  return {
    day,
    listed,
    certain: leastFixpoint(question, sure, 'lower'),
    perhaps: leastFixpoint(question, all, 'upper'),
    firmPerhaps: leastFixpoint(question, firm, 'firm-upper'),
    circular: greatestFixpoint(question, all, 'upper'),
    firmCircular: greatestFixpoint(question, firm, 'firm-upper'),
  };
}

/** The outcome of one party, before exemptions. */
export function outcomeOf(state: DayState, party: number): Outcome {
  if (state.listed.get(party)?.some(({ certain }) => certain)) return 'listed';
  if (state.certain[party] === 1) return 'captured';
  if (state.perhaps[party] === 1) return 'cannot-exclude';
  return state.circular[party] === 1 ? 'circular' : 'not-captured';
}

/** The ties through which restricted owners bear on a party that day: edges up, in order of the graph. */
export function contributions<N>(question: Question<N>, state: DayState, party: number): number[] {
  const { graph, day, test } = question;
  const edges: number[] = [];
  for (let i = graph.up[party] ?? 0; i < (graph.up[party + 1] ?? 0); i += 1) {
    const edge = graph.upEdges[i] ?? 0;
    if (!isActive(graph, edge, day) || outcomeOf(state, graph.owner[edge] ?? 0) === 'not-captured') continue;
    const isControl = graph.facts[edge]?.rows.some((row) => 'controller' in row) ?? false;
    if (!isControl || test.control) edges.push(edge);
  }
  return edges;
}
