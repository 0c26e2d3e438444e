import type { Sensitivity } from '../../analysis/sensitivity/question.ts';
import { sensitivityOf } from '../../analysis/sensitivity/sensitivity.ts';
import type { SituationRequest } from '../../analysis/sensitivity/situation.ts';
import type { OwnershipFacts } from '../../analysis/sensitivity/upstream.ts';
import type { Regulation } from '../../regulation/read.ts';

/** What would change a verdict: the question, and the facts above the party. */
export interface QuestionsInput {
  readonly facts: OwnershipFacts;
  readonly request: SituationRequest;
  readonly lists: Regulation['lists'];
}

export function questionsJob({ facts, request, lists }: QuestionsInput): Sensitivity {
  return sensitivityOf(facts, request, { lists });
}
