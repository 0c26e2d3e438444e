/** Calendar days as `YYYY-MM-DD` text, and the half-open intervals made of them. */

/** A validity interval: `from` inclusive, `to` exclusive, null where the end is unknown or open (design D4). */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

/** Everywhere and always. */
export const ALWAYS: Interval = { from: null, to: null };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Day numbers that stand for an unknown or open start and end in typed arrays. */
export const DAY_MIN = -0x8000_0000;
export const DAY_MAX = 0x7fff_ffff;

/** True for a day that exists in the calendar: `2024-02-29` yes, `2023-02-29` no. */
export function isDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days since 1970-01-01; null gives the number passed as `open`. */
export function toDay(date: string | null, open: number): number {
  return date === null ? open : Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date of a day number; the two open ends give null. */
export function fromDay(day: number): string | null {
  if (day === DAY_MIN || day === DAY_MAX) return null;
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Today by the calendar of this machine, which is as a rule also the browser's: the page and the server then mean the
 * same day by "today". The only clock the product reads for an as-of default.
 */
export function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** True when the interval covers the day. */
export function covers(interval: Interval, date: string): boolean {
  return (interval.from === null || interval.from <= date) && (interval.to === null || date < interval.to);
}

/** The days that all intervals share, or null when there are none. */
export function intersect(intervals: Iterable<Interval>): Interval | null {
  let from: string | null = null;
  let to: string | null = null;
  for (const each of intervals) {
    if (each.from !== null && (from === null || each.from > from)) from = each.from;
    if (each.to !== null && (to === null || each.to < to)) to = each.to;
  }
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** The parts of `whole` that none of the `holes` covers, in order. */
export function subtract(whole: Interval, holes: readonly Interval[]): Interval[] {
  let left: Interval[] = [whole];
  for (const hole of holes) left = left.flatMap((piece) => subtractOne(piece, hole));
  return left;
}

function subtractOne(piece: Interval, hole: Interval): Interval[] {
  if (intersect([piece, hole]) === null) return [piece];
  const parts: Interval[] = [];
  const before = hole.from === null ? null : intersect([piece, { from: null, to: hole.from }]);
  const after = hole.to === null ? null : intersect([piece, { from: hole.to, to: null }]);
  if (before) parts.push(before);
  if (after) parts.push(after);
  return parts;
}
