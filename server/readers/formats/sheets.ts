import type { FactSection } from '../../facts/facts.ts';
import { broken } from '../bytes/broken.ts';
import { type CsvOptions, type CsvRow, csvRows } from '../bytes/csv.ts';
import { checkRow } from '../case-file.ts';
import type { RawRow } from '../raw-case.ts';
import type { Bytes, Reader, ReadItem, SetAside } from '../reader.ts';
import { rowOf } from './sheet-cells.ts';
import { type Columns, NEEDED, SHEETS, type SheetSection } from './sheet-columns.ts';

/** A row of the case file, and which section it is for. */
export interface SectionRow<S extends FactSection = FactSection> {
  readonly section: S;
  readonly value: RawRow<S>['value'];
}

/** Readers of analysts' own sheets; the columns are the fields of the case file in any order. */
export const SHEET_READERS: readonly Reader<SectionRow>[] = [
  sheetReader('holdings', 'sheet-holdings', 'Sheet of holdings, CSV or Excel'),
  sheetReader('physicalLinks', 'sheet-physical-links', 'Sheet of physical links, CSV or Excel'),
  sheetReader('facilities', 'sheet-facilities', 'Sheet of facilities, CSV or Excel'),
  sheetReader('parties', 'sheet-parties', 'Sheet of parties, CSV or Excel'),
  sheetReader('sources', 'sheet-sources', 'Sheet of sources, CSV or Excel'),
];

function sheetReader<S extends SheetSection>(section: S, id: string, title: string): Reader<SectionRow<S>> {
  return {
    id,
    title,
    recognises: (head) => recognises(headerOf(head), section),
    read: (bytes) => readSheet(bytes, section),
  };
}

/** All columns that are needed and mostly known ones, so that a misspelt one is told rather than the sheet refused. */
function recognises(header: readonly string[], section: SheetSection): boolean {
  const known = header.filter((name) => name in SHEETS[section]);
  return NEEDED[section].every((name) => header.includes(name)) && known.length * 2 > header.length;
}

function headerOf(head: string): readonly string[] {
  const [first = ''] = head.trimStart().split(/\r?\n/, 1);
  return first.split(delimiterOf(first)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function delimiterOf(line: string): CsvOptions['delimiter'] {
  if (line.includes('\t')) return '\t';
  return line.includes(';') && !line.includes(',') ? ';' : ',';
}

async function* readSheet<S extends SheetSection>(
  bytes: Bytes,
  section: S,
): AsyncGenerator<ReadItem<SectionRow<S>>> {
  yield { kind: 'about', date: null, claims: null, publisher: '' };
  const asides: SetAside[] = [];
  let header: readonly string[] | null = null;
  const delimiter = delimiterOf(await firstLine(bytes));
  for await (const row of csvRows(bytes, { delimiter, header: null, aside: (each) => asides.push(each) })) {
    yield* asides.splice(0);
    if (header === null) header = checkedHeader(row, section);
    else if (row.cells.some((cell) => cell.trim() !== '')) yield* readRow(section, row, header);
  }
  yield* asides;
}

async function firstLine(bytes: Bytes): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of bytes) {
    text = (text + decoder.decode(chunk, { stream: true })).trimStart();
    if (text.includes('\n')) break;
  }
  return text.split('\n', 1)[0] ?? '';
}

/** @throws InputError naming columns that are unknown, missing or twice */
function checkedHeader({ line, cells }: CsvRow, section: SheetSection): readonly string[] {
  const columns: Columns = SHEETS[section];
  const header = cells.map((cell) => cell.trim());
  const unknown = header.filter((name) => !Object.hasOwn(columns, name));
  const missing = NEEDED[section].filter((name) => !header.includes(name));
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  const wrong = [
    ...unknown.map((name) => ({
      name,
      message: name === '' ? 'A column has no name.' : `unknown column "${name}".`,
    })),
    ...missing.map((name) => ({ name, message: `the column "${name}" is missing.` })),
    ...twice.map((name) => ({ name, message: `the column "${name}" is there twice.` })),
  ];
  const [first] = wrong;
  if (first === undefined) return header;
  const fix = `Known columns: ${Object.keys(columns).join(', ')}.`;
  throw broken({ row: `line ${line}`, field: first.name, message: first.message, fix });
}

function* readRow<S extends SheetSection>(
  section: S,
  { line, cells }: CsvRow,
  header: readonly string[],
): Generator<ReadItem<SectionRow<S>>> {
  const row = `line ${line}`;
  const checked = checkRow(section, rowOf(header, cells, SHEETS[section]), { file: '', row });
  if (!('problems' in checked)) yield { kind: 'row', row, value: { section, value: checked.value } };
  else {
    for (const { field, message, fix } of checked.problems)
      yield { kind: 'aside', row, field, value: cellOf(field, header, cells), reason: message, fix };
  }
}

/** The cell of a field, or of the bounds of a share; the whole row where it is none of them. */
function cellOf(field: string, header: readonly string[], cells: readonly string[]): string {
  const [name = ''] = field.split('.');
  const found = cells.filter((_, index) => header[index]?.startsWith(name) === true && name !== '');
  return (found.length > 0 ? found : cells).join(', ').slice(0, 200);
}
