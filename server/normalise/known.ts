import type { Known } from '../facts/facts.ts';
import type { RawCase, RawRow } from '../readers/raw-case.ts';

export interface KnownFields {
  readonly knownFrom?: string | null | undefined;
  readonly knownTo?: string | null | undefined;
}

/** When a row says it was known. */
export function known({ knownFrom, knownTo }: KnownFields): Known {
  return { knownFrom: knownFrom ?? null, knownTo: knownTo ?? null };
}

/**
 * The rows of facts that are held, or of former versions. Ids are given among each apart, so that a former version does
 * not change the id of what is held.
 */
export function rowsThat(raw: RawCase, which: 'are held' | 'are former'): RawCase {
  const wanted = ({ value }: RawRow): boolean =>
    (typeof value.knownTo === 'string') === (which === 'are former');
  return {
    sources: raw.sources.filter(wanted),
    parties: raw.parties.filter(wanted),
    listings: raw.listings.filter(wanted),
    holdings: raw.holdings.filter(wanted),
    investments: raw.investments.filter(wanted),
    controls: raw.controls.filter(wanted),
    affiliations: raw.affiliations.filter(wanted),
    officers: raw.officers.filter(wanted),
    facilities: raw.facilities.filter(wanted),
    physicalLinks: raw.physicalLinks.filter(wanted),
    orders: raw.orders.filter(wanted),
  };
}
