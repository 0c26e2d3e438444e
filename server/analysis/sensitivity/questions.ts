import { type Candidate, factsAsked, isBound } from './candidate.ts';
import type { ChangeQuestion } from './question.ts';
import { type ListTitles, wordQuestion } from './question-words.ts';
import { allOfQuestions, anyOfQuestions, sumQuestions } from './set-questions.ts';
import { type Search, singleQuestions } from './single-questions.ts';
import { hasUnasked, type Unknown, unknownsOf } from './unknowns.ts';
import { unrecordedQuestions } from './unrecorded-questions.ts';

/** At most so many unknowns are tried one by one. */
const TRIED_ALONE = 60;

/** At most so many questions are given. */
const GIVEN = 20;

/**
 * What would settle the outcome of a party, as questions: first the single facts that decide alone, then the smallest
 * sets of two and three; of the same size, those of which both answers settle it first.
 */
export function questionsOf(search: Search, lists: ListTitles): ChangeQuestion[] {
  const { situation, base, effort } = search;
  if (isBound(base.outcome)) return [];
  const ranked = ranking(candidatesOf(search));
  if (ranked.length > GIVEN) effort.leaveOut();
  return ranked.slice(0, GIVEN).map((candidate) => wordQuestion(situation, candidate, lists));
}

function candidatesOf(search: Search): Candidate[] {
  const { outcome } = search.base;
  if (outcome === 'not-captured' && !isNearMiss(search)) return [];
  const unrecorded = outcome === 'cannot-exclude' ? [] : unrecordedQuestions(search);
  if (outcome === 'not-captured') return unrecorded;
  const unknowns = unknownsOf(search.situation, search.base);
  if (hasUnasked(search.situation, search.base)) search.effort.leaveOut();
  const sums = sumQuestions(search, unknowns);
  const alone = aloneQuestions(search, unknowns);
  const anyOf = anyOfQuestions(search, alone);
  return [...alone, ...sums, ...anyOf, ...allOfQuestions(search, unknowns, alone), ...unrecorded];
}

/** One unknown after the other, as long as there is effort left. */
function aloneQuestions(search: Search, unknowns: readonly Unknown[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, unknown] of unknowns.entries()) {
    if (at === TRIED_ALONE || search.effort.isSpent()) {
      search.effort.leaveOut();
      break;
    }
    found.push(...singleQuestions(search, unknown));
  }
  return found;
}

/** Some restricted owner holds, or may hold, a part of it. */
function isNearMiss({ situation, base }: Search): boolean {
  return situation.above(situation.party).some(({ owner, max, power }) => {
    return base.outcomeOf(owner) !== 'not-captured' && (max > 0n || power !== 'share');
  });
}

function ranking(candidates: readonly Candidate[]): Candidate[] {
  const different = new Map(candidates.map((candidate) => [textOf(candidate), candidate]));
  return [...different.values()].sort((a, b) => sizeOf(a) - sizeOf(b) || weightOf(a) - weightOf(b));
}

function textOf(candidate: Candidate): string {
  const limits = candidate.asked.map(({ part }) => ('limit' in part ? part.limit.ticks : ''));
  return [candidate.when, ...factsAsked(candidate), ...limits].join(' ');
}

function sizeOf(candidate: Candidate): number {
  return new Set(factsAsked(candidate)).size;
}

/** Both answers settle it, then `yes` does, then `no` does. */
function weightOf({ yes, no }: Candidate): number {
  if (isBound(yes)) return no === 'not-captured' ? 0 : 1;
  return 2;
}
