import { isFirm } from '../facts/confidence.ts';
import { DAY_MAX, DAY_MIN, toDay } from '../facts/dates.ts';
import type { Control, Facts, Holding, Party } from '../facts/facts.ts';
import { type Share, UNKNOWN_SHARE } from '../facts/share.ts';
import { type MergedHolding, mergeHoldings } from './merge-holdings.ts';

/** How an edge can make the owned party restricted. */
export const EDGE_KIND = { holding: 0, branch: 1, control: 2 } as const;

/** The facts behind one edge. */
interface EdgeFacts {
  readonly rows: readonly (Holding | Control)[];
  readonly share: Share;
  /** The share as firm rows alone state it. */
  readonly firmShare: Share;
  readonly conflicting: boolean;
}

/**
 * Who owns and controls whom, as flat arrays (design D9). Edges are sorted by owner, so the edges down from party
 * `p` are `down[p]` to `down[p + 1]`; those up to its owners are listed in `upEdges` between `up[p]` and `up[p + 1]`.
 */
export interface OwnershipGraph {
  readonly parties: readonly Party[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  /** Day numbers; `DAY_MIN` and `DAY_MAX` where the end is unknown or open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  /** 1 where only reported or inferred facts are behind the edge. */
  readonly weak: Uint8Array;
  readonly facts: readonly EdgeFacts[];
  readonly down: Int32Array;
  readonly up: Int32Array;
  readonly upEdges: Int32Array;
  /** The most edges that end at one party; bounds every sum. */
  readonly maxOwners: number;
}

interface Edge {
  readonly owner: number;
  readonly owned: number;
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly weak: boolean;
  readonly facts: EdgeFacts;
}

/** Projects holdings and control links to flat arrays. Every party has an index, also those that own nothing. */
export function projectOwnership(facts: Pick<Facts, 'parties' | 'holdings' | 'controls'>): OwnershipGraph {
  const indexOf = new Map(facts.parties.map((party, index) => [party.id, index]));
  const at = (id: string): number => indexOf.get(id) ?? -1;
  const edges = [
    ...holdingEdges(facts.holdings, at),
    ...facts.controls.map((control) => controlEdge(control, at)),
  ];
  edges.sort((a, b) => a.owner - b.owner || a.owned - b.owned || a.from - b.from);
  const down = offsets(
    edges.map((edge) => edge.owner),
    facts.parties.length,
  );
  const { up, upEdges } = incoming(edges, facts.parties.length);
  return {
    parties: facts.parties,
    indexOf,
    owner: Int32Array.from(edges, (edge) => edge.owner),
    owned: Int32Array.from(edges, (edge) => edge.owned),
    from: Int32Array.from(edges, (edge) => edge.from),
    to: Int32Array.from(edges, (edge) => edge.to),
    kind: Uint8Array.from(edges, (edge) => edge.kind),
    weak: Uint8Array.from(edges, (edge) => (edge.weak ? 1 : 0)),
    facts: edges.map((edge) => edge.facts),
    down,
    up,
    upEdges,
    maxOwners: widest(up),
  };
}

/** True when the edge holds on the day. */
export function isActive(graph: OwnershipGraph, edge: number, day: number): boolean {
  return (graph.from[edge] ?? DAY_MAX) <= day && day < (graph.to[edge] ?? DAY_MIN);
}

function holdingEdges(holdings: readonly Holding[], at: (id: string) => number): Edge[] {
  const pairs = new Map<string, Holding[]>();
  for (const holding of holdings) {
    const key = JSON.stringify([holding.owner, holding.owned, holding.kind === 'branch']);
    const rows = pairs.get(key);
    if (rows) rows.push(holding);
    else pairs.set(key, [holding]);
  }
  return [...pairs.values()].flatMap((rows) => mergeHoldings(rows).map((merged) => holdingEdge(merged, at)));
}

function holdingEdge(merged: MergedHolding, at: (id: string) => number): Edge {
  const { rows, share, firmShare, conflicting, weak } = merged;
  const first = rows[0];
  return {
    owner: at(first?.owner ?? ''),
    owned: at(first?.owned ?? ''),
    from: toDay(merged.from, DAY_MIN),
    to: toDay(merged.to, DAY_MAX),
    kind: first?.kind === 'branch' ? EDGE_KIND.branch : EDGE_KIND.holding,
    weak,
    facts: { rows, share, firmShare, conflicting },
  };
}

function controlEdge(control: Control, at: (id: string) => number): Edge {
  return {
    owner: at(control.controller),
    owned: at(control.controlled),
    from: toDay(control.from, DAY_MIN),
    to: toDay(control.to, DAY_MAX),
    kind: EDGE_KIND.control,
    weak: !isFirm(control.confidence),
    facts: { rows: [control], share: UNKNOWN_SHARE, firmShare: UNKNOWN_SHARE, conflicting: false },
  };
}

function offsets(sorted: readonly number[], size: number): Int32Array {
  const result = new Int32Array(size + 1);
  for (const value of sorted) result[value + 1] = (result[value + 1] ?? 0) + 1;
  for (let i = 0; i < size; i += 1) result[i + 1] = (result[i + 1] ?? 0) + (result[i] ?? 0);
  return result;
}

function incoming(edges: readonly Edge[], size: number): { up: Int32Array; upEdges: Int32Array } {
  const order = edges
    .map((edge, index) => ({ owned: edge.owned, index }))
    .sort((a, b) => a.owned - b.owned || a.index - b.index);
  const up = offsets(
    order.map((each) => each.owned),
    size,
  );
  return { up, upEdges: Int32Array.from(order, (each) => each.index) };
}

function widest(up: Int32Array): number {
  let most = 0;
  for (let i = 1; i < up.length; i += 1) most = Math.max(most, (up[i] ?? 0) - (up[i - 1] ?? 0));
  return most;
}
