import type { Facts } from '../../facts/facts.ts';
import type { ComplexGrading } from '../../regulation/complex-shape.ts';
import { officeSteps } from './group-steps.ts';
import { holdingSteps } from './holding-steps.ts';
import type { ComplexStep } from './step.ts';
import { tieSteps } from './tie-steps.ts';

/**
 * The steps that lead from a party to another over one tie. They are made when a search comes by, and kept: of a
 * large register it comes by a small part.
 */
export function stepIndex(facts: Facts, grading: ComplexGrading): (party: string) => readonly ComplexStep[] {
  const holdings = byEnds(facts.holdings, ({ owner, owned }) => [owner, owned]);
  const controls = byEnds(facts.controls, ({ controller }) => [controller]);
  const investments = byEnds(facts.investments, ({ investor }) => [investor]);
  const affiliations = byEnds(facts.affiliations, ({ a, b }) => [a, b]);
  const officers = byEnds(facts.officers, ({ party }) => [party]);
  const known = new Map<string, readonly ComplexStep[]>();
  return (party) => {
    const before = known.get(party);
    if (before) return before;
    const ties = {
      holdings: holdings.get(party) ?? [],
      controls: controls.get(party) ?? [],
      investments: investments.get(party) ?? [],
      affiliations: affiliations.get(party) ?? [],
      officers: officers.get(party) ?? [],
    };
    const all = [...holdingSteps(ties, grading), ...tieSteps(ties, grading), ...officeSteps(ties, grading)];
    const steps = all.filter(({ a }) => a === party);
    known.set(party, steps);
    return steps;
  };
}

function byEnds<T>(facts: readonly T[], endsOf: (fact: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const fact of facts)
    for (const end of endsOf(fact)) {
      const group = groups.get(end);
      if (group) group.push(fact);
      else groups.set(end, [fact]);
    }
  return groups;
}
