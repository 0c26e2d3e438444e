import type { Budget } from './controlled-by.ts';
import type { HoldingsAbove, OwnerShare, Owners } from './holdings-above.ts';
import { add, bits, compare, less, multiply, negative, ONE, type Ratio, ZERO } from './ratio.ts';
import { type Solution, solve } from './solve.ts';

/** Larger circles are not worked out: exact numbers grow with each party in them. */
export const MOST_IN_CIRCLE = 120;

/** Why a part is missing when the budget of its question is used up. */
export const TOO_MUCH = 'more chains of holdings than are worked out for one question';

/** Which share of every holding is used. */
export type Side = 'min' | 'max';

/** A part of one, or why there is none. */
export type Part = { readonly part: Ratio } | { readonly reason: string };

/**
 * What some owners hold of a party through all chains of holdings together: shares multiplied along each chain, chains
 * added up. A chain ends at the first of these owners on the way up, so the part is never more than the whole.
 *
 * This is integrated ownership (Brioschi, Buzzacchi and Colombo 1989): along chains without circles by one pass from
 * above, in a circle by solving its equations exactly. `min` takes every lower bound. `max` is the most that shares
 * within their bounds can give when no party's owners exceed 100 percent: the rest that the certain shares leave goes
 * to the owners through whom most is held (a Markov decision process; policy iteration, Howard 1960).
 *
 * Nothing else in the product uses it: no 50 % rule multiplies.
 */
export function lookThrough(
  above: HoldingsAbove,
  targets: ReadonlySet<number>,
  { side, budget }: { readonly side: Side; readonly budget: Budget },
): Part {
  const counting = below(above, targets);
  const parts: Parts = { above, targets, side, budget, counting, known: new Map() };
  const places = [...new Set([...counting.keys()].map(above.placeOf))].sort((a, b) => a - b);
  for (const place of places) {
    const reason = workOut(
      parts,
      (above.groups[place] ?? []).filter((each) => counting.has(each)),
    );
    if (reason !== null) return { reason };
    if (budget.left < 0) return { reason: TOO_MUCH };
  }
  return { part: parts.known.get(above.bottom) ?? ZERO };
}

interface Parts {
  readonly above: HoldingsAbove;
  readonly targets: ReadonlySet<number>;
  readonly side: Side;
  readonly budget: Budget;
  /** Parties below the targets, each with the holdings through which the targets hold something of it. */
  readonly counting: ReadonlyMap<number, readonly OwnerShare[]>;
  /** What the targets hold of each party so far. */
  readonly known: Map<number, Ratio>;
}

/** Parties of which some chain leads up to a target; targets themselves end every chain. */
export function below(above: HoldingsAbove, targets: ReadonlySet<number>): Map<number, OwnerShare[]> {
  const counting = new Map<number, OwnerShare[]>();
  const queue = [...targets].filter((each) => above.parties.has(each));
  for (const each of queue) {
    for (const share of above.heldBy(each)) {
      if (targets.has(share.owned)) continue;
      const others = counting.get(share.owned);
      if (others) others.push(share);
      else {
        counting.set(share.owned, [share]);
        queue.push(share.owned);
      }
    }
  }
  return counting;
}

/** @returns why it cannot be done; null when it is */
function workOut(parts: Parts, members: readonly number[]): string | null {
  const { above, counting } = parts;
  const [only] = members;
  if (only === undefined) return null;
  if (members.length === 1 && !counting.get(only)?.some(({ owner }) => owner === only)) {
    const weights = choose(parts, only);
    const part = total(parts, weights);
    parts.budget.left -= weights.length * costOf(part);
    parts.known.set(only, part);
    return null;
  }
  if (members.length > MOST_IN_CIRCLE)
    return `a circle of ${members.length} parties, more than the ${MOST_IN_CIRCLE} that are worked out`;
  if (members.some((each) => above.ownersOf(each).left === null))
    return 'a circle in which recorded holdings add up to more than 100 %';
  return settle(parts, members);
}

/** Exact numbers grow along a chain, and the work with them: 1 for the shortest, 100 for some 12,000 digits. */
export function costOf({ d }: Ratio): number {
  return 1 + Math.round(bits(d) / 400);
}

/** Owners of one party with the share each is taken to hold. */
type Weights = readonly { readonly owner: number; readonly share: Ratio }[];

/** What an owner counts for: whole if it is a target, else what the targets hold of it. */
function worth({ targets, known }: Parts, owner: number): Ratio {
  return targets.has(owner) ? ONE : (known.get(owner) ?? ZERO);
}

function total(parts: Parts, weights: Weights): Ratio {
  return weights.reduce((sum, { owner, share }) => add(sum, multiply(share, worth(parts, owner))), ZERO);
}

function choose(parts: Parts, party: number): Weights {
  const shares = parts.counting.get(party) ?? [];
  if (parts.side === 'min') return lowest(shares);
  const bestFirst = shares
    .map((each) => ({ each, value: worth(parts, each.owner) }))
    .filter(({ value }) => value.n > 0n)
    .sort((a, b) => compare(b.value, a.value))
    .map(({ each }) => each);
  return fill(bestFirst, parts.above.ownersOf(party));
}

function lowest(shares: readonly OwnerShare[]): Weights {
  return shares.map(({ owner, min }) => ({ owner, share: min }));
}

/** Gives what is left to the first in order, each up to its bound. Holdings that contradict each other are not cut. */
function fill(shares: readonly OwnerShare[], { left }: Owners): Weights {
  if (left === null) return shares.map(({ owner, max }) => ({ owner, share: max }));
  let rest = left;
  return shares.map(({ owner, min, max }) => {
    const given = less(add(max, negative(min)), rest);
    rest = add(rest, negative(given));
    return { owner, share: add(min, given) };
  });
}

/**
 * A circle: solve for the lower bounds; for the most, then give the rest to those through whom most is held, solve
 * again, and so on until no party gains. Each round gains strictly, so it ends.
 */
function settle(parts: Parts, members: readonly number[]): string | null {
  const weights = new Map(members.map((each) => [each, lowest(parts.counting.get(each) ?? [])]));
  for (let gained = true; gained; ) {
    const solved = solveCircle(parts, members, weights);
    if (solved === null) return 'a circle that holds itself wholly';
    parts.budget.left -= solved.work;
    for (const [index, each] of members.entries()) parts.known.set(each, solved.unknowns[index] ?? ZERO);
    gained = parts.side === 'max' && parts.budget.left >= 0 && improve(parts, weights);
  }
  return null;
}

function improve(parts: Parts, weights: Map<number, Weights>): boolean {
  let gained = false;
  for (const [party] of weights) {
    const better = choose(parts, party);
    if (compare(total(parts, better), parts.known.get(party) ?? ZERO) <= 0) continue;
    weights.set(party, better);
    gained = true;
  }
  return gained;
}

/** One equation a member: its part, less what it has through other members, is what it has from outside the circle. */
function solveCircle(
  parts: Parts,
  members: readonly number[],
  weights: ReadonlyMap<number, Weights>,
): Solution | null {
  const column = new Map(members.map((each, index) => [each, index]));
  const rows = members.map((_, index) => members.map((__, other) => (other === index ? ONE : ZERO)));
  const right = members.map((each, index) => {
    let outside = ZERO;
    for (const { owner, share } of weights.get(each) ?? []) {
      const [row, at] = [rows[index], column.get(owner)];
      if (at === undefined || !row) outside = add(outside, multiply(share, worth(parts, owner)));
      else row[at] = add(row[at] ?? ZERO, negative(share));
    }
    return outside;
  });
  return solve({ rows, right });
}
