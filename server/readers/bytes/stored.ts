import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bytes } from '../reader.ts';
import { broken, nameFile } from './broken.ts';

const CHUNK = 256 * 2 ** 10;

/** A file as it lies on the disk, before anything is unpacked. */
export interface Stored {
  readonly path: string;
  /** For messages: its name without the folder, or `stdin`. */
  readonly file: string;
  readonly size: number;
  /** Of the bytes as stored, in hexadecimal. */
  readonly sha256: string;
  /** Removes what was put aside for it. */
  readonly close: () => Promise<void>;
}

/**
 * A file by its path, or standard input for `-`. What comes through standard input is put into a temporary file, since
 * it is read more than once: to see what it is, and to read it.
 *
 * @param input read instead of standard input; for callers that have a stream
 * @throws InputError when there is no such file, or it cannot be read
 */
export async function store(path: string, input: Readable = process.stdin): Promise<Stored> {
  if (path === '-') return storeStream(input);
  const file = basename(path);
  try {
    const about = await stat(path);
    if (!about.isFile()) throw notAFile();
    const sha256 = await hashOf(createReadStream(path, { highWaterMark: CHUNK }));
    return { path, file, size: about.size, sha256, close: async () => {} };
  } catch (error) {
    throw nameFile(cannotOpen(error), path);
  }
}

/** @param onRead told the bytes read so far, after each chunk */
export async function* storedBytes(
  path: string,
  onRead: (bytes: number) => void,
): Bytes & AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunksOf(createReadStream(path, { highWaterMark: CHUNK }))) {
    read += chunk.length;
    onRead(read);
    yield chunk;
  }
}

/** Chunks of a stream that gives bytes. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

async function storeStream(input: Readable): Promise<Stored> {
  const folder = await mkdtemp(join(tmpdir(), 'interlock-input-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'stdin');
  try {
    await pipeline(input, createWriteStream(path, { mode: 0o600 }));
    const { size } = await stat(path);
    return { path, file: 'stdin', size, sha256: await hashOf(createReadStream(path)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(stream)) hash.update(chunk);
  return hash.digest('hex');
}

function notAFile(): Error {
  return broken({ message: 'is a folder or no plain file.', fix: 'Name the file in it.' });
}

function cannotOpen(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === 'bad-input') return error;
  const message = error.code === 'ENOENT' ? 'does not exist.' : `cannot be read (${error.code}).`;
  return broken({ message, fix: 'Name a file that is there and may be read, or - for standard input.' });
}
