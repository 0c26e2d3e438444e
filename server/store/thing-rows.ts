import neo4j from 'neo4j-driver';
import type { Facility, Listing, Order, Party, Source } from '../facts/facts.ts';
import { technologyInWords } from '../facts/technology.ts';
import { searchText } from '../normalise/names.ts';
import { neo4jDate, type StampedRow } from './load-rows.ts';
import { seenProperties } from './seen-properties.ts';
import { dated } from './tie-rows.ts';

/** Rows of things: sources, parties, facilities, listings. */

export function sourceRow({ id, title, url, citation, date, note, row, knownFrom }: Source): StampedRow {
  return { id, properties: { id, title, url, citation, date, note, row, knownFrom: neo4jDate(knownFrom) } };
}

export function partyRow(party: Party): StampedRow {
  const { id, kind } = party;
  const { seenFirst, seenLast, asStatedJson } = seenProperties(party);
  const original = party.originalName;
  // One literal: registers have millions of parties, and joining several takes ten times as long.
  const properties = {
    id,
    sources: party.sources,
    confidence: party.confidence,
    note: party.note,
    row: party.row,
    knownFrom: neo4jDate(party.knownFrom),
    seenFirst,
    seenLast,
    asStatedJson,
    name: party.name,
    aliases: party.aliases,
    kind,
    jurisdiction: party.jurisdiction,
    city: party.city,
    addresses: party.addresses,
    roles: party.roles,
    complex: party.complex,
    originalName: original?.text ?? null,
    originalNameLanguage: original?.language ?? null,
    originalNameConfidence: original?.confidence ?? null,
    originalNameSources: original?.sources ?? null,
    search: searchText(namesOf(party)),
    identifiers: party.identifiers.map(({ scheme, value }) => `${scheme}:${value}`),
    identifiersJson: JSON.stringify(party.identifiers),
  };
  return { id, kind, properties };
}

function namesOf({ name, aliases, originalName, identifiers }: Party): string[] {
  const original = originalName === null ? [] : [originalName.text];
  return [name, ...aliases, ...original, ...identifiers.map(({ value }) => value)];
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
  const subjectKind = facility === null ? 'party' : 'facility';
  return { id, subject, subjectKind, properties: { ...dated(order), facility, party, subject, item, needs } };
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
