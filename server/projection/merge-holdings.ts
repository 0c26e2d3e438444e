import Fraction from 'fraction.js';
import { isFirm } from '../facts/confidence.ts';
import { covers, type Interval } from '../facts/dates.ts';
import type { Holding } from '../facts/facts.ts';
import { type Share, UNKNOWN_SHARE } from '../facts/share.ts';

/**
 * What all rows about one owner and one owned party together say over one interval.
 *
 * Rows that overlap in time are claims about the same holding, not holdings to add up: the range is widened to
 * cover them all. A row without a share adds nothing to one that states it. Reported and inferred rows count in
 * the upper bound only (design D10): what is not confirmed makes nobody restricted, and excludes nobody either.
 */
export interface MergedHolding extends Interval {
  readonly rows: readonly Holding[];
  readonly share: Share;
  /** The same without what reported and inferred rows add to the upper bound. */
  readonly firmShare: Share;
  /** True when only reported or inferred rows say so. */
  readonly weak: boolean;
  /** True when firm rows state different shares for the same days. */
  readonly conflicting: boolean;
}

/** Merges the rows of one owner, one owned party and one kind of tie into pieces that do not overlap. */
export function mergeHoldings(rows: readonly Holding[]): MergedHolding[] {
  const first = rows[0];
  if (rows.length === 1 && first) return [mergeAt(rows, first)];
  return pieces(rows).flatMap((piece) => {
    const active = rows.filter((row) => overlaps(row, piece));
    return active.length === 0 ? [] : [mergeAt(active, piece)];
  });
}

function pieces(rows: readonly Holding[]): Interval[] {
  const edges = [...new Set(rows.flatMap((row) => [row.from, row.to]))];
  const dates = edges.filter((date) => date !== null).sort();
  const starts = [null, ...dates];
  return starts.map((from, index) => ({ from, to: dates[index] ?? null }));
}

function overlaps(row: Interval, piece: Interval): boolean {
  if (piece.from !== null) return covers(row, piece.from);
  return row.from === null;
}

function mergeAt(rows: readonly Holding[], { from, to }: Interval): MergedHolding {
  const firm = rows.filter((row) => isFirm(row.confidence));
  const firmStated = firm.filter((row) => row.share.stated);
  const weakStated = rows.filter((row) => !isFirm(row.confidence) && row.share.stated);
  const conflicting = new Set(firmStated.map((row) => boundsText(row.share))).size > 1;
  const weak = firm.length === 0;
  const share = combine(firmStated, weakStated, firm.length > 0);
  const firmShare = combine(firmStated, [], firm.length > 0);
  return { from, to, rows, share, firmShare, weak, conflicting };
}

function boundsText(share: Share): string {
  return `${share.minExclusive ? '(' : '['}${share.min},${share.max}${share.maxExclusive ? ')' : ']'}`;
}

function combine(firm: readonly Holding[], weak: readonly Holding[], anyFirm: boolean): Share {
  if (firm.length === 0 && (anyFirm || weak.length === 0)) return UNKNOWN_SHARE;
  const upper = [...firm, ...weak].map((row) => row.share).reduce(higherMax);
  if (firm.length === 0) return { ...upper, min: '0', minExclusive: false };
  const lower = firm.map((row) => row.share).reduce(lowerMin);
  return { ...upper, min: lower.min, minExclusive: lower.minExclusive };
}

function higherMax(a: Share, b: Share): Share {
  const order = new Fraction(a.max).compare(b.max);
  return order > 0 || (order === 0 && !a.maxExclusive) ? a : b;
}

function lowerMin(a: Share, b: Share): Share {
  const order = new Fraction(a.min).compare(b.min);
  return order < 0 || (order === 0 && !a.minExclusive) ? a : b;
}
