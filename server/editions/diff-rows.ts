import type { Facts, Listing, Party } from '../facts/facts.ts';
import { firstCitation } from './wording.ts';

/** One row of a list: a listing with its party. */
export interface ListRow {
  readonly listing: Listing;
  readonly party: Party;
  /** `89 FR 96837`; empty when it cites none. */
  readonly firstCitation: string;
}

/** The rows of one edition of a list, in their order. A listing whose party is missing was refused when it was read. */
export function listRows({ parties, listings }: Facts): ListRow[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return listings.flatMap((listing) => {
    const party = byId.get(listing.party);
    return party === undefined ? [] : [{ listing, party, firstCitation: firstCitation(listing.citation) }];
  });
}

/** A row of the former edition and the row of the later one that is the same entry. */
export interface RowPair {
  readonly before: ListRow;
  readonly after: ListRow;
  /** Why the two are taken for one. */
  readonly by: string;
}

/** Rows that could be the same in more than one way: told, and left to a person. */
export interface Ambiguous {
  readonly before: readonly ListRow[];
  readonly after: readonly ListRow[];
  readonly why: string;
}
