import type { Strictness } from '../../regulation/read.ts';
import type { ListedOwner, MostRestrictive } from '../verdict.ts';
import { contributions, isCertain, isWeakTie, type Moment, ownListings, restsOnOwners } from './moment.ts';

/**
 * The listed parties above a party that bear on it, each with its entries. A listed owner does not end the search:
 * a listed party that may hold it to the threshold holds the party too, indirectly (Supp. No. 8 to Part 744).
 *
 * @param ties `certain` follows only ties, and takes only entries, that restrict for certain; `all` also the others
 */
export function listedOwnersAbove(
  moment: Moment,
  { party, ties }: { readonly party: number; readonly ties: 'certain' | 'all' },
): ListedOwner[] {
  const { owner } = moment.graph.flat;
  const seen = new Set([party]);
  const found: ListedOwner[] = [];
  for (const at of seen) {
    for (const entry of entriesOf(moment, at, ties)) found.push(entry);
    const isEvidence = ties === 'all' && at === party;
    if (!isEvidence && !restsOnOwners(moment, at)) continue;
    for (const tie of contributions(moment, at)) {
      const above = owner[tie] ?? 0;
      if (ties === 'all' || (isCertain(moment, above) && !isWeakTie(moment, tie))) seen.add(above);
    }
  }
  return found;
}

function entriesOf(moment: Moment, party: number, ties: 'certain' | 'all'): ListedOwner[] {
  const entries = ownListings(moment, party).filter(({ certain }) => certain || ties === 'all');
  return entries.map(({ listing }) => ({
    party: moment.graph.parties[party]?.id ?? '',
    list: listing.list,
    listing: listing.id,
    footnotes: listing.footnotes,
    licenceRequirement: listing.licenceRequirement,
    reviewPolicy: listing.reviewPolicy,
  }));
}

/**
 * Which listed owner's entry is the strictest. The law says only that the most restrictive requirement governs;
 * the order is Interlock's, stands in `server/regulation/strictness.json`, and is named in the answer.
 */
export function mostRestrictive(owners: readonly ListedOwner[], order: Strictness): MostRestrictive | null {
  const ranked = [...owners].sort((a, b) => compare(b, a, order));
  const first = ranked[0];
  if (!first) return null;
  const allFootnotes = order.footnotes.filter((footnote) =>
    owners.some((each) => each.footnotes.includes(footnote)),
  );
  const others = owners
    .flatMap((each) => each.footnotes)
    .filter((footnote) => !order.footnotes.includes(footnote));
  return {
    ...first,
    allFootnotes: [...new Set([...allFootnotes, ...others])],
    contributors: ranked,
    order: "Review policy, then list, then footnotes; the order is Interlock's own.",
  };
}

function compare(a: ListedOwner, b: ListedOwner, order: Strictness): number {
  return (
    policyRank(a.reviewPolicy, order) - policyRank(b.reviewPolicy, order) ||
    position(order.lists, [b.list]) - position(order.lists, [a.list]) ||
    position(order.footnotes, b.footnotes) - position(order.footnotes, a.footnotes) ||
    b.party.localeCompare(a.party) ||
    b.listing.localeCompare(a.listing)
  );
}

function policyRank(policy: string, order: Strictness): number {
  const text = policy.trim().toLowerCase();
  const match = order.reviewPolicies.find(
    ({ starts, without = [] }) =>
      starts.some((start) => text.startsWith(start)) && !without.some((word) => text.includes(word)),
  );
  return match?.rank ?? order.unrankedPolicy;
}

/** The best place that any of the items has in the order; after the last when none has one. */
function position(order: readonly string[], items: readonly string[]): number {
  const places = items.map((item) => order.indexOf(item)).filter((place) => place >= 0);
  return places.length === 0 ? order.length : Math.min(...places);
}
