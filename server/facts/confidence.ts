/**
 * How sure a source is of a fact, strongest first.
 *
 * `verified` was read in the primary text, `secondary` in somebody's account of it, `reported` is a single or
 * low-authority report, `inferred` was recalled or derived and never read. Design D10: the last two raise no red
 * flag by themselves; `reported` gives a lead, `inferred` is only shown.
 */
export const CONFIDENCES = ['verified', 'secondary', 'reported', 'inferred'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/** What an analyst states without a mark is taken as stated. */
export const DEFAULT_CONFIDENCE: Confidence = 'verified';

/** True when a fact of this confidence may, by itself, make somebody restricted or raise a red flag. */
export function isFirm(confidence: Confidence): boolean {
  return confidence === 'verified' || confidence === 'secondary';
}

/** The less sure of the given confidences; `verified` when there are none. */
export function weakest(confidences: Iterable<Confidence>): Confidence {
  let index = 0;
  for (const confidence of confidences) index = Math.max(index, CONFIDENCES.indexOf(confidence));
  return CONFIDENCES[index] ?? 'inferred';
}
