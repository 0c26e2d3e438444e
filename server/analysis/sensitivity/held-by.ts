import type { Range, Situation } from './situation.ts';
import type { Tie } from './ties.ts';

type Sums = Map<number, Range>;

/** Sums by situation and by members; both never change once they are made, and the sums go with them. */
const known = new WeakMap<Situation, WeakMap<Uint8Array, Sums>>();

/** Stands for everybody, where no members are given. */
const EVERYBODY = new Uint8Array();

/**
 * What all members hold of a party, at the lower and at the upper bound. Added up once: questions ask for it again with
 * every owner, and a party may have ten thousand.
 *
 * @param members mask over the parties; null for everybody
 */
export function heldBy(situation: Situation, party: number, members: Uint8Array | null): Range {
  const byMembers = known.get(situation) ?? new WeakMap<Uint8Array, Sums>();
  known.set(situation, byMembers);
  const sums = byMembers.get(members ?? EVERYBODY) ?? new Map<number, Range>();
  byMembers.set(members ?? EVERYBODY, sums);
  const sum = sums.get(party) ?? addUp(situation, party, members);
  sums.set(party, sum);
  return sum;
}

/** Does the owner of a tie count? Everybody does where no members are given. */
export function isMember({ owner }: Tie, members: Uint8Array | null): boolean {
  return members === null || members[owner] === 1;
}

function addUp(situation: Situation, party: number, members: Uint8Array | null): Range {
  let [min, max] = [0n, 0n];
  for (const tie of situation.above(party)) {
    if (tie.kind !== 'holding' || !isMember(tie, members)) continue;
    min += tie.min;
    max += tie.max;
  }
  return { min, max };
}
