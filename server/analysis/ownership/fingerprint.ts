import { createHash } from 'node:crypto';
import type { Control, Holding, Listing, Party } from '../../facts/facts.ts';
import { type Component, ownershipComponents } from '../../projection/components.ts';
import type { Regulation } from '../../regulation/read.ts';
import type { OwnershipFacts } from './ownership-index.ts';

/** A component with the listings of its parties, and a hash of all that its verdicts rest on. */
export interface PrintedComponent extends Component {
  readonly listings: readonly Listing[];
  /** SHA-256, hexadecimal. */
  readonly fingerprint: string;
}

/**
 * Splits facts into components that bear on no other, and gives each a fingerprint: two that are equal have the same
 * verdicts and data findings. It does not depend on the order of the facts.
 */
export function printedComponents(facts: OwnershipFacts, regulation: Regulation): PrintedComponent[] {
  const law = hashOf([lawText(regulation)]);
  const listings = new Map<string, Listing[]>();
  for (const listing of facts.listings) {
    const own = listings.get(listing.party);
    if (own) own.push(listing);
    else listings.set(listing.party, [listing]);
  }
  return ownershipComponents(facts).map((component) => {
    const own = component.parties.flatMap(({ id }) => listings.get(id) ?? []);
    const lines = [
      ...component.parties.map(partyText),
      ...component.holdings.map(holdingText),
      ...component.controls.map(controlText),
      ...own.map(listingText),
    ];
    return { ...component, listings: own, fingerprint: hashOf([law, ...lines.sort()]) };
  });
}

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}

function lawText({ regimes, strictness, minority }: Regulation): string {
  return JSON.stringify([regimes, strictness, minority]);
}

function partyText({ id, name, jurisdiction }: Party): string {
  return JSON.stringify(['party', id, name, jurisdiction]);
}

function holdingText({ id, owner, owned, share, kind, from, to, confidence, sources }: Holding): string {
  const { min, max, minExclusive, maxExclusive, stated } = share;
  const bounds = [min, max, minExclusive, maxExclusive, stated];
  return JSON.stringify(['holding', id, owner, owned, bounds, kind, from, to, confidence, sources]);
}

function controlText({ id, controller, controlled, from, to, confidence, sources }: Control): string {
  return JSON.stringify(['control', id, controller, controlled, from, to, confidence, sources]);
}

function listingText(listing: Listing): string {
  const { id, party, list, footnotes, programs, licenceRequirement, reviewPolicy } = listing;
  const { from, to, confidence, fromConfidence } = listing;
  const entry = [footnotes, programs, licenceRequirement, reviewPolicy];
  return JSON.stringify(['listing', id, party, list, entry, from, to, confidence, fromConfidence]);
}
