import type { Facts, Listing } from '../facts/facts.ts';

export interface Superseded {
  readonly facts: Facts;
  /** Listings of the base that editions of the same list stand for now. */
  readonly replaced: readonly Listing[];
  /** Listings of the base on a list of which editions are loaded, and which none of these has: to be looked at. */
  readonly unmatched: readonly Listing[];
}

/**
 * Where editions of a list are loaded, their rows stand for what the base says of the same parties on that list: the
 * list itself is the better source, and a listing that it ended must not live on in the base. A listing of the base
 * whose party no edition knows stays, and is told: its name may differ, or it was taken off before the first edition.
 * Only editions of the list itself do so. A register may name sanctions too, of one party or of thousands: it does not say
 * that it has the whole list, so what it says stands beside.
 *
 * @param base ids of the listings of the base
 * @param facts all facts, each party under one id
 */
export function supersede(base: ReadonlySet<string>, facts: Facts): Superseded {
  const covered = new Set<string>();
  const known = new Set<string>();
  for (const listing of facts.listings) {
    if (base.has(listing.id) || !isOfTheList(listing)) continue;
    covered.add(listing.list);
    known.add(`${listing.list} ${listing.party}`);
  }
  const replaced: Listing[] = [];
  const unmatched: Listing[] = [];
  const listings = facts.listings.filter((listing) => {
    if (!base.has(listing.id) || !covered.has(listing.list)) return true;
    const isKnown = known.has(`${listing.list} ${listing.party}`);
    (isKnown ? replaced : unmatched).push(listing);
    return !isKnown;
  });
  return { facts: { ...facts, listings }, replaced, unmatched };
}

/** Seen in an edition of its own list, in any rendering (`bis-entity-list@ecfr`). */
function isOfTheList({ list, seen }: Listing): boolean {
  const first = seen?.first ?? '';
  return first.startsWith(`list/${list}/`) || first.startsWith(`list/${list}@`);
}
