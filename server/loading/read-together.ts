import type { KeptFiles } from '../library/kept-files.ts';
import type { TakenEdition } from '../library/take.ts';
import { familyOf, takeTogether } from '../library/take-together.ts';
import { type Opened, openInput } from '../readers/bytes/input.ts';
import { recognise } from '../readers/recognise.ts';

interface KeptTogether {
  readonly family: string;
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  readonly base?: KeptTogether['files'] | undefined;
  readonly series?: string | undefined;
  readonly date?: string | undefined;
  readonly otherwise?: string | undefined;
}

/**
 * Reads the kept files of one edition together, whatever their order; every sheet of a workbook is one of them. Changes
 * are read after the files that they are made to, in the order of these.
 *
 * @throws InputError naming the file by the name that people know
 */
export async function readTogether(kept: KeptTogether, library: KeptFiles): Promise<TakenEdition> {
  const files = [...kept.files].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const opened: Opened[] = [];
  try {
    const parts = [];
    for (const { file, sha256, called } of inOrder(kept.base ?? [], files)) {
      const each = await openInput(library.pathOf(sha256, file));
      opened.push(each);
      for (const input of each.inputs) {
        const { id } = recognise(input);
        const named = { ...input, file: input.file.replace(sha256, called) };
        if (familyOf(id)?.family === kept.family) parts.push({ reader: id, input: named });
      }
    }
    return await takeTogether(parts, { ...kept, files });
  } finally {
    for (const each of opened) await each.close();
  }
}

/** Those that changes are made to, then the others; where two are called the same, rows must tell which they are in. */
function inOrder(base: KeptTogether['files'], files: KeptTogether['files']) {
  const names = files.map(({ file }) => file);
  return [
    ...base.map((each) => ({
      ...each,
      called: names.includes(each.file) ? `${each.file} (before)` : each.file,
    })),
    ...files.map((each) => ({ ...each, called: each.file })),
  ];
}
