import Fraction from 'fraction.js';
import { EDGE_KIND } from '../../projection/ownership-graph.ts';
import { ownersFirst } from './circles.ts';
import { type ControlDay, edgesUp } from './control-day.ts';
import { add, negative, ONE, type Ratio, ratioOf, ZERO } from './ratio.ts';

/** One owner of one party, its share as parts of one: 50 percent are 1/2. */
export interface OwnerShare {
  readonly owner: number;
  readonly owned: number;
  readonly min: Ratio;
  readonly max: Ratio;
}

/** The owners of one party. */
export interface Owners {
  readonly shares: readonly OwnerShare[];
  /** What the certain shares leave; null where they add up to more than the whole. */
  readonly left: Ratio | null;
}

/** Everybody above one party by holdings of one day. */
export interface HoldingsAbove {
  readonly bottom: number;
  /** Nearest first, the bottom itself before all. */
  readonly parties: ReadonlySet<number>;
  readonly ownersOf: (party: number) => Owners;
  /** What a party holds on the way down to the bottom. */
  readonly heldBy: (party: number) => readonly OwnerShare[];
  /** Parties that hold each other in a circle, by place; owners before what they own. */
  readonly groups: readonly (readonly number[])[];
  readonly placeOf: (party: number) => number;
}

const NONE: Owners = { shares: [], left: ONE };

/** Collects the holdings above a party. Control links hold no shares; a branch is its owner in whole. */
export function holdingsAbove(control: ControlDay, bottom: number): HoldingsAbove {
  const owners = new Map<number, Owners>();
  const held = new Map<number, OwnerShare[]>();
  const parties = new Set([bottom]);
  for (const party of parties) {
    const found = ownersOn(control, party);
    owners.set(party, found);
    for (const share of found.shares) {
      parties.add(share.owner);
      const others = held.get(share.owner);
      if (others) others.push(share);
      else held.set(share.owner, [share]);
    }
  }
  const ownersOf = (party: number): Owners => owners.get(party) ?? NONE;
  const groups = ownersFirst(parties, (party) => ownersOf(party).shares.map(({ owner }) => owner));
  const places = new Map(groups.flatMap((group, place) => group.map((party) => [party, place])));
  return {
    bottom,
    parties,
    ownersOf,
    heldBy: (party) => held.get(party) ?? [],
    groups,
    placeOf: (party) => places.get(party) ?? 0,
  };
}

function ownersOn(control: ControlDay, party: number): Owners {
  const shares = [...edgesUp(control, party)].flatMap((edge) => shareOf(control, edge));
  const left = shares.reduce((rest, { min }) => add(rest, negative(min)), ONE);
  return { shares, left: left.n < 0n ? null : left };
}

function shareOf({ graph }: ControlDay, edge: number): OwnerShare[] {
  const ends = { owner: graph.owner[edge] ?? 0, owned: graph.owned[edge] ?? 0 };
  const kind = graph.kind[edge];
  const share = graph.facts[edge]?.share;
  if (kind === EDGE_KIND.control || !share) return [];
  if (kind === EDGE_KIND.branch) {
    const isWeak = graph.weak[edge] === 1;
    return [{ ...ends, min: isWeak ? ZERO : ONE, max: ONE }];
  }
  return [{ ...ends, min: partOf(share.min), max: partOf(share.max) }];
}

function partOf(percent: string): Ratio {
  return ratioOf(new Fraction(percent).div(100));
}
