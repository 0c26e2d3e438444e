import { sizeOf } from '../../projection/id-table.ts';
import type { TieGraph } from '../../projection/tie-graph.ts';
import { isAllowed, type TieTest } from './filter.ts';
import { Marks, Numbering } from './marks.ts';
import { Side } from './side.ts';

/** One search for the shortest ways between two things. */
export interface Question {
  readonly from: number;
  readonly to: number;
  /** Things that no way may pass. */
  readonly barred: readonly number[];
  /** Things that the first step may not lead to. */
  readonly barredSteps: readonly number[];
  /** Most ties of a way; more than `LONGEST` are not looked for. */
  readonly maxLength: number;
  readonly test: TieTest;
}

/** Steps that searches may still look at or keep, all together. */
export interface Work {
  left: number;
}

/** More ties than this no way has: the levels of both sides have to fit into one mark. */
const LONGEST = 30;
const BACKWARD = 32;
const BARRED = 63;

/** What a search works with: made once for a graph, used by one search after the other. */
export interface Searcher {
  readonly graph: TieGraph;
  readonly forward: Side;
  readonly backward: Side;
  /** What is known of a thing: seen at this level, from that side, or barred. */
  readonly marks: Marks;
  readonly barredSteps: Marks;
  /** Things on the shortest ways; those where the sides touched come first. */
  readonly places: Numbering;
}

const searchers = new WeakMap<TieGraph, Searcher>();

/** The searcher of a graph. A search is never interrupted by another, so one is enough. */
export function searcherOf(graph: TieGraph): Searcher {
  const known = searchers.get(graph);
  if (known) return known;
  const things = sizeOf(graph.things);
  const searcher = {
    graph,
    ...{ forward: new Side(), backward: new Side(), places: new Numbering(things) },
    ...{ marks: new Marks(things), barredSteps: new Marks(things) },
  };
  searchers.set(graph, searcher);
  return searcher;
}

/**
 * Breadth-first search from both ends (Pohl, 1971), whole levels at a time, on the side with fewer steps to look at.
 * It ends when a level of one side touches the other side: the two then hold every shortest way.
 *
 * @returns `met`, with all steps in both sides; `apart` when there is no way; `stopped` when the work ran out
 */
export function meet(searcher: Searcher, question: Question, work: Work): 'met' | 'apart' | 'stopped' {
  const { forward, backward } = searcher;
  const most = Math.min(LONGEST, question.maxLength);
  begin(searcher, question);
  while (forward.depth + backward.depth < most) {
    const side = nextSide(searcher);
    work.left -= 1 + side.ahead;
    if (work.left < 0) return 'stopped';
    if (touch(searcher, side, question)) {
      work.left -= forward.steps.length + backward.steps.length;
      return work.left < 0 ? 'stopped' : 'met';
    }
    reach(searcher, side, question);
    if (side.levels.at(-1) === side.things.length) return 'apart';
  }
  return 'apart';
}

function begin(searcher: Searcher, question: Question): void {
  const { graph, forward, backward, marks, barredSteps, places } = searcher;
  for (const each of [marks, barredSteps, places]) each.clear();
  forward.begin(question.from);
  backward.begin(question.to);
  marks.set(question.from, 0);
  marks.set(question.to, BACKWARD);
  for (const side of [forward, backward])
    side.ahead = lastStep(graph, side, side.root) - (graph.bounds[2 * side.root] ?? 0);
  for (const thing of question.barred) marks.set(thing, BARRED);
  for (const thing of question.barredSteps) barredSteps.set(thing, 1);
}

/** An end with one neighbour goes first: nobody else looks at such things, since no way passes them. */
function nextSide({ graph, forward, backward }: Searcher): Side {
  if (isLeafEnd(graph, backward)) return backward;
  return isLeafEnd(graph, forward) || forward.ahead <= backward.ahead ? forward : backward;
}

function isLeafEnd({ bounds, neighbour }: TieGraph, { depth, root }: Side): boolean {
  const [first, end] = [bounds[2 * root] ?? 0, bounds[2 * root + 2] ?? 0];
  return depth === 0 && first < end && neighbour[first] === neighbour[end - 1];
}

/** Leaves are looked at only from an end that is one itself. */
function lastStep(graph: TieGraph, side: Side, thing: number): number {
  return graph.bounds[2 * thing + (isLeafEnd(graph, side) ? 2 : 1)] ?? 0;
}

/**
 * Looks whether the next steps lead to what the other side has seen, and keeps those that do. The last level of a
 * search is the widest by far: this spares it to note what nobody asks for any more.
 */
function touch(searcher: Searcher, side: Side, question: Question): boolean {
  const { graph, places } = searcher;
  const [first, end] = [side.levels.at(-1) ?? 0, side.things.length];
  const lastOfRoot = lastStep(graph, side, side.root);
  side.stepLevels.push(side.steps.length);
  for (let i = first; i < end; i += 1) {
    const thing = side.things.at(i);
    const last = i === 0 ? lastOfRoot : (graph.bounds[2 * thing + 1] ?? 0);
    touchFrom(searcher, { side, thing, last }, question);
  }
  if (places.size === 0) side.stepLevels.pop();
  else side.levels.push(end);
  return places.size > 0;
}

interface Steps {
  readonly side: Side;
  readonly thing: number;
  readonly last: number;
}

function touchFrom(searcher: Searcher, { side, thing, last }: Steps, question: Question): void {
  const { marks, places } = searcher;
  const { bounds, neighbour } = searcher.graph;
  const { numbers, base } = marks;
  const isForward = side === searcher.forward;
  const [least, most] = isForward ? [base + BACKWARD, base + BARRED] : [base, base + BACKWARD];
  let taken = -1;
  for (let step = bounds[2 * thing] ?? 0; step < last; step += 1) {
    const next = neighbour[step] ?? 0;
    const mark = numbers[next] ?? 0;
    if (mark < least || mark >= most || next === taken) continue;
    if (!isOpen(searcher, question, thing, step)) continue;
    taken = next;
    side.steps.reserve(1);
    side.nears.reserve(1);
    side.steps.push(step);
    side.nears.push(thing);
    places.give(next);
  }
}

/** May a step be taken: is it no barred first one, seen from either end, and does its tie pass the test? */
function isOpen(
  { graph, barredSteps }: Searcher,
  { test, from }: Question,
  thing: number,
  step: number,
): boolean {
  const next = graph.neighbour[step] ?? 0;
  if (thing === from && barredSteps.has(next)) return false;
  if (next === from && barredSteps.has(thing)) return false;
  return test.isOpen || isAllowed(graph, test, graph.tie[step] ?? 0);
}

/** Goes to the next level: marks what is seen there for the first time, and keeps all steps to it. */
function reach(searcher: Searcher, side: Side, question: Question): void {
  const { graph } = searcher;
  const [first, end] = [side.levels.at(-1) ?? 0, side.things.length];
  const lastOfRoot = lastStep(graph, side, side.root);
  for (const list of [side.things, side.steps, side.nears]) list.reserve(side.ahead);
  side.deepen();
  for (let i = first; i < end; i += 1) {
    const thing = side.things.at(i);
    const last = i === 0 ? lastOfRoot : (graph.bounds[2 * thing + 1] ?? 0);
    reachFrom(searcher, { side, thing, last }, question);
  }
}

function reachFrom(searcher: Searcher, { side, thing, last }: Steps, question: Question): void {
  const { marks } = searcher;
  const { bounds, neighbour } = searcher.graph;
  const { numbers, base } = marks;
  const own = base + side.depth + (side === searcher.forward ? 0 : BACKWARD);
  let taken = -1;
  for (let step = bounds[2 * thing] ?? 0; step < last; step += 1) {
    const next = neighbour[step] ?? 0;
    const mark = numbers[next] ?? 0;
    if ((mark >= base && mark !== own) || next === taken) continue;
    if (!isOpen(searcher, question, thing, step)) continue;
    taken = next;
    side.steps.push(step);
    side.nears.push(thing);
    if (mark === own) continue;
    numbers[next] = own;
    side.things.push(next);
    side.ahead += (bounds[2 * next + 1] ?? 0) - (bounds[2 * next] ?? 0);
  }
}
