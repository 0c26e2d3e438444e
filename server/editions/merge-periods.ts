import { toDay } from '../facts/dates.ts';
import type { DatedFact, DatePrecision } from '../facts/facts.ts';
import type { AnyFact } from '../facts/sections.ts';
import { type Edition, editionId } from './edition.ts';
import { amendingRule, type RuleDays } from './rule-days.ts';
import type { Run } from './runs.ts';

type Dated = AnyFact & DatedFact;

/** The editions of one series, and the days of the rules that its rows cite. */
export interface Series {
  readonly editions: readonly Edition[];
  readonly rules: RuleDays;
}

/** Runs of one fact as consecutive facts, none overlapping another. The first keeps the id. */
export function periodsOf<T extends Dated>(runs: readonly Run<T>[], series: Series): T[] {
  const periods: T[] = [];
  for (const [index, run] of runs.entries()) {
    const period = periodOf(run, { before: runs[index - 1], after: runs[index + 1] }, series);
    if (period !== null) periods.push(index === 0 ? period : { ...period, id: laterId(run, series) });
  }
  return periods;
}

interface Neighbours<T> {
  readonly before: Run<T> | undefined;
  readonly after: Run<T> | undefined;
}

function periodOf<T extends Dated>(run: Run<T>, beside: Neighbours<T>, series: Series): T | null {
  const { fact } = run;
  const { editions } = series;
  const [first, last] = [editions[run.first], editions[run.last]];
  if (first === undefined || last === undefined) return null;
  const end = endOf(run, beside.after, series);
  const start = startBefore(startOf(run, beside.before, series), end.day, first.date);
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
 * The row's own start where the fact is new; where it is an amendment, the day of the rule that it cites since, else that
 * of the edition; that of the edition too where it is back under a start that lies before its absence.
 */
function startOf<T extends Dated>(run: Run<T>, before: Run<T> | undefined, series: Series): End {
  const { fact } = run;
  const { editions } = series;
  const own = { day: fact.from, precision: fact.fromPrecision, note: '' };
  const [shown, without] = [editions[run.first], editions[run.first - 1]];
  if (shown === undefined || without === undefined) return own;
  const range = `of ${without.date} and ${shown.date}`;
  const precision = precisionOf(without.date, shown.date);
  if (before?.last === run.first - 1) {
    const rule = ruleBetween(before, run, series);
    if (rule === null) return { day: shown.date, precision, note: `Amended between the editions ${range}.` };
    const note = `Amended by ${rule.citation}, in effect on ${rule.day}; first seen in the edition of ${shown.date}.`;
    return { day: rule.day, precision: 'day', note };
  }
  if (before !== undefined) {
    const gone = editions[before.last + 1]?.date ?? shown.date;
    if (fact.from !== null && fact.from >= gone) return own;
    return { day: shown.date, precision, note: `Back on the list between the editions ${range}.` };
  }
  if (fact.from !== null) return own;
  const note = `Start not known: first seen in the edition of ${shown.date}, and not in that of ${without.date}.`;
  return { ...own, note };
}

/**
 * Day of the rule that amended it, else of the first edition that no longer has it so, or the row's own end where that
 * comes first; null while it holds.
 */
function endOf<T extends Dated>(run: Run<T>, after: Run<T> | undefined, series: Series): End {
  const { fact } = run;
  const { editions } = series;
  const own = { day: fact.to, precision: fact.toPrecision, note: '' };
  const [last, without] = [editions[run.last], editions[run.last + 1]];
  if (last === undefined || without === undefined) return own;
  if (fact.to !== null && fact.to <= without.date) return own;
  const range = `last seen so in the edition of ${last.date}, no longer in that of ${without.date}`;
  const isAmended = after?.first === run.last + 1;
  const rule = isAmended ? ruleBetween(run, after, series) : null;
  if (rule !== null)
    return { day: rule.day, precision: 'day', note: `Amended on ${rule.day} by ${rule.citation}.` };
  const what = isAmended ? 'Amended since' : 'Gone from the list';
  return {
    day: without.date,
    precision: precisionOf(last.date, without.date),
    note: `${what}: ${range}.`,
  };
}

/**
 * The rule that amended a fact, where its day fits: after the last edition without the amendment and not after the first
 * that shows it. What an edition says stays so on its own day, also where it came late.
 */
function ruleBetween<T extends Dated>(
  before: Run<T>,
  after: Run<T>,
  { editions, rules }: Series,
): { readonly citation: string; readonly day: string } | null {
  const rule = amendingRule(citationIn(before.fact), citationIn(after.fact), rules);
  const [without, shown] = [editions[before.last], editions[after.first]];
  if (rule === null || without === undefined || shown === undefined) return null;
  const isBetween = without.date < rule.day && rule.day <= shown.date;
  return isBetween && isBefore(before.fact.from, rule.day) ? rule : null;
}

function citationIn(fact: Dated): string {
  return 'citation' in fact && typeof fact.citation === 'string' ? fact.citation : '';
}

/** How exactly a change between two editions is known: to the day, the month or the year; the note has both days. */
function precisionOf(before: string, after: string): DatePrecision {
  if (toDay(after, 0) - toDay(before, 0) <= 1) return 'day';
  return before.slice(0, 7) === after.slice(0, 7) ? 'month' : 'year';
}

function laterId(run: Run<AnyFact>, { editions }: Series): string {
  return `${run.fact.id}@${editions[run.first]?.date ?? ''}`;
}

function isBefore(from: string | null, to: string | null): boolean {
  return from === null || to === null || from < to;
}
