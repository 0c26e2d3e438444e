import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFiles } from '../library/kept-files.ts';
import { classify, isEditionFile, type NewEdition } from '../loading/classify.ts';
import { print } from './terminal.ts';

/** Are these all files of lists, registers or own sheets, and none of them a case file or a folder? */
export async function areEditions(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if (!(await isEditionFile(path))) return false;
  return paths.length > 0;
}

/**
 * Says what files of lists, registers and own sheets hold, and what was not understood of them. Nothing of it stays.
 *
 * @throws InputError as a load does
 */
export async function checkEditions(
  paths: readonly string[],
  { json, date }: { readonly json: boolean; readonly date?: string | undefined },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-check-'));
  try {
    const { editions } = await classify(paths, { files: keptFiles(folder), date });
    if (json) print(JSON.stringify({ ok: true, editions: editions.map(told) }, null, 2));
    else for (const edition of editions) print(lines(edition).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function told({ input, asides }: NewEdition): object {
  const { reader, date, lists, claims, file, files } = input;
  const names = [file, ...files.map((each) => each.file)];
  const reasons = Object.fromEntries(counted(asides));
  return { format: reader, files: names, date, series: lists, claims, aside: asides.length, reasons };
}

function lines({ input, asides }: NewEdition): string[] {
  const { reader, date, lists, file, files } = input;
  return [
    `${[file, ...files.map((each) => each.file)].join(' + ')}: ${reader}, ${date}`,
    ...lists.map(({ series, rows }) => `${series}: ${rows}`),
    `Kept aside: ${asides.length}`,
    ...counted(asides).map(([reason, count]) => `  ${count} x ${reason}`),
  ];
}

/** Reasons with how often each was given, the most frequent first. */
function counted(asides: NewEdition['asides']): [string, number][] {
  const counts = new Map<string, number>();
  for (const { field, reason } of asides) {
    const key = [field, reason].filter((part) => part !== '').join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
