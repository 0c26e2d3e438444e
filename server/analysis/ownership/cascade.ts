import { certainOn, type FlatOwnership, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import { LowerPush, MEMBER } from './push-lower.ts';
import { type Bound, POWER, tiePowers } from './tie-power.ts';

/** One cascade: one day, one bound, one test. */
export interface CascadeQuestion {
  /** A day number; null where no tie has dates, or all of them are to count. */
  readonly day: number | null;
  readonly bound: Bound;
  readonly test: Pick<RegimeTest, 'control' | 'branches'>;
  /** The fewest ticks with which a party counts as held, `ticksNeeded`; Infinity where no share captures. */
  readonly needed: number;
}

/**
 * The parties that follow from the listed ones, these included, in the order in which they enter. Each once.
 *
 * @param seeds the listed parties, each once
 */
export type Cascade = (question: CascadeQuestion, seeds: Int32Array | readonly number[]) => Int32Array;

/**
 * The fewest whole ticks that reach a threshold.
 *
 * @param threshold ticks of the threshold; null where no share captures
 */
export function ticksNeeded(threshold: number | null, inclusive: boolean): number {
  if (threshold === null) return Number.POSITIVE_INFINITY;
  return inclusive ? threshold : threshold + 1;
}

/**
 * Makes a cascade over one graph: least fixpoint of "held to the threshold by restricted parties" (design D6; Supp.
 * No. 8 to Part 744; OFAC FAQ 401), by a worklist that pushes each share down once. Its buffers are used again by the
 * next question; what it returns is the caller's own.
 *
 * @throws RangeError for a graph with shares that are no whole number of ticks; `sweepRegimes` takes those too
 */
export function createCascade(flat: FlatOwnership): Cascade {
  if (flat.odd !== null) throw new RangeError('A share has more digits than one cascade can add up exactly.');
  const sums = tickArray(2 * flat.parties, flat.whole, flat.maxOwners);
  const held = sums.subarray(0, flat.parties);
  const lower = new LowerPush(flat, held);
  const buffers = { members: new Uint8Array(flat.parties), queue: new Int32Array(flat.parties), sums };
  return (question, seeds) => {
    const { day, bound, test, needed } = question;
    const asked = { day, bound, needed, powers: tiePowers(test, bound) };
    const isLower = bound === 'lower';
    const list = { queue: buffers.queue, end: 0 };
    list.end = isLower ? begin(held, MEMBER, list.queue, seeds) : pushUpper(flat, buffers, asked, seeds);
    if (isLower) lower.run(list, asked);
    clear(flat, buffers, { end: list.end, sums: isLower ? held : sums });
    return list.queue.slice(0, list.end);
  };
}

interface Buffers {
  /** For the upper bounds: 1 for a member. */
  readonly members: Uint8Array;
  readonly queue: Int32Array;
  /**
   * For the upper bounds two sums side by side: at `2 * party` what members hold at most, then for certain. The lower
   * bound has its own in the first half.
   */
  readonly sums: TickArray;
}

interface Asked extends Omit<CascadeQuestion, 'test'> {
  readonly powers: Uint8Array;
}

/** The upper bounds: party by party, and what others hold for certain is no longer free for the members. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop without calls takes a quarter of the time.
function pushUpper(
  flat: FlatOwnership,
  buffers: Buffers,
  asked: Asked,
  seeds: Int32Array | readonly number[],
): number {
  const { down, owned, tie, from, to, min } = flat;
  const { members, queue, sums } = buffers;
  const { powers, needed } = asked;
  const most = asked.bound === 'firm-upper' ? flat.firmMax : flat.max;
  const onDay = flat.isDated ? asked.day : null;
  const hasDay = onDay !== null;
  const day = onDay ?? 0;
  let end = begin(members, 1, queue, seeds);
  for (let head = 0; head < end; head += 1) {
    const party = queue[head] ?? 0;
    const last = down[party + 1] ?? 0;
    for (let at = down[party] ?? 0; at < last; at += 1) {
      const next = owned[at] ?? 0;
      if (members[next] === 1) continue;
      if (hasDay && ((from[at] ?? 0) > day || day >= (to[at] ?? 0))) continue;
      const power = powers[tie[at] ?? 0];
      if (power === POWER.none) continue;
      if (power === POWER.share) {
        const sum = (sums[2 * next] ?? 0) + (most[at] ?? 0);
        const sure = (sums[2 * next + 1] ?? 0) + (min[at] ?? 0);
        sums[2 * next] = sum;
        sums[2 * next + 1] = sure;
        if (sum < needed || !isFree(flat, next, flat.whole - needed + sure, onDay)) continue;
      }
      members[next] = 1;
      queue[end] = next;
      end += 1;
    }
  }
  return end;
}

/** Enters the listed parties; says how many. */
function begin(
  marks: Uint8Array | TickArray,
  mark: number,
  queue: Int32Array,
  seeds: Int32Array | readonly number[],
): number {
  for (let at = 0; at < seeds.length; at += 1) {
    const seed = seeds[at] ?? 0;
    marks[seed] = mark;
    queue[at] = seed;
  }
  return seeds.length;
}

/**
 * Do other owners' certain shares leave enough? No limit where the rows add up to more than 100 percent.
 *
 * @param room the most ticks that all owners may hold for certain so that members can reach the threshold
 */
function isFree(flat: FlatOwnership, party: number, room: number, day: number | null): boolean {
  const ever = flat.certain[party] ?? 0;
  if (ever <= room) return true;
  const all = day === null ? ever : certainOn(flat, party, day);
  return all <= room || all > flat.whole;
}

/** Above this share of the parties, filling whole buffers is quicker than finding what was touched. */
const FEW = 1 / 64;

/** Makes the buffers zero again, for the next question. */
function clear(
  flat: FlatOwnership,
  { members, queue, sums: upper }: Buffers,
  { end, sums }: { readonly end: number; readonly sums: TickArray },
): void {
  if (end > flat.parties * FEW) {
    if (sums === upper) members.fill(0);
    sums.fill(0);
    return;
  }
  const perParty = sums.length / flat.parties;
  for (let head = 0; head < end; head += 1) {
    const party = queue[head] ?? 0;
    members[party] = 0;
    sums.fill(0, party * perParty, (party + 1) * perParty);
    for (let at = flat.down[party] ?? 0; at < (flat.down[party + 1] ?? 0); at += 1) {
      const next = (flat.owned[at] ?? 0) * perParty;
      sums.fill(0, next, next + perParty);
    }
  }
}
