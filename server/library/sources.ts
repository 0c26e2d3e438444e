import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NotFoundError, SetupError } from '../errors.ts';
import { ROOT } from '../root.ts';

const sourceShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  /** Where it is published; `{date}` stands for the newest day that `dateFrom` names. */
  url: z.url(),
  dateFrom: z.url().optional(),
  /** Lists that the file holds. */
  lists: z.array(z.string()),
  /** Rows that a list has at the very least; a fetched file with fewer is held back until a person says yes. */
  atLeast: z.record(z.string(), z.int().positive()).optional(),
  staleAfterDays: z.int().positive(),
  note: z.string(),
});

/** An official source, with its published address. */
export type ListSource = z.infer<typeof sourceShape>;

/**
 * The official sources that `interlock update` knows, or those of another file of that form. They are data: a new one is
 * a row of `sources.json`.
 *
 * @throws SetupError when the other file cannot be read or has another form
 */
export function readSources(file = join(ROOT, 'server', 'library', 'sources.json')): ListSource[] {
  try {
    return z.array(sourceShape).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const fix = 'Give it the form of server/library/sources.json, or unset INTERLOCK_SOURCES.';
    throw new SetupError(`The file of sources ${file} cannot be used.`, fix, error);
  }
}

/**
 * Sources by their ids, or by a list that they hold; all of them when none is named.
 *
 * @throws NotFoundError naming what there is
 */
export function chosenSources(all: readonly ListSource[], names: readonly string[]): ListSource[] {
  if (names.length === 0) return [...all];
  return names.flatMap((name) => {
    const found = all.filter(({ id, lists }) => id === name || lists.includes(name));
    if (found.length > 0) return found;
    const known = all.map(({ id, title }) => `${id} (${title})`).join(', ');
    throw new NotFoundError(`There is no source "${name}".`, `Known: ${known}.`);
  });
}
