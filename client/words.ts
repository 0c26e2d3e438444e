import type { Confidence, Level, Outcome, Precision } from '../server/wire/common.ts';

/** How things are said everywhere in the client. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a party is, as far as its sources say. */
export function kindWord(kind: string): string {
  return kind === 'unknown' ? 'kind not stated' : kind;
}

/** `2024-12-02` as `2 Dec 2024`. */
export function day(date: string): string {
  const [year, month, number] = date.split('-').map(Number);
  return `${number} ${MONTHS[(month ?? 1) - 1] ?? '?'} ${year}`;
}

/** A date no more exactly than its source gives it: `2 Dec 2024`, `Dec 2024`, `2024`. */
export function dateAs(date: string, precision: Precision): string {
  const [number, month, year] = day(date).split(' ');
  if (precision === 'year') return year ?? date;
  return precision === 'month' ? `${month} ${year}` : `${number} ${month} ${year}`;
}

/** The same in ISO 8601, for columns that sort: `2024-12-02`, `2024-12`, `2024`. */
export function isoAs(date: string, precision: Precision): string {
  return date.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
  readonly fromPrecision?: Precision;
  readonly toPrecision?: Precision;
}

/** An interval, `to` exclusive: `2 Dec 2024 – 10 Nov 2025`, `since Dec 2024`, `first day unknown`. */
export function period({ from, to, fromPrecision = 'day', toPrecision = 'day' }: Period): string {
  const [start, end] = [dateAs(from ?? '', fromPrecision), dateAs(to ?? '', toPrecision)];
  if (from === null) return to === null ? 'first day unknown' : `first day unknown, until ${end}`;
  return to === null ? `since ${start}` : `${start} – ${end}`;
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  listed: 'Listed',
  captured: 'Captured',
  'cannot-exclude': 'Cannot exclude',
  circular: 'Circular',
  'not-captured': 'Not captured',
};

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  restricted: 'Restricted',
  'red-flag': 'Red flag',
  'cannot-exclude': 'Cannot exclude',
  lead: 'Lead',
  information: 'Information',
};

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  verified: 'verified',
  secondary: 'second hand',
  reported: 'reported only',
  inferred: 'recalled, not read',
};

/** What each confidence means, for tooltips. */
export const CONFIDENCE_MEANINGS: Readonly<Record<Confidence, string>> = {
  verified: 'Read in the primary text or the page named.',
  secondary: 'Read in somebody else’s account of it, or derived from one.',
  reported: 'A single or low-authority report: a lead, never a flag by itself.',
  inferred: 'Recalled or carried on, not read in any source: shown, and raises nothing by itself.',
};

export const NEVER_ADVICE = 'Interlock shows the rule, the facts and the arithmetic. It is not legal advice.';
