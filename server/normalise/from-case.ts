import { InputError, type Problem } from '../errors.ts';
import { DEFAULT_CONFIDENCE } from '../facts/confidence.ts';
import type * as F from '../facts/facts.ts';
import { makeShare, type Share } from '../facts/share.ts';
import type { RawCase, RawRow } from '../readers/raw-case.ts';
import { checkFacilities, checkOrders } from './check-facilities.ts';
import { checkKnown } from './check-known.ts';
import { checkReferences } from './check-references.ts';
import { factId, uniqueIds } from './ids.ts';
import { known, rowsThat } from './known.ts';
import { dated, listOf, placeOf, provenance } from './provenance.ts';
import { toTechnology } from './technologies.ts';

export interface NormaliseOptions {
  /** The seed demands it: a fact without a source is a problem. Hand-made cases may do without. */
  readonly requireSources: boolean;
  /** Rows may name parties and facilities that are elsewhere; who puts all together checks with `checkEnds`. */
  readonly hasOpenEnds?: boolean;
  /** No fact can have been learned after this day; unchecked when left out. */
  readonly today?: string;
}

/** What is held, and former versions that are no longer. */
export interface Knowledge {
  readonly facts: F.Facts;
  readonly former: F.Facts;
}

/** The facts that are held: those of `normaliseKnowledge` without former versions. */
export function normaliseCase(raw: RawCase, options: NormaliseOptions): F.Facts {
  return normaliseKnowledge(raw, options).facts;
}

/**
 * Turns checked rows into facts: ids, exact shares, defaults, references. Pure. Rows with a `knownTo` are former
 * versions: they may bear the id of a fact that is held, and may point at what is no longer held.
 *
 * @throws InputError naming every row that is wrong: unknown party or source, an id used twice, an interval that
 *   ends before it starts, a share out of bounds, a party that holds itself, a node class that its days contradict
 */
export function normaliseKnowledge(raw: RawCase, options: NormaliseOptions): Knowledge {
  const problems: Problem[] = [];
  const facts = toFacts(rowsThat(raw, 'are held'), problems);
  const former = toFacts(rowsThat(raw, 'are former'), problems);
  const all = [
    ...problems,
    ...checkFacilities(raw.facilities),
    ...checkOrders(raw.orders),
    ...checkReferences(facts, options),
    ...checkReferences(former, { ...options, beside: facts }),
    ...checkKnown([facts, former], options.today),
  ];
  if (all.length > 0) throw new InputError(all);
  return { facts, former };
}

function toFacts(raw: RawCase, problems: Problem[]): F.Facts {
  return {
    sources: raw.sources.map(toSource),
    parties: raw.parties.map(toParty),
    facilities: raw.facilities.map(toFacility),
    ...datedFacts(raw, problems),
  };
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

type Unique = (id: string) => string;

function toSource(row: RawRow<'sources'>): F.Source {
  const { id, title, url = '', citation = '', date = '', note = '' } = row.value;
  return { id, title, url, citation, date, note, row: placeOf(row), ...known(row.value) };
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
  const isOperated = own.operator !== null;
  return {
    ...own,
    ...base,
    id,
    name,
    technologies,
    // Nobody operates it: there is nothing to be sure of.
    operatorConfidence: isOperated ? (operatorConfidence ?? base.confidence) : base.confidence,
  };
}
