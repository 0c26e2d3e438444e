import { certainty, type TieGraph, type TieType } from '../../projection/tie-graph.ts';

/** Which ties a path may use. */
export interface PathFilter {
  readonly types: readonly TieType[];
  /** Holdings whose upper bound lies below this are passed over; percent. */
  readonly minShare: number;
  /** Day number on which every tie must hold; null for any day. */
  readonly day: number | null;
  /** Most ties in a path. */
  readonly maxLength: number;
}

/** A path as things and ties, in order. */
export interface RankedPath {
  readonly things: readonly number[];
  readonly ties: readonly number[];
}

/**
 * The `count` shortest paths without loops between two things, shortest first, the one with the least certain tie last among equals.
 * Yen's algorithm (1971) over breadth-first searches; parallel ties count as one step over the most certain.
 */
export function rankedPaths(graph: TieGraph, ends: Ends, filter: PathFilter, count: number): RankedPath[] {
  const first = ends.from === ends.to ? null : shortest(graph, ends, filter, NOTHING_BARRED);
  if (first === null) return [];
  const found = [first];
  const candidates = new Map<string, RankedPath>();
  while (found.length < count) {
    const last = found.at(-1);
    if (!last) break;
    for (const path of detours(graph, ends.to, filter, { last, found }))
      candidates.set(path.things.join(), path);
    const next = [...candidates.values()].sort((a, b) => compare(graph, a, b))[0];
    if (!next) break;
    candidates.delete(next.things.join());
    found.push(next);
  }
  return found.sort((a, b) => compare(graph, a, b));
}

interface Barred {
  readonly things: ReadonlySet<number>;
  /** First steps from the start that are taken by paths already found. */
  readonly firstSteps: ReadonlySet<number>;
}

const NOTHING_BARRED: Barred = { things: new Set(), firstSteps: new Set() };

function* detours(
  graph: TieGraph,
  to: number,
  filter: PathFilter,
  { last, found }: { readonly last: RankedPath; readonly found: readonly RankedPath[] },
): Generator<RankedPath> {
  for (let at = 0; at < last.things.length - 1; at += 1) {
    const root = last.things.slice(0, at + 1);
    const same = found.filter((path) => root.every((thing, index) => path.things[index] === thing));
    const barred = {
      things: new Set(root.slice(0, -1)),
      firstSteps: new Set(same.map((path) => path.things[at + 1] ?? -1)),
    };
    const rest = { ...filter, maxLength: filter.maxLength - at };
    const spur = shortest(graph, { from: last.things[at] ?? -1, to }, rest, barred);
    if (spur)
      yield {
        things: [...root.slice(0, -1), ...spur.things],
        ties: [...last.ties.slice(0, at), ...spur.ties],
      };
  }
}

type Ends = { readonly from: number; readonly to: number };
type Arrivals = Map<number, { thing: number; tie: number }>;

function shortest(
  graph: TieGraph,
  { from, to }: Ends,
  filter: PathFilter,
  barred: Barred,
): RankedPath | null {
  const before: Arrivals = new Map([[from, { thing: -1, tie: -1 }]]);
  let level = [from];
  for (let length = 1; length <= filter.maxLength && level.length > 0; length += 1) {
    level = level.flatMap((thing) => arrive(graph, { thing, from }, filter, { before, barred }));
    if (before.has(to)) return trace(before, to);
  }
  return null;
}

interface Search {
  readonly before: Arrivals;
  readonly barred: Barred;
}

/** Goes one step from a thing to those not reached yet, and notes how each was reached. */
function arrive(
  graph: TieGraph,
  { thing, from }: { readonly thing: number; readonly from: number },
  filter: PathFilter,
  { before, barred }: Search,
): number[] {
  return steps(graph, thing, filter).flatMap(([other, tie]) => {
    if (before.has(other) || barred.things.has(other)) return [];
    if (thing === from && barred.firstSteps.has(other)) return [];
    before.set(other, { thing, tie });
    return [other];
  });
}

/** Neighbours with the most certain tie to each, the certain ones first. */
function steps(graph: TieGraph, thing: number, filter: PathFilter): [number, number][] {
  const best = new Map<number, number>();
  for (let i = graph.start[thing] ?? 0; i < (graph.start[thing + 1] ?? 0); i += 1) {
    const tie = graph.ties[i] ?? 0;
    if (!allowed(graph, tie, filter)) continue;
    const other = graph.a[tie] === thing ? (graph.b[tie] ?? 0) : (graph.a[tie] ?? 0);
    const known = best.get(other);
    if (known === undefined || rankOf(graph, tie) < rankOf(graph, known)) best.set(other, tie);
  }
  return [...best].sort(([, a], [, b]) => rankOf(graph, a) - rankOf(graph, b));
}

function allowed(graph: TieGraph, tie: number, { types, minShare, day }: PathFilter): boolean {
  const fact = graph.facts[tie];
  if (!fact?.type || !types.includes(fact.type)) return false;
  if (fact.shareMax !== null && fact.shareMax < minShare) return false;
  return day === null || (fact.from <= day && day < fact.to);
}

function rankOf(graph: TieGraph, tie: number): number {
  const fact = graph.facts[tie];
  return fact ? certainty(fact) : Number.MAX_SAFE_INTEGER;
}

function trace(before: Arrivals, to: number): RankedPath {
  const things: number[] = [];
  const ties: number[] = [];
  for (let at = to; at !== -1; at = before.get(at)?.thing ?? -1) {
    things.unshift(at);
    const tie = before.get(at)?.tie ?? -1;
    if (tie !== -1) ties.unshift(tie);
  }
  return { things, ties };
}

function compare(graph: TieGraph, a: RankedPath, b: RankedPath): number {
  const doubts = (path: RankedPath): number[] => path.ties.map((tie) => rankOf(graph, tie));
  const worst = (path: RankedPath): number => Math.max(...doubts(path));
  const sum = (path: RankedPath): number => doubts(path).reduce((total, doubt) => total + doubt, 0);
  return (
    a.ties.length - b.ties.length ||
    worst(a) - worst(b) ||
    sum(a) - sum(b) ||
    a.things.join().localeCompare(b.things.join())
  );
}
