import { covers } from '../../facts/dates.ts';
import type { Control, Facts, Holding, Listing, Party } from '../../facts/facts.ts';

/** The facts that holdings and control are read from: those of a component, or of a whole case. */
export type OwnershipFacts = Pick<Facts, 'parties' | 'holdings' | 'controls'>;

interface Above {
  readonly parties: ReadonlyMap<string, Party>;
  readonly holdings: ReadonlyMap<string, readonly Holding[]>;
  readonly controls: ReadonlyMap<string, readonly Control[]>;
}

/** Made once for each component, and gone with it. */
const indexes = new WeakMap<OwnershipFacts, Above>();

/**
 * The party, everybody above it on one day, and the ties among them that hold that day: all that its verdict on that
 * day can rest on, since nothing flows upward.
 *
 * @param day `YYYY-MM-DD`
 */
export function upstreamOn(facts: OwnershipFacts, party: string, day: string): OwnershipFacts {
  const above = indexOf(facts);
  const seen = new Set([party]);
  const holdings: Holding[] = [];
  const controls: Control[] = [];
  for (const at of seen) {
    for (const holding of above.holdings.get(at) ?? []) {
      if (!covers(holding, day)) continue;
      holdings.push(holding);
      seen.add(holding.owner);
    }
    for (const control of above.controls.get(at) ?? []) {
      if (!covers(control, day)) continue;
      controls.push(control);
      seen.add(control.controller);
    }
  }
  const parties = [...seen].flatMap((id) => above.parties.get(id) ?? []);
  return { parties, holdings, controls };
}

/** The facts without what does not bind a party of an exempt country; a branch is its owner, so it stays. */
export function withoutOwners(facts: OwnershipFacts, party: string): OwnershipFacts {
  return {
    ...facts,
    holdings: facts.holdings.filter(({ owned, kind }) => owned !== party || kind === 'branch'),
    controls: facts.controls.filter(({ controlled }) => controlled !== party),
  };
}

/** Listings by party; made once for each array of them. */
const listingIndexes = new WeakMap<readonly Listing[], ReadonlyMap<string, readonly Listing[]>>();

/** The listings of the given parties. */
export function listingsOf(listings: readonly Listing[], parties: readonly Party[]): Listing[] {
  const byParty = listingIndexes.get(listings) ?? grouped(listings, ({ party }) => party);
  listingIndexes.set(listings, byParty);
  return parties.flatMap(({ id }) => byParty.get(id) ?? []);
}

function indexOf(facts: OwnershipFacts): Above {
  const known = indexes.get(facts);
  if (known) return known;
  const made = {
    parties: new Map(facts.parties.map((party) => [party.id, party])),
    holdings: grouped(facts.holdings, ({ owned }) => owned),
    controls: grouped(facts.controls, ({ controlled }) => controlled),
  };
  indexes.set(facts, made);
  return made;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
