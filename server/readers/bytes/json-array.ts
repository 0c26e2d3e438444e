import { Buffer } from 'node:buffer';
import type { Bytes } from '../reader.ts';
import { broken, sizeText } from './broken.ts';
import { parseElements } from './json-elements.ts';
import { endsInside, JsonFrame } from './json-frame.ts';
import { MAX_DEPTH, type ScanState, scanElements } from './json-scan.ts';

/** No record of a list or register is a tenth as long. */
const MAX_RECORD = 16 * 2 ** 20;

export interface JsonRecord {
  /** From 0, as in `results[5]`. */
  readonly index: number;
  readonly value: unknown;
}

/**
 * Elements of the array under a top-level key, or of a top-level array when `path` is null. Finds in the bytes where
 * elements end and hands them to `JSON.parse` some at a time, so that neither the text nor the whole array is ever held;
 * what stands beside the array is checked too, when the file ends.
 *
 * @param beside called at the end with the object without its array; never when `path` is null
 * @throws InputError when it is no JSON, ends in the middle, has no such array or a record above 16 MiB, or nests
 *   deeper than 200
 */
export async function* jsonRecords(
  bytes: Bytes,
  path: string | null,
  beside?: (rest: Readonly<Record<string, unknown>>) => void,
): AsyncGenerator<JsonRecord> {
  const array = new ArrayReader(path);
  let index = 0;
  for await (const chunk of bytes) {
    for (const text of array.take(chunk)) {
      for (const value of parseElements(text, index, array.name)) {
        yield { index, value };
        index += 1;
      }
    }
  }
  const rest = array.end(index);
  if (path !== null) beside?.(rest);
}

/**
 * What stands beside the array of a JSON object, such as `total` or `sources_used`. Walks over the array without
 * reading its elements.
 *
 * @throws InputError as `jsonRecords` does, but for what is wrong inside of elements
 */
export async function jsonBeside(bytes: Bytes, path: string): Promise<Readonly<Record<string, unknown>>> {
  const array = new ArrayReader(path);
  for await (const chunk of bytes) for (const _ of array.take(chunk));
  return array.end(0);
}

/** Cuts the bytes of a document into its frame (all but the elements) and texts of whole elements with commas between. */
class ArrayReader {
  readonly name: string;
  readonly #frame: JsonFrame;
  #parts: Buffer[] = [];
  #waiting = 0;
  /** Null before and after the array. */
  #scan: ScanState | null = null;
  #isAfterComma = false;

  constructor(path: string | null) {
    this.name = path ?? '';
    this.#frame = new JsonFrame(path);
  }

  *take(bytes: Uint8Array): Generator<string> {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    if (this.#scan === null) {
      at = this.#frame.take(chunk, 0);
      if (!this.#frame.atArray) return;
      this.#scan = { depth: 0, inString: false, escaped: false };
    }
    const { lastComma, close } = this.#walk(chunk, at, this.#scan);
    const isLast = close !== -1;
    const end = isLast ? close : lastComma - 1;
    if (end >= at) {
      const text = this.#whole(chunk.subarray(at, end));
      if (text.trim() !== '') yield text;
      else if (!isLast || this.#isAfterComma) throw nothingBetween(this.name);
      this.#isAfterComma = !isLast;
      at = end + 1;
    }
    if (!isLast) this.#wait(chunk.subarray(at));
    else {
      this.#scan = null;
      this.#frame.take(chunk, close);
    }
  }

  /** What stands beside the array. @throws InputError when the document is not whole */
  end(count: number): Readonly<Record<string, unknown>> {
    if (this.#scan !== null) throw endsInside(`${this.name}[${count}]`);
    return this.#frame.end();
  }

  #walk(chunk: Buffer, from: number, state: ScanState): { lastComma: number; close: number } {
    try {
      return scanElements(chunk, from, state);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw broken({
        row: this.name,
        message: `nests deeper than ${MAX_DEPTH} levels.`,
        fix: 'No known format does; look whether the file is what it is named.',
      });
    }
  }

  #wait(part: Buffer): void {
    this.#waiting += part.length;
    if (this.#waiting > MAX_RECORD)
      throw broken({
        row: this.name,
        message: `has a record longer than ${sizeText(MAX_RECORD)}.`,
        fix: 'No known format does; look whether the file is what it is named.',
      });
    if (part.length > 0) this.#parts.push(part);
  }

  #whole(last: Buffer): string {
    if (this.#parts.length === 0) return last.toString('utf8');
    const text = Buffer.concat([...this.#parts, last]).toString('utf8');
    this.#parts = [];
    this.#waiting = 0;
    return text;
  }
}

function nothingBetween(name: string): Error {
  return broken({
    row: name,
    message: 'Not valid JSON: nothing stands between two commas, or between a comma and the end.',
    fix: 'Fetch the file again, or correct the JSON.',
  });
}
