import type { Situation, Standing } from './situation.ts';
import type { Tie } from './ties.ts';

/** The ties that may prove somebody restricted for certain, and where proof ends. */
export interface Grounds {
  readonly target: number;
  readonly needed: bigint | null;
  /** Parties listed for certain: they need no proof. */
  readonly listed: ReadonlySet<number>;
  /** Ties of certain owners that add something, the largest certain share first; those that capture alone first of all. */
  readonly above: (party: number) => readonly Tie[];
}

/** The grounds on which a captured party stands. */
export function groundsOf(situation: Situation, base: Standing): Grounds {
  const listed = situation.listings.flatMap(({ party, certain }) => (certain ? [party] : []));
  const known = new Map<number, readonly Tie[]>();
  const above = (party: number): readonly Tie[] => {
    const found = known.get(party) ?? provingTies(situation, base, party);
    known.set(party, found);
    return found;
  };
  return { target: situation.party, needed: situation.needed, listed: new Set(listed), above };
}

function provingTies(situation: Situation, base: Standing, party: number): Tie[] {
  return situation
    .above(party)
    .filter(({ owner, power, min }) => base.certain[owner] === 1 && (power === 'whole' || min > 0n))
    .sort((a, b) => rank(a, b) || idOf(situation, a).localeCompare(idOf(situation, b)));
}

/** Ties that capture alone first, then the larger certain share. */
export function rank(a: Tie, b: Tie): number {
  if (a.power !== b.power) return a.power === 'whole' ? -1 : 1;
  return a.min === b.min ? 0 : a.min > b.min ? -1 : 1;
}

function idOf({ parties }: Situation, { owner }: Tie): string {
  return parties[owner]?.id ?? '';
}
