import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../managed/data-folder.ts';
import {
  arraysIn,
  BLOCK,
  decodeHead,
  encodeSnapshot,
  headLength,
  isBlock,
  isSameKey,
  type SnapshotHead,
  type SnapshotKey,
  type StoredArray,
} from './format.ts';

const FIRST_BYTES = 16;
/** One call writes no more than about 2 GiB on any system. */
const MOST_PER_WRITE = 2 ** 30;
const READERS = 4;

/**
 * The arrays of a snapshot, when it was made of what the key says and every byte is as it was written. An old one is
 * known by its head, before the rest is read.
 *
 * @returns null for any other file, and when there is none
 */
export async function readSnapshot(path: string, key: SnapshotKey): Promise<Map<string, StoredArray> | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    return await readOpen(file, key);
  } catch {
    // Whatever cannot be read is not used; Neo4j has it all.
    return null;
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle, key: SnapshotKey): Promise<Map<string, StoredArray> | null> {
  const { size } = await file.stat();
  const start = new Uint8Array(Math.min(size, FIRST_BYTES));
  await readInto(file, start, 0);
  const length = headLength(start);
  if (length === null || length > size) return null;
  const bytes = new Uint8Array(length);
  await readInto(file, bytes, 0);
  const head = decodeHead(bytes);
  if (head === null || !isSameKey(head.key, key) || length + head.size !== size) return null;
  const body = await readBody(file, length, head);
  return body && arraysIn(head, body);
}

/** Reads some blocks at once, and checks one while the others are on their way. */
async function readBody(file: FileHandle, position: number, head: SnapshotHead): Promise<ArrayBuffer | null> {
  const body = new ArrayBuffer(head.size);
  const blocks = Math.ceil(head.size / BLOCK);
  let next = 0;
  const reader = async (): Promise<boolean> => {
    while (next < blocks) {
      const index = next;
      next += 1;
      const start = index * BLOCK;
      const block = new Uint8Array(body, start, Math.min(BLOCK, head.size - start));
      await readInto(file, block, position + start);
      if (!isBlock(head, index, block)) return false;
    }
    return true;
  };
  const checked = await Promise.all(Array.from({ length: READERS }, reader));
  return checked.every(Boolean) && head.checksums.length === blocks ? body : null;
}

async function readInto(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw new Error('The file ends early.');
    done += bytesRead;
  }
}

/**
 * Writes a snapshot beside its place, for its owner only, and puts it there when all of it is on the disk: whoever reads
 * finds the old one or the new one. What writers that were killed left behind is removed.
 *
 * @throws Error of the file system; nothing is left behind then
 */
export async function writeSnapshot(
  path: string,
  key: SnapshotKey,
  arrays: ReadonlyMap<string, StoredArray>,
): Promise<void> {
  await removeLeftBehind(path);
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      for (const piece of encodeSnapshot(key, arrays)) await writeWhole(file, piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  let done = 0;
  while (done < piece.length) {
    const { bytesWritten } = await file.write(piece, done, Math.min(piece.length - done, MOST_PER_WRITE));
    done += bytesWritten;
  }
}

async function removeLeftBehind(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(`${basename(path)}.`) ? /\.(\d+)\.tmp$/.exec(name)?.[1] : undefined;
    if (pid !== undefined && !isOthers(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** Another process that writes now is left to it; this one writes one snapshot at a time. */
function isOthers(pid: number): boolean {
  return pid !== process.pid && isAlive(pid);
}
