import { certainOn, type FlatOwnership, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import type { RegimeTest } from '../../regulation/read.ts';
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
 * @throws RangeError for a graph with shares that are no whole number of ticks; `sweepTests` takes those too
 */
export function createCascade(flat: FlatOwnership): Cascade {
  if (flat.odd !== null) throw new RangeError('A share has more digits than one cascade can add up exactly.');
  const ticks = (length: number) => tickArray(length, flat.whole, flat.maxOwners);
  const buffers = {
    members: new Uint8Array(flat.parties),
    queue: new Int32Array(flat.parties),
    held: ticks(flat.parties),
    sums: ticks(2 * flat.parties),
  };
  return (question, seeds) => {
    const run = runOf(flat, buffers, question);
    for (const seed of seeds) enter(run, seed);
    for (let head = 0; head < run.end; head += 1) spread(run, run.queue[head] ?? 0);
    clear(run);
    return run.queue.slice(0, run.end);
  };
}

interface Buffers {
  readonly members: Uint8Array;
  readonly queue: Int32Array;
  /** What members hold of each party for certain: all that the lower bound needs. */
  readonly held: TickArray;
  /** For the upper bounds two sums side by side: at `2 * party` what members hold at most, then for certain. */
  readonly sums: TickArray;
}

interface Run extends Buffers, Pick<FlatOwnership, 'owned' | 'tie' | 'from' | 'to' | 'min' | 'whole'> {
  readonly flat: FlatOwnership;
  readonly most: TickArray;
  readonly powers: Uint8Array;
  readonly isUpper: boolean;
  readonly hasDay: boolean;
  readonly day: number;
  readonly needed: number;
  end: number;
}

function runOf(flat: FlatOwnership, buffers: Buffers, { bound, day, test, needed }: CascadeQuestion): Run {
  const { owned, tie, from, to, min, max, firmMax, whole, isDated } = flat;
  return {
    ...{ flat, owned, tie, from, to, min, whole, ...buffers, needed, end: 0 },
    most: bound === 'firm-upper' ? firmMax : max,
    powers: tiePowers(test, bound),
    isUpper: bound !== 'lower',
    hasDay: isDated && day !== null,
    day: day ?? 0,
  };
}

function enter(run: Run, party: number): void {
  run.members[party] = 1;
  run.queue[run.end] = party;
  run.end += 1;
}

function spread(run: Run, party: number): void {
  const { flat, owned, members } = run;
  const last = flat.down[party + 1] ?? 0;
  for (let at = flat.down[party] ?? 0; at < last; at += 1) {
    const next = owned[at] ?? 0;
    if (members[next] === 0 && (!run.hasDay || isOn(run, at)) && follows(run, next, at)) enter(run, next);
  }
}

function isOn({ from, to, day }: Run, at: number): boolean {
  return (from[at] ?? 0) <= day && day < (to[at] ?? 0);
}

function follows(run: Run, party: number, at: number): boolean {
  const power = run.powers[run.tie[at] ?? 0];
  if (power !== POWER.share) return power === POWER.whole;
  if (run.isUpper) return followsAtMost(run, party, at);
  const sum = (run.held[party] ?? 0) + (run.min[at] ?? 0);
  run.held[party] = sum;
  return sum >= run.needed;
}

/** What others hold for certain is no longer free for the members: they have at most the rest of 100 percent. */
function followsAtMost(run: Run, party: number, at: number): boolean {
  const { sums, most, min } = run;
  const sum = (sums[2 * party] ?? 0) + (most[at] ?? 0);
  const sure = (sums[2 * party + 1] ?? 0) + (min[at] ?? 0);
  sums[2 * party] = sum;
  sums[2 * party + 1] = sure;
  return sum >= run.needed && isFree(run, party, sure);
}

/** Do other owners' certain shares leave enough? No limit where the rows add up to more than 100 percent. */
function isFree({ flat, needed, hasDay, day }: Run, party: number, sure: number): boolean {
  const { certain, whole } = flat;
  const room = whole - needed + sure;
  const ever = certain[party] ?? 0;
  if (ever <= room) return true;
  const all = hasDay ? certainOn(flat, party, day) : ever;
  return all <= room || all > whole;
}

/** Above this share of the parties, filling whole buffers is quicker than finding what was touched. */
const FEW = 1 / 64;

function clear({ flat, members, queue, held, sums, isUpper, end }: Run): void {
  if (end > flat.parties * FEW) {
    members.fill(0);
    if (isUpper) sums.fill(0);
    else held.fill(0);
    return;
  }
  for (let head = 0; head < end; head += 1) {
    const party = queue[head] ?? 0;
    members[party] = 0;
    for (let at = flat.down[party] ?? 0; at < (flat.down[party + 1] ?? 0); at += 1) {
      const next = flat.owned[at] ?? 0;
      held[next] = 0;
      sums[2 * next] = 0;
      sums[2 * next + 1] = 0;
    }
  }
}
