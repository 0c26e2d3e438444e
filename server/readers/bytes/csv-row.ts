/** One row cut out of a text. */
export interface CutRow {
  readonly cells: readonly string[];
  /** Just after the end of the row. */
  readonly next: number;
  /** What is wrong with its quotes; empty when nothing. */
  readonly wrong: string;
}

/** A quote that was opened and is not closed in the text there is. */
export const NOT_CLOSED = 'not closed';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Cuts one row of CSV by RFC 4180: a field that starts with a quote ends with one, quotes inside are doubled, and the
 * delimiter and ends of lines inside belong to it.
 *
 * @param from where the row starts
 * @param delimiter one sign
 * @returns null when the text ends before the row does; `NOT_CLOSED` when it ends inside of quotes
 */
export function cutRow(text: string, from: number, delimiter: string): CutRow | null | typeof NOT_CLOSED {
  const cells: string[] = [];
  const mark = delimiter.charCodeAt(0);
  let at = from;
  let wrong = '';
  for (;;) {
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const close = isQuoted ? closingQuote(text, at) : at;
    if (close === -1) return NOT_CLOSED;
    const end = endOfField(text, isQuoted ? close + 1 : at, mark);
    if (end === -1) return null;
    const cell = isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : plainField(text, at, end);
    cells.push(cell);
    wrong ||= isQuoted ? afterQuote(text, close + 1, end) : quoteInside(cell);
    at = end + 1;
    if (text.charCodeAt(end) === NEWLINE) return { cells, next: at, wrong };
  }
}

/** The quote that closes the one at `open`; -1 when it is not there, or cannot be told from a doubled one yet. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at === text.length - 1 ? -1 : at;
}

function endOfField(text: string, from: number, mark: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark || code === NEWLINE) return at;
  }
  return -1;
}

function plainField(text: string, from: number, end: number): string {
  const hasReturn = text.charCodeAt(end) === NEWLINE && end > from && text.charCodeAt(end - 1) === RETURN;
  return text.slice(from, hasReturn ? end - 1 : end);
}

function afterQuote(text: string, from: number, end: number): string {
  const left = plainField(text, from, end);
  return left === '' ? '' : `has ${JSON.stringify(left.slice(0, 40))} after a closing quote`;
}

function quoteInside(cell: string): string {
  return cell.includes('"') ? 'has a quote inside a field that does not start with one' : '';
}
