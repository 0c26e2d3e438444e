import { csvRows } from '../bytes/csv.ts';
import type { Bytes, Reader, ReadItem, SetAside } from '../reader.ts';
import { checkRow } from './check-row.ts';
import { type CslRow, cslShape } from './csl-shape.ts';
import { usDate } from './us-date.ts';

const COLUMNS = [
  ...['Name', 'Street_Address', 'City', 'State', 'Country', 'Postal_Code', 'Effective_Date'],
  ...['Expiration_Date', 'Standard_Order', 'Last_Update', 'Action', 'FR_Citation'],
] as const;

/**
 * BIS's own file of the Denied Persons List: twelve columns with tabulators; the country is left out for
 * the US. The day of the row's last update says nothing of the order and is not taken.
 */
export const bisDpl: Reader<CslRow> = {
  id: 'bis-dpl',
  title: 'BIS Denied Persons List, text with tabulators',
  recognises: (head) => /^\uFEFF?"?Name"?\t"?Street_Address"?\t/.test(head),
  read,
};

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<CslRow>> {
  const asides: SetAside[] = [];
  const options = { delimiter: '\t', header: COLUMNS, aside: (each: SetAside) => asides.push(each) } as const;
  for await (const { line, cells } of csvRows(bytes, options)) {
    yield* asides.splice(0);
    yield checkRow(cslShape, { row: `line ${line}`, value: recordOf(cells) });
  }
  yield* asides;
  yield { kind: 'about', date: null, claims: null, publisher: 'Bureau of Industry and Security' };
}

function recordOf(cells: readonly string[]): Record<string, unknown> {
  const at = (column: (typeof COLUMNS)[number]): string => cells[COLUMNS.indexOf(column)] ?? '';
  const day = (column: 'Effective_Date' | 'Expiration_Date'): string =>
    usDate(at(column)) ?? at(column).trim();
  const address = {
    address: at('Street_Address'),
    city: at('City'),
    state: at('State'),
    postal_code: at('Postal_Code'),
    country: at('Country') || (/^[A-Z]{2}$/.test(at('State').trim()) ? 'US' : ''),
  };
  return {
    source: 'Denied Persons List (DPL) - Bureau of Industry and Security',
    name: at('Name'),
    addresses: [address],
    federal_register_notice: at('FR_Citation'),
    start_date: day('Effective_Date'),
    end_date: day('Expiration_Date'),
    standard_order: at('Standard_Order'),
    remarks: at('Action'),
  };
}
