import type { Facts } from '../../facts/facts.ts';
import type { Share } from '../../facts/share.ts';
import {
  EDGE_KIND,
  isActive,
  type OwnershipGraph,
  projectOwnership,
} from '../../projection/ownership-graph.ts';
import { bigTicks, findScale } from '../../projection/ticks.ts';

/** Who owns and controls whom, with every share in exact whole ticks: made once for a group of parties. */
export interface ControlGraph {
  readonly graph: OwnershipGraph;
  /** Bounds of every edge's share; an exclusive bound is one tick inside its limit. */
  readonly min: readonly bigint[];
  readonly max: readonly bigint[];
  /** Ticks of 50 and of 100 percent. */
  readonly half: bigint;
  readonly whole: bigint;
}

/** The same as of one day. */
export interface ControlDay extends ControlGraph {
  readonly day: number;
  /** What all owners of a party hold for certain, where it was asked before. */
  readonly totals: Map<number, bigint>;
}

/** Bounds of what some owners of one party hold together, in ticks. */
export interface Held {
  readonly min: bigint;
  readonly max: bigint;
}

/** Projects parties that bear on each other, with their ties. */
export function projectControl(facts: Pick<Facts, 'parties' | 'holdings' | 'controls'>): ControlGraph {
  const graph = projectOwnership(facts);
  const percents = new Set(['50']);
  for (const { share } of graph.facts) percents.add(share.min).add(share.max);
  const ticks = bigTicks(findScale(percents, graph.maxOwners));
  const lower = once(ticks.lower, (share) => `${share.min}${share.minExclusive}`);
  const upper = once(ticks.upper, (share) => `${share.max}${share.maxExclusive}`);
  return {
    graph,
    min: graph.facts.map(({ share }) => lower(share)),
    max: graph.facts.map(({ share }) => upper(share)),
    half: ticks.of('50'),
    whole: ticks.whole,
  };
}

/** A register has millions of holdings and few different shares. */
function once(convert: (share: Share) => bigint, keyOf: (share: Share) => string): (share: Share) => bigint {
  const known = new Map<string, bigint>();
  return (share) => {
    const key = keyOf(share);
    const ticks = known.get(key) ?? convert(share);
    known.set(key, ticks);
    return ticks;
  };
}

/** @param day days since 1970-01-01 */
export function controlOn(control: ControlGraph, day: number): ControlDay {
  return { ...control, day, totals: new Map() };
}

/** Ties from a party to what it owns or controls that day. */
export function* edgesDown({ graph, day }: ControlDay, party: number): Generator<number> {
  for (let edge = graph.down[party] ?? 0; edge < (graph.down[party + 1] ?? 0); edge += 1)
    if (isActive(graph, edge, day)) yield edge;
}

/** Ties from owners and controllers of a party that day. */
export function* edgesUp({ graph, day }: ControlDay, party: number): Generator<number> {
  for (let at = graph.up[party] ?? 0; at < (graph.up[party + 1] ?? 0); at += 1) {
    const edge = graph.upEdges[at] ?? 0;
    if (isActive(graph, edge, day)) yield edge;
  }
}

/** What all owners of a party hold for certain; more than the whole where the recorded holdings contradict. */
export function certainTotal(control: ControlDay, party: number): bigint {
  const known = control.totals.get(party);
  if (known !== undefined) return known;
  let total = 0n;
  for (const edge of edgesUp(control, party))
    if (control.graph.kind[edge] === EDGE_KIND.holding) total += control.min[edge] ?? 0n;
  control.totals.set(party, total);
  return total;
}

/**
 * The most that some owners of a party can hold together: their upper bounds, or what the certain shares of all others
 * leave of 100 percent. Holdings that contradict each other are not cut.
 */
export function atMost(control: ControlDay, party: number, held: Held): bigint {
  const total = certainTotal(control, party);
  if (total > control.whole) return held.max;
  const left = control.whole - total + held.min;
  return held.max < left ? held.max : left;
}
