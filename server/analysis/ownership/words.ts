import type { Control, Holding } from '../../facts/facts.ts';
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

/** What a line is told of beside its numbers. */
interface ToldTie {
  readonly party: string;
  readonly owner: string;
  /** Is the owner listed, and nobody recorded since when? */
  readonly isListedSinceUnknown: boolean;
  readonly rows: readonly (Holding | Control)[];
}

/**
 * Rows of one owner about one party are claims about one holding, whatever kind each gives it: the rules add up what
 * several owners hold (Supplement No. 8 to Part 744), and a register that counts two holdings of one owner states them
 * in one row. Whoever reads the line is told.
 */
function claimsText(rows: readonly (Holding | Control)[]): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  if (kinds.length < 2) return '';
  return ` Stated as ${kinds.join(' and as ')}: read as claims about one holding, not added up; if they are several holdings, state their sum in one row.`;
}

/** One line of the arithmetic as a sentence that stands by itself in a file. */
export function stepText(line: Omit<Step, 'text'>, { rows, ...names }: ToldTie): string {
  const since = names.isListedSinceUnknown ? ', first day unknown' : '';
  const owner = `${names.owner} (${OUTCOME_WORDS[line.ownerOutcome]}${since})`;
  const mark = UNSURE[line.confidence];
  if (line.tie === 'control')
    return `${owner} controls ${names.party}${mark}; control counts under this regime.`;
  if (line.tie === 'branch') return `${names.party} is a branch of ${owner}, the same legal person${mark}.`;
  const share = line.share === '?' ? 'an unknown share' : line.share;
  return `${owner} holds ${share} of ${names.party}${mark}; sum ${line.sum}${thresholdText(line)}.${claimsText(rows)}`;
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
