import { createHash } from 'node:crypto';
import type { Facts, Listing } from '../../facts/facts.ts';
import { ownershipComponents } from '../../projection/components.ts';

type OwnershipFacts = Pick<Facts, 'parties' | 'holdings' | 'controls' | 'listings'>;

/** Facts from which verdicts follow without any others, with their hash. */
export interface OwnershipPart {
  /** Changes with any fact of the part, and with nothing outside it. */
  readonly hash: string;
  readonly facts: OwnershipFacts;
}

/**
 * The facts by component (see `ownershipComponents`), without those of which no party is listed: nothing is
 * restricted there, and no verdict follows. The same facts give the same hashes, whatever else there is and whatever
 * row they were read from; they must come in the same order.
 *
 * @param salt goes into each hash: what else the verdicts follow from, such as the law
 */
export function ownershipParts(facts: OwnershipFacts, salt: string): OwnershipPart[] {
  const listings = new Map<string, Listing[]>();
  for (const listing of facts.listings) {
    const of = listings.get(listing.party);
    if (of) of.push(listing);
    else listings.set(listing.party, [listing]);
  }
  return ownershipComponents(facts).flatMap((component) => {
    const listed = component.parties.flatMap(({ id }) => listings.get(id) ?? []);
    if (listed.length === 0) return [];
    const part = { ...component, listings: listed };
    return [{ hash: hashOf(part, salt), facts: part }];
  });
}

/** What says nothing of ownership: the place a row was read from, and when it was known. */
const BESIDE = new Set(['row', 'knownFrom', 'knownTo']);

function hashOf({ parties, holdings, controls, listings }: OwnershipFacts, salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const facts of [parties, holdings, controls, listings]) {
    const text = JSON.stringify(facts, (key, value: unknown) => (BESIDE.has(key) ? undefined : value));
    hash.update(text);
  }
  return hash.digest('hex').slice(0, 32);
}

/** The facts of several parts as one. */
export function joinParts(parts: readonly OwnershipPart[]): OwnershipFacts {
  return {
    parties: parts.flatMap(({ facts }) => facts.parties),
    holdings: parts.flatMap(({ facts }) => facts.holdings),
    controls: parts.flatMap(({ facts }) => facts.controls),
    listings: parts.flatMap(({ facts }) => facts.listings),
  };
}
