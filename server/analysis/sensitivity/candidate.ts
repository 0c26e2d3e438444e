import type { Outcome } from '../verdict.ts';
import type { Effort } from './effort.ts';
import type { Limit } from './limits.ts';
import type { Answers } from './situation.ts';
import type { Tie } from './ties.ts';
import { together, type Unknown } from './unknowns.ts';

/** One thing to be asked: whether holdings of one party reach a limit together, or whether something is so. */
export type Part =
  | { readonly kind: 'share'; readonly ties: readonly Tie[]; readonly limit: Limit }
  | { readonly kind: 'fact'; readonly unknown: Exclude<Unknown, { kind: 'share' }> }
  | { readonly kind: 'unrecorded'; readonly party: number; readonly limit: Limit }
  | { readonly kind: 'other-control'; readonly party: number; readonly owners: readonly number[] };

/** A part with the facts as they would be after each answer. */
export interface AskedPart {
  readonly part: Part;
  readonly yes: Answers;
  readonly no: Answers;
}

/** Parts asked as one question, with what follows from `yes` and from `no`. */
export interface Candidate {
  readonly asked: readonly AskedPart[];
  /** Is it `yes` when all parts are so, or when any is? */
  readonly when: 'all' | 'any';
  readonly yes: Outcome;
  readonly no: Outcome;
}

/** Numbers that tell the facts of a candidate from those of another. */
export function factsAsked({ asked }: Pick<Candidate, 'asked'>): string[] {
  return asked.flatMap(({ part }) => {
    if (part.kind === 'share') return part.ties.map(({ number }) => `tie ${number}`);
    if (part.kind === 'fact') return [keyOf(part.unknown)];
    return [`${part.kind} ${part.party}`];
  });
}

export function keyOf(unknown: Unknown): string {
  return unknown.kind === 'listing' ? `listing ${unknown.entry.listing.id}` : `tie ${unknown.tie.number}`;
}

/** How far an outcome is from `not-captured`. */
const GRAVITY: readonly Outcome[] = ['not-captured', 'circular', 'cannot-exclude', 'captured', 'listed'];

/** Does the outcome bind? */
export function isBound(outcome: Outcome): boolean {
  return outcome === 'captured' || outcome === 'listed';
}

/** The graver of some outcomes. */
function gravest(outcomes: readonly Outcome[]): Outcome {
  const places = outcomes.map((outcome) => GRAVITY.indexOf(outcome));
  return GRAVITY[Math.max(0, ...places)] ?? 'not-captured';
}

/**
 * Works out what follows from the answers to parts that are `yes` together. `No` means that at least one of them is
 * not so, which leaves the gravest of what each `no` leaves.
 *
 * @returns null when neither answer settles anything, or no evaluation is left
 */
export function judge(effort: Effort, asked: readonly AskedPart[]): Candidate | null {
  const yes = effort.evaluate(together(asked.map((each) => each.yes)))?.outcome;
  const noes = asked.map((each) => effort.evaluate(each.no)?.outcome);
  const known = noes.filter((outcome) => outcome !== undefined);
  if (yes === undefined || known.length < asked.length) return null;
  const no = gravest(known);
  return isBound(yes) || no === 'not-captured' ? { asked, when: 'all', yes, no } : null;
}
