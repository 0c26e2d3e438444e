import Fraction from 'fraction.js';
import { formatExact } from '../../facts/share.ts';
import { isBound } from './candidate.ts';
import { justShortOf, type Limit, limitAbove } from './limits.ts';
import type { Cut, Divestment } from './question.ts';
import { names } from './question-words.ts';
import { type Search, sharesOf } from './single-questions.ts';
import type { Situation, Standing } from './situation.ts';
import type { Tie } from './ties.ts';
import { together } from './unknowns.ts';

/** At most so many captured parties are tried as places to cut, in sets of up to three; and so many answers given. */
const TRIED = 9;
const GIVEN = 6;

/**
 * The divestments that end a capture, those of the fewest percentage points first.
 *
 * The owners of a captured party must fall below the threshold together: of the party itself, of one above it, or of
 * up to three parties at once. Which of them is cut is tried by evaluating the rule with their holdings gone; how much
 * is what their certain owners then hold too much.
 */
export function divestmentsOf(search: Search): Divestment[] {
  const places = placesOf(search);
  const tried = [...sets(places, 1), ...sets(places, 2), ...sets(places, 3)];
  return tried
    .flatMap((set) => cutsAt(search, set))
    .sort(bySize)
    .slice(0, GIVEN);
}

/** The party and the captured parties above it, nearest first. */
function placesOf({ situation, base, effort }: Search): number[] {
  const listed = new Set(situation.listings.flatMap(({ party, certain }) => (certain ? [party] : [])));
  const places = new Set([situation.party]);
  for (const party of places)
    for (const { owner } of situation.above(party))
      if (base.certain[owner] === 1 && !listed.has(owner)) places.add(owner);
  if (places.size > TRIED) effort.leaveOut();
  return [...places].slice(0, TRIED);
}

/** The divestments that cut at all of the places, if the capture then ends and each of them is needed. */
function cutsAt(search: Search, places: readonly number[]): Divestment[] {
  const { situation, effort } = search;
  const without = effort.evaluate(together(places.map((party) => emptied(situation, party))));
  if (!without || isBound(without.outcome)) return [];
  const cuts = places.map((party) => cutsOf(situation, without, party));
  if (cuts.some((each) => each.length === 0)) return [];
  return combined(cuts).flatMap((each) => divested(search, each));
}

/** Nobody holds anything of the party. */
function emptied(situation: Situation, party: number) {
  return sharesOf(
    situation.above(party).filter(({ kind }) => kind === 'holding'),
    { min: 0n, max: 0n },
  );
}

interface PlannedCut {
  readonly ties: readonly Tie[];
  readonly limit: Limit;
}

/** How the certain owners of one party can fall below the threshold: one of them by itself, or the largest together. */
function cutsOf(situation: Situation, without: Standing, party: number): PlannedCut[] {
  const owners = situation.above(party).filter(({ owner }) => without.certain[owner] === 1);
  if (situation.needed === null || owners.some(({ power }) => power === 'whole')) return [];
  const held = owners
    .filter(({ min }) => min > 0n)
    .sort((a, b) => (a.min === b.min ? a.number - b.number : a.min > b.min ? -1 : 1));
  const missing = situation.needed - held.reduce((sum, { min }) => sum + min, 0n);
  if (missing > 0n) return [];
  const single = held.slice(0, GIVEN).flatMap((tie) => planned(situation, [tie], missing + tie.min));
  if (single.length > 0) return single;
  let kept = missing;
  for (const [at, { min }] of held.entries()) {
    kept += min;
    const possible = planned(situation, held.slice(0, kept > 0n ? at + 1 : 0), kept);
    if (possible.length > 0) return possible;
  }
  return [];
}

/** Owners who may keep something short of what then captures; none if even nothing would be too much. */
function planned(situation: Situation, ties: readonly Tie[], kept: bigint): PlannedCut[] {
  const limit = limitAbove(situation, kept);
  return ties.length > 0 && limit.ticks >= 1n ? [{ ties, limit }] : [];
}

/** One of the cuts at each place, in every combination, but no more than are given anyway. */
function combined(cuts: readonly (readonly PlannedCut[])[]): PlannedCut[][] {
  return cuts.reduce<PlannedCut[][]>(
    (all, choices) => all.flatMap((each) => choices.map((cut) => [...each, cut])).slice(0, GIVEN),
    [[]],
  );
}

/** Applies the cuts and takes each back in turn: a divestment of which a part suffices is not the smallest. */
function divested({ situation, effort }: Search, cuts: readonly PlannedCut[]): Divestment[] {
  const sold = cuts.map(({ ties, limit }) => sharesOf(ties, { min: 0n, max: limit.ticks - 1n }));
  const leaves = effort.evaluate(together(sold))?.outcome;
  if (leaves === undefined || isBound(leaves)) return [];
  if (cuts.length > 1 && !cuts.every((cut) => isNeeded({ situation, effort }, cut, cuts))) return [];
  const worded = cuts.map((cut) => wordCut(situation, cut));
  const points = worded.reduce((sum, cut) => sum.add(cut.points), new Fraction(0));
  const text = worded.map((cut) => cut.text).join(' ');
  return [{ cuts: worded, points: formatExact(points), leaves, text }];
}

/** Is the party still captured when all but this one sell no more than they must? */
function isNeeded(
  { situation, effort }: Pick<Search, 'situation' | 'effort'>,
  cut: PlannedCut,
  cuts: readonly PlannedCut[],
): boolean {
  const others = cuts.filter((other) => other !== cut);
  const kept = others.map(({ ties, limit }) => {
    const most = justShortOf(limit, situation);
    return sharesOf(ties, { min: most, max: most });
  });
  const outcome = effort.evaluate(together(kept))?.outcome;
  return outcome !== undefined && isBound(outcome);
}

function wordCut(situation: Situation, { ties, limit }: PlannedCut): Cut {
  const party = situation.parties[ties[0]?.owned ?? 0];
  const held = ties.reduce((sum, { share }) => sum.add(share.min), new Fraction(0));
  const points = formatExact(held.sub(limit.percent));
  const owners = ties.map(({ owner }) => situation.parties[owner]);
  const who = names(owners.map((owner) => owner?.name ?? ''));
  const must = limit.inclusive ? `less than ${limit.percent} %` : `at most ${limit.percent} %`;
  const heldExclusive = ties.some(({ share }) => share.minExclusive);
  const isExact = ties.every(({ min, max }) => min === max);
  const sell = sellText({ limit, points, held: formatExact(held), heldExclusive, isExact });
  const are = ties.length > 1 ? ' together' : '';
  return {
    party: party?.id ?? '',
    owners: owners.map((owner) => owner?.id ?? ''),
    limit: limit.percent,
    under: limit.inclusive,
    held: formatExact(held),
    heldExclusive,
    points,
    facts: ties.flatMap(({ rows }) => rows.map(({ id }) => id)),
    text: `${who} must hold ${must} of ${party?.name}${are}: sell ${sell}.`,
  };
}

interface Sale {
  readonly limit: Limit;
  readonly points: string;
  readonly held: string;
  /** Is more held than that? */
  readonly heldExclusive: boolean;
  /** Is it known how much is held? */
  readonly isExact: boolean;
}

/** What is to be sold. Where only bounds of the holding are known, only the least of it. */
function sellText({ limit, points, held, heldExclusive, isExact }: Sale): string {
  if (isExact)
    return `${points === '0' ? 'any part' : limit.inclusive ? `more than ${points}` : points} of ${held} %`;
  const of = `${heldExclusive ? 'more than' : 'at least'} ${held} %`;
  const rest = limit.inclusive ? `all from ${limit.percent} % up` : `all above ${limit.percent} %`;
  if (points === '0') return `${rest}, of ${of}`;
  const least = limit.inclusive || heldExclusive ? 'more than' : 'at least';
  return `${rest}, ${least} ${points} of ${of}`;
}

function bySize(a: Divestment, b: Divestment): number {
  return (
    new Fraction(a.points).compare(b.points) ||
    a.cuts.length - b.cuts.length ||
    countOf(a) - countOf(b) ||
    a.text.localeCompare(b.text)
  );
}

function countOf({ cuts }: Divestment): number {
  return cuts.reduce((sum, { owners }) => sum + owners.length, 0);
}

function sets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => sets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}
