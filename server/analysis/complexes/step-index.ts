import type { Facts } from '../../facts/facts.ts';
import type { ComplexGrading } from '../../regulation/complex-shape.ts';
import { pausing, type Work } from '../../work.ts';
import { officeSteps } from './group-steps.ts';
import { byPair, pairSteps } from './holding-steps.ts';
import type { ComplexStep } from './step.ts';
import { tieSteps } from './tie-steps.ts';

/** Pairs of owner and owned between two pauses. */
const PAIRS_BETWEEN_PAUSES = 200;

/** Steps one after the other; null is a pause. */
export type StepsFrom = (party: string) => Iterable<ComplexStep | null>;

/**
 * The steps that lead from a party to another over one tie. They are made when a search comes by, and kept: of a
 * large register it comes by a small part.
 */
export function* stepIndex(facts: Facts, grading: ComplexGrading): Work<StepsFrom> {
  const holdings = yield* byEnds(facts.holdings, ({ owner, owned }) => [owner, owned]);
  const controls = yield* byEnds(facts.controls, ({ controller }) => [controller]);
  const investments = yield* byEnds(facts.investments, ({ investor }) => [investor]);
  const affiliations = yield* byEnds(facts.affiliations, ({ a, b }) => [a, b]);
  const officers = yield* byEnds(facts.officers, ({ party }) => [party]);
  const known = new Map<string, readonly ComplexStep[]>();
  return function* stepsFrom(party) {
    const before = known.get(party);
    if (before) return yield* before;
    const ties = {
      controls: controls.get(party) ?? [],
      investments: investments.get(party) ?? [],
      affiliations: affiliations.get(party) ?? [],
      officers: officers.get(party) ?? [],
    };
    const steps: ComplexStep[] = [];
    for (const [at, rows] of byPair(holdings.get(party) ?? []).entries()) {
      steps.push(...pairSteps(rows, grading).filter(({ a }) => a === party));
      if (at % PAIRS_BETWEEN_PAUSES === PAIRS_BETWEEN_PAUSES - 1) yield null;
    }
    const others = [...tieSteps(ties, grading), ...officeSteps(ties, grading)];
    steps.push(...others.filter(({ a }) => a === party));
    known.set(party, steps);
    yield* steps;
  };
}

function* byEnds<T>(facts: readonly T[], endsOf: (fact: T) => readonly string[]): Work<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  yield* pausing(facts, (fact) => {
    for (const end of endsOf(fact)) {
      const group = groups.get(end);
      if (group) group.push(fact);
      else groups.set(end, [fact]);
    }
  });
  return groups;
}
