import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NotFoundError } from '../errors.ts';
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
  staleAfterDays: z.int().positive(),
  note: z.string(),
});

/** An official source, with its published address. */
export type ListSource = z.infer<typeof sourceShape>;

/** The official sources that `interlock update` knows. They are data: a new one is a row of `sources.json`. */
export function readSources(file = join(ROOT, 'server', 'library', 'sources.json')): ListSource[] {
  return z.array(sourceShape).parse(JSON.parse(readFileSync(file, 'utf8')));
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
