import type { PscPerson, PscRow } from '../../readers/formats/psc.ts';
import { CaseBuilder, daysOf, type Edition, type Normalised, type Place } from './case-builder.ts';
import type { Placed } from './from-gleif.ts';
import { companyNumber, countryOf, jurisdictionField, partyId } from './places.ts';
import { addNature } from './psc-natures.ts';
import { noteField, sentence } from './rights.ts';
import { whenOf } from './when.ts';

/**
 * Rows of the UK register of Persons with Significant Control as rows of a case file. The register names no companies, so
 * they stand by their number. Natures of control are ranges laid down by Schedule 1A to the Companies Act 2006.
 */
export function fromPsc(rows: readonly Placed<PscRow>[], edition: Edition): Normalised {
  const build = new CaseBuilder(edition);
  for (const row of rows) addRow(build, row);
  return build.done();
}

function addRow(build: CaseBuilder, { value, ...place }: Placed<PscRow>): void {
  const company = addCompany(build, place, value.company_number);
  const { data } = value;
  if (data.kind === 'persons-with-significant-control-statement') {
    const days = sentence(
      data.notified_on === undefined ? '' : `from ${data.notified_on}`,
      data.ceased_on === undefined ? '' : `until ${data.ceased_on}`,
    );
    const who = data.linked_psc_name === undefined ? '' : ` (${data.linked_psc_name})`;
    build.note(company, `UK PSC statement: ${data.statement}${who}${days === '' ? '' : `, ${days}`}.`);
  } else if (data.kind === 'exemptions')
    build.note(company, 'UK PSC: exempt from keeping a register of persons with significant control.');
  else addPerson(build, place, data, company);
}

function addCompany(build: CaseBuilder, place: Place, text: string): string {
  const number = companyNumber(text);
  const id = partyId('gb-coh', number);
  build.mention(place, {
    id,
    name: `Company ${number} (Companies House)`,
    kind: 'company',
    // Numbers that begin with OE are of foreign owners of land, registered and not formed in the UK.
    ...(number.startsWith('OE') ? {} : { jurisdiction: 'GB' }),
    identifiers: [{ scheme: 'gb-coh', value: number }],
  });
  return id;
}

function addPerson(build: CaseBuilder, place: Place, data: PscPerson, company: string): void {
  const from = data.notified_on === undefined ? null : whenOf(data.notified_on);
  const to = data.ceased_on === undefined ? null : whenOf(data.ceased_on);
  const wrong = from === null && data.notified_on !== undefined ? 'notified_on' : 'ceased_on';
  if ((from === null && data.notified_on !== undefined) || (to === null && data.ceased_on !== undefined)) {
    build.aside(
      place,
      [wrong, data[wrong]],
      'is no date that can be read for certain',
      'Report it to the register.',
    );
    return;
  }
  const holder = addHolder(build, place, data, company);
  if (holder === null) return;
  const right = { holder, company, days: daysOf(from, to), note: '' };
  const natures = data.natures_of_control ?? [];
  for (const nature of natures) addNature(build, place, right, nature);
  // The law tells of those who are protected only that they are there.
  if (natures.length === 0)
    build.holding(place, {
      owner: holder,
      owned: company,
      ...right.days,
      note: 'The nature of control is not disclosed.',
    });
}

function addHolder(build: CaseBuilder, place: Place, data: PscPerson, company: string): string | null {
  const isProtected = data.kind.startsWith('super-secure');
  const name = data.name?.trim() || elementsOf(data);
  if (name === '' && !isProtected) {
    build.aside(place, ['name', ''], 'is missing', 'Report it to the register.');
    return null;
  }
  const id = holderId(data, company);
  if (id === null) {
    build.aside(
      place,
      ['links.self', ''],
      'is missing, so the person cannot be told from others',
      'Report it to the register.',
    );
    return null;
  }
  const number = data.identification?.registration_number?.trim() ?? '';
  build.party(place, {
    id,
    name: name || 'Person with significant control, protected by law',
    kind: kindOf(data),
    ...jurisdictionField(data.identification === undefined ? undefined : registeredIn(data)),
    ...(number === ''
      ? {}
      : { identifiers: [{ scheme: id.startsWith('gb-coh/') ? 'gb-coh' : 'registration', value: number }] }),
    ...addressField(data),
    ...noteField(isProtected ? 'Name and nature of control are withheld by law (super-secure).' : ''),
  });
  return id;
}

function kindOf({ kind }: PscPerson): 'person' | 'company' | 'government' {
  if (kind.startsWith('individual') || kind.startsWith('super-secure')) return 'person';
  // A "legal person" that is no company is a government, an international body or a corporation sole.
  return kind.startsWith('legal-person') ? 'government' : 'company';
}

function elementsOf({ name_elements: parts }: PscPerson): string {
  const names = [parts?.forename, parts?.middle_name ?? parts?.other_forenames, parts?.surname];
  return names.filter((part) => part !== undefined && part !== '').join(' ');
}

const UK =
  /^(united kingdom|uk|great britain|england( and wales|\/wales)?|wales|scotland|northern ireland)$/i;

function registeredIn({ identification }: PscPerson): string | undefined {
  const country = identification?.country_registered?.trim() ?? '';
  return UK.test(country) ? 'GB' : (countryOf(country) ?? undefined);
}

/** A company of the register by its number, all others by their link: a person may have several, which are never joined. */
function holderId(data: PscPerson, company: string): string | null {
  const number = companyNumber(data.identification?.registration_number ?? '');
  if (registeredIn(data) === 'GB' && /^([A-Z]{2}\d{6}|\d{8})$/.test(number)) return partyId('gb-coh', number);
  const key = data.links?.self?.split('/').at(-1) || data.etag || '';
  return key === '' ? null : partyId('gb-psc', `${company.slice('gb-coh/'.length)}/${key}`);
}

function addressField({ address, principal_office_address: office }: PscPerson): {
  readonly addresses?: string[];
} {
  const parts = address ?? office;
  const text = [
    ...[parts?.care_of, parts?.po_box, parts?.premises, parts?.address_line_1, parts?.address_line_2],
    ...[parts?.locality, parts?.region, parts?.postal_code, parts?.country],
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  return text === '' ? {} : { addresses: [text] };
}
