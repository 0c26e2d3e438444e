import { FACT_SECTIONS, type FactSection } from '../../facts/facts.ts';
import { readCaseFiles } from '../case-file.ts';
import type { RawCase, RawRow } from '../raw-case.ts';
import type { Bytes, Reader, ReadItem } from '../reader.ts';
import type { SectionRow } from './sheets.ts';

const SECTION = new RegExp(`"(?:\\$schema|${FACT_SECTIONS.join('|')})"\\s*:`);

/**
 * The case file as one format among others. Written by hand and small: it is read as a whole, digits of shares are kept,
 * and one wrong row refuses the file, as `interlock assess` does.
 */
export const CASE_FILE: Reader<SectionRow> = {
  id: 'case-file',
  title: 'Interlock case file, JSON',
  recognises: (head) => new RegExp(`^\\s*\\{\\s*${SECTION.source}\\s*["[]`).test(head),
  read: readCase,
};

async function* readCase(bytes: Bytes, file: string): AsyncGenerator<ReadItem<SectionRow>> {
  yield { kind: 'about', date: null, claims: null, publisher: '' };
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of bytes) text += decoder.decode(chunk, { stream: true });
  const rows = readCaseFiles([{ file, text }]);
  for (const section of FACT_SECTIONS) yield* rowsOf(rows, section);
}

function* rowsOf<S extends FactSection>(rows: RawCase, section: S): Generator<ReadItem<SectionRow<S>>> {
  const found: readonly RawRow<S>[] = rows[section];
  for (const { row, value } of found) yield { kind: 'row', row, value: { section, value } };
}
