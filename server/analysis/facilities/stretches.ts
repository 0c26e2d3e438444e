import type { Interval } from '../../facts/dates.ts';

/**
 * Cuts all time at the given dates: the stretch before the first, then one from each date to the next. On the days of
 * one stretch nothing changes. The first has no start, the last no end.
 */
export function stretchesBetween(dates: Iterable<string | null>): Interval[] {
  const cuts = [...new Set(dates)].filter((date) => date !== null).sort();
  return [null, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? null }));
}

/** Does a fact hold on a stretch? Before the first date only what has no known start does. */
export function holdsOn(fact: Interval, { from }: Interval): boolean {
  if (from === null) return fact.from === null;
  return (fact.from === null || fact.from <= from) && (fact.to === null || from < fact.to);
}

/** Joins stretches that follow each other and say the same, by a key of what they say. Input in order of time. */
export function mergeStretches<T extends Interval>(pieces: readonly T[], keyOf: (piece: T) => string): T[] {
  const merged: T[] = [];
  const last = new Map<string, number>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    const index = last.get(key);
    const before = index === undefined ? undefined : merged[index];
    if (index !== undefined && before && before.to === piece.from)
      merged[index] = { ...before, to: piece.to };
    else last.set(key, merged.push(piece) - 1);
  }
  return merged;
}
