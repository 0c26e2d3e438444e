import type { Regulation } from '../../regulation/read.ts';
import { divestmentsOf } from './divestment.ts';
import { boundedEffort } from './effort.ts';
import type { Sensitivity } from './question.ts';
import { questionsOf } from './questions.ts';
import { type SituationRequest, situationOf } from './situation.ts';
import { smallestSet } from './smallest-set.ts';
import type { OwnershipFacts } from './upstream.ts';

/**
 * What decides the outcome of one party on one day under one regime: for a captured one the fewest holdings that
 * suffice and the smallest divestments that end it, for an undecided one or a near miss the questions that settle it.
 *
 * Found by evaluating the rule again with other facts (Supp. No. 8 to Part 744; OFAC FAQ 401 and 402), never by a
 * formula of its own; the work is bounded, and `complete` says when it was cut.
 */
export function sensitivityOf(
  facts: OwnershipFacts,
  request: SituationRequest,
  { lists }: Pick<Regulation, 'lists'>,
): Sensitivity {
  const { regime } = request;
  const situation = situationOf(facts, request);
  if (!situation) return NOTHING;
  const base = situation.evaluate({});
  if (situation.isAtHome && base.outcome === 'not-captured')
    return { ...NOTHING, notes: [regime.exemptNote] };
  const effort = boundedEffort(situation);
  const search = { situation, base, effort };
  const titles = new Map(lists.map(({ id, title }) => [id, title]));
  const questions = questionsOf(search, titles);
  const isCaptured = base.outcome === 'captured';
  const suffices = isCaptured ? smallestSet(situation, base) : null;
  const divestment = isCaptured ? divestmentsOf(search) : [];
  const complete = effort.isComplete();
  const notes = isCaptured && regime.divestmentNote !== undefined ? [regime.divestmentNote] : [];
  return { outcome: base.outcome, suffices, questions, divestment, complete, notes };
}

const NOTHING: Sensitivity = {
  outcome: 'not-captured',
  suffices: null,
  questions: [],
  divestment: [],
  complete: true,
  notes: [],
};
