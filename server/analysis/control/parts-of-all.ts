import type { Budget } from './controlled-by.ts';
import type { HoldingsAbove, OwnerShare } from './holdings-above.ts';
import { below, costOf, MOST_IN_CIRCLE } from './look-through.ts';
import { add, compare, divide, less, multiply, negative, ONE, type Ratio, ZERO } from './ratio.ts';
import { solve } from './solve.ts';

/** What one party holds by itself; null where it must be worked out for this party alone. */
type PartsOf = (owner: number) => { readonly min: Ratio; readonly max: Ratio } | null;

/**
 * What each party above holds of the bottom, for all of them in one pass from the bottom upward.
 *
 * With W the shares and N the inverse of (I - W), the sum over all chains from x down to the bottom is N[x, bottom].
 * Each such chain is one that comes back to x some times, and then one that does not: what ends at the first x on the
 * way up is therefore N[x, bottom] / N[x, x] (first passage decomposition; Kemeny and Snell, "Finite Markov Chains",
 * 1960). One column and one diagonal of an inverse, group by group, instead of a system of equations for each owner.
 *
 * Lower bounds are such a W always. Upper bounds are where what is left of every party suffices for all its owners on
 * the way to x: elsewhere who gets the rest depends on x.
 */
export function partsOfAll(above: HoldingsAbove, budget: Budget): PartsOf {
  const contested = contestedParties(above);
  const least = sweep(above, { budget, weightOf: ({ min }) => min, isOpen: () => true });
  const isExact = [...above.parties].every((party) =>
    above.ownersOf(party).shares.every(({ min, max }) => compare(min, max) === 0),
  );
  const isOpen = (group: readonly number[]): boolean => !group.some((each) => contested.has(each));
  const weightOf = (share: OwnerShare): Ratio => atMost(above, share);
  const most = isExact ? least : sweep(above, { budget, weightOf, isOpen });
  return (owner) => {
    const [min, max] = [least.get(owner), most.get(owner)];
    return min && max && !choosesAbove(above, contested, owner) ? { min, max } : null;
  };
}

/** The most that one owner alone can have. Holdings that contradict each other are not cut. */
function atMost({ ownersOf }: HoldingsAbove, { owned, min, max }: OwnerShare): Ratio {
  const { left } = ownersOf(owned);
  return left === null ? max : add(min, less(add(max, negative(min)), left));
}

/** Parties whose owners together want more than is left. */
function contestedParties(above: HoldingsAbove): Set<number> {
  return new Set([...above.parties].filter((each) => wantMore(above, each, above.ownersOf(each).shares)));
}

function wantMore(above: HoldingsAbove, party: number, shares: readonly OwnerShare[]): boolean {
  const { left } = above.ownersOf(party);
  if (left === null || shares.length < 2) return false;
  const wanted = shares.reduce(
    (sum, share) => add(sum, add(atMost(above, share), negative(share.min))),
    ZERO,
  );
  return compare(wanted, left) > 0;
}

/** Do owners through whom x holds something want more of a party than is left? */
function choosesAbove(above: HoldingsAbove, contested: ReadonlySet<number>, owner: number): boolean {
  if (contested.size === 0) return false;
  for (const [party, shares] of below(above, new Set([owner])))
    if (contested.has(party) && wantMore(above, party, shares)) return true;
  return false;
}

interface Sweep {
  readonly budget: Budget;
  readonly weightOf: (share: OwnerShare) => Ratio;
  /** False for circles that cannot be worked out so; nothing above them is then. */
  readonly isOpen: (group: readonly number[]) => boolean;
}

interface Swept extends Sweep {
  readonly above: HoldingsAbove;
  /** N[x, bottom] of the parties so far. */
  readonly columns: Map<number, Ratio>;
  readonly parts: Map<number, Ratio>;
}

function sweep(above: HoldingsAbove, how: Sweep): ReadonlyMap<number, Ratio> {
  const swept: Swept = { ...how, above, columns: new Map(), parts: new Map() };
  for (const group of [...above.groups].reverse()) {
    if (how.budget.left < 0) break;
    workOut(swept, group);
  }
  return swept.parts;
}

function workOut(swept: Swept, group: readonly number[]): void {
  const { above, columns, parts } = swept;
  const members = new Set(group);
  const right = group.map((each) => fromBelow(swept, each, members));
  if (right.some((each) => each === null)) return;
  const below = right.flatMap((each) => each ?? []);
  const [only] = group;
  if (only !== undefined && group.length === 1 && !above.heldBy(only).some(({ owned }) => owned === only)) {
    columns.set(only, below[0] ?? ZERO);
    parts.set(only, below[0] ?? ZERO);
  } else if (canSolve(swept, group)) solveGroup(swept, group, below);
}

/** What a party has through what it holds below its group; null where that is not known. */
function fromBelow(swept: Swept, party: number, members: ReadonlySet<number>): Ratio | null {
  const { above, columns, budget, weightOf } = swept;
  let sum = party === above.bottom ? ONE : ZERO;
  for (const share of above.heldBy(party)) {
    if (members.has(share.owned)) continue;
    const column = columns.get(share.owned);
    if (!column) return null;
    sum = add(sum, multiply(weightOf(share), column));
    budget.left -= costOf(sum);
  }
  return sum;
}

function canSolve({ above, isOpen }: Swept, group: readonly number[]): boolean {
  return (
    group.length <= MOST_IN_CIRCLE &&
    isOpen(group) &&
    group.every((each) => above.ownersOf(each).left !== null)
  );
}

function solveGroup(swept: Swept, group: readonly number[], right: readonly Ratio[]): void {
  const at = new Map(group.map((each, index) => [each, index]));
  const rows = group.map((each, index) => {
    const row = group.map((_, other) => (other === index ? ONE : ZERO));
    for (const share of swept.above.heldBy(each)) {
      const column = at.get(share.owned);
      if (column !== undefined) row[column] = add(row[column] ?? ZERO, negative(swept.weightOf(share)));
    }
    return row;
  });
  const solved = solve({ rows, right });
  if (solved === null) return;
  swept.budget.left -= solved.work;
  for (const [index, each] of group.entries()) {
    const column = solved.unknowns[index] ?? ZERO;
    swept.columns.set(each, column);
    swept.parts.set(each, divide(column, solved.diagonal[index] ?? ONE));
  }
}
