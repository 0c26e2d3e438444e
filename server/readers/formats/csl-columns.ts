import type { CslRow } from './csl-shape.ts';

/** Columns of the CSV and TSV since 2020; until then the first was not there and ids stood the other way round. */
export const CSL_COLUMNS = [
  '_id',
  'source',
  'entity_number',
  'type',
  'programs',
  'name',
  'title',
  'addresses',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'remarks',
  'source_list_url',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
  'source_information_url',
  'ids',
] as const;

const LISTS = new Set([
  'programs',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'places_of_birth',
]);

/**
 * Cells of one row of the CSV in the form of the JSON. What the CSV joined is parted again where it can be told:
 *
 * - addresses at a `; ` after an ISO country code, since the text of an address holds `; ` as well. All before that code
 *   stays one text: city, state and postal code cannot be told apart, and an address without a country joins the next;
 * - other lists at `; `, taking "; and" for ";" as the publisher does.
 *
 * @param columns names of the cells, `_id` first where the file has it
 */
export function cslRecord(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const isOld = columns[0] !== '_id';
  const record: Record<string, unknown> = {};
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (column === '_id') record.id = cell;
    else if (column === 'addresses') record[column] = addresses(cell);
    else if (column === 'ids') record[column] = parts(cell).map((part) => identifier(part, isOld));
    else record[column] = LISTS.has(column) ? parts(cell) : cell;
  }
  return record;
}

function parts(cell: string): string[] {
  return cell
    .replaceAll(/; and\s/g, '; ')
    .split(/;\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

type RawAddress = Record<keyof CslRow['addresses'][number], string | null>;

function addresses(cell: string): RawAddress[] {
  return cell
    .split(/(?<=(?:^|, |; )[A-Z]{2}); /)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const match = /^(?:(.*), )?([A-Z]{2})$/s.exec(part);
      return {
        address: match === null ? part : (match[1] ?? ''),
        city: null,
        state: null,
        postal_code: null,
        country: match?.[2] ?? null,
      };
    });
}

/** `Passport, 836238033, KP`; in the files of 28 columns `KP, 836238033, Passport`. The number may hold commas. */
function identifier(part: string, isOld: boolean): Record<'type' | 'number' | 'country', string> {
  const tokens = part.split(', ');
  if (isOld) tokens.reverse();
  const [type = '', ...rest] = tokens;
  const hasCountry = rest.length > 1 && /^[A-Z]{2}$/.test(rest.at(-1) ?? '');
  const number = hasCountry ? rest.slice(0, -1) : rest;
  if (isOld) number.reverse();
  return { type, number: number.join(', '), country: hasCountry ? (rest.at(-1) ?? '') : '' };
}
