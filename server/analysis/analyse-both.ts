import type { Facts } from '../facts/facts.ts';
import { projectOwnership } from '../projection/ownership-graph.ts';
import type { Regulation } from '../regulation/read.ts';
import type { Conclusions } from './analyse.ts';
import { nodeContradictions } from './facilities/node-contradictions.ts';
import { nodePeriods } from './facilities/node-periods.ts';
import { joinedFacilities } from './facilities/one-facility.ts';
import { holdingFindings } from './ownership/data-findings.ts';
import { joinParts, type OwnershipPart, ownershipParts } from './ownership/parts.ts';
import { ownershipVerdicts } from './ownership/verdicts.ts';
import type { Verdict } from './verdict.ts';

/**
 * Draws all conclusions of two bodies of facts that differ in little: what `analyse` draws of each, with the verdicts of
 * components that are the same on both sides drawn once. Verdicts come in no particular order. Pure.
 */
export function analyseBoth(before: Facts, after: Facts, regulation: Regulation): [Conclusions, Conclusions] {
  const [former, later] = [ownershipParts(before, ''), ownershipParts(after, '')];
  const there = new Set(former.map(({ hash }) => hash));
  const both = new Set(later.map(({ hash }) => hash).filter((hash) => there.has(hash)));
  const isShared = ({ hash }: OwnershipPart): boolean => both.has(hash);
  const shared = ownershipVerdicts(joinParts(later.filter(isShared)), regulation);
  const sides = [[before, former] as const, [after, later] as const] as const;
  const drawn = ([facts, parts]: readonly [Facts, readonly OwnershipPart[]]): Conclusions => {
    const own = parts.filter((part) => !isShared(part));
    return conclusionsOf(facts, [...shared, ...ownershipVerdicts(joinParts(own), regulation)], regulation);
  };
  return [drawn(sides[0]), drawn(sides[1])];
}

function conclusionsOf(facts: Facts, verdicts: readonly Verdict[], regulation: Regulation): Conclusions {
  return {
    verdicts,
    joined: joinedFacilities(facts, regulation),
    nodePeriods: nodePeriods(facts, regulation.advancedNode),
    nodeContradictions: nodeContradictions(facts, regulation.advancedNode),
    dataFindings: holdingFindings(projectOwnership(facts)),
  };
}
