import { toDay } from '../facts/dates.ts';
import type { DatedFact, DatePrecision } from '../facts/facts.ts';
import type { AnyFact } from '../facts/sections.ts';
import { type Edition, editionId } from './edition.ts';
import type { Run } from './runs.ts';

type Dated = AnyFact & DatedFact;

/** Runs of one fact as consecutive facts, none overlapping another. The first keeps the id. */
export function periodsOf<T extends Dated>(runs: readonly Run<T>[], editions: readonly Edition[]): T[] {
  const periods: T[] = [];
  for (const [index, run] of runs.entries()) {
    const period = periodOf(run, { before: runs[index - 1], after: runs[index + 1] }, editions);
    if (period !== null) periods.push(index === 0 ? period : { ...period, id: laterId(run, editions) });
  }
  return periods;
}

interface Neighbours<T> {
  readonly before: Run<T> | undefined;
  readonly after: Run<T> | undefined;
}

function periodOf<T extends Dated>(
  run: Run<T>,
  beside: Neighbours<T>,
  editions: readonly Edition[],
): T | null {
  const { fact } = run;
  const [first, last] = [editions[run.first], editions[run.last]];
  if (first === undefined || last === undefined) return null;
  const end = endOf(run, beside.after, editions);
  const start = startBefore(startOf(run, beside.before, editions), end.day, first.date);
  if (!isBefore(start.day, end.day)) return null;
  const notes = [fact.note, start.note, end.note];
  const isNewest = run.last === editions.length - 1;
  return {
    ...fact,
    from: start.day,
    to: end.day,
    fromPrecision: start.precision,
    toPrecision: end.precision,
    note: notes.filter((note) => note !== '').join(' '),
    seen: { first: editionId(first), last: isNewest ? null : editionId(last) },
  };
}

/** A start that is not before the end cannot be right: the day of the edition that shows it stands in. */
function startBefore(start: End, to: string | null, shown: string): End {
  if (isBefore(start.day, to)) return start;
  return {
    day: shown,
    precision: 'day',
    note: `The row gives ${start.day} as its start, after it was gone.`,
  };
}

interface End {
  readonly day: string | null;
  readonly precision: DatePrecision;
  readonly note: string;
}

/**
 * The row's own start where the fact is new; the day of the edition where it is an amendment, or back under a start that
 * lies before its absence.
 */
function startOf<T extends Dated>(
  run: Run<T>,
  before: Run<T> | undefined,
  editions: readonly Edition[],
): End {
  const { fact } = run;
  const own = { day: fact.from, precision: fact.fromPrecision, note: '' };
  const [shown, without] = [editions[run.first], editions[run.first - 1]];
  if (shown === undefined || without === undefined) return own;
  const range = `of ${without.date} and ${shown.date}`;
  const precision = precisionOf(without.date, shown.date);
  if (before?.last === run.first - 1)
    return { day: shown.date, precision, note: `Amended between the editions ${range}.` };
  if (before !== undefined) {
    const gone = editions[before.last + 1]?.date ?? shown.date;
    if (fact.from !== null && fact.from >= gone) return own;
    return { day: shown.date, precision, note: `Back on the list between the editions ${range}.` };
  }
  if (fact.from !== null) return own;
  const note = `Start not known: first seen in the edition of ${shown.date}, and not in that of ${without.date}.`;
  return { ...own, note };
}

/** Day of the first edition that no longer has it so, or the row's own end where that comes first; null while it holds. */
function endOf<T extends Dated>(run: Run<T>, after: Run<T> | undefined, editions: readonly Edition[]): End {
  const { fact } = run;
  const own = { day: fact.to, precision: fact.toPrecision, note: '' };
  const [last, without] = [editions[run.last], editions[run.last + 1]];
  if (last === undefined || without === undefined) return own;
  if (fact.to !== null && fact.to <= without.date) return own;
  const range = `last seen so in the edition of ${last.date}, no longer in that of ${without.date}`;
  const what = after?.first === run.last + 1 ? 'Amended since' : 'Gone from the list';
  return {
    day: without.date,
    precision: precisionOf(last.date, without.date),
    note: `${what}: ${range}.`,
  };
}

/** How exactly a change between two editions is known: to the day, the month or the year; the note has both days. */
function precisionOf(before: string, after: string): DatePrecision {
  if (toDay(after, 0) - toDay(before, 0) <= 1) return 'day';
  return before.slice(0, 7) === after.slice(0, 7) ? 'month' : 'year';
}

function laterId(run: Run<AnyFact>, editions: readonly Edition[]): string {
  return `${run.fact.id}@${editions[run.first]?.date ?? ''}`;
}

function isBefore(from: string | null, to: string | null): boolean {
  return from === null || to === null || from < to;
}
