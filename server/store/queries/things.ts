import { CONFIDENCES } from '../../facts/confidence.ts';
import { countryName } from '../../facts/countries.ts';
import { covers } from '../../facts/dates.ts';
import { PARTY_KINDS } from '../../facts/facts.ts';
import { LEVELS } from '../../rules/finding.ts';
import type { WireSource } from '../../wire/common.ts';
import type { FacilityReply, PartyReply } from '../../wire/things.ts';
import type { WireListing } from '../../wire/verdict.ts';
import type { Runner } from '../connection.ts';
import type { PropertyReader } from '../properties.ts';
import { seenIn } from '../seen-properties.ts';
import { isAdvanced } from './graph.ts';
import { inner, rows } from './on-day.ts';

/** One party as its sources state it, or null. */
export async function readParty(tx: Runner, id: string): Promise<PartyReply['party'] | null> {
  const [row] = await rows(tx, 'read/party', { id });
  if (!row) return null;
  const party = inner(row, 'party');
  const jurisdiction = party.optionalText('jurisdiction');
  const originalName = party.optionalText('originalName');
  return {
    id,
    name: party.text('name'),
    originalName,
    originalNameConfidence: originalName === null ? null : party.oneOf('originalNameConfidence', CONFIDENCES),
    aliases: party.texts('aliases'),
    kind: party.oneOf('kind', PARTY_KINDS),
    jurisdiction,
    jurisdictionName: jurisdiction === null ? '' : countryName(jurisdiction),
    city: party.text('city'),
    addresses: party.texts('addresses'),
    roles: party.texts('roles'),
    identifiers: party.texts('identifiers'),
    ...sourced(party),
  };
}

/** One facility as its sources state it, or null. */
export async function readFacility(tx: Runner, id: string): Promise<FacilityReply['facility'] | null> {
  const [row] = await rows(tx, 'read/facility', { id });
  if (!row) return null;
  const facility = inner(row, 'facility');
  const operator = row.optionalText('operator');
  const country = facility.optionalText('country');
  return {
    id,
    name: facility.text('name'),
    operator:
      operator === null
        ? null
        : {
            id: operator,
            name: row.text('operatorName'),
            originalName: row.optionalText('operatorOriginalName'),
            confidence: row.oneOf('operatorConfidence', CONFIDENCES, 'verified'),
          },
    country,
    countryName: country === null ? '' : countryName(country),
    city: facility.text('city'),
    kind: facility.text('kind'),
    status: facility.text('status'),
    startYear: facility.number('startYear'),
    waferMm: facility.number('waferMm'),
    node: facility.text('node'),
    advancedNode: facility.flag('advancedNode'),
    advancedFrom: facility.date('advancedFrom'),
    advancedTo: facility.date('advancedTo'),
    latitude: facility.number('latitude'),
    longitude: facility.number('longitude'),
    ...sourced(facility),
  };
}

function sourced(thing: PropertyReader) {
  return {
    confidence: thing.oneOf('confidence', CONFIDENCES),
    sources: thing.texts('sources'),
    note: thing.text('note'),
    row: thing.text('row'),
    seen: seenIn(thing),
  };
}

/** All listings of a party, of all times, with what standing on each list means. */
export function readListings(tx: Runner, id: string, asOf: string): Promise<WireListing[]> {
  return readListingsOf(tx, [id], asOf);
}

/** The same of several parties. */
export async function readListingsOf(
  tx: Runner,
  ids: readonly string[],
  asOf: string,
): Promise<WireListing[]> {
  if (ids.length === 0) return [];
  return (await rows(tx, 'read/listings', { ids: [...new Set(ids)] })).map((row) => {
    const [listing, list] = [inner(row, 'listing'), inner(row, 'list')];
    const [from, to] = [listing.date('from'), listing.date('to')];
    return {
      id: listing.text('id'),
      party: listing.text('party'),
      list: list.text('id'),
      listTitle: list.text('title'),
      code: list.text('code'),
      level: list.oneOf('level', LEVELS),
      effect: list.text('effect'),
      from,
      to,
      fromConfidence: listing.oneOf('fromConfidence', CONFIDENCES),
      footnotes: listing.texts('footnotes'),
      programs: listing.texts('programs'),
      citation: listing.text('citation'),
      licenceRequirement: listing.text('licenceRequirement'),
      reviewPolicy: listing.text('reviewPolicy'),
      active: covers({ from, to }, asOf),
      ...sourced(listing),
    };
  });
}

/** Facilities that a party operates, with their node class of the day. */
export async function readFacilitiesOf(
  tx: Runner,
  id: string,
  asOf: string,
): Promise<PartyReply['facilities']> {
  return (await rows(tx, 'read/facilities-of', { id, asOf })).map((row) => ({
    id: row.text('id'),
    name: row.text('name'),
    country: row.optionalText('country'),
    advancedNode: isAdvanced(row.optionalText('nodeClass')),
  }));
}

/** Name traps and denials: why the party must not be taken for another. */
export async function readCautions(tx: Runner, id: string): Promise<PartyReply['cautions']> {
  return (await rows(tx, 'read/cautions-of', { id })).map((row) => {
    const fact = inner(row, 'fact');
    const [other, otherName] = [row.text('other'), row.text('otherName')];
    return {
      id: fact.text('id'),
      other,
      otherName,
      kind: fact.text('kind'),
      note: fact.text('note'),
      sources: fact.texts('sources'),
    };
  });
}

/** Contradictions in the data about a party. */
export async function readDataFindings(tx: Runner, id: string): Promise<PartyReply['dataFindings']> {
  return (await rows(tx, 'read/data-findings-of', { id })).map((row) => {
    const finding = inner(row, 'finding');
    return {
      id: finding.text('id'),
      kind: finding.text('kind'),
      text: finding.text('text'),
      facts: finding.texts('facts'),
      from: finding.date('from'),
      to: finding.date('to'),
    };
  });
}

/** Physical links of a facility, also planned ones and those that a source denies. */
export async function readPhysicalLinks(tx: Runner, id: string): Promise<FacilityReply['physicalLinks']> {
  return (await rows(tx, 'read/physical-links-of', { id })).map((row) => {
    const fact = inner(row, 'fact');
    return {
      id: fact.text('id'),
      other: row.text('other'),
      otherName: row.text('otherName'),
      kind: fact.text('kind'),
      joins: fact.flag('joins') ?? false,
      from: fact.date('from'),
      to: fact.date('to'),
      confidence: fact.oneOf('confidence', CONFIDENCES),
      note: fact.text('note'),
      sources: fact.texts('sources'),
    };
  });
}

/** Sources by their ids, in the order of the ids. */
export async function readSources(tx: Runner, ids: readonly string[]): Promise<WireSource[]> {
  if (ids.length === 0) return [];
  return (await rows(tx, 'read/sources', { ids: [...new Set(ids)] })).map((row) => {
    const source = inner(row, 'source');
    const text = (name: string): string => source.text(name);
    return {
      id: text('id'),
      title: text('title'),
      url: text('url'),
      citation: text('citation'),
      date: text('date'),
      note: text('note'),
    };
  });
}
