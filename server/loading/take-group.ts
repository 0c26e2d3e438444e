import { InputError } from '../errors.ts';
import type { KeptFiles } from '../library/kept-files.ts';
import type { TakenEdition } from '../library/take.ts';
import type { Waiting } from './kept-file.ts';
import { calledBy, dayIn } from './named-files.ts';
import { readTogether } from './read-together.ts';

/** The files of a command that make one edition each: all of a family that is joined, else each file alone. */
export function groupsOf(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const each of waiting) {
    const key = each.isJoined ? each.family : `${each.family} ${each.sha256}`;
    const group = groups.get(key) ?? [];
    // The same bytes named twice are one file.
    if (!group.some(({ sha256 }) => sha256 === each.sha256)) group.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Reads the files of one edition.
 *
 * @param date day of the edition; that in the files, or in their names, when left out
 * @throws InputError as `readTogether`, with the names that people know
 */
export async function takeGroup(
  group: readonly Waiting[],
  date: string | undefined,
  files: KeptFiles,
): Promise<TakenEdition> {
  const otherwise = group.map(({ file }) => dayIn(file)).find((day) => day !== undefined);
  const named = group.map(({ file, sha256 }) => ({ file, sha256 }));
  try {
    return await readTogether({ family: group[0]?.family ?? '', files: named, date, otherwise }, files);
  } catch (error) {
    throw named.reduce(
      (told, { file, sha256 }) => (told instanceof InputError ? calledBy(file, sha256, told) : told),
      error,
    );
  }
}
