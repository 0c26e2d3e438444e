import type { Interval } from './dates.ts';

/** What is wrong with one of several periods, by its position in the list. */
export interface PeriodProblem {
  readonly at: number;
  readonly message: string;
}

/**
 * Checks periods of which at most one may hold on a day, in any order: each ends after it starts, and no two
 * overlap. A gap is no mistake. `to` is exclusive, so one may begin on the day on which another ends.
 */
export function periodProblems(periods: readonly Interval[]): PeriodProblem[] {
  const empty = periods.flatMap(({ from, to }, at) =>
    from !== null && to !== null && from >= to
      ? [{ at, message: `ends on ${to}, not after its start on ${from}` }]
      : [],
  );
  if (empty.length > 0) return empty;
  const ordered = [...periods.entries()].sort(([, a], [, b]) => (a.from ?? '').localeCompare(b.from ?? ''));
  return ordered.flatMap(([at, { from }], index) => {
    const before = ordered[index - 1]?.[1];
    if (before === undefined || (before.to !== null && before.to <= (from ?? ''))) return [];
    const until = before.to === null ? 'has no end' : `holds until ${before.to}`;
    return [{ at, message: `starts ${from ?? 'without a date'}, while another period ${until}` }];
  });
}
