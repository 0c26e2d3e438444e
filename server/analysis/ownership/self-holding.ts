import type { FlatOwnership } from '../../projection/flat-ownership.ts';
import { groupAt, type OwnersFirst } from './owners-first.ts';
import type { SweepScratch } from './sweep-scratch.ts';
import { POWER } from './tie-power.ts';

interface HoldingTest {
  /** Powers of ties in the upper bound, by their byte. */
  readonly powers: Uint8Array;
  readonly needed: number;
  readonly scratch: SweepScratch;
}

/**
 * Circles that could hold themselves up without anybody from outside, whatever the day: of these alone somebody can be
 * restricted whom no restricted owner reaches. Parties whose owners in the circle hold too little together are
 * dropped, until nothing changes.
 *
 * @returns where they start in the order
 */
export function selfHolding(flat: FlatOwnership, order: OwnersFirst, test: HoldingTest): number[] {
  const { held, first: whole, marks: isGone } = test.scratch;
  const peel: Peel = { flat, start: order.start, ...test, held, whole, isGone };
  return Array.from(order.circles).filter((place) => {
    const members = groupAt(order, place);
    const isHeldUp = peelCircle(peel, members);
    for (const party of members) {
      held[party] = 0;
      whole[party] = 0;
      isGone[party] = 0;
    }
    return isHeldUp;
  });
}

interface Peel extends HoldingTest {
  readonly flat: FlatOwnership;
  readonly start: Int32Array;
  /** What members of its circle hold of each party at most, and how many ties restrict it by themselves. */
  readonly held: Float64Array;
  readonly whole: Int32Array;
  readonly isGone: Uint8Array;
}

function peelCircle(peel: Peel, members: Int32Array): boolean {
  for (const party of members) for (const tie of tiesInside(peel, party)) change(peel, tie, 1);
  const gone = Array.from(members).filter((party) => isWeakest(peel, party));
  for (const party of gone) peel.isGone[party] = 1;
  for (const party of gone) for (const next of drop(peel, party)) gone.push(next);
  return gone.length < members.length;
}

/** Drops a party; gives those who then hold out no longer. */
function drop(peel: Peel, party: number): number[] {
  const fallen: number[] = [];
  for (const tie of tiesInside(peel, party)) {
    change(peel, tie, -1);
    const next = peel.flat.owned[tie] ?? 0;
    if (peel.isGone[next] === 1 || !isWeakest(peel, next)) continue;
    peel.isGone[next] = 1;
    fallen.push(next);
  }
  return fallen;
}

/** The ties down from a party to its circle. */
function tiesInside({ flat, start }: Peel, party: number): number[] {
  const ties: number[] = [];
  for (let tie = flat.down[party] ?? 0; tie < (flat.down[party + 1] ?? 0); tie += 1)
    if (start[flat.owned[tie] ?? 0] === start[party]) ties.push(tie);
  return ties;
}

function change({ flat, powers, held, whole }: Peel, tie: number, sign: 1 | -1): void {
  const owned = flat.owned[tie] ?? 0;
  const power = powers[flat.tie[tie] ?? 0];
  if (power === POWER.share) held[owned] = (held[owned] ?? 0) + sign * (flat.max[tie] ?? 0);
  if (power === POWER.whole) whole[owned] = (whole[owned] ?? 0) + sign;
}

/** Shares with more digits than ticks hold are not summed here: such a party may always hold out. */
function isWeakest({ flat, held, whole, needed }: Peel, party: number): boolean {
  return whole[party] === 0 && (held[party] ?? 0) < needed && flat.odd?.[party] !== 1;
}
