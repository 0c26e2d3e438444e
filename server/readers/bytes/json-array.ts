import { Buffer } from 'node:buffer';
import { exactJson } from '../exact-json.ts';
import type { Bytes } from '../reader.ts';
import { broken, sizeText } from './broken.ts';
import { endsInside, JsonFrame } from './json-frame.ts';
import { MAX_DEPTH, type ScanFound, type ScanState, scanElements } from './json-scan.ts';

/** No record of a list or register is a tenth as long. */
const MAX_RECORD = 16 * 2 ** 20;

export interface JsonRecord {
  /** From 0, as in `results[5]`. */
  readonly index: number;
  readonly value: unknown;
}

/**
 * Elements of the array under a top-level key, or of a top-level array when `path` is null. Finds in the bytes where
 * elements end and hands them to `exactJson` one at a time, so that neither the text nor the whole array is ever held;
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
  const name = path ?? '';
  let index = 0;
  for await (const chunk of bytes) {
    for (const text of array.take(chunk)) {
      yield { index, value: parseElement(text, `${name}[${index}]`) };
      index += 1;
    }
  }
  const rest = array.end();
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
  for await (const chunk of bytes) array.passOver(chunk);
  return array.end();
}

function parseElement(text: string, row: string): unknown {
  try {
    return exactJson(text);
  } catch (error) {
    const isBlank = text.trim() === '';
    const reason = error instanceof Error ? error.message : String(error);
    throw broken({
      row,
      message: `Not valid JSON: ${isBlank ? 'nothing stands before or after a comma' : reason}.`,
      fix: 'Fetch the file again, or correct the JSON at that place.',
    });
  }
}

/** Cuts the bytes of a document into its frame (all but the elements) and the texts of the elements. */
class ArrayReader {
  readonly #name: string;
  readonly #frame: JsonFrame;
  #count = 0;
  readonly #parts: Buffer[] = [];
  #waiting = 0;
  /** Null before and after the array. */
  #scan: ScanState | null = null;

  constructor(path: string | null) {
    this.#name = path ?? '';
    this.#frame = new JsonFrame(path);
  }

  /** Texts of the elements that end in the chunk. */
  take(bytes: Uint8Array): readonly string[] {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = this.#enter(chunk);
    if (this.#scan === null) return [];
    const { commas, close } = this.#walk(chunk, at, this.#scan);
    const found: string[] = [];
    for (const comma of commas) {
      found.push(this.#text(chunk, at, comma));
      at = comma + 1;
    }
    if (close === -1) this.#wait(chunk.subarray(at));
    else {
      const last = this.#text(chunk, at, close);
      if (this.#count > 0 || last.trim() !== '') found.push(last);
      this.#leave(chunk, close);
    }
    return found;
  }

  /** `take` for those who do not want the elements. */
  passOver(chunk: Uint8Array): void {
    const at = this.#enter(chunk);
    if (this.#scan === null) return;
    const { close } = this.#walk(chunk, at, this.#scan);
    if (close !== -1) this.#leave(chunk, close);
  }

  /** What stands beside the array. @throws InputError when the document is not whole */
  end(): Readonly<Record<string, unknown>> {
    if (this.#scan !== null) throw endsInside(this.#row());
    return this.#frame.end();
  }

  /** Where the array goes on in the chunk; before it and after it, the frame takes the chunk. */
  #enter(chunk: Uint8Array): number {
    if (this.#scan !== null) return 0;
    const at = this.#frame.take(chunk, 0);
    if (this.#frame.atArray) this.#scan = { depth: 0, inString: false, escaped: false };
    return at;
  }

  #leave(chunk: Uint8Array, close: number): void {
    this.#scan = null;
    this.#frame.take(chunk, close);
  }

  #walk(chunk: Uint8Array, from: number, state: ScanState): ScanFound {
    const found = scanElements(chunk, from, state);
    this.#count += found.commas.length;
    if (found.isTooDeep) throw this.#broken(`nests deeper than ${MAX_DEPTH} levels.`);
    return found;
  }

  /** The part of an element that the chunk ends in. */
  #wait(part: Buffer): void {
    this.#waiting += part.length;
    if (this.#waiting > MAX_RECORD) throw this.#broken(`is longer than ${sizeText(MAX_RECORD)}.`);
    if (part.length > 0) this.#parts.push(part);
  }

  #text(chunk: Buffer, from: number, to: number): string {
    if (this.#parts.length === 0) return chunk.toString('utf8', from, to);
    this.#parts.push(chunk.subarray(from, to));
    const whole = Buffer.concat(this.#parts);
    this.#parts.length = 0;
    this.#waiting = 0;
    return whole.toString('utf8');
  }

  #row(): string {
    return `${this.#name}[${this.#count}]`;
  }

  #broken(message: string): Error {
    return broken({
      row: this.#row(),
      message,
      fix: 'No known format does; look whether the file is what it is named.',
    });
  }
}
