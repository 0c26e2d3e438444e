import { broken } from '../bytes/broken.ts';
import { csvRows } from '../bytes/csv.ts';
import type { Bytes, Reader, ReadItem, SetAside } from '../reader.ts';
import { CSL_COLUMNS, cslRecord } from './csl-columns.ts';
import { checkCslRow, onceById } from './csl-row.ts';
import type { CslRow } from './csl-shape.ts';

/** The Consolidated Screening List as CSV: 29 columns, or 28 until 2019. It does not say of which day it is. */
export const cslCsv = cslTable('csl-csv', 'US Consolidated Screening List, CSV', ',');
/** The same with tabulators. */
export const cslTsv = cslTable('csl-tsv', 'US Consolidated Screening List, TSV', '\t');

function cslTable(id: string, title: string, delimiter: ',' | '\t'): Reader<CslRow> {
  return {
    id,
    title,
    recognises: (head) => {
      const [line = ''] = head.replace(/^\uFEFF/, '').split('\n', 1);
      const columns = line.trim().replaceAll('"', '').split(delimiter);
      return columns.includes('source_list_url') && columns.includes('alt_names') && columns.includes('name');
    },
    read: (bytes) => onceById(read(bytes, delimiter)),
  };
}

async function* read(bytes: Bytes, delimiter: ',' | '\t'): AsyncGenerator<ReadItem<CslRow>> {
  const asides: SetAside[] = [];
  const options = { delimiter, header: null, aside: (aside: SetAside) => asides.push(aside) };
  let columns: readonly string[] | null = null;
  for await (const { line, cells } of csvRows(bytes, options)) {
    yield* asides.splice(0);
    if (columns === null) columns = headerOf(cells);
    else yield checkCslRow({ row: `line ${line}`, value: cslRecord(columns, cells) });
  }
  yield* asides;
  yield { kind: 'about', date: null, claims: null, publisher: 'International Trade Administration' };
}

/** @throws InputError naming the columns that are missing and those that are unknown */
function headerOf(cells: readonly string[]): readonly string[] {
  const found = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const wanted: readonly string[] = found[0] === '_id' ? CSL_COLUMNS : CSL_COLUMNS.slice(1);
  if (found.length === wanted.length && found.every((name, at) => name === wanted[at])) return wanted;
  const missing = wanted.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !wanted.includes(name));
  throw broken({
    row: 'line 1',
    field: missing[0] ?? unknown[0] ?? '',
    message: `The columns are not those of the Consolidated Screening List: missing ${missing.join(', ') || 'none'}; unknown ${unknown.join(', ') || 'none'}.`,
    fix: `Give exactly: ${wanted.join(', ')}. If the publisher renamed a column, this version does not know the format yet.`,
  });
}
