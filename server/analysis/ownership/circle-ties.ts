import { type FlatOwnership, TIE_CODES, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import type { OwnersFirst } from './owners-first.ts';

/**
 * The ties inside circles, circle by circle, with members counted from the start of theirs. They are few, and each test
 * asks for all of them.
 */
export interface CircleTies {
  /** Where each circle starts in the order, and how many members it has. */
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
  /** `first[n]` to `first[n + 1]` are the ties of circle `n`, sorted by owner. */
  readonly first: Int32Array;
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  /** The byte of the tie. */
  readonly code: Uint8Array;
  readonly max: TickArray;
}

/** Finds the ties inside circles, in time linear in the ties of their members. */
export function circleTies(flat: FlatOwnership, order: OwnersFirst, place: Int32Array): CircleTies {
  const starts = order.circles;
  const sizes = Int32Array.from(starts, (start) => sizeAt(order, start));
  const [first, ties] = [[0], [] as number[]];
  for (const [n, start] of starts.entries()) {
    for (let at = start; at < start + (sizes[n] ?? 0); at += 1)
      for (const tie of tiesInside(flat, order, order.order[at] ?? 0)) ties.push(tie);
    first.push(ties.length);
  }
  const inside = (party: number): number => (place[party] ?? 0) - (order.start[party] ?? 0);
  const max = tickArray(ties.length, flat.whole, flat.maxOwners);
  for (const [at, tie] of ties.entries()) max[at] = flat.max[tie] ?? 0;
  return {
    ...{ starts, sizes, max, first: Int32Array.from(first) },
    owner: Int32Array.from(ties, (tie) => inside(flat.owner[tie] ?? 0)),
    owned: Int32Array.from(ties, (tie) => inside(flat.owned[tie] ?? 0)),
    code: Uint8Array.from(ties, (tie) => (flat.tie[tie] ?? 0) & (TIE_CODES - 1)),
  };
}

function sizeAt({ order, start }: OwnersFirst, first: number): number {
  let end = first + 1;
  while (end < order.length && start[order[end] ?? 0] === first) end += 1;
  return end - first;
}

/** The ties down from a party to its circle. */
function tiesInside({ down, owned }: FlatOwnership, { start }: OwnersFirst, party: number): number[] {
  const ties: number[] = [];
  for (let tie = down[party] ?? 0; tie < (down[party + 1] ?? 0); tie += 1)
    if (start[owned[tie] ?? 0] === start[party]) ties.push(tie);
  return ties;
}
