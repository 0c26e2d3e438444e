import { z } from 'zod';
import type { Bytes, Reader, ReadItem } from '../reader.ts';
import { aside, checked } from './checked.ts';
import { jsonLines } from './json-items.ts';

/**
 * UK register of Persons with Significant Control (Companies House snapshot): one JSON object a line. The last line
 * of a snapshot counts the others.
 */

const text = z.string();
const unused = z.unknown().optional();
const address = z
  .strictObject({
    address_line_1: text.optional(),
    address_line_2: text.optional(),
    care_of: text.optional(),
    country: text.optional(),
    locality: text.optional(),
    po_box: text.optional(),
    postal_code: text.optional(),
    premises: text.optional(),
    region: text.optional(),
  })
  .optional();

const base = {
  etag: text.optional(),
  links: z.strictObject({ self: text.optional(), statement: unused }).optional(),
  notified_on: text.optional(),
  ceased_on: text.optional(),
};

const pscData = z.strictObject({
  ...base,
  kind: z.enum([
    'individual-person-with-significant-control',
    'corporate-entity-person-with-significant-control',
    'legal-person-person-with-significant-control',
    'super-secure-person-with-significant-control',
    'individual-beneficial-owner',
    'corporate-entity-beneficial-owner',
    'legal-person-beneficial-owner',
    'super-secure-beneficial-owner',
  ]),
  name: text.optional(),
  name_elements: z
    .strictObject({
      title: text.optional(),
      forename: text.optional(),
      other_forenames: text.optional(),
      middle_name: text.optional(),
      surname: text.optional(),
    })
    .optional(),
  natures_of_control: z.array(text).optional(),
  identification: z
    .strictObject({
      country_registered: text.optional(),
      legal_authority: text.optional(),
      legal_form: text.optional(),
      place_registered: text.optional(),
      registration_number: text.optional(),
    })
    .optional(),
  address,
  principal_office_address: address,
  address_same_as_registered_office_address: unused,
  ceased: unused,
  country_of_residence: text.optional(),
  nationality: text.optional(),
  date_of_birth: unused,
  description: unused,
  is_sanctioned: unused,
  identity_verification_details: unused,
});

const statementData = z.strictObject({
  ...base,
  kind: z.literal('persons-with-significant-control-statement'),
  statement: text,
  linked_psc_name: text.optional(),
  restrictions_notice_withdrawal_reason: unused,
});

const exemptionData = z.strictObject({ ...base, kind: z.literal('exemptions'), exemptions: z.unknown() });

const pscShape = z.strictObject({
  company_number: text.min(1),
  data: z.discriminatedUnion('kind', [pscData, statementData, exemptionData]),
});

const totalsShape = z.object({
  data: z.object({
    kind: z.string().regex(/^totals#/),
    persons_of_significant_control_count: z.int().optional(),
  }),
});

export type PscRow = z.infer<typeof pscShape>;
export type PscPerson = z.infer<typeof pscData>;

export const PSC: Reader<PscRow> = {
  id: 'uk-psc',
  title: 'UK Persons with Significant Control, newline JSON',
  recognises: (head) => /^\s*\{\s*"(company_number|data)"\s*:/.test(head) && /"data"\s*:\s*\{/.test(head),
  read: readPsc,
};

async function* readPsc(bytes: Bytes): AsyncGenerator<ReadItem<PscRow>> {
  let claims: number | null = null;
  for await (const { row, value } of jsonLines(bytes)) {
    const totals = totalsShape.safeParse(value);
    if (totals.success) claims = totals.data.data.persons_of_significant_control_count ?? null;
    else if (typeof value !== 'object' || value === null)
      yield aside(row, ['', value], 'is no record', 'A record is a JSON object.');
    else yield* checked(pscShape, value, row);
  }
  yield { kind: 'about', date: null, claims, publisher: 'Companies House' };
}
