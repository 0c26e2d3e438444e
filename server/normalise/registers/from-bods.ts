import type { BodsInterest, BodsStatement } from '../../readers/formats/bods-shapes.ts';
import type { FieldValue } from '../../readers/formats/checked.ts';

import { addInterest, type InterestOf } from './bods-interests.ts';
import { addParties, type BodsParty, reasonOf } from './bods-parties.ts';
import { currentRecords, type RelationshipRecord } from './bods-records.ts';
import { CaseBuilder, daysOf, type Edition, type Normalised, type Place } from './case-builder.ts';
import { Chains } from './chains.ts';
import type { Placed } from './from-gleif.ts';
import { type When, whenOf } from './when.ts';

/**
 * Statements of the Beneficial Ownership Data Standard as rows of a case file. Only the current state of each record is
 * taken; a closed one ends on the day of its last statement unless its interests say when. An owner who is declared
 * and not named becomes a note on the company, never a made-up party. An indirect share whose chain is in the file too
 * is an affiliation (`indirect-shareholder`), so that it is not counted twice.
 */
export function fromBods(statements: readonly Placed<BodsStatement>[], edition: Edition): Normalised {
  const build = new CaseBuilder(edition);
  const records = currentRecords(statements);
  const parties = addParties(build, records);
  const relations = records.flatMap(({ value, ...place }) =>
    value.recordType === 'relationship' ? [{ ...place, value }] : [],
  );
  const chains = chainsOf(relations);
  for (const relation of relations) addRelationship(build, relation, { parties, chains });
  return build.done();
}

interface Context {
  readonly parties: ReadonlyMap<string, BodsParty>;
  readonly chains: (relation: RelationshipRecord) => boolean;
}

function addRelationship(
  build: CaseBuilder,
  { value, ...place }: Placed<RelationshipRecord>,
  context: Context,
): void {
  const { subject, interestedParty, interests = [] } = value.recordDetails;
  const company = endOf(subject, context);
  const holder = endOf(interestedParty, context);
  if (company === null || holder === null) {
    const field: FieldValue = company === null ? ['subject', subject] : ['interestedParty', interestedParty];
    build.passOver(
      place,
      field,
      'points at a record that is not in the file',
      'Load the file that has it too.',
    );
  } else if ('unknown' in company)
    build.aside(
      place,
      ['subject', subject],
      'it is not said which company this is about',
      'Ask the publisher.',
    );
  else if ('unknown' in holder) build.note(company.party, unknownHolder(holder.unknown, interests));
  else addInterests(build, { ...place, value }, { holder, company: company.party }, context);
}

function addInterests(
  build: CaseBuilder,
  { value, ...place }: Placed<RelationshipRecord>,
  ends: Pick<InterestOf, 'holder' | 'company'>,
  { chains }: Context,
): void {
  const { interests = [] } = value.recordDetails;
  // Without interests the tie is declared and its nature is not: a holding of an unknown share.
  for (const interest of interests.length === 0 ? [{}] : interests) {
    const days = interestDays(build, place, interest, value);
    const isDouble = interest.directOrIndirect === 'indirect' && chains(value);
    if (days !== null) addInterest(build, place, { ...ends, days, interest, isDouble });
  }
}

function endOf(end: RelationshipRecord['recordDetails']['subject'], { parties }: Context): BodsParty | null {
  return typeof end === 'string' ? (parties.get(end) ?? null) : { unknown: reasonOf('party', end) };
}

function unknownHolder(reason: string, interests: readonly BodsInterest[]): string {
  const types = [...new Set(interests.map(({ type = 'interest' }) => type))].join(', ');
  return `An owner is unknown: ${reason}${types === '' ? '' : `; ${types}, share unknown`}.`;
}

/** The days of an interest, or null after it was set aside for a date that cannot be read. */
function interestDays(
  build: CaseBuilder,
  place: Place,
  { startDate = '', endDate = '' }: BodsInterest,
  { recordStatus, statementDate = '' }: RelationshipRecord,
): ReturnType<typeof daysOf> | null {
  const end = endDate || (recordStatus === 'closed' ? statementDate : '');
  const from = readDay(startDate);
  const to = readDay(end);
  if (from !== undefined && to !== undefined) return daysOf(from, to);
  const [field, value] = from === undefined ? ['startDate', startDate] : ['endDate', end];
  build.aside(place, [field, value], 'is no date that can be read for certain', 'Write it YYYY-MM-DD.');
  return null;
}

/** Null when left out, undefined when it is no date. */
function readDay(text: string): When | null | undefined {
  return text === '' ? null : (whenOf(text) ?? undefined);
}

/**
 * Whether the chain behind a relationship is in the file as well: one of its component records is a relationship of the
 * file, or other relationships lead from its subject up to its interested party.
 */
function chainsOf(relations: readonly Placed<RelationshipRecord>[]): Context['chains'] {
  const present = new Set(relations.map(({ value }) => value.recordId));
  const chains = new Chains();
  for (const { value } of relations) {
    const { subject, interestedParty, interests = [] } = value.recordDetails;
    const isSum = interests.length > 0 && interests.every((each) => each.directOrIndirect === 'indirect');
    if (typeof subject === 'string' && typeof interestedParty === 'string' && !isSum)
      chains.add(interestedParty, subject);
  }
  return ({ recordDetails: { componentRecords = [], subject, interestedParty } }) =>
    componentRecords.some((id) => present.has(id)) ||
    (typeof subject === 'string' &&
      typeof interestedParty === 'string' &&
      chains.lead(interestedParty, subject));
}
