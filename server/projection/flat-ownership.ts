import Fraction from 'fraction.js';
import { DAY_MAX, DAY_MIN } from '../facts/dates.ts';

/**
 * What one tie is, as one byte: its kind, and `TIE_WEAK` added where only reported or inferred facts are behind it.
 * A branch in its owner's country, or in another, differs under some regimes; `branch` alone leaves it open.
 */
export const TIE = { holding: 0, branch: 1, control: 2, branchAtHome: 3, branchAbroad: 4 } as const;
export const TIE_WEAK = 8;
/** One more than the greatest byte of a tie: the size of a table over all of them. */
export const TIE_CODES = 16;

/** Whole ticks: `Int32Array` where every sum fits, else doubles, which hold whole numbers to 2 ** 53. */
export type TickArray = Int32Array | Float64Array;

/** Ties one beside the other, in any order: what flat ownership is built from. */
export interface TieArrays {
  /** How many parties there are; owner and owned are numbers below it. */
  readonly parties: number;
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  /** Bytes made of `TIE` and `TIE_WEAK`; left out where all are firm holdings. */
  readonly tie?: Uint8Array;
  /** Day numbers, `DAY_MIN` and `DAY_MAX` where open; left out where all are. */
  readonly from?: Int32Array;
  readonly to?: Int32Array;
  /** Bounds in ticks, as `mergeHoldings` widens them: the lower one of a weak tie is 0. */
  readonly min: TickArray;
  readonly max: TickArray;
  /** The upper bound without what weak rows add; left out where none does. */
  readonly firmMax?: TickArray;
  /** Ticks in one percent. */
  readonly perPercent: number;
  /** 1 for a party of whose owners a share is no whole number of ticks; left out where there is none. */
  readonly odd?: Uint8Array | null;
}

/**
 * Holdings and control links as flat typed arrays (design D9), at most 56 bytes a holding where there are two for each
 * party. Ties are sorted by owner: those down from party `p` are `down[p]` to `down[p + 1]`; those up to its owners
 * are listed in `upTies` between `up[p]` and `up[p + 1]`, in order of the owners.
 */
export interface FlatOwnership {
  readonly parties: number;
  readonly down: Int32Array;
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  readonly tie: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly min: TickArray;
  readonly max: TickArray;
  readonly firmMax: TickArray;
  readonly up: Int32Array;
  readonly upTies: Int32Array;
  /** What all owners of a party hold for certain, on all days together. */
  readonly certain: TickArray;
  /** 1 for a party of whose owners a share is no whole number of ticks, so that it is summed by itself; null if none. */
  readonly odd: Uint8Array | null;
  /** Ticks of 100 percent. */
  readonly whole: number;
  /** The days on which any tie begins or ends, ascending. */
  readonly days: Int32Array;
  /** False when every tie holds always, so that no day needs to be looked at. */
  readonly isDated: boolean;
  /** The most ties that end at one party; bounds every sum. */
  readonly maxOwners: number;
}

/**
 * Builds flat ownership in linear time, by counting sorts (Knuth, The Art of Computer Programming 3, 5.2); no object is
 * made for any tie. Ties of one owner stay in the order in which they are given.
 *
 * @returns the arrays, and where each tie stood in the given ones
 * @throws RangeError when a sum could leave the whole numbers that a double holds
 */
export function flatOwnership(ties: TieArrays): { readonly flat: FlatOwnership; readonly order: Int32Array } {
  const { parties, perPercent } = ties;
  const { offsets: down, order } = countingSort(ties.owner, parties);
  const { offsets: up, order: upTies } = countingSort(inOrder(ties.owned, order), parties);
  const whole = 100 * perPercent;
  const maxOwners = widest(up);
  const ticks = (length: number): TickArray => tickArray(length, whole, maxOwners);
  const sorted = (values: TickArray): TickArray => ticksInOrder(values, order, ticks(order.length));
  const max = sorted(ties.max);
  const flat = {
    ...{ parties, down, max, up, upTies, whole, maxOwners, odd: ties.odd ?? null },
    owner: inOrder(ties.owner, order),
    owned: inOrder(ties.owned, order),
    tie: bytesInOrder(ties.tie ?? new Uint8Array(order.length), order),
    from: ties.from ? inOrder(ties.from, order) : new Int32Array(order.length).fill(DAY_MIN),
    to: ties.to ? inOrder(ties.to, order) : new Int32Array(order.length).fill(DAY_MAX),
    min: sorted(ties.min),
    firmMax: ties.firmMax === undefined ? max : sorted(ties.firmMax),
  };
  const days = changeDays(flat);
  const certain = certainOfAll(flat, ticks(parties));
  return { flat: { ...flat, days, isDated: days.length > 0, certain }, order };
}

function changeDays({ from, to }: Pick<FlatOwnership, 'from' | 'to'>): Int32Array {
  const days = new Set<number>();
  for (let at = 0; at < from.length; at += 1) {
    if (from[at] !== DAY_MIN) days.add(from[at] ?? 0);
    if (to[at] !== DAY_MAX) days.add(to[at] ?? 0);
  }
  return Int32Array.from(days).sort();
}

function certainOfAll(
  { owned, tie, min }: Pick<FlatOwnership, 'owned' | 'tie' | 'min'>,
  into: TickArray,
): TickArray {
  for (let at = 0; at < owned.length; at += 1) {
    const party = owned[at] ?? 0;
    if (((tie[at] ?? 0) & ~TIE_WEAK) === TIE.holding) into[party] = (into[party] ?? 0) + (min[at] ?? 0);
  }
  return into;
}

/**
 * Ticks of a percentage, given as exact text.
 *
 * @throws RangeError when it is no whole number of them: the graph was made without this percentage
 */
export function ticksOf({ whole }: Pick<FlatOwnership, 'whole'>, percent: string): number {
  const value = new Fraction(percent).mul(whole).div(100);
  if (value.d !== 1n) throw new RangeError(`${percent} % is no whole number of ticks`);
  return Number(value.n);
}

/** True when the tie holds on the day. */
export function holdsOn({ from, to }: Pick<FlatOwnership, 'from' | 'to'>, tie: number, day: number): boolean {
  return (from[tie] ?? DAY_MAX) <= day && day < (to[tie] ?? DAY_MIN);
}

/** What all owners of a party hold for certain on a day, in ticks. */
export function certainOn(flat: FlatOwnership, party: number, day: number): number {
  const { up, upTies, tie, min } = flat;
  const end = up[party + 1] ?? 0;
  let sum = 0;
  for (let i = up[party] ?? 0; i < end; i += 1) {
    const at = upTies[i] ?? 0;
    if (((tie[at] ?? 0) & ~TIE_WEAK) !== TIE.holding) continue;
    if (holdsOn(flat, at, day)) sum += min[at] ?? 0;
  }
  return sum;
}

const INT32_MAX = 0x7fff_ffff;

/** An array in which every tick, and in sums of `most` of them, stays exact. */
export function tickArray(length: number, whole: number, most: number): TickArray {
  const greatest = whole * (most + 1);
  if (greatest <= INT32_MAX) return new Int32Array(length);
  if (greatest <= Number.MAX_SAFE_INTEGER) return new Float64Array(length);
  throw new RangeError(`${most} shares of ${whole} ticks do not add up exactly`);
}

function countingSort(keys: Int32Array, size: number): { offsets: Int32Array; order: Int32Array } {
  const offsets = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i += 1) {
    const slot = (keys[i] ?? 0) + 1;
    offsets[slot] = (offsets[slot] ?? 0) + 1;
  }
  for (let i = 0; i < size; i += 1) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] ?? 0;
    const slot = next[key] ?? 0;
    order[slot] = i;
    next[key] = slot + 1;
  }
  return { offsets, order };
}

function inOrder(values: Int32Array, order: Int32Array): Int32Array {
  const result = new Int32Array(order.length);
  for (let i = 0; i < order.length; i += 1) result[i] = values[order[i] ?? 0] ?? 0;
  return result;
}

function bytesInOrder(values: Uint8Array, order: Int32Array): Uint8Array {
  const result = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i += 1) result[i] = values[order[i] ?? 0] ?? 0;
  return result;
}

function ticksInOrder(values: TickArray, order: Int32Array, into: TickArray): TickArray {
  if (values instanceof Int32Array && into instanceof Int32Array) return inOrder(values, order);
  for (let i = 0; i < order.length; i += 1) into[i] = values[order[i] ?? 0] ?? 0;
  return into;
}

function widest(up: Int32Array): number {
  let most = 0;
  for (let i = 1; i < up.length; i += 1) most = Math.max(most, (up[i] ?? 0) - (up[i - 1] ?? 0));
  return most;
}
