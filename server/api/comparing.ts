import { z } from 'zod';
import { type ChangeSet, changeSetShape } from '../wire/editions.ts';
import type { RunCommand } from './judging.ts';

/**
 * Compares two editions that are loaded, by the command that the command line has.
 *
 * @param run stamp of what is loaded: judgements made since may join other parties
 */
export type Comparing = (before: string, after: string, run: string) => Promise<ChangeSet>;

/** Comparisons that are kept: going back to one costs nothing. */
const KEPT = 4;

const toldShape = z.object({ changes: changeSetShape });

/** Editions never change, so a comparison of two by their hashes is made once until something else is loaded. */
export function createComparing(run: RunCommand): Comparing {
  const kept = new Map<string, Promise<ChangeSet>>();
  return (before, after, stamp) => {
    const key = `${before} ${after} ${stamp}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = run(['diff', '--json', '--', before, after]).then((told) => toldShape.parse(told).changes);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return made;
  };
}
