import type Fraction from 'fraction.js';
import type { Budget } from './controlled-by.ts';
import type { HoldingsAbove } from './holdings-above.ts';
import { lookThrough, TOO_MUCH } from './look-through.ts';
import { partsOfAll } from './parts-of-all.ts';
import { add, compare, fractionOf, ONE, type Ratio, ZERO } from './ratio.ts';

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
  /** How many there are, with those beyond what was asked for. */
  readonly total: number;
  /** False when only the nearest ones were worked out. */
  readonly complete: boolean;
}

/** Whose chains are added up: those that count for certain, and all that may. */
export interface Targets {
  readonly certain: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

/** What the targets hold of the party together; where one holds through another, it is counted once. */
export function heldThrough(above: HoldingsAbove, targets: Targets, budget: Budget): LookThrough {
  return shown(rangeThrough(above, targets, budget));
}

function rangeThrough(above: HoldingsAbove, { certain, all }: Targets, budget: Budget): Range {
  const min = lookThrough(above, certain, { side: 'min', budget });
  if ('reason' in min) return min;
  const max = lookThrough(above, all, { side: 'max', budget });
  return 'reason' in max ? max : { min: min.part, max: max.part };
}

/** Bounds that are not reduced yet. */
type Range = { readonly min: Ratio; readonly max: Ratio } | { readonly reason: string };

function shown(held: Range): LookThrough {
  if ('reason' in held) return held;
  const min = fractionOf(held.min);
  return { min, max: compare(held.min, held.max) === 0 ? min : fractionOf(held.max) };
}

/**
 * Ranks all parties above by what they hold through all chains: by the certain part, then by the most.
 *
 * Members of a circle that holds itself wholly get a reason instead of a number: nobody outside has a share in them,
 * so what they hold of each other says nothing of who stands behind them. Parts that nobody can choose about are worked
 * out for all owners at once (`parts-of-all.ts`), the others one by one.
 *
 * @param most how many are given; `total` counts all
 */
export function integratedOwners(
  above: HoldingsAbove,
  budget: Budget,
  most = Number.POSITIVE_INFINITY,
): IntegratedOwners {
  const closed = new Set(closedCircles(above).flat());
  const everybody = partsOfAll(above, budget);
  const found: { readonly owner: number; readonly holds: Range }[] = [];
  let complete = true;
  for (const owner of above.parties) {
    if (owner === above.bottom) continue;
    const holds = closed.has(owner)
      ? { reason: 'a circle that holds itself wholly' }
      : (everybody(owner) ??
        rangeThrough(above, { certain: new Set([owner]), all: new Set([owner]) }, budget));
    if ('reason' in holds && holds.reason === TOO_MUCH) {
      complete = false;
      break;
    }
    if ('reason' in holds || holds.max.n > 0n) found.push({ owner, holds });
  }
  const ranked = found.sort((a, b) => mostFirst(a.holds, b.holds));
  const owners = ranked.slice(0, most).map(({ owner, holds }) => ({
    ...{ owner, holds: shown(holds) },
    isOwned: above.ownersOf(owner).shares.length > 0,
  }));
  return { owners, total: ranked.length, complete };
}

function mostFirst(a: Range, b: Range): number {
  if ('reason' in a || 'reason' in b) return ('reason' in a ? 1 : 0) - ('reason' in b ? 1 : 0);
  return compare(b.min, a.min) || compare(b.max, a.max);
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
        return (
          compare(
            inside.reduce((sum, { min }) => add(sum, min), ZERO),
            ONE,
          ) >= 0
        );
      });
    })
    .map((group) => [...group]);
}

/** Parties of which more than 100 percent is recorded: at least one holding is wrong. */
export function overAllocated(above: HoldingsAbove): number[] {
  return [...above.parties].filter((each) => above.ownersOf(each).left === null);
}
