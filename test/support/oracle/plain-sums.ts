import type { Situation } from '../../../server/analysis/sensitivity/situation.ts';
import type { Tie } from '../../../server/analysis/sensitivity/ties.ts';

/** The plain way beside `server/analysis/sensitivity/limits.ts`: every sum passes over all owners anew. */
export function plainSums(situation: Situation, party: number, members: Uint8Array) {
  const sum = (part: (tie: Tie) => bigint): bigint =>
    situation
      .above(party)
      .filter(({ kind }) => kind === 'holding')
      .reduce((total, tie) => total + part(tie), 0n);
  const counts = (tie: Tie, without: ReadonlySet<number>): boolean =>
    members[tie.owner] === 1 && !without.has(tie.number);
  return {
    atLeast: (without: ReadonlySet<number>) => sum((tie) => (counts(tie, without) ? tie.min : 0n)),
    atMost: (without: ReadonlySet<number>) => sum((tie) => (counts(tie, without) ? tie.max : 0n)),
    room: (ties: ReadonlySet<number>) => {
      if (sum(({ min }) => min) > situation.whole) return null;
      return situation.whole - sum((tie) => (ties.has(tie.number) ? 0n : tie.min));
    },
  };
}
