import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError, InputError } from '../../server/errors.ts';
import { type OpenInput, type OpenOptions, openInput } from '../../server/readers/bytes/input.ts';
import type { Bytes } from '../../server/readers/reader.ts';

/** Bytes in chunks of a size, as they may come from a file. */
export function inChunks(content: string | Uint8Array, size = 7): Bytes {
  const bytes = Buffer.from(content);
  return {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** All that comes, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Bytes as text. */
export async function textOfBytes(bytes: Bytes): Promise<string> {
  return Buffer.concat(await all(bytes)).toString('utf8');
}

/** What a person is told when something fails: the problems, without the first line; none when it does not. */
export async function toldBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return describeError(error)
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}

/** Writes a file, opens it, works with its inputs, and removes it. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  work: (inputs: readonly OpenInput[]) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    const opened = await openInput(path, options);
    try {
      return await work(opened.inputs);
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
