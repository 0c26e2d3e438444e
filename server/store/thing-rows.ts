import neo4j from 'neo4j-driver';
import type { Facility, Listing, Order, Party, Provenance, Source } from '../facts/facts.ts';
import { technologyInWords } from '../facts/technology.ts';
import { searchText } from '../normalise/names.ts';
import { neo4jDate, type StampedRow } from './load-rows.ts';
import { seenProperties } from './seen-properties.ts';
import { dated } from './tie-rows.ts';

/** Rows of things: sources, parties, facilities, listings. */

export function sourceRow({ id, title, url, citation, date, note, row, knownFrom }: Source): StampedRow {
  return { id, properties: { id, title, url, citation, date, note, row, knownFrom: neo4jDate(knownFrom) } };
}

function provenance(fact: Provenance) {
  const { id, sources, confidence, note, row, knownFrom } = fact;
  return { id, sources, confidence, note, row, knownFrom: neo4jDate(knownFrom), ...seenProperties(fact) };
}

export function partyRow(party: Party): StampedRow {
  const { id, name, aliases, kind, jurisdiction, city, addresses, roles, identifiers, complex } = party;
  const original = party.originalName;
  const names = [
    name,
    ...aliases,
    ...(original ? [original.text] : []),
    ...identifiers.map(({ value }) => value),
  ];
  const properties = {
    ...provenance(party),
    ...{ name, aliases, kind, jurisdiction, city, addresses, roles, complex },
    originalName: original?.text ?? null,
    originalNameLanguage: original?.language ?? null,
    originalNameConfidence: original?.confidence ?? null,
    originalNameSources: original?.sources ?? null,
    search: searchText(names),
    identifiers: identifiers.map(({ scheme, value }) => `${scheme}:${value}`),
    identifiersJson: JSON.stringify(identifiers),
  };
  return { id, kind, properties };
}

export function facilityRow(facility: Facility): StampedRow {
  const { operatorConfidence: _, knownTo: __, seen: ___, asStated: ____, technologies, ...own } = facility;
  const properties = {
    ...own,
    ...seenProperties(facility),
    knownFrom: neo4jDate(facility.knownFrom),
    search: searchText([facility.name, facility.id]),
    startYear: facility.startYear === null ? null : neo4j.int(facility.startYear),
    advancedFrom: neo4jDate(facility.advancedFrom),
    advancedTo: neo4jDate(facility.advancedTo),
    technologies: technologies.map(technologyInWords),
    technologiesJson: JSON.stringify(technologies),
  };
  return { id: facility.id, properties };
}

export function orderRow(order: Order): StampedRow {
  const { id, facility, party, item, needs } = order;
  const subject = facility ?? party;
  return { id, subject, properties: { ...dated(order), facility, party, subject, item, needs } };
}

export function listingRow(listing: Listing): StampedRow {
  const { id, party, list, footnotes, programs, citation, licenceRequirement, reviewPolicy, fromConfidence } =
    listing;
  const own = {
    party,
    list,
    footnotes,
    programs,
    citation,
    licenceRequirement,
    reviewPolicy,
    fromConfidence,
  };
  return { id, party, list, properties: { ...dated(listing), ...own, footnoteText: footnotes.join(', ') } };
}
