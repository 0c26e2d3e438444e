import type {
  Bods2Statement,
  Bods4Statement,
  BodsInterest,
  BodsStatement,
} from '../../readers/formats/bods-shapes.ts';
import type { Placed } from './from-gleif.ts';

type Of<T extends Bods4Statement['recordType']> = Extract<Bods4Statement, { recordType: T }>;
export type EntityRecord = Of<'entity'>;
export type PersonRecord = Of<'person'>;
export type RelationshipRecord = Of<'relationship'>;

/**
 * The records that stand: of every `recordId` the latest statement (by `statementDate`, then by place in the file), all in
 * the words of 0.4. A closed record is still there, with its status.
 */
export function currentRecords(
  statements: readonly Placed<BodsStatement>[],
): readonly Placed<Bods4Statement>[] {
  const found = new Map<string, Placed<Bods4Statement>>();
  for (const statement of inNewWords(statements)) {
    const { recordId, statementDate = '' } = statement.value;
    const before = found.get(recordId);
    if (before === undefined || (before.value.statementDate ?? '') <= statementDate)
      found.set(recordId, statement);
  }
  return [...found.values()];
}

function inNewWords(statements: readonly Placed<BodsStatement>[]): Placed<Bods4Statement>[] {
  const first = firstVersions(statements);
  const recordOf = (id: string): string => first.get(id) ?? id;
  return statements.map(({ value, ...place }) => ({
    ...place,
    value: 'recordType' in value ? value : toNew(value, recordOf),
  }));
}

/** By the id of each old statement, the one that it replaces in the end: statements that replace each other are one record. */
function firstVersions(statements: readonly Placed<BodsStatement>[]): ReadonlyMap<string, string> {
  const replaced = new Map<string, string>();
  for (const { value } of statements) {
    const [former] = 'statementID' in value ? (value.replacesStatements ?? []) : [];
    if ('statementID' in value && former !== undefined) replaced.set(value.statementID, former);
  }
  return new Map([...replaced.keys()].map((id) => [id, firstOf(id, replaced)]));
}

function firstOf(id: string, replaced: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let first = id;
  for (let next = replaced.get(first); next !== undefined && !seen.has(next); next = replaced.get(first)) {
    seen.add(next);
    first = next;
  }
  return first;
}

function toNew(value: Bods2Statement, recordOf: (id: string) => string): Bods4Statement {
  const { statementID, statementDate, isComponent } = value;
  const common = {
    statementId: statementID,
    recordId: recordOf(statementID),
    ...(statementDate === undefined ? {} : { statementDate }),
  };
  if (value.statementType === 'entityStatement') {
    const { name, alternateNames, jurisdiction, incorporatedInJurisdiction, identifiers, addresses } = value;
    const { entityType, unspecifiedEntityDetails, dissolutionDate } = value;
    const type = typeof entityType === 'string' ? { type: entityType } : entityType;
    const own = { name, alternateNames, jurisdiction, incorporatedInJurisdiction, identifiers, addresses };
    const recordDetails = {
      isComponent,
      ...own,
      entityType: type,
      unspecifiedEntityDetails,
      dissolutionDate,
    };
    return { ...common, recordType: 'entity', recordDetails };
  }
  if (value.statementType === 'personStatement') {
    const { personType, names, identifiers, addresses, nationalities, unspecifiedPersonDetails } = value;
    const own = { personType, names, identifiers, addresses, nationalities, unspecifiedPersonDetails };
    return { ...common, recordType: 'person', recordDetails: { isComponent, ...own } };
  }
  const { subject, interestedParty, interests, componentStatementIDs } = value;
  const pointed = (end: typeof subject): string =>
    recordOf(end.describedByEntityStatement ?? end.describedByPersonStatement ?? '');
  const recordDetails = {
    isComponent,
    componentRecords: componentStatementIDs?.map(recordOf),
    subject: pointed(subject),
    interestedParty: interestedParty.unspecified ?? pointed(interestedParty),
    interests: interests?.map(newInterest),
  };
  return { ...common, recordType: 'relationship', recordDetails };
}

/** `voting-rights` of 0.2 is `votingRights`; `influence-or-control` has another name since. */
function newInterest(interest: BodsInterest): BodsInterest {
  const type = interest.type?.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    ...interest,
    type: type === 'influenceOrControl' ? 'otherInfluenceOrControl' : type,
    directOrIndirect: interest.directOrIndirect ?? interest.interestLevel,
  };
}
