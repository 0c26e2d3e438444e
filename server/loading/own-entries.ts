import type { Edition } from '../editions/edition.ts';

/**
 * Of two ids, whether one edition of one list gives each an entry of its own. Publishers write one entry a party as a
 * rule, and repeat aliases of the head of a group with each of its members; they also list one party twice now and
 * then. So it speaks against their being one, and decides nothing.
 */
export function entriesOfTheirOwn(editions: readonly Edition[]): (a: string, b: string) => boolean {
  const entries = new Map<string, Set<string>>();
  for (const [at, { facts }] of editions.entries()) {
    for (const { party, list } of facts.listings) {
      const known = entries.get(party) ?? new Set<string>();
      entries.set(party, known.add(`${at} ${list}`));
    }
  }
  return (a, b) => [...(entries.get(a) ?? [])].some((entry) => entries.get(b)?.has(entry));
}
