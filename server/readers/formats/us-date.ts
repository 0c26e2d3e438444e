import { isDate } from '../../facts/dates.ts';

/**
 * A day as US agencies write it, month first: `9/22/08`, `10/13/2020`. Years of two digits are those from 1950 to 2049.
 *
 * @returns null when it is no day of the calendar
 */
export function usDate(text: string): string | null {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})\s*$/.exec(text);
  if (match === null) return null;
  const [, month = '', day = '', year = ''] = match;
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
