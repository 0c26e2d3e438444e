import { heldBy, isMember } from './held-by.ts';
import { percentOf, type Range, type Situation } from './situation.ts';
import type { Tie } from './ties.ts';

/** A share at which an outcome turns: `20 % or more`, or `more than 20 %` where `inclusive` is false. */
export interface Limit {
  /** Percent, exact text. */
  readonly percent: string;
  readonly inclusive: boolean;
  /** The least number of ticks that is on the upper side of it. */
  readonly ticks: bigint;
}

/**
 * The limit for what is missing to a sum of lower bounds. Owners above an exclusive bound count one tick more than
 * the bound, so a missing amount just under a whole number is met by that number itself.
 */
export function limitAbove(situation: Situation, missing: bigint): Limit {
  return roundLimit(situation, missing, 1n);
}

/**
 * The limit for what an owner may hold at most beside a sum of upper bounds. Owners under an exclusive bound count
 * less than it, so what just fits with them is the bound itself.
 */
export function limitBelow(situation: Situation, missing: bigint): Limit {
  return roundLimit(situation, missing, situation.spread);
}

/**
 * The most ticks that are short of the limit by a real amount, however small. An owner above an exclusive bound counts one
 * tick more than it, so the amount must be more ticks than a party has owners: else 20 % and a little, which nobody knows
 * how little, and just under 30 % would make 50.
 */
export function justShortOf({ inclusive, ticks }: Limit, { spread }: Pick<Situation, 'spread'>): bigint {
  const short = inclusive ? ticks - (spread - 1n) : ticks - 1n;
  return short > 0n ? short : 0n;
}

/** Ticks past a round number up to `slack` stand for `more than` it; others are rounded up to the next one. */
function roundLimit(situation: Situation, missing: bigint, slack: bigint): Limit {
  const { spread } = situation;
  const past = ((missing % spread) + spread) % spread;
  const inclusive = past === 0n || past > slack;
  const round = missing - past + (inclusive && past !== 0n ? spread : 0n);
  return { percent: percentOf(situation, round), inclusive, ticks: inclusive ? round : round + 1n };
}

/** What members hold of a party at the lower bound, without the given ties. */
export function heldAtLeast(
  situation: Situation,
  party: number,
  members: Uint8Array,
  without: ReadonlySet<number>,
): bigint {
  return heldBy(situation, party, members).min - partOf(situation, party, { members, ties: without }).min;
}

/** What members hold of a party at the upper bound, without the given ties. */
export function heldAtMost(
  situation: Situation,
  party: number,
  members: Uint8Array,
  without: ReadonlySet<number>,
): bigint {
  return heldBy(situation, party, members).max - partOf(situation, party, { members, ties: without }).max;
}

/** What is left of 100 percent beside the certain shares of all owners but the given ties; null if over-allocated. */
export function roomFor(situation: Situation, party: number, ties: ReadonlySet<number>): bigint | null {
  const all = heldBy(situation, party, null).min;
  if (all > situation.whole) return null;
  return situation.whole - (all - partOf(situation, party, { members: null, ties }).min);
}

/** The range of the given holdings of one party together: what they can add up to. */
export function rangeOf(situation: Situation, ties: readonly Tie[]): Range {
  const min = ties.reduce((total, tie) => total + tie.min, 0n);
  const most = ties.reduce((total, tie) => total + tie.max, 0n);
  const room = roomFor(situation, ties[0]?.owned ?? 0, new Set(ties.map(({ number }) => number)));
  const limit = room ?? situation.whole;
  return { min, max: most <= limit ? most : limit };
}

/** What the given ties of a party, or those of them whose owners are members, add up to. */
function partOf({ ties: all }: Situation, party: number, { members, ties }: Some): Range {
  let [min, max] = [0n, 0n];
  for (const number of ties) {
    const tie = all[number];
    if (tie?.kind !== 'holding' || tie.owned !== party || !isMember(tie, members)) continue;
    min += tie.min;
    max += tie.max;
  }
  return { min, max };
}

interface Some {
  /** Null for everybody. */
  readonly members: Uint8Array | null;
  readonly ties: ReadonlySet<number>;
}
