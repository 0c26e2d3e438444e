import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '../errors.ts';

/** A file that was kept, by what is in it. */
interface KeptFile {
  /** sha256 of its bytes, hex. */
  readonly hash: string;
  readonly bytes: number;
  /** False when the same bytes were kept before. */
  readonly isNew: boolean;
}

type Bytes = Pick<KeptFile, 'hash' | 'bytes'>;

/**
 * The files that editions were read from, kept in the data folder under the sha256 of their bytes: the same bytes are
 * kept once, and a file under its name is always whole. Nothing here is ever changed; a file that no edition names any
 * more stays, so that a rollback can be taken back.
 */
export interface KeptFiles {
  /** Keeps the bytes; they are there, whole and on the disk, when it returns. */
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<KeptFile>;
  /** Takes over a file that is already in the folder `downloads`. */
  readonly adopt: (path: string) => Promise<KeptFile>;
  /** Removes what turned out to be of no use, such as a file that was refused. */
  readonly forget: (hash: string) => Promise<void>;
  readonly has: (hash: string) => boolean;
  /** @throws NotFoundError when it is not there, with what to do */
  readonly pathOf: (hash: string, file: string) => string;
}

/** @param data the data folder */
export function keptFiles(data: string): KeptFiles {
  const folder = join(data, 'editions');
  const at = (hash: string): string => join(folder, hash);
  return {
    keep: async (bytes) => {
      mkdirSync(folder, { recursive: true });
      await dropLeftovers(folder);
      const work = join(folder, `${INCOMING}${randomUUID()}`);
      try {
        const kept = await copy(bytes, work);
        const isNew = !existsSync(at(kept.hash));
        await rename(work, at(kept.hash));
        return { ...kept, isNew };
      } catch (error) {
        await rm(work, { force: true });
        throw error;
      }
    },
    adopt: async (path) => {
      mkdirSync(folder, { recursive: true });
      const kept = await hashOf(path);
      const isNew = !existsSync(at(kept.hash));
      await rename(path, at(kept.hash));
      return { ...kept, isNew };
    },
    forget: (hash) => rm(at(hash), { force: true }),
    has: (hash) => existsSync(at(hash)),
    pathOf: (hash, file) => {
      if (existsSync(at(hash))) return at(hash);
      throw new NotFoundError(
        `The file of an edition is not in ${folder}: ${file} (sha256 ${hash}).`,
        `Put it back there under that name, or load it again: interlock load ${file}`,
      );
    },
  };
}

const INCOMING = '.incoming-';
const DAY_MS = 86_400_000;

/** What a process left that was killed while it copied; nothing is copied for a day. */
async function dropLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(INCOMING)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}

/** Writes the bytes and waits until they are on the disk: what Neo4j names must outlive a power cut. */
async function copy(bytes: AsyncIterable<Uint8Array>, path: string): Promise<Bytes> {
  const hash = createHash('sha256');
  let length = 0;
  const file: FileHandle = await open(path, 'w', 0o600);
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      length += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), bytes: length };
}

async function hashOf(path: string): Promise<Bytes> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Buffer)) continue;
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { hash: hash.digest('hex'), bytes };
}
