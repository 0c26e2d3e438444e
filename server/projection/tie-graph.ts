import { CONFIDENCES, type Confidence } from '../facts/confidence.ts';
import { DAY_MAX, DAY_MIN } from '../facts/dates.ts';
import { type IdIndex, type IdTable, sizeOf } from './id-table.ts';

/** Types of tie that a path may run over. */
export const TIE_TYPES = [
  'OWNS',
  'CONTROLS',
  'INVESTED_IN',
  'AFFILIATED_WITH',
  'OFFICER_OF',
  'OPERATES',
  'PHYSICALLY_LINKED_TO',
] as const;
export type TieType = (typeof TIE_TYPES)[number];

/** Ties one beside the other, in any order: what the graph is built from. */
export interface TieArrays {
  readonly things: IdIndex;
  /** Ids of the ties as `tieIds` writes them. */
  readonly ties: IdTable;
  /** Upper and lower end: positions of things; -1 for one that is not there, whose ties are part of no path. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Type and confidence, as `markOf` gives them. */
  readonly mark: Uint8Array;
  /** Days on which the tie holds, `DAY_MIN` and `DAY_MAX` where open; both left out, or empty, where all are. */
  readonly from?: Int32Array;
  readonly to?: Int32Array;
  /** Exact bounds as numbers of the scale below; both left out, or empty, where no tie has any. */
  readonly shareMin?: Int32Array;
  readonly shareMax?: Int32Array;
  readonly scale: IdTable;
}

/**
 * All things and ties as an undirected graph of flat arrays (design D9); no object for any of them. The steps from
 * thing `i` are `bounds[2 * i] .. bounds[2 * i + 2]`: `neighbour` says where to, `tie` over what. They are sorted by
 * neighbour, the most certain of parallel ties first; from `bounds[2 * i + 1]` on come the leaves: neighbours that have
 * no other one than `i`, so that no path leads past them. Interleaved, because a search wants both at once.
 */
export interface TieGraph extends Required<TieArrays> {
  readonly bounds: Int32Array;
  readonly neighbour: Int32Array;
  readonly tie: Int32Array;
}

const TYPE_BITS = 3;
const TYPE_MASK = 2 ** TYPE_BITS - 1;
const DOUBT_MASK = 3;
/** Set in the mark of a tie with a first or a last day: only such ties are compared with a day. */
export const DATED = 32;

/** Type and confidence of a tie as one byte. */
export function markOf(type: TieType, confidence: Confidence): number {
  return TIE_TYPES.indexOf(type) + (CONFIDENCES.indexOf(confidence) << TYPE_BITS);
}

/** Position of the type in `TIE_TYPES`. */
export function typeIn(mark: number): number {
  return mark & TYPE_MASK;
}

/** Position of the confidence in `CONFIDENCES`: 0 is the strongest. */
export function doubtIn(mark: number): number {
  return (mark >> TYPE_BITS) & DOUBT_MASK;
}

export function typeOf({ mark }: Pick<TieGraph, 'mark'>, tie: number): TieType {
  return TIE_TYPES[typeIn(mark[tie] ?? 0)] ?? 'OWNS';
}

export function confidenceOf({ mark }: Pick<TieGraph, 'mark'>, tie: number): Confidence {
  return CONFIDENCES[doubtIn(mark[tie] ?? 0)] ?? 'inferred';
}

/** True when the tie holds on the day. */
export function holdsOn({ from, to }: Pick<TieGraph, 'from' | 'to'>, tie: number, day: number): boolean {
  return (from[tie] ?? DAY_MIN) <= day && day < (to[tie] ?? DAY_MAX);
}

/** Builds the graph in linear time by counting sorts (Knuth, The Art of Computer Programming 3, 5.2). */
export function buildTieGraph(arrays: TieArrays): TieGraph {
  const none = (): Int32Array => new Int32Array(0);
  const things = sizeOf(arrays.things);
  const start = offsetsOf(arrays, things);
  const byDoubt = stepsByDoubt(arrays, start);
  const whole = {
    ...{ from: none(), to: none(), shareMin: none(), shareMax: none() },
    ...arrays,
  };
  return { ...whole, mark: datedMarks(whole), ...stepsByNeighbour(arrays, start, byDoubt) };
}

function datedMarks({ mark, from, to }: Pick<TieGraph, 'mark' | 'from' | 'to'>): Uint8Array {
  if (from.length === 0) return mark;
  return mark.map((each, tie) => (from[tie] === DAY_MIN && to[tie] === DAY_MAX ? each : each | DATED));
}

type Ends = Pick<TieArrays, 'a' | 'b'>;

/** A tie of a thing with itself, or with something that is not there, leads nowhere. */
function leadsNowhere({ a, b }: Ends, tie: number): boolean {
  return a[tie] === b[tie] || (a[tie] ?? -1) < 0 || (b[tie] ?? -1) < 0;
}

function offsetsOf(ends: Ends, things: number): Int32Array {
  const start = new Int32Array(things + 1);
  for (let tie = 0; tie < ends.a.length; tie += 1) {
    if (leadsNowhere(ends, tie)) continue;
    const [a, b] = [(ends.a[tie] ?? 0) + 1, (ends.b[tie] ?? 0) + 1];
    start[a] = (start[a] ?? 0) + 1;
    start[b] = (start[b] ?? 0) + 1;
  }
  for (let i = 0; i < things; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  return start;
}

/** The ties of each thing, the most certain first. */
function stepsByDoubt(arrays: TieArrays, start: Int32Array): Int32Array {
  const next = start.slice();
  const ties = new Int32Array(start.at(-1) ?? 0);
  const add = (thing: number, tie: number): void => {
    const at = next[thing] ?? 0;
    ties[at] = tie;
    next[thing] = at + 1;
  };
  for (let doubt = 0; doubt < CONFIDENCES.length; doubt += 1) {
    for (let tie = 0; tie < arrays.mark.length; tie += 1) {
      if (doubtIn(arrays.mark[tie] ?? 0) !== doubt || leadsNowhere(arrays, tie)) continue;
      add(arrays.a[tie] ?? 0, tie);
      add(arrays.b[tie] ?? 0, tie);
    }
  }
  return ties;
}

/** Things in ascending order go to each of their neighbours: every list of neighbours is sorted then. */
function stepsByNeighbour(ends: Ends, start: Int32Array, byDoubt: Int32Array) {
  const next = start.slice();
  const neighbour = new Int32Array(byDoubt.length);
  const tie = new Int32Array(byDoubt.length);
  const addAll = (wanted: boolean): void => {
    for (let thing = 0; thing < start.length - 1; thing += 1) {
      if (isLeaf(ends, { start, byDoubt }, thing) !== wanted) continue;
      for (let i = start[thing] ?? 0; i < (start[thing + 1] ?? 0); i += 1) {
        const other = otherEnd(ends, byDoubt[i] ?? 0, thing);
        const at = next[other] ?? 0;
        neighbour[at] = thing;
        tie[at] = byDoubt[i] ?? 0;
        next[other] = at + 1;
      }
    }
  };
  addAll(false);
  const bounds = new Int32Array(2 * start.length - 1);
  for (let thing = 0; thing < start.length; thing += 1) {
    bounds[2 * thing] = start[thing] ?? 0;
    bounds[2 * thing + 1] = next[thing] ?? 0;
  }
  addAll(true);
  return { bounds, neighbour, tie };
}

function isLeaf(
  ends: Ends,
  { start, byDoubt }: { readonly start: Int32Array; readonly byDoubt: Int32Array },
  thing: number,
): boolean {
  const first = start[thing] ?? 0;
  const only = otherEnd(ends, byDoubt[first] ?? 0, thing);
  for (let i = first; i < (start[thing + 1] ?? 0); i += 1)
    if (otherEnd(ends, byDoubt[i] ?? 0, thing) !== only) return false;
  return true;
}

function otherEnd({ a, b }: Ends, tie: number, thing: number): number {
  return (a[tie] === thing ? b[tie] : a[tie]) ?? 0;
}
