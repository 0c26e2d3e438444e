import { isDate } from '../../facts/dates.ts';
import type { DatePrecision } from '../../facts/facts.ts';

/** A day as it is stored: the first of its month or year where only that is known. */
export interface When {
  readonly date: string;
  readonly precision: DatePrecision;
}

/**
 * The day of a date as registers write it: `2021-02-03`, `2021-02`, `2021`, or a timestamp, of which the day is taken as
 * written, without turning it into another time zone. Null for all else (`9/22/08`, `circa 1956`): whoever asks sets
 * it aside, since any reading of it would be a guess.
 */
export function whenOf(text: string): When | null {
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())?.[1];
  if (day !== undefined) return isDate(day) ? { date: day, precision: 'day' } : null;
  const month = /^\d{4}-\d{2}$/.exec(text.trim())?.[0];
  if (month !== undefined) return isDate(`${month}-01`) ? { date: `${month}-01`, precision: 'month' } : null;
  const year = /^[12]\d{3}$/.exec(text.trim())?.[0];
  return year === undefined ? null : { date: `${year}-01-01`, precision: 'year' };
}
