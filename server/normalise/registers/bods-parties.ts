import type { Bods4Statement } from '../../readers/formats/bods-shapes.ts';
import type { EntityRecord, PersonRecord } from './bods-records.ts';
import type { CaseBuilder } from './case-builder.ts';
import type { Placed } from './from-gleif.ts';
import { companyNumber, jurisdictionField, partyId } from './places.ts';
import { noteField, sentence } from './rights.ts';

/** What a record stands for: a party, or an owner of whom it is only declared that nobody knows or says who. */
export type BodsParty = { readonly party: string; readonly isPerson: boolean } | { readonly unknown: string };

/** What an entity is by its type, where that is no company; an arrangement is told as a role. */
const KINDS: ReadonlyMap<string, 'government' | 'unknown'> = new Map([
  ['state', 'government'],
  ['stateBody', 'government'],
  ['anonymousEntity', 'unknown'],
  ['unknownEntity', 'unknown'],
]);

/** Puts the parties of entity and person records into the case; gives what each record stands for. */
export function addParties(
  build: CaseBuilder,
  records: readonly Placed<Bods4Statement>[],
): ReadonlyMap<string, BodsParty> {
  const parties = new Map<string, BodsParty>();
  for (const { value, ...place } of records) {
    if (value.recordType === 'entity') parties.set(value.recordId, addEntity(build, { ...place, value }));
    if (value.recordType === 'person') parties.set(value.recordId, addPerson(build, { ...place, value }));
  }
  return parties;
}

function addEntity(build: CaseBuilder, { value, ...place }: Placed<EntityRecord>): BodsParty {
  const { recordDetails: details, recordId } = value;
  const { type = '', subtype = '' } = details.entityType ?? {};
  const name = details.name?.trim() ?? '';
  const unspecified = details.unspecifiedEntityDetails;
  if (name === '' && type !== 'anonymousEntity' && (details.identifiers ?? []).length === 0)
    return { unknown: reasonOf('entity', unspecified) };
  const { code } = details.jurisdiction ?? details.incorporatedInJurisdiction ?? {};
  const id = idOf(recordId, details.identifiers);
  const closed = value.recordStatus === 'closed' ? 'Its record in the register is closed.' : '';
  const gone = details.dissolutionDate === undefined ? '' : `Dissolved ${details.dissolutionDate}.`;
  build.party(place, {
    id,
    name: name || `Entity not named (${recordId})`,
    kind: KINDS.get(type) ?? 'company',
    ...jurisdictionField(code),
    ...namesField(details.alternateNames),
    ...addressesField(details.addresses),
    ...identifiersField(details.identifiers),
    ...(subtype === '' && type !== 'arrangement' ? {} : { roles: [subtype || type] }),
    ...noteField(sentence(unspecified === undefined ? '' : reasonOf('entity', unspecified), closed, gone)),
  });
  return { party: id, isPerson: false };
}

function addPerson(build: CaseBuilder, { value, ...place }: Placed<PersonRecord>): BodsParty {
  const { recordDetails: details, recordId } = value;
  const names = (details.names ?? []).map(fullName).filter((name) => name !== '');
  const [name] = names;
  const unspecified = details.unspecifiedPersonDetails;
  if (name === undefined && details.personType !== 'anonymousPerson')
    return { unknown: reasonOf('person', unspecified) };
  const id = partyId('bods', recordId);
  const [nationality] = details.nationalities ?? [];
  build.party(place, {
    id,
    name: name ?? `Person not named (${recordId})`,
    kind: 'person',
    ...jurisdictionField(nationality?.code),
    ...namesField(names.slice(1)),
    ...addressesField(details.addresses),
    ...identifiersField(details.identifiers),
    ...noteField(unspecified === undefined ? '' : reasonOf('person', unspecified)),
  });
  return { party: id, isPerson: true };
}

type Names = NonNullable<PersonRecord['recordDetails']['names']>;
type Identifiers = EntityRecord['recordDetails']['identifiers'];
type Addresses = EntityRecord['recordDetails']['addresses'];

function fullName({ fullName: full, givenName, patronymicName, familyName }: Names[number]): string {
  return (
    full?.trim() || [givenName, patronymicName, familyName].filter((part) => part !== undefined).join(' ')
  );
}

/** Why an owner is not named, in the register's words. */
export function reasonOf(
  what: string,
  unspecified:
    | { readonly reason?: string | undefined; readonly description?: string | undefined }
    | undefined,
): string {
  const { reason = '', description = '' } = unspecified ?? {};
  const words = [reason, description].filter((text) => text !== '').join(': ');
  return `${what} declared, not named${words === '' ? '' : ` (${words})`}`;
}

/** Registered identifiers that name a party by themselves, the one that is known worldwide first. */
const REGISTERS: readonly (readonly [string, string, (id: string) => string])[] = [
  ['XI-LEI', 'lei', (id) => id],
  ['GB-COH', 'gb-coh', companyNumber],
];

function idOf(recordId: string, identifiers: Identifiers): string {
  for (const [scheme, register, key] of REGISTERS) {
    const id = identifiers?.find((each) => each.scheme === scheme)?.id;
    if (id !== undefined && id.trim() !== '') return partyId(register, key(id));
  }
  return partyId('bods', recordId);
}

function identifiersField(identifiers: Identifiers): {
  readonly identifiers?: { scheme: string; value: string }[];
} {
  const found = (identifiers ?? []).flatMap(({ id = '', scheme, schemeName }) =>
    id.trim() === '' ? [] : [{ scheme: schemeOf(scheme ?? schemeName ?? 'other'), value: id }],
  );
  return found.length > 0 ? { identifiers: found } : {};
}

function schemeOf(scheme: string): string {
  return REGISTERS.find(([name]) => name === scheme)?.[1] ?? scheme;
}

function namesField(names: readonly string[] | undefined): { readonly aliases?: string[] } {
  const aliases = (names ?? []).filter((name) => name.trim() !== '');
  return aliases.length > 0 ? { aliases } : {};
}

function addressesField(addresses: Addresses): { readonly addresses?: string[] } {
  const found = (addresses ?? []).map(({ address, postCode, country }) =>
    [address, postCode, typeof country === 'string' ? country : (country?.name ?? country?.code)]
      .map((part) => part?.trim() ?? '')
      .filter((part) => part !== '')
      .join(', '),
  );
  const known = [...new Set(found)].filter((text) => text !== '');
  return known.length > 0 ? { addresses: known } : {};
}
