import { Buffer } from 'node:buffer';
import { csvRows } from '../bytes/csv.ts';
import type { Bytes, Reader, ReadItem, SetAside } from '../reader.ts';
import { checkRow, type Found } from './check-row.ts';
import { type CslRow, cslShape } from './csl-shape.ts';
import { usDate } from './us-date.ts';

/** The columns; unnamed ones follow in the header, and in no row. */
const COLUMNS = [
  ...['Source List', 'Entity Number', 'SDN Type', 'Programs', 'Name', 'Title', 'Address', 'City'],
  ...['State/Province', 'Postal Code', 'Country', 'Federal Register Notice', 'Effective Date'],
  ...['Date Lifted/Waived/Expired', 'Standard Order', 'License Requirement', 'License Policy', 'Call Sign'],
  ...['Vessel Type', 'Gross Tonnage', 'Gross Register Tonnage', 'Vessel Flag', 'Vessel Owner'],
  ...['Remarks/Notes', 'Address Number', 'Address Remarks', 'Alternate Number', 'Alternate Type'],
  ...['Alternate Name', 'Alternate Remarks', 'Web Link'],
] as const;

type Column = (typeof COLUMNS)[number];

/** BIS's own file of the Entity List, in which an entry takes a line for each address and alias. */
export const bisElCsv: Reader<CslRow> = {
  id: 'bis-el-csv',
  title: 'BIS Entity List, CSV',
  recognises: (head) => /^\uFEFF?"?Source List"?,"?Entity Number"?,/.test(head),
  read,
};

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<CslRow>> {
  const asides: SetAside[] = [];
  const options = { delimiter: ',', header: COLUMNS, aside: (each: SetAside) => asides.push(each) } as const;
  let open: Entry | null = null;
  for await (const { line, cells } of csvRows(withoutUnnamed(bytes), options)) {
    yield* asides.splice(0);
    const at = (column: Column): string => cells[COLUMNS.indexOf(column)] ?? '';
    if (open !== null && !open.takes(at)) {
      yield checkRow(cslShape, open.found());
      open = null;
    }
    open ??= new Entry(line, at);
    open.add(at);
  }
  yield* asides;
  if (open !== null) yield checkRow(cslShape, open.found());
  yield { kind: 'about', date: null, claims: null, publisher: 'Bureau of Industry and Security' };
}

/** The bytes without the commas at the end of the first line. */
async function* withoutUnnamed(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\n');
    if (end === -1) continue;
    const line = head.toString('utf8', 0, end).trimEnd().replace(/,+$/, '');
    yield Buffer.concat([Buffer.from(line), head.subarray(end)]);
    head = null;
  }
  if (head !== null) yield head;
}

type At = (column: Column) => string;

/** Lines that follow one another under the same name and notice. */
class Entry {
  readonly #line: number;
  readonly #first: At;
  readonly #addresses = new Map<string, Record<string, string>>();
  readonly #aliases = new Set<string>();

  constructor(line: number, first: At) {
    this.#line = line;
    this.#first = first;
  }

  takes(at: At): boolean {
    const same: readonly Column[] = ['Source List', 'Name', 'Federal Register Notice', 'Effective Date'];
    return same.every((column) => at(column) === this.#first(column));
  }

  add(at: At): void {
    const address = {
      address: at('Address'),
      city: at('City'),
      state: at('State/Province'),
      postal_code: at('Postal Code'),
      country: at('Country'),
    };
    this.#addresses.set(JSON.stringify(address), address);
    if (at('Alternate Name').trim() !== '') this.#aliases.add(at('Alternate Name'));
  }

  found(): Found {
    const at = this.#first;
    const isEntityList = at('Source List') === 'EL';
    const value = {
      source: isEntityList ? 'Entity List (EL) - Bureau of Industry and Security' : at('Source List'),
      name: at('Name'),
      addresses: [...this.#addresses.values()],
      alt_names: [...this.#aliases],
      federal_register_notice: at('Federal Register Notice'),
      start_date: firstDay(at('Effective Date')),
      end_date: firstDay(at('Date Lifted/Waived/Expired')),
      standard_order: at('Standard Order'),
      license_requirement: at('License Requirement'),
      license_policy: at('License Policy'),
      remarks: at('Remarks/Notes'),
      source_list_url: at('Web Link'),
    };
    return { row: `line ${this.#line}`, value };
  }
}

/** A cell may hold several days, parted by ";", "," or ":": the first is that of the first listing. */
function firstDay(cell: string): string {
  const [first = ''] = cell.split(/[;,:]/);
  return usDate(first) ?? first.trim();
}
