import Fraction from 'fraction.js';
import { makeShare, type Share, type ShareBounds, showShare } from '../../facts/share.ts';
import type { CaseBuilder, daysOf, Place } from './case-builder.ts';

/** A right that one party has over another, over some days. */
export interface Right {
  readonly holder: string;
  readonly company: string;
  readonly days: ReturnType<typeof daysOf>;
  readonly note: string;
}

/**
 * Voting rights are no shares. More than half of the votes is control (EU Best Practices of 3 July 2024, criteria of
 * control; UK sanctions regulations: more than 50 % of the votes). A range that may and may not be more than half gives a
 * control link marked `inferred`, which counts only towards "cannot exclude". At most half is an affiliation.
 *
 * @param bounds percent; undefined when not stated
 */
export function addVotes(
  build: CaseBuilder,
  place: Place,
  right: Right,
  bounds: string | number | ShareBounds | undefined,
): void {
  const share = shareOrNull(bounds);
  if (share === null) {
    build.aside(place, ['share', bounds], 'is no range of percentages', 'Report it to the register.');
    return;
  }
  const note = sentence(`Voting rights: ${showShare(share)}.`, right.note);
  const kind = majority(share);
  if (kind === 'no')
    build.affiliation(place, {
      a: right.holder,
      b: right.company,
      kind: 'voting-rights-minority',
      note,
      ...right.days,
    });
  else addControl(build, place, { ...right, note }, { kind: 'voting-rights', isCertain: kind === 'yes' });
}

/** A control link; one that the register's words allow and do not prove is marked `inferred`. */
export function addControl(
  build: CaseBuilder,
  place: Place,
  { holder, company, days, note }: Right,
  { kind, isCertain }: { readonly kind: string; readonly isCertain: boolean },
): void {
  const doubt = isCertain ? '' : 'That this is control is an inference: the register does not say it.';
  build.control(place, {
    ...{ controller: holder, controlled: company, kind, ...days },
    ...(isCertain ? {} : { confidence: 'inferred' }),
    ...noteField(sentence(note, doubt)),
  });
}

/** Sentences with one blank between them. */
export function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** As a field of a row; none when there is nothing to say. */
export function noteField(note: string): { readonly note?: string } {
  return note === '' ? {} : { note: note.slice(0, 10_000) };
}

function shareOrNull(bounds: string | number | ShareBounds | undefined): Share | null {
  try {
    return makeShare(bounds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function majority(share: Share): 'yes' | 'no' | 'maybe' {
  const least = new Fraction(share.min).compare(50);
  if (least > 0 || (least === 0 && share.minExclusive)) return 'yes';
  return new Fraction(share.max).compare(50) <= 0 ? 'no' : 'maybe';
}
