import { CONFIDENCES } from '../../facts/confidence.ts';
import type { ShortestWays } from './shortest-ways.ts';

/** The rest of a path, from a place to the end: places and ties in order, without the place itself. */
export interface Way {
  readonly places: readonly number[];
  readonly ties: readonly number[];
  /** Greatest doubt, that of the path before it included. */
  readonly worst: number;
  /** Sum of the doubts of its own ties. */
  readonly sum: number;
}

export interface WayQuestion {
  readonly place: number;
  /** Things that the first step may not lead to. */
  readonly barredSteps: readonly number[];
  /** Greatest doubt on the path before. */
  readonly worst: number;
}

/** A sum for places from which the end is not reached. */
const NEVER = 0x7fff_ffff;

/**
 * The best of the shortest ways on from a place: the one whose weakest tie is the most certain, then the one with the
 * least sum of doubts, then the one whose things come first. Exact, because each of these is settled before the next:
 * with the greatest doubt fixed, sums are shortest ways over a graph without circles, and so are the firsts among them.
 */
export function bestWay(ways: ShortestWays, question: WayQuestion): Way | null {
  for (let worst = question.worst; worst < CONFIDENCES.length; worst += 1) {
    const sums = sumsUpTo(ways, worst);
    const first = bestStep(ways, { ...question, sums, worst });
    if (first !== -1) return follow(ways, first, { sums, worst });
  }
  return null;
}

interface Choice {
  readonly sums: Int32Array;
  readonly worst: number;
}

/** Least sum of doubts from every place to the end, over ties of no greater doubt than `worst`. */
function sumsUpTo(ways: ShortestWays, worst: number): Int32Array {
  const known = ways.sums[worst];
  if (known) return known;
  const sums = new Int32Array(ways.things.length).fill(NEVER);
  sums[ways.end] = 0;
  for (const place of ways.order) {
    for (let step = ways.start[place] ?? 0; step < (ways.start[place + 1] ?? 0); step += 1) {
      const sum = sumOver(ways, step, { sums, worst });
      if (sum < (sums[place] ?? 0)) sums[place] = sum;
    }
  }
  ways.sums[worst] = sums;
  return sums;
}

function sumOver({ doubts, target }: ShortestWays, step: number, { sums, worst }: Choice): number {
  const doubt = doubts[step] ?? 0;
  const rest = sums[target[step] ?? 0] ?? NEVER;
  return doubt > worst || rest === NEVER ? NEVER : doubt + rest;
}

/** The step with the least sum, to the first thing among equals; -1 when none leads to the end. */
function bestStep(
  ways: ShortestWays,
  { place, barredSteps, ...choice }: Choice & Omit<WayQuestion, 'worst'>,
): number {
  const [first, end] = [ways.start[place] ?? 0, ways.start[place + 1] ?? 0];
  if (end - first > MANY && barredSteps.length < FEW) {
    const few = fewBest(ways, place, choice);
    return few.find((step) => !barredSteps.includes(thingOf(ways, step))) ?? -1;
  }
  let best = -1;
  for (let step = first; step < end; step += 1)
    if (isBetter(ways, step, best, choice) && !barredSteps.includes(thingOf(ways, step))) best = step;
  return best;
}

/** Hubs have more steps than this: the best few are then sought once, not again for each path. */
const MANY = 64;
const FEW = 32;

/** The best `FEW` steps from a place, in order. */
function fewBest(ways: ShortestWays, place: number, choice: Choice): readonly number[] {
  const key = place * CONFIDENCES.length + choice.worst;
  const known = ways.fewBest.get(key);
  if (known) return known;
  const few: number[] = [];
  for (let step = ways.start[place] ?? 0; step < (ways.start[place + 1] ?? 0); step += 1) {
    if (!isBetter(ways, step, few.length < FEW ? -1 : (few[FEW - 1] ?? -1), choice)) continue;
    let at = few.length;
    while (at > 0 && isBetter(ways, step, few[at - 1] ?? -1, choice)) at -= 1;
    few.splice(at, 0, step);
    few.length = Math.min(few.length, FEW);
  }
  ways.fewBest.set(key, few);
  return few;
}

function thingOf({ things, target }: ShortestWays, step: number): number {
  return things[target[step] ?? 0] ?? -1;
}

/** Does a step lead to the end with a smaller sum than another, or to an earlier thing with the same? -1 is none. */
function isBetter(ways: ShortestWays, step: number, than: number, choice: Choice): boolean {
  const sum = sumOver(ways, step, choice);
  if (sum === NEVER || than === -1) return sum !== NEVER;
  const other = sumOver(ways, than, choice);
  return sum === other ? thingOf(ways, step) < thingOf(ways, than) : sum < other;
}

function follow(ways: ShortestWays, first: number, choice: Choice): Way {
  const places: number[] = [];
  const ties: number[] = [];
  let sum = 0;
  for (let step = first; step !== -1; ) {
    const place = ways.target[step] ?? 0;
    places.push(place);
    ties.push(ways.ties[step] ?? 0);
    sum += ways.doubts[step] ?? 0;
    step = place === ways.end ? -1 : bestStep(ways, { place, barredSteps: [], ...choice });
  }
  return { places, ties, worst: choice.worst, sum };
}
