import { usDate } from '../../readers/formats/us-date.ts';

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
