import type { Answers, Situation, Standing } from './situation.ts';

/** Most re-evaluations for one party, and most ties that all of them together may pass over. */
const MOST_EVALUATIONS = 400;
const MOST_TIES = 100_000;
const LEAST_EVALUATIONS = 10;

/** Re-evaluates a situation with answers, so and so often; says afterwards whether that was enough. */
export interface Effort {
  /** Null when no evaluation is left. */
  readonly evaluate: (answers: Answers) => Standing | null;
  /** Is no evaluation left? */
  readonly isSpent: () => boolean;
  /** To be called where something was left out for another reason. */
  readonly leaveOut: () => void;
  readonly isComplete: () => boolean;
}

/** Bounded work for any size of party: fewer evaluations where each costs more. */
export function boundedEffort(situation: Situation): Effort {
  const affordable = Math.floor(MOST_TIES / (situation.ties.length + 1));
  let left = Math.max(LEAST_EVALUATIONS, Math.min(MOST_EVALUATIONS, affordable));
  let complete = true;
  return {
    evaluate: (answers) => {
      if (left === 0) {
        complete = false;
        return null;
      }
      left -= 1;
      return situation.evaluate(answers);
    },
    isSpent: () => left === 0,
    leaveOut: () => {
      complete = false;
    },
    isComplete: () => complete,
  };
}
