import { TIE, TIE_CODES, TIE_WEAK } from '../../projection/flat-ownership.ts';
import type { RegimeTest } from '../../regulation/read.ts';

/**
 * Which bound of every share is used. `firm-upper` is `upper` without reported and inferred facts: what it does
 * not reach and `upper` does is undecided only because of them.
 */
export type Bound = 'lower' | 'upper' | 'firm-upper';

/** What a tie to a restricted owner does: nothing, add its share, or make the owned party restricted by itself. */
export const POWER = { none: 0, share: 1, whole: 2 } as const;

type TieTest = Pick<RegimeTest, 'control' | 'branches'>;

/** The power of every tie under a test and bound, by its byte in the flat arrays. */
export function tiePowers(test: TieTest, bound: Bound): Uint8Array {
  return Uint8Array.from({ length: TIE_CODES }, (_, code) => {
    const isWeak = (code & TIE_WEAK) !== 0;
    const kind = code & ~TIE_WEAK;
    if (kind === TIE.holding) return isWeak && bound === 'firm-upper' ? POWER.none : POWER.share;
    if (isWeak && bound !== 'upper') return POWER.none;
    return counts(kind, test, bound) ? POWER.whole : POWER.none;
  });
}

function counts(kind: number, test: TieTest, bound: Bound): boolean {
  if (kind === TIE.control) return test.control;
  if (test.branches === 'all' || kind === TIE.branchAtHome) return true;
  // Where either country is not known, the branch may well be in the same one.
  return kind === TIE.branch && bound !== 'lower';
}
