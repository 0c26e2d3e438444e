import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { broken } from './broken.ts';
import { type Limits, tooLarge, within } from './limits.ts';
import { chunksOf } from './stored.ts';

/** More than any workbook has. */
const MAX_MEMBERS = 10_000;

/** One file in a zip. */
export interface Member {
  readonly name: string;
  /** Packed and unpacked, in bytes. */
  readonly packed: number;
  readonly size: number;
}

/**
 * The files in a zip, without folders and without what macOS adds.
 *
 * @throws InputError when it is no whole zip, a name climbs out of it or is absolute, a file is encrypted, or what it
 *   says of its sizes is beyond the limits
 */
export async function zipMembers(path: string, limits: Limits): Promise<readonly Member[]> {
  const entries = await inZip(path, entriesOf);
  const members = entries.filter(({ fileName }) => !/\/$|^__MACOSX\/|(^|\/)\.DS_Store$/.test(fileName));
  for (const entry of members) checkEntry(entry, limits);
  return members.map((each) => ({
    name: each.fileName,
    packed: each.compressedSize,
    size: each.uncompressedSize,
  }));
}

/**
 * Bytes of one file in a zip, unpacked, and checked against the sum that the zip holds of them.
 *
 * @throws InputError when the file is damaged or swells beyond the limits
 */
export async function* zipMember(path: string, name: string, limits: Limits): AsyncGenerator<Uint8Array> {
  const zip = await openZip(path);
  try {
    const entry = (await entriesOf(zip)).find(({ fileName }) => fileName === name);
    if (entry === undefined) throw damaged(`it holds no ${name}`);
    const stream = await zip.openReadStreamPromise(entry);
    let sum = 0;
    for await (const chunk of within(limits, entry.compressedSize, chunksOf(stream))) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw damaged(`the check sum of ${name} is another`);
  } catch (error) {
    throw zipError(error);
  } finally {
    zip.close();
  }
}

async function inZip<T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openZip(path);
  try {
    return await work(zip);
  } catch (error) {
    throw zipError(error);
  } finally {
    zip.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    throw zipError(error);
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > MAX_MEMBERS) throw damaged(`it holds more than ${MAX_MEMBERS} files`);
  }
  return entries;
}

function checkEntry(entry: Entry, limits: Limits): void {
  if (entry.isEncrypted())
    throw broken({
      message: `The zip file is encrypted (${entry.fileName}).`,
      fix: 'Unpack it yourself and name the file that is in it.',
    });
  const most = Math.min(limits.unpacked, Math.max(limits.free, entry.compressedSize * limits.ratio));
  if (entry.uncompressedSize > most) throw tooLarge(entry.compressedSize, most);
}

function zipError(error: unknown): unknown {
  if (!(error instanceof Error) || 'problems' in error) return error;
  const { message } = error;
  if (/relative path|absolute path|invalid characters in fileName/.test(message))
    return broken({
      message: `The zip file holds a path that leads out of it (${message}).`,
      fix: 'Do not unpack it. Take the file from its publisher.',
    });
  if (/end of central directory|central directory|unexpected EOF|unexpected end of file/i.test(message))
    return broken({
      message: 'The zip file ends in the middle, or is damaged.',
      fix: 'It was cut off on its way; fetch it again, whole.',
    });
  return damaged(message);
}

function damaged(reason: string): Error {
  return broken({ message: `The zip file is damaged: ${reason}.`, fix: 'Fetch it again.' });
}
