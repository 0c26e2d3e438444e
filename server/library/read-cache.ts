import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Edition } from '../editions/edition.ts';
import type { EditionInput } from './inputs.ts';

/** Bytes of the checksum before the rest. */
const CHECKSUM = 32;

/**
 * What was read of editions, kept beside their files in the data folder, by the bytes of the files and the code that read
 * them: reading and checking a large list again takes longer than all else in a load that changes little. Made anew
 * whenever it is missing or not as it was written; nothing rests on it.
 */
export interface ReadCache {
  /** Null when it was not kept, or by other code. */
  readonly get: (edition: EditionInput) => Promise<readonly Edition[] | null>;
  /** Never fails: what cannot be kept is read again. */
  readonly keep: (edition: EditionInput, editions: readonly Edition[]) => Promise<void>;
}

/**
 * @param data the data folder
 * @param code hash of the code that reads
 */
export function readCache(data: string, code: string): ReadCache {
  const folder = join(data, 'editions-read');
  const nameOf = (edition: EditionInput): string => `${code.slice(0, 16)}-${keyOf(edition)}`;
  return {
    get: (edition) =>
      readFile(join(folder, nameOf(edition)))
        .then(unpacked)
        .catch(() => null),
    keep: async (edition, editions) => {
      const work = join(folder, `.incoming-${randomUUID()}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(work, packed(editions), { mode: 0o600 });
        await rename(work, join(folder, nameOf(edition)));
        await forgetOthers(folder, code.slice(0, 16));
      } catch {
        await rm(work, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Names of files go into the facts, so they are part of what was read. */
function keyOf({ reader, date, file, sha256, files, base }: EditionInput): string {
  const all = [{ file, sha256 }, ...files, ...base].map((each) => [each.file, each.sha256]);
  return createHash('sha256')
    .update(JSON.stringify([reader, date, all]))
    .digest('hex')
    .slice(0, 32);
}

function packed(editions: readonly Edition[]): Buffer {
  const body = serialize(editions);
  return Buffer.concat([checksumOf(body), body]);
}

function unpacked(bytes: Buffer): Edition[] | null {
  const body = bytes.subarray(CHECKSUM);
  if (!checksumOf(body).equals(bytes.subarray(0, CHECKSUM))) return null;
  return deserialize(body);
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Of former versions of Interlock, and of loads that were killed. */
async function forgetOthers(folder: string, code: string): Promise<void> {
  for (const name of await readdir(folder))
    if (!name.startsWith(code)) await rm(join(folder, name), { force: true });
}
