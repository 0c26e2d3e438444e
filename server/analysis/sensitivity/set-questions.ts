import type { Outcome } from '../verdict.ts';
import { type AskedPart, type Candidate, factsAsked, isBound, judge, keyOf } from './candidate.ts';
import { heldAtLeast, limitAbove, rangeOf } from './limits.ts';
import {
  askedFact,
  askedShare,
  numbersOf,
  type Search,
  shareQuestions,
  sharesOf,
} from './single-questions.ts';
import type { Answers } from './situation.ts';
import type { Tie } from './ties.ts';
import { settle, together, type Unknown } from './unknowns.ts';

/** At most so many unknowns are tried together: 66 pairs and 220 triples. */
const TRIED = 12;

/** What all owners that are restricted for certain hold of one party, where more than one share is unknown. */
export function sumQuestions(search: Search, unknowns: readonly Unknown[]): Candidate[] {
  const groups = new Map<number, Tie[]>();
  for (const unknown of unknowns) {
    if (unknown.kind !== 'share' || search.base.certain[unknown.tie.owner] !== 1) continue;
    const known = groups.get(unknown.tie.owned);
    if (known) known.push(unknown.tie);
    else groups.set(unknown.tie.owned, [unknown.tie]);
  }
  return [...groups.values()]
    .filter((ties) => ties.length > 1)
    .flatMap((ties) => shareQuestions(search, ties));
}

/** The smallest sets of two or three unknowns that capture together and of which no part does. */
export function allOfQuestions(
  search: Search,
  unknowns: readonly Unknown[],
  alone: readonly Candidate[],
): Candidate[] {
  const decided = new Set(alone.filter(({ yes }) => isBound(yes)).flatMap(factsAsked));
  const open = unknowns.filter((unknown) => !decided.has(keyOf(unknown)));
  if (open.length > TRIED) search.effort.leaveOut();
  const tried = open.slice(0, TRIED);
  if (tried.length < 2 || !isCaptured(search, settled(tried, search.situation))) return [];
  const found: { readonly set: readonly Unknown[]; readonly candidate: Candidate }[] = [];
  for (const set of [...subsets(tried, 2), ...subsets(tried, 3)]) {
    if (found.some((smaller) => smaller.set.every((each) => set.includes(each)))) continue;
    const most = capturing(search, set);
    const asked = most && solve(search, set, most);
    const candidate = asked && judge(search.effort, asked);
    if (candidate && isBound(candidate.yes)) found.push({ set, candidate });
  }
  return found.map(({ candidate }) => candidate);
}

function isCaptured({ effort }: Search, answers: Answers): boolean {
  const outcome = effort.evaluate(answers)?.outcome;
  return outcome !== undefined && isBound(outcome);
}

/** All unknowns at their most, as if each were the only one: shares of one party may be more than there is room for. */
function settled(set: readonly Unknown[], situation: Search['situation']): Answers {
  return together(set.map((unknown) => settle(situation, unknown, true)));
}

/**
 * All unknowns at the most that they can be together, if that captures. Shares of one party share the room that others
 * leave: where it makes a difference who of them is restricted, each way to give it is tried.
 */
function capturing(search: Search, set: readonly Unknown[]): Answers | null {
  const { situation } = search;
  const groups = sharesByParty(set).map((ties) => (isOneSum(search, ties) ? [ties] : orders(ties)));
  for (const chosen of combinations(groups)) {
    const most = together([settled(set, situation), ...chosen.map((ties) => fill(situation, ties))]);
    if (isCaptured(search, most)) return most;
  }
  return null;
}

function orders(ties: readonly Tie[]): Tie[][] {
  if (ties.length < 2) return [[...ties]];
  return ties.flatMap((tie) => orders(ties.filter((other) => other !== tie)).map((rest) => [tie, ...rest]));
}

function combinations<T>(groups: readonly (readonly T[])[]): T[][] {
  return groups.reduce<T[][]>(
    (all, choices) => all.flatMap((each) => choices.map((choice) => [...each, choice])),
    [[]],
  );
}

function sharesByParty(set: readonly Unknown[]): Tie[][] {
  const ties = set.flatMap((unknown) => (unknown.kind === 'share' ? [unknown.tie] : []));
  const parties = [...new Set(ties.map(({ owned }) => owned))];
  return parties.map((party) => ties.filter(({ owned }) => owned === party));
}

function fill(situation: Search['situation'], ties: readonly Tie[]): Answers {
  let left = rangeOf(situation, ties).max;
  const shares = ties.map(({ number, max }): [number, { min: bigint; max: bigint }] => {
    const share = max < left ? max : left;
    left -= share;
    return [number, { min: share, max: share }];
  });
  return { shares: new Map(shares) };
}

/**
 * The limit of each part of a set: one after the other as low as the others allow.
 *
 * @returns null when a limit is just out of reach: two shares that end short of a sum at bounds that exclude it
 */
function solve(search: Search, set: readonly Unknown[], most: Answers): AskedPart[] | null {
  const { situation } = search;
  const facts = set.flatMap((unknown) => (unknown.kind === 'share' ? [] : [askedFact(situation, unknown)]));
  const groups = sharesByParty(set).flatMap((ties) =>
    isOneSum(search, ties) ? [ties] : ties.map((tie) => [tie]),
  );
  let now = most;
  const shares: AskedPart[] = [];
  for (const ties of groups) {
    const part = lowest(search, ties, now);
    if (!part) return null;
    now = together([now, part.yes]);
    shares.push(part);
  }
  return [...facts, ...shares];
}

/** Only owners that are restricted whatever the answers are interchangeable. */
function isOneSum({ base }: Search, ties: readonly Tie[]): boolean {
  return ties.every(({ owner }) => base.certain[owner] === 1);
}

function lowest({ situation, effort }: Search, ties: readonly Tie[], now: Answers): AskedPart | null {
  const party = ties[0]?.owned ?? 0;
  const { min, max } = rangeOf(situation, ties);
  const without = effort.evaluate(together([now, sharesOf(ties, { min, max: min })]));
  if (!without || situation.needed === null) return null;
  const others = heldAtLeast(withShares(situation, now), party, without.certain, numbersOf(ties));
  const limit = limitAbove(situation, situation.needed - others);
  return limit.ticks <= max ? askedShare(situation, ties, limit) : null;
}

/** The situation with shares as answered, for sums. */
function withShares(situation: Search['situation'], { shares }: Answers): Search['situation'] {
  const ties = [...situation.ties];
  for (const [number, range] of shares ?? []) {
    const tie = ties[number];
    if (tie) ties[number] = { ...tie, ...range };
  }
  const above = (party: number): readonly Tie[] =>
    situation.above(party).map((tie) => ties[tie.number] ?? tie);
  return { ...situation, ties, above };
}

/** Sets of two or three questions of which any `yes` captures, and `no` to all of which settles it the other way. */
export function anyOfQuestions({ effort }: Search, alone: readonly Candidate[]): Candidate[] {
  const open = alone.filter(({ yes, no }) => isBound(yes) && no !== 'not-captured').slice(0, TRIED);
  const found: Candidate[] = [];
  for (const set of [...subsets(open, 2), ...subsets(open, 3)]) {
    const asked = set.flatMap((each) => each.asked);
    if (found.some((smaller) => smaller.asked.every((each) => asked.includes(each)))) continue;
    if (new Set(factsAsked({ asked })).size < asked.length) continue;
    const no = effort.evaluate(together(asked.map((each) => each.no)))?.outcome;
    if (no === 'not-captured') found.push({ asked, when: 'any', yes: leastBound(set), no });
  }
  return found;
}

function leastBound(set: readonly Candidate[]): Outcome {
  return set.every(({ yes }) => yes === 'listed') ? 'listed' : 'captured';
}

function subsets<T>(items: readonly T[], size: 2 | 3): T[][] {
  return items.flatMap((first, i) =>
    items
      .slice(i + 1)
      .flatMap((second, j) =>
        size === 2 ? [[first, second]] : items.slice(i + j + 2).map((third) => [first, second, third]),
      ),
  );
}
