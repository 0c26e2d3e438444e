import Fraction from 'fraction.js';
import type { Budget } from './controlled-by.ts';
import type { HoldingsAbove } from './holdings-above.ts';
import { lookThrough, type Side, TOO_MUCH } from './look-through.ts';

/** What somebody holds through all chains, as parts of one: for certain, and at most. */
export interface Bounds {
  readonly min: Fraction;
  readonly max: Fraction;
}

/** Bounds, or why there are none. */
export type LookThrough = Bounds | { readonly reason: string };

/** One party above, and what it holds. */
interface IntegratedOwner {
  readonly owner: number;
  readonly holds: LookThrough;
  /** Is an owner of its own recorded that day? Where not, the chain ends here. */
  readonly isOwned: boolean;
}

/** Everybody above a party who holds something of it, most first. */
export interface IntegratedOwners {
  readonly owners: readonly IntegratedOwner[];
  /** False when only the nearest ones were worked out. */
  readonly complete: boolean;
}

/** Whose chains are added up: those that count for certain, and all that may. */
export interface Targets {
  readonly certain: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

/** What the targets hold of the party together; where one holds through another, it is counted once. */
export function heldThrough(above: HoldingsAbove, { certain, all }: Targets, budget: Budget): LookThrough {
  const part = (targets: ReadonlySet<number>, side: Side) => lookThrough(above, targets, { side, budget });
  const [min, max] = [part(certain, 'min'), part(all, 'max')];
  if ('reason' in min) return min;
  return 'reason' in max ? max : { min: min.part, max: max.part };
}

/**
 * Ranks all parties above by what they hold through all chains: by the certain part, then by the most.
 *
 * Members of a circle that holds itself wholly get a reason instead of a number: nobody outside has a share in them,
 * so what they hold of each other says nothing of who stands behind them.
 */
export function integratedOwners(above: HoldingsAbove, budget: Budget): IntegratedOwners {
  const closed = new Set(closedCircles(above).flat());
  const owners: IntegratedOwner[] = [];
  let complete = true;
  for (const owner of above.parties) {
    if (owner === above.bottom) continue;
    const holds = closed.has(owner)
      ? { reason: 'a circle that holds itself wholly' }
      : heldThrough(above, { certain: new Set([owner]), all: new Set([owner]) }, budget);
    if ('reason' in holds && holds.reason === TOO_MUCH) {
      complete = false;
      break;
    }
    if ('reason' in holds || holds.max.compare(0) > 0)
      owners.push({ owner, holds, isOwned: above.ownersOf(owner).shares.length > 0 });
  }
  return { owners: owners.sort((a, b) => mostFirst(a.holds, b.holds)), complete };
}

function mostFirst(a: LookThrough, b: LookThrough): number {
  if ('reason' in a || 'reason' in b) return ('reason' in a ? 1 : 0) - ('reason' in b ? 1 : 0);
  return b.min.compare(a.min) || b.max.compare(a.max);
}

/** Circles whose members hold each other to the last share, for certain. */
export function closedCircles(above: HoldingsAbove): number[][] {
  return above.groups
    .filter((group) => group.length > 1)
    .filter((group) => {
      const members = new Set(group);
      return group.every((each) => {
        const { shares } = above.ownersOf(each);
        const inside = shares.filter(({ owner }) => members.has(owner));
        return inside.reduce((sum, { min }) => sum.add(min), new Fraction(0)).compare(1) >= 0;
      });
    })
    .map((group) => [...group]);
}

/** Parties of which more than 100 percent is recorded: at least one holding is wrong. */
export function overAllocated(above: HoldingsAbove): number[] {
  return [...above.parties].filter((each) => above.ownersOf(each).left === null);
}
