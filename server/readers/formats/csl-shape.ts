import { z } from 'zod';
import { isDate } from '../../facts/dates.ts';
import { isCslSource } from './csl-sources.ts';

/**
 * One row of the US Consolidated Screening List as its JSON has it; the CSV is brought into the same form. Which keys
 * are there differs from list to list: absent, null and empty mean the same. Names of fields are the publisher's.
 */

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? '');
const texts = z
  .array(z.string().nullable())
  .nullish()
  .transform((values) => (values ?? []).filter((value) => value !== null && value.trim() !== ''))
  .pipe(z.array(z.string()));
const day = z
  .string()
  .nullish()
  .transform((value) => (value ?? '').trim() || null)
  .refine((value) => value === null || isDate(value), 'is not a day of the calendar written YYYY-MM-DD');

const addressShape = z.strictObject({
  address: text,
  city: text,
  state: text,
  postal_code: text,
  country: text,
});

const identifierShape = z.strictObject({
  type: text,
  number: text,
  country: text,
  issue_date: text,
  expiration_date: text,
});

export const cslShape = z.strictObject({
  id: text,
  source: z.string().refine(isCslSource, 'is none of the thirteen lists'),
  entity_number: text,
  type: z
    .enum(['Individual', 'Entity', 'Vessel', 'Aircraft', ''])
    .nullish()
    .transform((value) => value ?? ''),
  programs: texts,
  name: z.string().refine((value) => value.trim() !== '', 'is empty'),
  title: text,
  /** Of the party, where a list gives no addresses. */
  country: text,
  addresses: z
    .array(addressShape)
    .nullish()
    .transform((value) => value ?? []),
  federal_register_notice: text,
  start_date: day,
  end_date: day,
  standard_order: text,
  license_requirement: text,
  license_policy: text,
  call_sign: text,
  vessel_type: text,
  gross_tonnage: text,
  gross_registered_tonnage: text,
  vessel_flag: text,
  vessel_owner: text,
  remarks: text,
  source_list_url: text,
  alt_names: texts,
  citizenships: texts,
  dates_of_birth: texts,
  nationalities: texts,
  places_of_birth: texts,
  source_information_url: text,
  ids: z
    .array(identifierShape)
    .nullish()
    .transform((value) => value ?? []),
});

/** A row of the Consolidated Screening List, checked, not cleaned. */
export type CslRow = z.infer<typeof cslShape>;
export type CslAddress = CslRow['addresses'][number];
