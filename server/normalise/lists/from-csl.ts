import type { CslAddress, CslRow } from '../../readers/formats/csl-shape.ts';
import { CSL_SOURCES } from '../../readers/formats/csl-sources.ts';
import { caseRowsOf } from './case-rows.ts';
import { countriesIn, countryCode } from './country-names.ts';
import { BLANK_ENTRY, type CaseRows, type ListEntry, type ListFile } from './entry.ts';
import { footnotesOf } from './footnotes.ts';
import { identifiersOf } from './identifiers.ts';
import { addressLine } from './list-addresses.ts';
import { isAddressOnly, listedName, personName, tidy } from './list-names.ts';

/** Rows of the US Consolidated Screening List, of one list or of all thirteen, as rows of a case file. */
export function fromCsl(file: ListFile<CslRow>): CaseRows {
  return caseRowsOf(cslEntries(file), file);
}

/** The same one by one, for comparing one rendering of a list with another. */
export function cslEntries({ file, rows }: ListFile<CslRow>): ListEntry[] {
  return rows.map(({ row, value }) => ({
    ...BLANK_ENTRY,
    file,
    row: value.id === '' ? row : `${row} ${value.id}`,
    list: CSL_SOURCES[value.source],
    rawName: value.name,
    registered: value.entity_number === '' ? null : `ofac/${value.entity_number}`,
    ...namesOf(value),
    ...placesOf(value),
    ...periodOf(value),
    ...listingOf(value),
    ...partyOf(value),
  }));
}

type Part<K extends keyof ListEntry> = Pick<ListEntry, K>;

function namesOf(row: CslRow): Part<'name' | 'aliases' | 'kind' | 'tie' | 'roles'> {
  const { name, parent, tie } = listedName(row.name);
  const isPerson = row.type === 'Individual';
  const shown = isPerson ? personName(name) : name;
  const aliases = [...(shown === name ? [] : [name]), ...row.alt_names.flatMap(aliasesIn)];
  const note = `The list prints: ${tidy(row.name)}`;
  return {
    name: shown,
    aliases,
    kind: isPerson ? 'person' : row.type === 'Vessel' ? 'vessel' : row.type === 'Entity' ? 'company' : null,
    tie: parent === null || tie === null ? null : { name: parent, kind: tie, note },
    roles: [
      ...(isAddressOnly(name) ? ['listed address'] : []),
      ...(row.type === 'Aircraft' ? ['aircraft'] : []),
    ],
  };
}

/** Some aliases hold two, `DJEL; Dongfang Jingyuan Electron Limited`, or the word "and" of an enumeration. */
function aliasesIn(text: string): string[] {
  return text
    .split(/;\s/)
    .map((part) => tidy(part).replace(/^and(?:\s+|$)/, ''))
    .filter((alias) => alias !== '');
}

function placesOf(row: CslRow): Part<'country' | 'countries' | 'seeAlso' | 'addresses'> {
  const codes = [...row.addresses.map(countryOf), countryCode(row.country)].filter((code) => code !== null);
  const people = [...row.citizenships, ...row.nationalities].map(countryCode).filter((code) => code !== null);
  const countries = [...new Set(codes)];
  return {
    country: (row.type === 'Individual' ? people[0] : undefined) ?? countries[0] ?? null,
    countries,
    seeAlso: seeAlsoOf(row.remarks),
    addresses: row.addresses.map(addressLine).filter((line) => line !== ''),
  };
}

/** The country of an address, from its last words where its own field is empty; the Denied Persons List leaves out US. */
function countryOf({ address, city, state, postal_code, country }: CslAddress): string | null {
  if (country !== '') return countryCode(country);
  const line = [address, city, state, postal_code]
    .map(tidy)
    .filter((part) => part !== '')
    .join(', ');
  if (/, [A-Z]{2}, \d{5}(?:-\d{4})?$/.test(line)) return 'US';
  return countryCode(line.split(',').at(-1) ?? '');
}

/** `(See alternate addresses under China and Singapore)`: the same party has an entry there. */
export function seeAlsoOf(remarks: string): string[] {
  const match = /see (?:also|alternate) add?ress(?:es)? (?:under|in) (.+?)(?:for this entry.*)?$/is.exec(
    remarks,
  );
  return match === null ? [] : countriesIn(match[1] ?? '');
}

function periodOf({ start_date: from, end_date: to }: CslRow): Part<'from' | 'to'> {
  return { from, to: from !== null && to !== null && to <= from ? null : to };
}

type ListingPart = Part<
  'footnotes' | 'programs' | 'citation' | 'licenceRequirement' | 'reviewPolicy' | 'listingNote'
>;

function listingOf(row: CslRow): ListingPart {
  const { start_date: from, end_date: to } = row;
  const isOdd = from !== null && to !== null && to <= from;
  const standard = { Y: 'Standard denial order.', N: 'Non-standard denial order.' }[row.standard_order];
  const notes = [
    tidy(row.remarks),
    listedName(row.name).widening,
    standard ?? '',
    isOdd ? `The file says that it ends on ${to}, not after its start on ${from}: the end is left open.` : '',
  ];
  return {
    footnotes: footnotesOf(row.license_requirement),
    programs: row.programs.map(tidy),
    citation: tidy(row.federal_register_notice),
    licenceRequirement: tidy(row.license_requirement),
    reviewPolicy: tidy(row.license_policy),
    listingNote: notes.filter((note) => note !== '').join(' '),
  };
}

/** Details of people and vessels that no field of a party holds, in words. */
const SAID: readonly (readonly [keyof CslRow, string])[] = [
  ['title', 'Title'],
  ['dates_of_birth', 'Born'],
  ['places_of_birth', 'Born in'],
  ['citizenships', 'Citizen of'],
  ['nationalities', 'National of'],
  ['vessel_type', 'Type of vessel'],
  ['vessel_flag', 'Flag'],
  ['vessel_owner', 'Owner as printed'],
  ['gross_tonnage', 'Tonnage'],
  ['gross_registered_tonnage', 'Gross registered tonnage'],
];

function partyOf(row: CslRow): Part<'identifiers' | 'partyNote'> {
  const { identifiers, said } = identifiersOf(row);
  const details = SAID.flatMap(([field, words]) => {
    const value = row[field];
    const text = Array.isArray(value) ? value.join('; ') : tidy(String(value ?? ''));
    return text === '' ? [] : [`${words}: ${text}.`];
  });
  const address = isAddressOnly(tidy(row.name))
    ? ['The entry lists an address, whoever is there; it names no party.']
    : [];
  return { identifiers, partyNote: [...address, ...details, said].filter((part) => part !== '').join(' ') };
}
