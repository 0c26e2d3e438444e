import type { CircleTies } from './circle-ties.ts';
import { isOdd, type SweptGraph } from './sweep-graph.ts';
import { POWER } from './tie-power.ts';

interface HoldingTest {
  /** Powers of ties in the upper bound, by their byte. */
  readonly powers: Uint8Array;
  readonly needed: number;
}

/**
 * Circles that could hold themselves up without anybody from outside, whatever the day: of these alone somebody can be
 * restricted whom no restricted owner reaches. Parties whose owners in the circle hold too little together are
 * dropped, until nothing changes.
 *
 * @returns the places where they start
 */
export function selfHolding(graph: SweptGraph, test: HoldingTest): number[] {
  const { circles } = graph;
  const most = circles.sizes.reduce((size, each) => Math.max(size, each), 0);
  const room = { held: new Float64Array(most), whole: new Int32Array(most), isGone: new Uint8Array(most) };
  const peel = { graph, circles, test, ...room, gone: [] };
  return Array.from(circles.starts).filter((_, circle) => isHeldUp(peel, circle));
}

/** Room for one circle after the other; members are counted from its start. */
interface Peel {
  readonly graph: SweptGraph;
  readonly circles: CircleTies;
  readonly test: HoldingTest;
  /** What members hold of each at most, and how many ties restrict it by themselves. */
  readonly held: Float64Array;
  readonly whole: Int32Array;
  readonly isGone: Uint8Array;
  /** Members that were dropped. */
  readonly gone: number[];
}

function isHeldUp(peel: Peel, circle: number): boolean {
  const { circles, gone } = peel;
  const size = circles.sizes[circle] ?? 0;
  const start = circles.starts[circle] ?? 0;
  const [first, end] = [circles.first[circle] ?? 0, circles.first[circle + 1] ?? 0];
  for (const room of [peel.held, peel.whole, peel.isGone]) room.fill(0, 0, size);
  gone.length = 0;
  for (let tie = first; tie < end; tie += 1) change(peel, tie, 1);
  for (let member = 0; member < size; member += 1) dropIfWeak(peel, member, start);
  for (const member of gone)
    for (let tie = firstOf(peel, member, first, end); tie < end && circles.owner[tie] === member; tie += 1) {
      change(peel, tie, -1);
      dropIfWeak(peel, circles.owned[tie] ?? 0, start);
    }
  return gone.length < size;
}

/** The first tie of a member among those of its circle: they are sorted by owner. */
function firstOf({ circles }: Peel, member: number, first: number, end: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((circles.owner[middle] ?? 0) < member) low = middle + 1;
    else high = middle;
  }
  return low;
}

function change({ circles, test, held, whole }: Peel, tie: number, sign: 1 | -1): void {
  const at = circles.owned[tie] ?? 0;
  const power = test.powers[circles.code[tie] ?? 0];
  if (power === POWER.share) held[at] = (held[at] ?? 0) + sign * (circles.max[tie] ?? 0);
  if (power === POWER.whole) whole[at] = (whole[at] ?? 0) + sign;
}

/** Shares with more digits than ticks hold are not summed here: such a party may always hold out. */
function dropIfWeak({ graph, test, held, whole, isGone, gone }: Peel, member: number, start: number): void {
  if (isGone[member] === 1 || (whole[member] ?? 0) > 0) return;
  if ((held[member] ?? 0) >= test.needed || isOdd(graph, start + member)) return;
  isGone[member] = 1;
  gone.push(member);
}
