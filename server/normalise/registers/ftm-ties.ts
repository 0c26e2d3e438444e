import type { ShareBounds } from '../../facts/share.ts';
import { type CaseBuilder, daysOf, type Place } from './case-builder.ts';
import type { Chains } from './chains.ts';
import type { Placed } from './from-gleif.ts';
import type { FlatEntity } from './ftm-entities.ts';
import { listOf } from './ftm-lists.ts';
import { percentOf } from './ftm-percent.ts';
import { partyId } from './places.ts';
import { noteField, type Right, sentence } from './rights.ts';
import { whenOf } from './when.ts';

/** The properties of an edge that hold its ends, upper end first, and the kind of affiliation where it is one. */
const EDGES: Readonly<Record<string, readonly [upper: string, lower: string, kind: string]>> = {
  Ownership: ['owner', 'asset', 'ownership'],
  Directorship: ['director', 'organization', 'directorship'],
  Membership: ['member', 'organization', 'membership'],
  Employment: ['employer', 'employee', 'employment'],
  Representation: ['agent', 'client', 'representation'],
  Family: ['person', 'relative', 'family'],
  Associate: ['person', 'associate', 'associate'],
  Succession: ['predecessor', 'successor', 'succession'],
  UnknownLink: ['subject', 'object', 'unknown-link'],
};

/** True for entities that tie others, or state that one is listed. */
export function isEdge(schema: string): boolean {
  return schema === 'Sanction' || EDGES[schema] !== undefined;
}

/** What an edge is read against. */
export interface Beside {
  /** Ids of parties that are persons. */
  readonly people: ReadonlySet<string>;
  /** Ownership that is not stated to be indirect. */
  readonly chains: Chains;
}

/** True for an Ownership that may be the sum of others. */
export function isSum({ properties }: FlatEntity): boolean {
  return (properties.ownershipType ?? []).some((type) => /indirect|ultimate/i.test(type));
}

/** Adds what an edge says, once for each pair of its ends. */
export function addEdge(build: CaseBuilder, { value, ...place }: Placed<FlatEntity>, beside: Beside): void {
  const days = edgeDays(build, place, value);
  if (days === null) return;
  if (value.schema === 'Sanction') {
    addSanction(build, place, value, days);
    return;
  }
  const [upper, lower, kind] = EDGES[value.schema] ?? ['', '', ''];
  const holders = value.properties[upper] ?? [];
  const companies = value.properties[lower] ?? [];
  if (holders.length === 0 || companies.length === 0)
    build.aside(
      place,
      [holders.length === 0 ? upper : lower, ''],
      'is missing',
      'Report it to OpenSanctions.',
    );
  for (const holder of holders)
    for (const company of companies) {
      const right = {
        holder: partyId('ftm', holder),
        company: partyId('ftm', company),
        days,
        note: noteOf(value),
      };
      addTie(build, place, right, { edge: value, kind, beside });
    }
}

interface Tie {
  readonly edge: FlatEntity;
  readonly kind: string;
  readonly beside: Beside;
}

function addTie(build: CaseBuilder, place: Place, right: Right, { edge, kind, beside }: Tie): void {
  const { holder, company, days, note } = right;
  if (kind === 'ownership') {
    const isDouble = isSum(edge) && beside.chains.lead(holder, company);
    addOwnership(build, place, right, { ...edge, isDouble });
  } else if (kind === 'directorship' && beside.people.has(holder)) {
    const role = edge.properties.role?.join('; ') ?? '';
    build.officer(place, { person: holder, party: company, role, ...days, ...noteField(note) });
  } else build.affiliation(place, { a: holder, b: company, kind, ...days, ...noteField(note) });
}

/** Several percentages of one edge contradict each other or are of several days: the share is then not known. */
function addOwnership(
  build: CaseBuilder,
  place: Place,
  right: Right,
  { properties, isDouble }: FlatEntity & { readonly isDouble: boolean },
): void {
  const stated = [...new Set(properties.percentage ?? [])].filter((text) => text.trim() !== '');
  const [first = ''] = stated;
  const share: string | ShareBounds | null = stated.length === 1 ? percentOf(first) : null;
  const unread = stated.length > 0 && share === null ? `Share as printed: ${stated.join('; ')}.` : '';
  const { holder, company, days } = right;
  const note = sentence(right.note, unread);
  if (isDouble) {
    const text = sentence(
      note,
      share === null ? '' : `Share as printed: ${first}.`,
      'Its chain is in the file, so it is not added up again.',
    );
    build.affiliation(place, {
      a: holder,
      b: company,
      kind: 'indirect-shareholder',
      ...days,
      ...noteField(text),
    });
    return;
  }
  const field = share === null ? {} : { share };
  build.holding(place, { owner: holder, owned: company, ...field, ...days, ...noteField(note) });
}

function addSanction(build: CaseBuilder, place: Place, value: FlatEntity, days: Right['days']): void {
  const { properties } = value;
  const list = listOf(value);
  if (list === null) {
    const names = [...value.datasets, ...(properties.program ?? [])].join('; ');
    build.passOver(
      place,
      ['program', names],
      'is of a list that Interlock does not know',
      'Nothing to do, or load the list itself.',
    );
    return;
  }
  const programs = (properties.programId ?? properties.program ?? []).filter((text) => text.trim() !== '');
  for (const entity of properties.entity ?? [])
    build.listing(place, {
      party: partyId('ftm', entity),
      list,
      ...days,
      ...(programs.length > 0 ? { programs } : {}),
      ...text('citation', properties.authorityId),
      ...text('licenceRequirement', properties.reason),
      ...text('reviewPolicy', properties.provisions),
    });
}

type SanctionField = 'citation' | 'licenceRequirement' | 'reviewPolicy';

function text(
  field: SanctionField,
  values: readonly string[] | undefined,
): Partial<Record<SanctionField, string>> {
  return values === undefined || values.length === 0 ? {} : { [field]: values.join('; ') };
}

function noteOf({ properties }: FlatEntity): string {
  const words = [
    ...(properties.role ?? []),
    ...(properties.relationship ?? []),
    ...(properties.ownershipType ?? []),
  ];
  return sentence(
    words.length > 0 ? `${[...new Set(words)].join('; ')}.` : '',
    ...(properties.summary ?? []),
  );
}

/** The days of an edge; null after it was set aside because a date cannot be read for certain, or there are several. */
function edgeDays(build: CaseBuilder, place: Place, { properties }: FlatEntity): Right['days'] | null {
  const started = dayOf(properties.startDate ?? properties.listingDate);
  const ended = dayOf(properties.endDate);
  if (started !== undefined && ended !== undefined) return daysOf(started, ended);
  const field = started === undefined ? 'startDate' : 'endDate';
  const reason = 'is no one date that can be read for certain';
  build.aside(place, [field, properties[field] ?? ''], reason, 'Report it to OpenSanctions.');
  return null;
}

function dayOf(values: readonly string[] | undefined): ReturnType<typeof whenOf> | undefined {
  const stated = [...new Set(values ?? [])].filter((value) => value.trim() !== '');
  const [first] = stated;
  if (first === undefined) return null;
  return stated.length === 1 ? (whenOf(first) ?? undefined) : undefined;
}
