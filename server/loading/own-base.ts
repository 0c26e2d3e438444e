import { resolve } from 'node:path';
import type { Inputs } from '../library/inputs.ts';
import type { KeptFiles } from '../library/kept-files.ts';
import { nameOf, SEED } from '../pipeline.ts';
import type { CaseText } from '../readers/case-file.ts';
import { readManifest } from '../readers/seed-folder.ts';

/**
 * Case files as the new base, kept; the product's own folder stands for itself.
 *
 * @param own the paths that the texts are from
 */
export async function baseOf(
  texts: readonly CaseText[],
  own: readonly string[],
  files: KeptFiles,
): Promise<Inputs['base']> {
  if (own.length === 1 && resolve(own[0] ?? '') === SEED) return { kind: 'seed' };
  const kept = await Promise.all(
    texts.map(async ({ file, text }) => ({ file, sha256: await keep(text, files) })),
  );
  const ofFolders = own.flatMap((path) => (path === '-' ? [] : (readManifest(path)?.editions ?? [])));
  return { kind: 'cases', name: own.map(nameOf).join(', '), files: kept, editions: ofFolders };
}

async function keep(text: string, files: KeptFiles): Promise<string> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  return (await files.keep(bytes())).hash;
}
