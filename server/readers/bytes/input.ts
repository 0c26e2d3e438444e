import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import type { Bytes } from '../reader.ts';
import { broken, nameFile } from './broken.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import { gunzip } from './gzip.ts';
import { LIMITS, type Limits, within } from './limits.ts';
import { packingOf } from './packing.ts';
import { type Stored, store, storedBytes } from './stored.ts';
import { asUtf8 } from './utf8.ts';
import { isWorkbook, openWorkbook, refuseOtherOffice } from './workbook.ts';
import { zipMember, zipMembers } from './zip.ts';

/** What readers look at to know a format. */
export const HEAD = 64 * 2 ** 10;

/** One text that can be read, from a file, from inside a packed one, or one sheet of a workbook. */
export interface OpenInput {
  /** For messages: `list.json`, `stdin`, `list.zip/list.json`, `findings.xlsx/Holdings`. */
  readonly file: string;
  /** Bytes as stored, packed. */
  readonly size: number;
  /** Of the bytes as stored, in hexadecimal. */
  readonly sha256: string;
  /** What it was in; `bytes` are UTF-8 in any case. */
  readonly encoding: Encoding;
  /** The first 64 KiB as text. */
  readonly head: string;
  /** UTF-8 without a byte order mark, unpacked; read anew each time. */
  readonly bytes: Bytes;
  /** Bytes as stored that the latest reading has taken, up to `size`: for the rate and the time left. */
  readonly position: () => number;
}

/** What one path holds, until it is closed. */
export interface Opened {
  readonly inputs: readonly OpenInput[];
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly limits?: Limits;
  /** Read for `-`, instead of standard input. */
  readonly stdin?: Readable;
}

/**
 * Opens a path, or `-` for standard input: gzip, zip and Excel are known from their first bytes, never from the name.
 *
 * @returns one input, or one for each sheet of a workbook that is not empty
 * @throws InputError when there is no such file, it is empty, cut off, damaged, a bomb, encrypted, a web page, in an
 *   encoding or a format that is not read, or a zip of none or several files
 */
export async function openInput(path: string, options: OpenOptions = {}): Promise<Opened> {
  const stored = await store(path, options.stdin);
  try {
    const inputs = await inputsOf(stored, options.limits ?? LIMITS);
    return { inputs, close: stored.close };
  } catch (error) {
    await stored.close();
    throw nameFile(error, stored.file);
  }
}

async function inputsOf(stored: Stored, limits: Limits): Promise<readonly OpenInput[]> {
  if (stored.size === 0) throw empty();
  const place = { at: 0 };
  const onRead = (bytes: number): void => {
    place.at = bytes;
  };
  const raw = again(() => storedBytes(stored.path, onRead));
  const packing = packingOf(await headOf(raw, 64));
  if (packing === 'none') return [await toInput(stored, stored.file, raw, () => place.at)];
  if (packing === 'gzip') {
    const bytes = again(() => within(limits, stored.size, gunzip(raw)));
    return [await toInput(stored, stored.file, bytes, () => place.at)];
  }
  return zipped(stored, limits);
}

async function zipped(stored: Stored, limits: Limits): Promise<readonly OpenInput[]> {
  const members = await zipMembers(stored.path, limits);
  const names = members.map(({ name }) => name);
  if (isWorkbook(names)) {
    const sheets = await openWorkbook(stored, limits);
    const inputs = sheets.map(({ file, bytes }) => toInput(stored, file, bytes, () => stored.size));
    return Promise.all(inputs);
  }
  refuseOtherOffice(names);
  const [only] = members;
  if (only === undefined || members.length > 1) throw notOne(names);
  let read = 0;
  const bytes = again(() =>
    counted(zipMember(stored.path, only.name, limits), (size) => {
      read = size;
    }),
  );
  const position = (): number =>
    Math.min(stored.size, Math.round((read / Math.max(only.size, 1)) * stored.size));
  return [await toInput(stored, `${stored.file}/${only.name}`, bytes, position)];
}

/** Bytes that are read anew each time they are asked for. */
export function again(open: () => Bytes): Bytes {
  return { [Symbol.asyncIterator]: () => open()[Symbol.asyncIterator]() };
}

async function* named(bytes: Bytes, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw nameFile(error, file);
  }
}

async function* counted(bytes: Bytes, onRead: (size: number) => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    onRead(size);
    yield chunk;
  }
}

async function headOf(bytes: Bytes, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return Buffer.concat(parts).subarray(0, length);
}

async function toInput(
  stored: Stored,
  file: string,
  packed: Bytes,
  position: () => number,
): Promise<OpenInput> {
  try {
    const first = await headOf(packed, HEAD);
    if (packingOf(first) !== 'none') throw packedTwice();
    const encoding = encodingOf(first);
    const bytes = again(() => named(asUtf8(packed, encoding), file));
    // Of a whole file in another encoding more is decoded than is looked at; a cut sign at the end does not matter.
    const head = new TextDecoder().decode(await headOf(bytes, HEAD), { stream: true });
    if (head.trim() === '') throw empty();
    refusePage(head);
    const { size, sha256 } = stored;
    return { file, size, sha256, encoding, head, bytes, position };
  } catch (error) {
    throw nameFile(error, file);
  }
}

const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** A server that has no file answers with a page about it, and that is saved under the name of the file. */
function refusePage(head: string): void {
  if (!PAGE.test(head)) return;
  const title = /<title[^>]*>\s*([^<]{1,100})/i.exec(head)?.[1]?.trim();
  throw broken({
    message: `is a web page${title === undefined ? '' : ` ("${title}")`}, not data.`,
    fix: 'The server answered with a page in place of the file. Open the address in a browser, and save the file itself.',
  });
}

function empty(): Error {
  return broken({ message: 'is empty.', fix: 'Fetch or save the file again.' });
}

function packedTwice(): Error {
  return broken({ message: 'is packed twice.', fix: 'Unpack it once and name what comes out.' });
}

function notOne(names: readonly string[]): Error {
  if (names.length === 0)
    return broken({ message: 'The zip file holds no file.', fix: 'Fetch or save the file again.' });
  const shown = names.slice(0, 5).join(', ');
  const message = `The zip file holds ${names.length} files: ${shown}${names.length > 5 ? ', ...' : ''}.`;
  return broken({ message, fix: 'Unpack it and name the files that are meant.' });
}
