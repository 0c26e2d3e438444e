import { type AskedPart, type Candidate, judge } from './candidate.ts';
import type { Effort } from './effort.ts';
import { heldAtLeast, heldAtMost, type Limit, limitAbove, limitBelow, rangeOf } from './limits.ts';
import type { Answers, Range, Situation, Standing } from './situation.ts';
import type { Tie } from './ties.ts';
import { settle, type Unknown } from './unknowns.ts';

/** What the search for questions works with. */
export interface Search {
  readonly situation: Situation;
  /** Who is what as the facts stand. */
  readonly base: Standing;
  readonly effort: Effort;
}

/** The questions about one unknown that settle something by themselves: at most two, for a share. */
export function singleQuestions(search: Search, unknown: Unknown): Candidate[] {
  if (unknown.kind === 'share') return shareQuestions(search, [unknown.tie]);
  const found = judge(search.effort, [askedFact(search.situation, unknown)]);
  return found ? [found] : [];
}

/** A tie or listing as a part: is it so? */
export function askedFact(situation: Situation, unknown: Exclude<Unknown, { kind: 'share' }>): AskedPart {
  return {
    part: { kind: 'fact', unknown },
    yes: settle(situation, unknown, true),
    no: settle(situation, unknown, false),
  };
}

/**
 * The questions about what some owners hold of one party together. The owners are restricted for certain if there is
 * more than one, so that it makes no difference who of them holds how much.
 *
 * Two limits can matter: the one from which the party is captured even if every other unknown is at its least, and
 * the one below which it is not captured even if every other is at its most.
 */
export function shareQuestions(search: Search, ties: readonly Tie[]): Candidate[] {
  const { situation, effort } = search;
  const range = rangeOf(situation, ties);
  const limits = [capturingLimit(search, ties), excludingLimit(search, ties)].filter(
    (limit) => limit !== null && range.min < limit.ticks && limit.ticks <= range.max,
  );
  const different = limits.filter(
    (limit, at) => limits.findIndex((each) => each?.ticks === limit?.ticks) === at,
  );
  return different.flatMap((limit) => {
    const found = limit && judge(effort, [askedShare(situation, ties, limit)]);
    return found ? [found] : [];
  });
}

function capturingLimit({ situation, base }: Search, ties: readonly Tie[]): Limit | null {
  const party = ties[0]?.owned ?? 0;
  if (situation.needed === null || base.certain[party] === 1) return null;
  if (!ties.every(({ owner }) => base.certain[owner] === 1)) return null;
  const others = heldAtLeast(situation, party, base.certain, numbersOf(ties));
  return limitAbove(situation, situation.needed - others);
}

function excludingLimit({ situation, base }: Search, ties: readonly Tie[]): Limit | null {
  const party = ties[0]?.owned ?? 0;
  if (situation.needed === null || base.possible[party] !== 1) return null;
  const others = heldAtMost(situation, party, base.possible, numbersOf(ties));
  return limitBelow(situation, situation.needed - others);
}

/** Do the owners together reach the limit? `Yes` says so much and no more; `no` says that it is less. */
export function askedShare(situation: Situation, ties: readonly Tie[], limit: Limit): AskedPart {
  const { min, max } = rangeOf(situation, ties);
  return {
    part: { kind: 'share', ties, limit },
    yes: sharesOf(ties, { min: limit.ticks, max }),
    no: sharesOf(ties, { min, max: limit.ticks - 1n }),
  };
}

/** What owners hold together, written on the first of them: they are all restricted, so only the sum counts. */
export function sharesOf(ties: readonly Tie[], range: Range): Answers {
  const none = { min: 0n, max: 0n };
  return { shares: new Map(ties.map(({ number }, at) => [number, at === 0 ? range : none])) };
}

export function numbersOf(ties: readonly Tie[]): Set<number> {
  return new Set(ties.map(({ number }) => number));
}
