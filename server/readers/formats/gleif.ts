import type { XmlElement } from '../bytes/xml.ts';
import type { Reader, SetAside } from '../reader.ts';
import { aside } from './checked.ts';
import { child, children, type KnownFields, readGleif, textAt } from './gleif-xml.ts';

/** GLEIF level 1 (LEI-CDF 2.1 and 3.1): who is who. Dates as written. */
export interface LeiRecord {
  readonly lei: string;
  readonly name: string;
  readonly language: string;
  readonly otherNames: readonly string[];
  readonly addresses: readonly string[];
  readonly country: string;
  readonly jurisdiction: string;
  readonly category: string;
  readonly authority: string;
  readonly authorityEntityId: string;
  readonly entityStatus: string;
  readonly registrationStatus: string;
  readonly updated: string;
}

/** GLEIF level 2 (RR-CDF): who belongs to whom. `child` is the StartNode. */
export interface LeiRelation {
  readonly child: string;
  readonly parent: string;
  readonly type: string;
  readonly status: string;
  readonly registrationStatus: string;
  readonly updated: string;
  readonly from: string;
  readonly to: string;
}

/** Why no parent is reported. */
export interface LeiException {
  readonly lei: string;
  readonly category: string;
  readonly reasons: readonly string[];
  readonly references: readonly string[];
}

const LEI = /^[0-9A-Z]{18}\d{2}$/;
const LEI_FIX = 'An LEI has 18 letters and digits and two check digits (ISO 17442).';

const LEI_FIELDS: KnownFields = {
  LEIRecord: ['LEI', 'Entity', 'Registration', 'Extension'],
  Entity: [
    ...[
      'LegalName',
      'OtherEntityNames',
      'TransliteratedOtherEntityNames',
      'LegalAddress',
      'HeadquartersAddress',
    ],
    ...['OtherAddresses', 'TransliteratedOtherAddresses', 'RegistrationAuthority', 'LegalJurisdiction'],
    ...[
      'EntityCategory',
      'EntitySubCategory',
      'LegalForm',
      'AssociatedEntity',
      'EntityStatus',
      'EntityCreationDate',
    ],
    ...['EntityExpirationDate', 'EntityExpirationReason', 'SuccessorEntity', 'LegalEntityEvents'],
  ],
};
const RELATION_FIELDS: KnownFields = {
  RelationshipRecord: ['Relationship', 'Registration', 'Extension'],
  Relationship: [
    ...['StartNode', 'EndNode', 'RelationshipType', 'RelationshipPeriods', 'RelationshipStatus'],
    ...['RelationshipQualifiers', 'RelationshipQuantifiers'],
  ],
  RelationshipPeriod: ['StartDate', 'EndDate', 'PeriodType'],
};
const EXCEPTION_FIELDS: KnownFields = {
  Exception: [
    'LEI',
    'ExceptionCategory',
    'ExceptionReason',
    'ExceptionReference',
    'NextVersion',
    'Extension',
  ],
};

export const GLEIF_LEI: Reader<LeiRecord> = {
  id: 'gleif-lei',
  title: 'GLEIF level 1, XML',
  recognises: (head) => /<(\w+:)?LEIData[\s>]/.test(head),
  read: (bytes) =>
    readGleif(bytes, { record: 'LEIRecord', header: 'LEIHeader', known: LEI_FIELDS, toRow: toRecord }),
};

export const GLEIF_RELATIONS: Reader<LeiRelation> = {
  id: 'gleif-rr',
  title: 'GLEIF level 2, XML',
  recognises: (head) => /<(\w+:)?RelationshipData[\s>]/.test(head),
  read: (bytes) =>
    readGleif(bytes, {
      record: 'RelationshipRecord',
      header: 'Header',
      known: RELATION_FIELDS,
      toRow: toRelation,
    }),
};

export const GLEIF_EXCEPTIONS: Reader<LeiException> = {
  id: 'gleif-repex',
  title: 'GLEIF reporting exceptions, XML',
  recognises: (head) => /<(\w+:)?ReportingExceptionData[\s>]/.test(head),
  read: (bytes) =>
    readGleif(bytes, { record: 'Exception', header: 'Header', known: EXCEPTION_FIELDS, toRow: toException }),
};

function toRecord(element: XmlElement, row: string): LeiRecord | SetAside {
  const entity = child(element, 'Entity');
  const lei = textAt(element, 'LEI');
  if (!LEI.test(lei)) return aside(row, ['LEI', lei], 'is not an LEI', LEI_FIX);
  const name = textAt(entity, 'LegalName');
  if (name === '') return aside(row, ['LegalName', ''], 'is missing', 'Report it to the publisher.');
  const addresses = [child(entity, 'LegalAddress'), child(entity, 'HeadquartersAddress')].map(addressText);
  return {
    lei,
    name,
    language: child(entity, 'LegalName')?.attributes['xml:lang'] ?? '',
    otherNames: ['OtherEntityNames', 'TransliteratedOtherEntityNames']
      .flatMap((group) => child(entity, group)?.children ?? [])
      .map((each) => each.text.trim()),
    addresses: [...new Set(addresses)].filter((text) => text !== ''),
    country: textAt(entity, 'LegalAddress', 'Country'),
    jurisdiction: textAt(entity, 'LegalJurisdiction'),
    category: textAt(entity, 'EntityCategory'),
    authority: textAt(entity, 'RegistrationAuthority', 'RegistrationAuthorityID'),
    authorityEntityId: textAt(entity, 'RegistrationAuthority', 'RegistrationAuthorityEntityID'),
    entityStatus: textAt(entity, 'EntityStatus'),
    registrationStatus: textAt(element, 'Registration', 'RegistrationStatus'),
    updated: textAt(element, 'Registration', 'LastUpdateDate'),
  };
}

function addressText(address: XmlElement | undefined): string {
  return (address?.children ?? [])
    .map((part) => part.text.trim())
    .filter((text) => text !== '')
    .join(', ');
}

function toRelation(element: XmlElement, row: string): LeiRelation | SetAside {
  const relation = child(element, 'Relationship');
  const ends = { child: endOf(relation, 'StartNode'), parent: endOf(relation, 'EndNode') };
  if (!LEI.test(ends.child)) return aside(row, ['StartNode', ends.child], 'is not an LEI', LEI_FIX);
  if (!LEI.test(ends.parent)) return aside(row, ['EndNode', ends.parent], 'is not an LEI', LEI_FIX);
  // Accounting and filing periods say which papers were looked at, not how long the relation held.
  const period = children(child(relation, 'RelationshipPeriods'), 'RelationshipPeriod').find(
    (each) => textAt(each, 'PeriodType') === 'RELATIONSHIP_PERIOD',
  );
  return {
    ...ends,
    type: textAt(relation, 'RelationshipType'),
    status: textAt(relation, 'RelationshipStatus'),
    registrationStatus: textAt(element, 'Registration', 'RegistrationStatus'),
    updated: textAt(element, 'Registration', 'LastUpdateDate'),
    from: textAt(period, 'StartDate'),
    to: textAt(period, 'EndDate'),
  };
}

function endOf(relation: XmlElement | undefined, node: string): string {
  return textAt(relation, node, 'NodeID');
}

function toException(element: XmlElement, row: string): LeiException | SetAside {
  const lei = textAt(element, 'LEI');
  if (!LEI.test(lei)) return aside(row, ['LEI', lei], 'is not an LEI', LEI_FIX);
  const texts = (name: string): string[] => children(element, name).map((each) => each.text.trim());
  return {
    lei,
    category: textAt(element, 'ExceptionCategory'),
    reasons: texts('ExceptionReason'),
    references: texts('ExceptionReference'),
  };
}
