import type { LeiException, LeiRecord, LeiRelation } from '../../readers/formats/gleif.ts';
import { CaseBuilder, daysOf, type Edition, type Normalised, type Place } from './case-builder.ts';
import { jurisdictionField, partyId } from './places.ts';
import { addControl, noteField, type Right, sentence } from './rights.ts';
import { whenOf } from './when.ts';

/** One row of a GLEIF file with its place. */
export interface Placed<T> extends Place {
  readonly value: T;
}

/** Rows of any number of GLEIF files; those of updates after those they update, or before: the later update wins. */
export interface GleifRows {
  readonly records: readonly Placed<LeiRecord>[];
  readonly relations: readonly Placed<LeiRelation>[];
  readonly exceptions: readonly Placed<LeiException>[];
}

/**
 * GLEIF rows as rows of a case file. Consolidation in accounts is a control link of its own kind, never a share, and
 * marked `inferred`: that a group consolidates a company is on record, that it controls it in the sense of a sanctions
 * law is not (server/regulation/README.md). Parties that are only pointed at are there by their LEI, with a note.
 */
export function fromGleif(rows: GleifRows, edition: Edition): Normalised {
  const build = new CaseBuilder(edition);
  const exceptions = latest(
    rows.exceptions,
    ({ lei, category }) => `${lei} ${category}`,
    () => '',
  );
  for (const record of latest(
    rows.records,
    ({ lei }) => lei,
    ({ updated }) => updated,
  ))
    addRecord(build, record);
  for (const relation of latest(rows.relations, keyOf, ({ updated }) => updated))
    addRelation(build, relation);
  for (const exception of exceptions) addException(build, exception);
  return build.done();
}

function keyOf({ child, parent, type }: LeiRelation): string {
  return `${child} ${type} ${parent}`;
}

/** Of rows with the same key, the one updated last; of two of the same moment, the later in the order given. */
function latest<T>(
  rows: readonly Placed<T>[],
  key: (value: T) => string,
  updated: (value: T) => string,
): Iterable<Placed<T>> {
  const found = new Map<string, Placed<T>>();
  for (const row of rows) {
    const before = found.get(key(row.value));
    if (before === undefined || instant(updated(before.value)) <= instant(updated(row.value)))
      found.set(key(row.value), row);
  }
  return found.values();
}

/** Timestamps come in several time zones, so they are compared as moments. */
function instant(text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? 0 : time;
}

function leiParty(lei: string): string {
  return partyId('lei', lei);
}

function addRecord(build: CaseBuilder, { value, ...place }: Placed<LeiRecord>): void {
  if (['ANNULLED', 'DUPLICATE'].includes(value.registrationStatus)) {
    const fix = 'Nothing to do: the register holds the party under another LEI, or not at all.';
    build.passOver(place, ['RegistrationStatus', value.registrationStatus], 'the record was withdrawn', fix);
    return;
  }
  const isInactive = value.entityStatus === 'INACTIVE';
  const lapsed = value.registrationStatus === 'LAPSED' ? 'Its LEI has lapsed: not renewed in time.' : '';
  const registration = [value.authority, value.authorityEntityId].filter((text) => text !== '').join(':');
  build.party(place, {
    id: leiParty(value.lei),
    name: value.name,
    kind: kindOf(value.category),
    ...jurisdictionField(value.jurisdiction || value.country),
    ...(value.otherNames.length > 0 ? { aliases: value.otherNames.filter((name) => name !== '') } : {}),
    ...(value.addresses.length > 0 ? { addresses: [...value.addresses] } : {}),
    identifiers: [
      { scheme: 'lei', value: value.lei },
      ...(value.authorityEntityId === '' ? [] : [{ scheme: 'registration', value: registration }]),
    ],
    ...noteField(sentence(isInactive ? 'No longer active according to GLEIF.' : '', lapsed)),
  });
}

function kindOf(category: string): 'fund' | 'person' | 'government' | 'company' {
  if (category === 'FUND') return 'fund';
  if (category === 'SOLE_PROPRIETOR') return 'person';
  return category === 'RESIDENT_GOVERNMENT_ENTITY' ? 'government' : 'company';
}

function mention(build: CaseBuilder, place: Place, lei: string): void {
  build.mention(place, {
    id: leiParty(lei),
    name: `LEI ${lei}`,
    identifiers: [{ scheme: 'lei', value: lei }],
    note: 'Only pointed at: load GLEIF level 1 for its name.',
  });
}

function addRelation(build: CaseBuilder, { value, ...place }: Placed<LeiRelation>): void {
  const isDead = value.status === 'NULL' || ['ANNULLED', 'DUPLICATE'].includes(value.registrationStatus);
  if (isDead) {
    const status = `${value.status} ${value.registrationStatus}`;
    build.passOver(place, ['RelationshipStatus', status], 'the relation was withdrawn', 'Nothing to do.');
    return;
  }
  const from = value.from === '' ? null : whenOf(value.from);
  const hasEnded = value.to !== '' || value.status === 'INACTIVE';
  const to = hasEnded ? whenOf(value.to || value.updated) : null;
  if ((value.from !== '' && from === null) || (hasEnded && to === null)) {
    build.aside(
      place,
      ['RelationshipPeriod', `${value.from} ${value.to}`],
      'is no date',
      'Report it to GLEIF.',
    );
    return;
  }
  const note =
    hasEnded && value.to === ''
      ? 'Ended; the register gives no day, so that of its last update stands for it.'
      : '';
  mention(build, place, value.child);
  mention(build, place, value.parent);
  const right = {
    holder: leiParty(value.parent),
    company: leiParty(value.child),
    days: daysOf(from, to),
    note,
  };
  addTie(build, place, right, value.type);
}

const CONTROL: Readonly<Record<string, string>> = {
  IS_DIRECTLY_CONSOLIDATED_BY: 'accounting-consolidation-direct',
  IS_ULTIMATELY_CONSOLIDATED_BY: 'accounting-consolidation-ultimate',
  'IS_FUND-MANAGED_BY': 'fund-manager',
};
const AFFILIATION: Readonly<Record<string, string>> = {
  IS_SUBFUND_OF: 'subfund-of',
  IS_FEEDER_TO: 'feeder-to',
};

/** A relation by GLEIF's name for it, wherever it was published; `holder` is the parent. */
export function addTie(build: CaseBuilder, place: Place, right: Right, type: string): void {
  const { holder, company, days, note } = right;
  const control = CONTROL[type];
  const affiliation = AFFILIATION[type];
  if (control !== undefined) addControl(build, place, right, { kind: control, isCertain: false });
  else if (type === 'IS_INTERNATIONAL_BRANCH_OF')
    build.holding(place, { owner: holder, owned: company, kind: 'branch', ...days, ...noteField(note) });
  else if (affiliation !== undefined)
    build.affiliation(place, { a: company, b: holder, kind: affiliation, ...days, ...noteField(note) });
  else
    build.aside(
      place,
      ['RelationshipType', type],
      'is no relation that Interlock knows',
      'Report it to Interlock.',
    );
}

function addException(build: CaseBuilder, { value, ...place }: Placed<LeiException>): void {
  mention(build, place, value.lei);
  const which = /^(DIRECT|ULTIMATE)_/.exec(value.category)?.[1]?.toLowerCase();
  if (which === undefined) {
    build.aside(
      place,
      ['ExceptionCategory', value.category],
      'is no category that Interlock knows',
      'Report it to Interlock.',
    );
    return;
  }
  const reference = value.references.length > 0 ? ` (${value.references.join('; ')})` : '';
  const text = `GLEIF: its ${which} parent is known to be unreported: ${value.reasons.join(', ')}${reference}.`;
  build.note(leiParty(value.lei), text);
}
