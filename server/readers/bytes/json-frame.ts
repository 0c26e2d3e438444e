import { Buffer } from 'node:buffer';
import { broken, sizeText } from './broken.ts';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  MAX_DEPTH,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-scan.ts';

/** What stands beside the records of a list is some kilobytes. */
const MAX_FRAME = 16 * 2 ** 20;

/**
 * All of a JSON document but the elements of one array: `{"total":2,"results":[]}`. Small, so that it is walked byte by
 * byte, kept, and parsed when the document ends; that proves the document whole and sound around the array.
 */
export class JsonFrame {
  /** The array begins at the offset that `take` gave last. */
  atArray = false;
  readonly #path: string | null;
  #bytes = Buffer.alloc(4096);
  #length = 0;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #stringStart = 0;
  /** The value that comes next stands under the path. */
  #isNext = false;
  #isFound = false;

  constructor(path: string | null) {
    this.#path = path;
    this.#isNext = path === null;
  }

  /**
   * Takes what stands before or after the array.
   *
   * @returns just after the bracket that opens the array, or the length of the chunk
   */
  take(chunk: Uint8Array, from: number): number {
    this.atArray = false;
    for (let at = from; at < chunk.length; at += 1) {
      this.#step(chunk[at] ?? 0);
      if (this.atArray) return at + 1;
    }
    return chunk.length;
  }

  /**
   * The document without the array.
   *
   * @throws InputError when it is empty, ends in the middle, is no JSON or has no such array
   */
  end(): Readonly<Record<string, unknown>> {
    const text = this.#bytes.toString('utf8', 0, this.#length).replace(/^\uFEFF/, '');
    if (text.trim() === '') throw broken({ message: 'is empty.', fix: 'Fetch or save the file again.' });
    if (this.#depth > 0 || this.#inString) throw endsInside('');
    const value = parseFrame(text);
    if (!this.#isFound) throw noArray(this.#path);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== this.#path));
  }

  #step(byte: number): void {
    this.#keep(byte);
    if (this.#inString) this.#inside(byte);
    else if (byte > 0x20 && byte < 0x80) this.#outside(byte);
  }

  #inside(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #outside(byte: number): void {
    if (this.#isNext && byte === OPEN_ARRAY) this.#open();
    this.#isNext = false;
    if (byte === QUOTE) {
      this.#inString = true;
      this.#stringStart = this.#length - 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#deeper();
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#depth -= 1;
    else if (byte === COLON && this.#depth === 1) this.#isNext = this.#key() === this.#path;
  }

  #open(): void {
    if (this.#isFound)
      throw broken({
        row: this.#path ?? '',
        message: 'stands twice.',
        fix: 'Fetch the file again; two arrays of one name cannot both be meant.',
      });
    this.#isFound = true;
    this.atArray = true;
  }

  #deeper(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw broken({
        message: `nests deeper than ${MAX_DEPTH} levels.`,
        fix: 'No known format does; look whether the file is what it is named.',
      });
  }

  /** The string that was read last. */
  #key(): unknown {
    const text = this.#bytes.toString('utf8', this.#stringStart, this.#length - 1).trimEnd();
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  #keep(byte: number): void {
    if (this.#length === this.#bytes.length) {
      if (this.#length >= MAX_FRAME)
        throw broken({
          message: `has no records within its first ${sizeText(MAX_FRAME)}: no array ${nameOf(this.#path)}.`,
          fix: 'Look whether the file is what it is named.',
        });
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#length)]);
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}

/** The document ended while something was open. */
export function endsInside(row: string): Error {
  return broken({
    row,
    message: 'The file ends in the middle.',
    fix: 'It was cut off on its way; fetch it again, whole.',
  });
}

function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw broken({
      message: `Not valid JSON beside the records: ${reason}.`,
      fix: 'Fetch the file again, or correct the JSON.',
    });
  }
}

function noArray(path: string | null): Error {
  return broken({
    field: path ?? '',
    message: `has no array ${nameOf(path)}.`,
    fix: 'Look whether the file is what it is named; a renamed key means that the publisher changed the format.',
  });
}

const nameOf = (path: string | null): string => (path === null ? 'at its top' : `under "${path}"`);
