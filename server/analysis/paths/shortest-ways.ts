import { doubtOf } from './filter.ts';
import type { Searcher } from './meet.ts';
import type { Side } from './side.ts';

/**
 * All shortest ways between two things, as steps between numbered places. The steps from place `i` are
 * `start[i] .. start[i + 1]`, with the place they lead to, their tie and its doubt. A step leads to a place that stands
 * earlier in `order`: first the end, last the start.
 */
export interface ShortestWays {
  readonly length: number;
  /** Place where all ways begin. */
  readonly first: number;
  readonly end: number;
  readonly things: Int32Array;
  readonly order: Int32Array;
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly ties: Int32Array;
  readonly doubts: Uint8Array;
  /** Least sums of doubts to the end, by the greatest doubt that counts; made when asked for. */
  readonly sums: (Int32Array | undefined)[];
  /** Best steps from places with very many, made when asked for. */
  readonly fewBest: Map<number, readonly number[]>;
}

/** Steps that lie on a shortest way: from which place, to which, over which tie. */
interface Kept {
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  readonly ties: Int32Array;
  count: number;
}

/** Takes the shortest ways out of two sides that have met: from where they touch, back to either end. */
export function shortestWays(searcher: Searcher): ShortestWays {
  const { forward, backward, places } = searcher;
  const most = forward.steps.length + backward.steps.length;
  const numbers = (): Int32Array => new Int32Array(most);
  const kept: Kept = { tails: numbers(), heads: numbers(), ties: numbers(), count: 0 };
  const middle = places.size;
  collect(searcher, backward, kept);
  const behind = places.size;
  collect(searcher, forward, kept);
  return {
    length: forward.depth + backward.depth,
    first: places.of(forward.root),
    end: places.of(backward.root),
    things: places.things(),
    order: fromTheEnd(middle, behind, places.size),
    ...byStart(searcher, kept),
    ...{ sums: [], fewBest: new Map() },
  };
}

/** Goes back level by level, and keeps the steps to things that are kept. */
function collect(searcher: Searcher, side: Side, kept: Kept): void {
  let end = side.steps.length;
  for (let level = side.depth; level > 0; level -= 1) {
    const first = side.stepLevels[level] ?? 0;
    keepLevel(searcher, side, { first, end, kept });
    end = first;
  }
}

interface Level {
  readonly first: number;
  readonly end: number;
  readonly kept: Kept;
}

function keepLevel({ graph, forward, places }: Searcher, side: Side, { first, end, kept }: Level): void {
  const { neighbour, tie } = graph;
  const [steps, nears] = [side.steps.numbers, side.nears.numbers];
  const isForward = side === forward;
  const { ties } = kept;
  const [fars, roots] = isForward ? [kept.heads, kept.tails] : [kept.tails, kept.heads];
  let { count } = kept;
  for (let i = first; i < end; i += 1) {
    const step = steps[i] ?? 0;
    const far = places.of(neighbour[step] ?? 0);
    if (far < 0) continue;
    fars[count] = far;
    roots[count] = places.give(nears[i] ?? 0);
    ties[count] = tie[step] ?? 0;
    count += 1;
  }
  kept.count = count;
}

/** Places were numbered in the middle first, then on to the end, then back to the start. */
function fromTheEnd(middle: number, behind: number, count: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i += 1) order[i] = i < behind - middle ? behind - 1 - i : i - (behind - middle);
  for (let i = behind; i < count; i += 1) order[i] = i;
  return order;
}

/** The steps sorted by the place they start from. */
function byStart({ graph, places }: Searcher, { tails, heads, ties, count }: Kept) {
  const start = new Int32Array(places.size + 1);
  for (let i = 0; i < count; i += 1) {
    const slot = (tails[i] ?? 0) + 1;
    start[slot] = (start[slot] ?? 0) + 1;
  }
  for (let i = 0; i < places.size; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const next = start.slice();
  const target = new Int32Array(count);
  const sorted = new Int32Array(count);
  const doubts = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const [tail, tie] = [tails[i] ?? 0, ties[i] ?? 0];
    const at = next[tail] ?? 0;
    target[at] = heads[i] ?? 0;
    sorted[at] = tie;
    doubts[at] = doubtOf(graph, tie);
    next[tail] = at + 1;
  }
  return { start, target, ties: sorted, doubts };
}
