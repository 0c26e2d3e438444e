import { contributions, type Moment, restsOnOwners } from './moment.ts';

/**
 * So many parties are explained with each verdict where all verdicts are told at once: more than any known chain has.
 * Without a limit the lines below a chain or around a circle would grow with the square of its length.
 */
export const MOST_EXPLAINED = 60;

/** Parties to explain with their tiers: distances below the listed ones, or below those where it was cut. */
export interface Tiers {
  readonly tiers: ReadonlyMap<number, number>;
  readonly isCut: boolean;
}

/** The tiers of a party and of the undecided or captured parties above it: of the nearest where there are more than `most`. */
export function tiersFor(moment: Moment, party: number, most: number): Tiers {
  const near = new Set([party]);
  for (const each of near)
    for (const above of explainedAbove(moment, each)) {
      if (near.size === most && !near.has(above))
        return { tiers: tiersWithin(moment, party, near), isCut: true };
      near.add(above);
    }
  return { tiers: tiersWithin(moment, party, near), isCut: false };
}

function explainedAbove(moment: Moment, party: number): number[] {
  const owners = contributions(moment, party).map((tie) => moment.graph.flat.owner[tie] ?? 0);
  return owners.filter((owner) => restsOnOwners(moment, owner));
}

interface Visit {
  readonly party: number;
  readonly above: readonly number[];
  next: number;
  deepest: number;
}

/**
 * The tiers of some parties at and above one. Without recursion, so that no chain is too long; in a circle the distance
 * ends where the way began.
 */
function tiersWithin(moment: Moment, party: number, some: ReadonlySet<number>): Map<number, number> {
  const tiers = new Map<number, number>();
  const enter = (at: number): Visit => {
    tiers.set(at, 1);
    const above = explainedAbove(moment, at).filter((each) => some.has(each));
    return { party: at, above, next: 0, deepest: 0 };
  };
  const way = [enter(party)];
  for (let visit = way.at(-1); visit; visit = way.at(-1)) {
    const above = visit.above[visit.next];
    visit.next += 1;
    if (above === undefined) {
      tiers.set(visit.party, 1 + visit.deepest);
      way.pop();
      deepen(way.at(-1), 1 + visit.deepest);
    } else if (tiers.has(above)) deepen(visit, tiers.get(above) ?? 0);
    else way.push(enter(above));
  }
  return tiers;
}

function deepen(visit: Visit | undefined, tier: number): void {
  if (visit) visit.deepest = Math.max(visit.deepest, tier);
}
