import type { Facts } from '../facts/facts.ts';
import { changedGroups } from '../projection/changed-groups.ts';
import type { Regulation } from '../regulation/read.ts';
import { analyse, type Conclusions } from './analyse.ts';

/** Some facts, and what was concluded from these alone. */
export interface Analysed {
  readonly facts: Facts;
  readonly conclusions: Conclusions;
}

/**
 * Draws the conclusions of two bodies of facts, of each from what can bear on a difference between them: all else is the
 * same on both sides, conclusions too, and left out. Pure.
 */
export function analyseDifference(
  before: Facts,
  after: Facts,
  regulation: Regulation,
): readonly [Analysed, Analysed] {
  const [former, later] = changedGroups(before, after);
  return [
    { facts: former, conclusions: analyse(former, regulation) },
    { facts: later, conclusions: analyse(later, regulation) },
  ];
}
