import type { FactSection } from '../../facts/facts.ts';
import { emptyRows, type Rows } from '../../readers/case-file.ts';
import type { SectionRow } from '../../readers/formats/sheets.ts';
import type { RawRow } from '../../readers/raw-case.ts';
import type { ReadRow } from '../../readers/reader.ts';

/**
 * Rows of an analyst's sheet, or of a case file, as rows of a case file with their places. Pure. A row that names no
 * source gets the file itself as its source.
 *
 * @param file that the rows were read from
 */
export function fromSheets(file: string, rows: readonly ReadRow<SectionRow>[]): Rows {
  const found = emptyRows();
  const own = { id: `sheet/${file}`, title: file };
  for (const { row, value } of rows) {
    const needsSource = value.section !== 'sources' && !('source' in value.value);
    if (needsSource && found.sources[0]?.value !== own) found.sources.unshift({ file, row: '', value: own });
    add(found, value, { file, row, source: needsSource ? own.id : null });
  }
  return found;
}

interface Place {
  readonly file: string;
  readonly row: string;
  /** The source that is written in; null when the row names its own. */
  readonly source: string | null;
}

function add<S extends FactSection>(rows: Rows, { section, value }: SectionRow<S>, place: Place): void {
  const { file, row, source } = place;
  const target: RawRow<S>[] = rows[section];
  target.push({ file, row, value: source === null ? value : { ...value, source } });
}
