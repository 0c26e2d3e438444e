import { showSum } from '../../facts/share.ts';
import type { Outcome, Step, Verdict } from '../verdict.ts';

/** Outcomes as the middle of a sentence. `not captured` is never called clear or safe. */
const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  listed: 'listed',
  captured: 'captured',
  'cannot-exclude': 'cannot be excluded',
  circular: 'held in a circle',
  'not-captured': 'not captured',
};

const UNSURE = {
  verified: '',
  secondary: '',
  reported: ', reported only',
  inferred: ', recalled and not read',
} as const;

/** One line of the arithmetic as a sentence that stands by itself in a file. */
export function stepText(
  line: Omit<Step, 'text'>,
  names: { readonly party: string; readonly owner: string },
): string {
  const owner = `${names.owner} (${OUTCOME_WORDS[line.ownerOutcome]})`;
  const mark = UNSURE[line.confidence];
  if (line.tie === 'control')
    return `${owner} controls ${names.party}${mark}; control counts under this regime.`;
  if (line.tie === 'branch') return `${names.party} is a branch of ${owner}, the same legal person${mark}.`;
  const share = line.share === '?' ? 'an unknown share' : line.share;
  return `${owner} holds ${share} of ${names.party}${mark}; sum ${line.sum}${thresholdText(line)}.`;
}

function thresholdText({ threshold, inclusive, reaches }: Omit<Step, 'text'>): string {
  if (threshold === null) return '; no share captures under this regime';
  const limit = inclusive ? `${threshold} % or more` : `more than ${threshold} %`;
  const verdict = { yes: 'reached', perhaps: 'cannot be excluded', no: 'not reached' }[reaches];
  return `; ${limit}: ${verdict}`;
}

/** Who holds the party directly, as the middle of a sentence: `Wingtech Technology Co., Ltd. (listed) 100 %`. */
export function heldBy(steps: readonly Step[], party: string, nameOf: (id: string) => string): string {
  const own = steps.filter((step) => step.party === party);
  return own
    .map((step) => `${nameOf(step.owner)} (${OUTCOME_WORDS[step.ownerOutcome]}) ${tieWords(step)}`)
    .join('; ');
}

function tieWords(step: Step): string {
  if (step.tie === 'control') return 'by control';
  return step.tie === 'branch' ? 'as a branch' : step.share;
}

type Held = Pick<Verdict, 'shareMin' | 'shareMax' | 'shareMinExclusive' | 'shareMaxExclusive'>;

/** What restricted owners hold together: `20 %`, `5 to 45 %`, `more than 25 %, at most 50 %`. */
export function heldShare({ shareMin, shareMax, shareMinExclusive, shareMaxExclusive }: Held): string {
  return showSum({
    ...{ min: shareMin, max: shareMax },
    ...{ minExclusive: shareMinExclusive, maxExclusive: shareMaxExclusive },
  });
}
