import type { Facts } from '../facts/facts.ts';
import type { Regulation } from '../regulation/read.ts';
import type { JoinedFacility, NodeContradiction, NodePeriod } from './facilities/joined.ts';
import { nodeContradictions } from './facilities/node-contradictions.ts';
import { nodePeriods } from './facilities/node-periods.ts';
import { joinedFacilities } from './facilities/one-facility.ts';
import { holdingFindings } from './ownership/data-findings.ts';
import { createOwnershipIndex } from './ownership/ownership-index.ts';
import type { DataFinding, Verdict } from './verdict.ts';

/** What follows from the facts under the dated data of the law. Nothing in it is a fact (design D3). */
export interface Conclusions {
  readonly verdicts: readonly Verdict[];
  readonly joined: readonly JoinedFacility[];
  readonly nodePeriods: readonly NodePeriod[];
  readonly nodeContradictions: readonly NodeContradiction[];
  readonly dataFindings: readonly DataFinding[];
}

/** Draws all conclusions. Pure: no database, no clock. */
export function analyse(facts: Facts, regulation: Regulation): Conclusions {
  const ownership = createOwnershipIndex(facts, regulation);
  return {
    verdicts: ownership.allVerdicts(),
    joined: joinedFacilities(facts, regulation),
    nodePeriods: nodePeriods(facts, regulation.advancedNode),
    nodeContradictions: nodeContradictions(facts, regulation.advancedNode),
    dataFindings: holdingFindings(ownership.graph),
  };
}
