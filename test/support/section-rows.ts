import { CASE_FILE } from '../../server/readers/formats/case-file-reader.ts';
import { type SectionRow, SHEET_READERS } from '../../server/readers/formats/sheets.ts';
import type { Reader, ReadItem } from '../../server/readers/reader.ts';
import { readInput, recognise } from '../../server/readers/recognise.ts';
import { all, withFile } from './inputs.ts';

const SECTION_READERS: readonly Reader<SectionRow>[] = [CASE_FILE, ...SHEET_READERS];

/** All items of all inputs of a file, each by the reader that knows it. */
export function read(content: string | Uint8Array): Promise<readonly ReadItem<SectionRow>[]> {
  return withFile('mine', content, async (inputs) => {
    const items: ReadItem<SectionRow>[] = [];
    for (const input of inputs) {
      const reader = SECTION_READERS.find(({ id }) => id === recognise(input).id);
      if (reader) items.push(...(await all(readInput(reader, input))));
    }
    return items.filter(({ kind }) => kind !== 'about');
  });
}

/** A row as a reader of sections gives it. */
export const row = (line: number, section: string, value: object): object => ({
  kind: 'row',
  row: `line ${line}`,
  value: { section, value },
});
