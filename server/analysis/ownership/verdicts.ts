import type { Regulation } from '../../regulation/read.ts';
import type { Verdict } from '../verdict.ts';
import { createOwnershipIndex, type OwnershipFacts } from './ownership-index.ts';

/**
 * Every verdict of every party under every regime, with its interval, arithmetic and notes.
 *
 * A party without a verdict over some days is `not-captured` then, with no restricted owner known. Ownership
 * cascades, nothing is multiplied (Supplement No. 8 to 15 CFR Part 744; OFAC FAQ 401).
 */
export function ownershipVerdicts(facts: OwnershipFacts, regulation: Regulation): Verdict[] {
  return createOwnershipIndex(facts, regulation).allVerdicts();
}
