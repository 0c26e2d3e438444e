import { isFirm } from '../../facts/confidence.ts';
import { DAY_MAX, DAY_MIN, toDay } from '../../facts/dates.ts';
import type { Listing } from '../../facts/facts.ts';
import type { Regime } from '../../regulation/read.ts';
import type { ListedDays } from './listed-places.ts';

/** A listing that makes its party a restricted owner under one regime. */
export interface RestrictedListing extends ListedDays {
  readonly listing: Listing;
}

/**
 * The listings that count under a regime, by party. A listing on another list, or under a programme that the
 * regime does not name, counts nothing.
 */
export function restrictedListings(
  regime: Regime,
  listings: readonly Listing[],
): Map<string, RestrictedListing[]> {
  const result = new Map<string, RestrictedListing[]>();
  for (const listing of listings) {
    const scope = regime.restrictedOwners.find((owner) => owner.list === listing.list);
    if (!scope) continue;
    const programmes = programmesMatch(scope.programs, listing.programs);
    if (programmes === 'no') continue;
    const firm = isFirm(listing.confidence);
    const days = { from: toDay(listing.from, DAY_MIN), to: toDay(listing.to, DAY_MAX) };
    const entry = { listing, ...days, certain: programmes === 'yes' && firm, firm };
    const entries = result.get(listing.party);
    if (entries) entries.push(entry);
    else result.set(listing.party, [entry]);
  }
  return result;
}

function programmesMatch(
  asked: readonly string[] | undefined,
  given: readonly string[],
): 'yes' | 'no' | 'unknown' {
  if (asked === undefined) return 'yes';
  if (given.length === 0) return 'unknown';
  return given.some((program) => asked.includes(tagOf(program))) ? 'yes' : 'no';
}

/** The tag of a programme as the law's data write it: OFAC's files put brackets around, and case is nobody's. */
function tagOf(program: string): string {
  return program.replace(/^[\s[]+|[\s\]]+$/g, '').toUpperCase();
}

/** The listings of a party that are in force on the day. */
export function listedOn(
  entries: readonly RestrictedListing[] | undefined,
  day: number,
): RestrictedListing[] {
  return (entries ?? []).filter((entry) => entry.from <= day && day < entry.to);
}
