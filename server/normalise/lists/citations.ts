import { isDate } from '../../facts/dates.ts';

/** A place in the Federal Register as a list cites it. */
export interface Citation {
  readonly volume: number;
  readonly page: number;
  /** Day of publication where it is printed beside, `YYYY-MM-DD`. */
  readonly date: string | null;
}

const PLACE = /(\d{1,3})\s*F\.?\s*R\.?\s*(\d{1,6})(?:[^\d;]{0,40}?(\d{1,2})\/(\d{1,2})\/(\d{2,4}))?/gi;

/**
 * The citations of one entry, in its order: `85 FR 83420; 89 FR 96837`, `73 FR 54506 (9/22/08), 75 FR 1699 (1/13/10)`,
 * `67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02`. Renderings of one list cite other pages of the same rule: never join two
 * lists on the page.
 */
export function citationsOf(text: string): Citation[] {
  return [...text.matchAll(PLACE)].map(([, volume, page, month, day, year]) => ({
    volume: Number(volume),
    page: Number(page),
    date: year === undefined ? null : usDate(`${month}/${day}/${year}`),
  }));
}

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
