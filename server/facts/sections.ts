import { FACT_SECTIONS, type FactSection, type Facts, type Known } from './facts.ts';

/** Any fact, seen as what all facts have. */
export interface AnyFact extends Known {
  readonly id: string;
  readonly row: string;
}

/** Nothing is known. */
export const NO_FACTS: Facts = {
  sources: [],
  parties: [],
  listings: [],
  holdings: [],
  investments: [],
  controls: [],
  affiliations: [],
  officers: [],
  facilities: [],
  physicalLinks: [],
  orders: [],
};

/** The same change made to each section; what a fact is stays as it is. */
export function mapFacts(
  facts: Facts,
  change: <T extends AnyFact>(rows: readonly T[], section: FactSection) => readonly T[],
): Facts {
  return {
    sources: change(facts.sources, 'sources'),
    parties: change(facts.parties, 'parties'),
    listings: change(facts.listings, 'listings'),
    holdings: change(facts.holdings, 'holdings'),
    investments: change(facts.investments, 'investments'),
    controls: change(facts.controls, 'controls'),
    affiliations: change(facts.affiliations, 'affiliations'),
    officers: change(facts.officers, 'officers'),
    facilities: change(facts.facilities, 'facilities'),
    physicalLinks: change(facts.physicalLinks, 'physicalLinks'),
    orders: change(facts.orders, 'orders'),
  };
}

/** The rows of both, those of the first before those of the second. */
export function joinFacts(first: Facts, second: Facts): Facts {
  return {
    sources: [...first.sources, ...second.sources],
    parties: [...first.parties, ...second.parties],
    listings: [...first.listings, ...second.listings],
    holdings: [...first.holdings, ...second.holdings],
    investments: [...first.investments, ...second.investments],
    controls: [...first.controls, ...second.controls],
    affiliations: [...first.affiliations, ...second.affiliations],
    officers: [...first.officers, ...second.officers],
    facilities: [...first.facilities, ...second.facilities],
    physicalLinks: [...first.physicalLinks, ...second.physicalLinks],
    orders: [...first.orders, ...second.orders],
  };
}

/** How many facts there are, of all sections together. */
export function sizeOf(facts: Facts): number {
  return FACT_SECTIONS.reduce((sum, section) => sum + facts[section].length, 0);
}
