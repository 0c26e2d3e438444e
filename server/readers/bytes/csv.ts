import type { Bytes, SetAside } from '../reader.ts';
import { broken, sizeText } from './broken.ts';
import { type CutRow, cutRow, NOT_CLOSED } from './csv-row.ts';

/** A row of a list is some kilobytes; a quote that is never closed would swallow the rest of the file. */
const MAX_ROW = 4 * 2 ** 20;

export interface CsvOptions {
  readonly delimiter: ',' | '\t' | ';';
  /**
   * The column names that the first row must have, in this order; that row is then not given out. Null when the file has
   * no such row, or the reader looks at it itself.
   */
  readonly header: readonly string[] | null;
  /** Takes a row with too many or too few fields or misplaced quotes; without it, such a row ends the file. */
  readonly aside?: (row: SetAside) => void;
}

export interface CsvRow {
  /** Line on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of CSV or TSV in UTF-8, by RFC 4180, with LF or CRLF. Every row must have as many fields as the first. Blank rows
 * are left out, and so is the sign for the end of a DOS file.
 *
 * @throws InputError when the header is another, a quote is never closed, a row is longer than 4 MiB, or (without
 *   `aside`) a row has another number of fields
 */
export async function* csvRows(bytes: Bytes, options: CsvOptions): AsyncGenerator<CsvRow> {
  const rows = new RowCutter(options);
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield* rows.take(decoder.decode(chunk, { stream: true }));
  yield* rows.take('\n');
  rows.end();
}

class RowCutter {
  readonly #options: CsvOptions;
  #rest = '';
  #line = 1;
  #fields = -1;

  constructor(options: CsvOptions) {
    this.#options = options;
  }

  *take(more: string): Generator<CsvRow> {
    const text = this.#rest + more;
    let at = 0;
    for (;;) {
      const cut = at < text.length ? cutRow(text, at, this.#options.delimiter) : null;
      if (cut === null || cut === NOT_CLOSED) break;
      const line = this.#line;
      this.#line += newlines(text, at, cut.next);
      at = cut.next;
      if (!isBlank(cut.cells) && this.#isGood(cut, line)) yield { line, cells: cut.cells };
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_ROW) throw this.#endless(`is longer than ${sizeText(MAX_ROW)}`);
  }

  end(): void {
    if (this.#rest !== '') throw this.#endless('opens a quote that is never closed');
    if (this.#fields === -1) throw broken({ message: 'is empty.', fix: 'Fetch or save the file again.' });
  }

  #isGood({ cells, wrong }: CutRow, line: number): boolean {
    const { header } = this.#options;
    if (this.#fields === -1) {
      this.#fields = cells.length;
      if (header === null) return true;
      checkHeader(cells, header, line);
      return false;
    }
    const isUneven = cells.length !== this.#fields;
    if (!isUneven && wrong === '') return true;
    this.#refuse(line, cells, wrong || `has ${cells.length} fields, not ${this.#fields}`);
    return false;
  }

  #refuse(line: number, cells: readonly string[], reason: string): void {
    const row = `line ${line}`;
    const fix =
      'Put quotes around a field that holds the delimiter, a quote or the end of a line, and double quotes inside.';
    if (this.#options.aside === undefined) throw broken({ row, message: `${reason}.`, fix });
    const value = cells.join(this.#options.delimiter).slice(0, 200);
    this.#options.aside({ kind: 'aside', row, field: '', value, reason, fix });
  }

  #endless(what: string): Error {
    const row = `line ${this.#line}`;
    return broken({
      row,
      message: `${what}.`,
      fix: 'Close the quote that it opens, or double it if it belongs to the text; without one, look whether the file is what it is named.',
    });
  }
}

/** @throws InputError naming what is missing and what is unknown */
function checkHeader(found: readonly string[], wanted: readonly string[], line: number): void {
  if (found.length === wanted.length && found.every((name, index) => name === wanted[index])) return;
  const missing = wanted.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !wanted.includes(name));
  const parts = [
    ...(missing.length > 0 ? [`missing ${quoted(missing)}`] : []),
    ...(unknown.length > 0 ? [`unknown ${quoted(unknown)}`] : []),
  ];
  throw broken({
    row: `line ${line}`,
    field: missing[0] ?? unknown[0] ?? '',
    message: `The columns are not those of this format: ${parts.join('; ') || 'another order, or one twice'}.`,
    fix: `Give exactly: ${wanted.join(', ')}. If the publisher renamed a column, this version does not know the format yet.`,
  });
}

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ');

const END_OF_DOS_FILE = '\u001A';

/** Nothing on the line, or only the sign that ended files under DOS. */
function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && (cells[0] ?? '').replace(END_OF_DOS_FILE, '').trim() === '';
}

/** @param to just after the end of a line */
function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = text.indexOf('\n', at) + 1) count += 1;
  return count;
}
