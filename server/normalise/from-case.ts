import { InputError, type Problem } from '../errors.ts';
import { DEFAULT_CONFIDENCE } from '../facts/confidence.ts';
import type * as F from '../facts/facts.ts';
import { makeShare, type Share } from '../facts/share.ts';
import type { RawCase, RawRow } from '../readers/raw-case.ts';
import { checkFacilities, checkOrders } from './check-facilities.ts';
import { checkReferences } from './check-references.ts';
import { factId, uniqueIds } from './ids.ts';
import { toTechnology } from './technologies.ts';

export interface NormaliseOptions {
  /** The seed demands it: a fact without a source is a problem. Hand-made cases may do without. */
  readonly requireSources: boolean;
}

/**
 * Turns checked rows into facts: ids, exact shares, defaults, references. Pure.
 *
 * @throws InputError naming every row that is wrong: unknown party or source, an id used twice, an interval that
 *   ends before it starts, a share out of bounds, a party that holds itself, a node class that its days contradict
 */
export function normaliseCase(raw: RawCase, options: NormaliseOptions): F.Facts {
  const problems: Problem[] = [];
  const facts: F.Facts = {
    sources: raw.sources.map(toSource),
    parties: raw.parties.map(toParty),
    facilities: raw.facilities.map(toFacility),
    ...datedFacts(raw, problems),
  };
  const all = [
    ...problems,
    ...checkFacilities(raw.facilities),
    ...checkOrders(raw.orders),
    ...checkReferences(facts, options),
  ];
  if (all.length > 0) throw new InputError(all);
  return facts;
}

type DatedSections = Omit<F.Facts, 'sources' | 'parties' | 'facilities'>;

function datedFacts(raw: RawCase, problems: Problem[]): DatedSections {
  const unique = uniqueIds();
  return {
    listings: raw.listings.map((row) => toListing(row, unique)),
    holdings: raw.holdings.flatMap((row) => toHolding(row, unique, problems)),
    investments: raw.investments.map((row) => toInvestment(row, unique)),
    controls: raw.controls.map((row) => toControl(row, unique)),
    affiliations: raw.affiliations.map((row) => toAffiliation(row, unique)),
    officers: raw.officers.map((row) => toOfficer(row, unique)),
    physicalLinks: raw.physicalLinks.map((row) => toPhysicalLink(row, unique)),
    orders: raw.orders.map((row) => toOrder(row, unique)),
  };
}

/** Place of a row as facts carry it and messages show it. */
function placeOf(row: RawRow): string {
  return `${row.file}#${row.row}`;
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

interface ProvenanceFields {
  readonly source?: string | string[] | undefined;
  readonly confidence?: F.Provenance['confidence'] | undefined;
  readonly note?: string | undefined;
}

function provenance(row: RawRow, value: ProvenanceFields): Omit<F.Provenance, 'id'> {
  return {
    sources: listOf(value.source),
    confidence: value.confidence ?? DEFAULT_CONFIDENCE,
    note: value.note ?? '',
    row: placeOf(row),
  };
}

interface DatedFields extends ProvenanceFields {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly fromPrecision?: F.DatePrecision | undefined;
  readonly toPrecision?: F.DatePrecision | undefined;
}

function dated(row: RawRow, value: DatedFields): Omit<F.DatedFact, 'id'> {
  return {
    ...provenance(row, value),
    from: value.from ?? null,
    to: value.to ?? null,
    fromPrecision: value.fromPrecision ?? 'day',
    toPrecision: value.toPrecision ?? 'day',
  };
}

type Unique = (id: string) => string;

function toSource(row: RawRow<'sources'>): F.Source {
  const { id, title, url = '', citation = '', date = '', note = '' } = row.value;
  return { id, title, url, citation, date, note, row: placeOf(row) };
}

function toParty(row: RawRow<'parties'>): F.Party {
  const { value } = row;
  const original = value.originalName;
  return {
    id: value.id,
    ...provenance(row, value),
    name: value.name ?? value.id,
    aliases: value.aliases ?? [],
    originalName: original
      ? {
          text: original.text,
          language: original.language ?? 'zh',
          confidence: original.confidence ?? DEFAULT_CONFIDENCE,
          sources: listOf(original.source),
        }
      : null,
    kind: value.kind ?? 'company',
    jurisdiction: value.jurisdiction ?? null,
    city: value.city ?? '',
    addresses: value.addresses ?? [],
    roles: value.roles ?? [],
    identifiers: (value.identifiers ?? []).map((each) => ({
      scheme: each.scheme,
      value: each.value,
      confidence: each.confidence ?? DEFAULT_CONFIDENCE,
      sources: listOf(each.source),
    })),
    complex: value.complex ?? null,
  };
}

function toListing(row: RawRow<'listings'>, unique: Unique): F.Listing {
  const { value } = row;
  return {
    id: value.id ?? unique(factId('listing', [value.list, value.party, value.from])),
    ...dated(row, value),
    party: value.party,
    list: value.list,
    footnotes: value.footnotes ?? [],
    programs: value.programs ?? [],
    citation: value.citation ?? '',
    licenceRequirement: value.licenceRequirement ?? '',
    reviewPolicy: value.reviewPolicy ?? '',
    fromConfidence: value.fromConfidence ?? value.confidence ?? DEFAULT_CONFIDENCE,
  };
}

function toHolding(row: RawRow<'holdings'>, unique: Unique, problems: Problem[]): F.Holding[] {
  const { value } = row;
  const share = shareOf(row, problems);
  if (share === null) return [];
  return [
    {
      id: value.id ?? unique(factId('holding', [value.owner, value.owned, value.from])),
      ...dated(row, value),
      owner: value.owner,
      owned: value.owned,
      share,
      kind: value.kind ?? 'equity',
    },
  ];
}

function shareOf(row: RawRow<'holdings'>, problems: Problem[]): Share | null {
  try {
    return makeShare(row.value.share);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const fix =
      'Give percentages from 0 to 100 with min not above max, or leave the share out when it is unknown.';
    problems.push({ file: row.file, row: row.row, field: 'share', message: `${error.message}.`, fix });
    return null;
  }
}

function toInvestment(row: RawRow<'investments'>, unique: Unique): F.Investment {
  const { value } = row;
  const { investor, target, amount = '', round = '' } = value;
  const id = value.id ?? unique(factId('investment', [investor, target, value.from]));
  return { id, ...dated(row, value), investor, target, amount, round };
}

function toControl(row: RawRow<'controls'>, unique: Unique): F.Control {
  const { value } = row;
  const { controller, controlled, kind = 'other' } = value;
  const id = value.id ?? unique(factId('control', [controller, controlled, value.from]));
  return { id, ...dated(row, value), controller, controlled, kind };
}

function toAffiliation(row: RawRow<'affiliations'>, unique: Unique): F.Affiliation {
  const { value } = row;
  const { a, b, kind } = value;
  const id = value.id ?? unique(factId('affiliation', [kind, a, b, value.from]));
  return { id, ...dated(row, value), a, b, kind };
}

function toOfficer(row: RawRow<'officers'>, unique: Unique): F.Officer {
  const { value } = row;
  const { person, party, role = '' } = value;
  const id = value.id ?? unique(factId('officer', [person, party, value.from]));
  return { id, ...dated(row, value), person, party, role };
}

function toPhysicalLink(row: RawRow<'physicalLinks'>, unique: Unique): F.PhysicalLink {
  const { value } = row;
  const { a, b, kind } = value;
  const id = value.id ?? unique(factId('link', [kind, a, b, value.from]));
  return { id, ...dated(row, value), a, b, kind };
}

function toOrder(row: RawRow<'orders'>, unique: Unique): F.Order {
  const { facility = null, party = null, item, needs, date } = row.value;
  const id = row.value.id ?? unique(factId('order', [facility ?? party, date]));
  return { id, ...dated(row, { ...row.value, from: date }), facility, party, item, needs };
}

function toFacility(row: RawRow<'facilities'>): F.Facility {
  const { source: _, confidence: __, note: ___, id, name = id, operatorConfidence, ...own } = row.value;
  const base = provenance(row, row.value);
  const technologies = own.technologies.map((each) => toTechnology(each, base));
  return {
    ...own,
    ...base,
    id,
    name,
    operatorConfidence: operatorConfidence ?? base.confidence,
    technologies,
  };
}
