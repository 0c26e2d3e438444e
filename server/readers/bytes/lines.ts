import { Buffer } from 'node:buffer';
import type { Bytes } from '../reader.ts';
import { broken, sizeText } from './broken.ts';

/** No list has lines of a tenth of this; a longer one is a whole document or a damaged file. */
export const MAX_LINE = 16 * 2 ** 20;

export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  readonly text: string;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Lines of UTF-8 text, without their ends (LF or CRLF) and without a byte order mark. Blank lines are counted and left
 * out. Holds one line and one chunk at a time.
 *
 * @throws InputError naming the line when one is longer than 16 MiB
 */
export async function* lines(bytes: Bytes): AsyncGenerator<Line> {
  for await (const batch of lineBatches(bytes)) yield* batch;
}

/** `lines` in the batches they come in, for where the wait between two lines would be felt. */
export async function* lineBatches(bytes: Bytes): AsyncGenerator<readonly Line[]> {
  const splitter = new Splitter();
  for await (const chunk of bytes) {
    const batch = splitter.take(chunk);
    if (batch.length > 0) yield batch;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

/** Cuts chunks into lines; a line that is not whole yet waits in parts, so that a long one is not copied anew each time. */
class Splitter {
  #number = 0;
  #parts: Buffer[] = [];
  #waiting = 0;

  take(chunk: Uint8Array): Line[] {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const found: Line[] = [];
    let start = 0;
    for (let end = buffer.indexOf(NEWLINE); end !== -1; end = buffer.indexOf(NEWLINE, start)) {
      this.#add(buffer, start, end, found);
      start = end + 1;
    }
    this.#wait(buffer.subarray(start));
    return found;
  }

  end(): Line[] {
    const found: Line[] = [];
    if (this.#waiting > 0) this.#add(Buffer.alloc(0), 0, 0, found);
    return found;
  }

  #add(buffer: Buffer, start: number, end: number, found: Line[]): void {
    let text: string;
    if (this.#waiting === 0 && end - start <= MAX_LINE) text = lineText(buffer, start, end);
    else {
      this.#wait(buffer.subarray(start, end));
      const whole = Buffer.concat(this.#parts);
      this.#parts = [];
      this.#waiting = 0;
      text = lineText(whole, 0, whole.length);
    }
    this.#number += 1;
    if (this.#number === 1 && text.startsWith('\uFEFF')) text = text.slice(1);
    if (text.trim() !== '') found.push({ number: this.#number, text });
  }

  #wait(part: Buffer): void {
    if (part.length === 0) return;
    this.#parts.push(part);
    this.#waiting += part.length;
    if (this.#waiting > MAX_LINE) throw tooLong(this.#number + 1);
  }
}

function lineText(buffer: Buffer, start: number, end: number): string {
  const cut = end > start && buffer[end - 1] === RETURN ? end - 1 : end;
  return buffer.toString('utf8', start, cut);
}

function tooLong(number: number): Error {
  return broken({
    row: `line ${number}`,
    message: `is longer than ${sizeText(MAX_LINE)}.`,
    fix: 'Give one record a line. If the file is one JSON document, it is of no known format.',
  });
}
