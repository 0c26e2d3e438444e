import Fraction from 'fraction.js';
import type { HoldingsAbove as Above } from '../../../server/analysis/control/holdings-above.ts';
import { fractionOf } from '../../../server/analysis/control/ratio.ts';
import { solve } from './elimination.ts';

interface OwnerShare {
  readonly owner: number;
  readonly owned: number;
  readonly min: Fraction;
  readonly max: Fraction;
}

interface Owners {
  readonly shares: readonly OwnerShare[];
  readonly left: Fraction | null;
}

interface HoldingsAbove extends Pick<Above, 'bottom' | 'parties' | 'groups' | 'placeOf'> {
  readonly ownersOf: (party: number) => Owners;
  readonly heldBy: (party: number) => readonly OwnerShare[];
}

/** The same holdings with every share a reduced fraction. */
function reduced(above: Above): HoldingsAbove {
  const shareOf = (share: ReturnType<Above['heldBy']>[number]): OwnerShare => ({
    ...share,
    min: fractionOf(share.min),
    max: fractionOf(share.max),
  });
  return {
    ...above,
    heldBy: (party) => above.heldBy(party).map(shareOf),
    ownersOf: (party) => {
      const { shares, left } = above.ownersOf(party);
      return { shares: shares.map(shareOf), left: left && fractionOf(left) };
    },
  };
}

/** Which share of every holding is used. */
type Side = 'min' | 'max';

/** A part of one, or why there is none. */
type Part = { readonly part: Fraction } | { readonly reason: string };

const ZERO = new Fraction(0);
const ONE = new Fraction(1);

/**
 * What some owners hold of a party through all chains: the plain version, which works with reduced fractions and solves
 * the equations of every circle by elimination, for each owner anew and without a limit.
 */
export function lookThroughOneByOne(above: Above, targets: ReadonlySet<number>, side: Side): Part {
  const plain = reduced(above);
  const counting = below(plain, targets);
  const parts: Parts = { above: plain, targets, side, counting, known: new Map() };
  const places = [...new Set([...counting.keys()].map(above.placeOf))].sort((a, b) => a - b);
  for (const place of places) {
    const reason = workOut(
      parts,
      (above.groups[place] ?? []).filter((each) => counting.has(each)),
    );
    if (reason !== null) return { reason };
  }
  return { part: parts.known.get(above.bottom) ?? ZERO };
}

interface Parts {
  readonly above: HoldingsAbove;
  readonly targets: ReadonlySet<number>;
  readonly side: Side;
  /** Parties below the targets, each with the holdings through which the targets hold something of it. */
  readonly counting: ReadonlyMap<number, readonly OwnerShare[]>;
  /** What the targets hold of each party so far. */
  readonly known: Map<number, Fraction>;
}

/** Parties of which some chain leads up to a target; targets themselves end every chain. */
function below(above: HoldingsAbove, targets: ReadonlySet<number>): Map<number, OwnerShare[]> {
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
    parts.known.set(only, part);
    return null;
  }
  if (members.some((each) => above.ownersOf(each).left === null))
    return 'a circle in which recorded holdings add up to more than 100 %';
  return settle(parts, members);
}

/** Owners of one party with the share each is taken to hold. */
type Weights = readonly { readonly owner: number; readonly share: Fraction }[];

/** What an owner counts for: whole if it is a target, else what the targets hold of it. */
function worth({ targets, known }: Parts, owner: number): Fraction {
  return targets.has(owner) ? ONE : (known.get(owner) ?? ZERO);
}

function total(parts: Parts, weights: Weights): Fraction {
  return weights.reduce((sum, { owner, share }) => sum.add(share.mul(worth(parts, owner))), ZERO);
}

function choose(parts: Parts, party: number): Weights {
  const shares = parts.counting.get(party) ?? [];
  if (parts.side === 'min') return lowest(shares);
  const bestFirst = shares
    .map((each) => ({ each, value: worth(parts, each.owner) }))
    .filter(({ value }) => value.compare(0) > 0)
    .sort((a, b) => b.value.compare(a.value))
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
    const wanted = max.sub(min);
    const given = wanted.compare(rest) < 0 ? wanted : rest;
    rest = rest.sub(given);
    return { owner, share: min.add(given) };
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
    for (const [index, each] of members.entries()) parts.known.set(each, solved[index] ?? ZERO);
    gained = parts.side === 'max' && improve(parts, weights);
  }
  return null;
}

function improve(parts: Parts, weights: Map<number, Weights>): boolean {
  let gained = false;
  for (const [party] of weights) {
    const better = choose(parts, party);
    if (total(parts, better).compare(parts.known.get(party) ?? ZERO) <= 0) continue;
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
): Fraction[] | null {
  const column = new Map(members.map((each, index) => [each, index]));
  const rows = members.map((each, index) => {
    const row = members.map((_, other) => (other === index ? ONE : ZERO));
    let outside = ZERO;
    for (const { owner, share } of weights.get(each) ?? []) {
      const at = column.get(owner);
      if (at === undefined) outside = outside.add(share.mul(worth(parts, owner)));
      else row[at] = (row[at] ?? ZERO).sub(share);
    }
    return [...row, outside];
  });
  return solve(rows);
}
