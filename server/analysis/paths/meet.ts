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
/** What `reach` gives when nothing that it saw is known to the other side. */
const NO_CONTACT = -1;

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
  for (let depth = 0; depth < most; depth += 1) {
    const side = nextSide(searcher);
    work.left -= 1 + side.ahead;
    if (work.left < 0) return 'stopped';
    const contact = depth + 1 < most ? reach(searcher, side, question) : side.lastLevel;
    if (contact === NO_CONTACT) {
      if (side.lastLevel === side.things.length) return 'apart';
    } else if (touch(searcher, { side, contact }, question)) {
      work.left -= forward.steps.length + backward.steps.length;
      return work.left < 0 ? 'stopped' : 'met';
    }
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
    side.ahead = lastStep(graph, side.root) - (graph.bounds[2 * side.root] ?? 0);
  for (const thing of question.barred) marks.set(thing, BARRED);
  for (const thing of question.barredSteps) barredSteps.set(thing, 1);
}

/** An end with one neighbour goes first: nobody else looks at such things, since no way passes them. */
function nextSide({ graph, forward, backward }: Searcher): Side {
  if (backward.depth === 0 && isLeaf(graph, backward.root)) return backward;
  const isFirst = forward.depth === 0 && isLeaf(graph, forward.root);
  return isFirst || forward.ahead <= backward.ahead ? forward : backward;
}

function isLeaf({ bounds, neighbour }: TieGraph, thing: number): boolean {
  const [first, end] = [bounds[2 * thing] ?? 0, bounds[2 * thing + 2] ?? 0];
  return first < end && neighbour[first] === neighbour[end - 1];
}

/** Leaves are looked at only from an end that is one itself. */
function lastStep(graph: TieGraph, root: number): number {
  return graph.bounds[2 * root + (isLeaf(graph, root) ? 2 : 1)] ?? 0;
}

/**
 * Keeps the next steps that lead to what the other side has seen. The last level of a search is the widest by far: this
 * spares it to note what nobody asks for any more.
 *
 * @param contact place among the side's things of the first whose steps are to be looked at
 */
function touch(
  searcher: Searcher,
  { side, contact }: { readonly side: Side; readonly contact: number },
  question: Question,
): boolean {
  const { places } = searcher;
  const end = side.things.length;
  side.stepLevels.push(side.steps.length);
  for (let i = contact; i < end; i += 1) touchFrom(searcher, stepsFrom(searcher, side, i), question);
  if (places.size === 0) side.stepLevels.pop();
  else side.levels.push(end);
  return places.size > 0;
}

interface Steps {
  readonly side: Side;
  readonly thing: number;
  readonly last: number;
}

function stepsFrom({ graph }: Searcher, side: Side, at: number): Steps {
  const thing = side.things.at(at);
  return { side, thing, last: at === 0 ? lastStep(graph, thing) : (graph.bounds[2 * thing + 1] ?? 0) };
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

/**
 * Goes to the next level: marks what is seen there for the first time, and keeps all steps to it. A step to what the
 * other side has seen ends the search: the level is then left as if it had not been begun.
 *
 * @returns place among the side's things of the one with such a step; `NO_CONTACT` when the next level is whole
 */
function reach(searcher: Searcher, side: Side, question: Question): number {
  const [first, end] = [side.lastLevel, side.things.length];
  for (const list of [side.things, side.steps, side.nears]) list.reserve(side.ahead);
  side.deepen();
  for (let i = first; i < end; i += 1) {
    if (!reachFrom(searcher, stepsFrom(searcher, side, i), question)) continue;
    side.undeepen();
    return i;
  }
  return NO_CONTACT;
}

/** True as soon as a step leads to what the other side has seen. */
function reachFrom(searcher: Searcher, { side, thing, last }: Steps, question: Question): boolean {
  const { numbers, base } = searcher.marks;
  const { bounds, neighbour } = searcher.graph;
  const isForward = side === searcher.forward;
  const own = base + side.depth + (isForward ? 0 : BACKWARD);
  const [least, most] = isForward ? [base + BACKWARD, base + BARRED] : [base, base + BACKWARD];
  let taken = -1;
  for (let step = bounds[2 * thing] ?? 0; step < last; step += 1) {
    const next = neighbour[step] ?? 0;
    const mark = numbers[next] ?? 0;
    const isTheirs = mark >= least && mark < most;
    const isKnown = mark >= base && mark !== own && !isTheirs;
    if (isKnown || next === taken || !isOpen(searcher, question, thing, step)) continue;
    if (isTheirs) return true;
    taken = next;
    side.steps.push(step);
    side.nears.push(thing);
    if (mark !== own) see(searcher, { side, thing: next, mark: own });
  }
  return false;
}

interface Seen {
  readonly side: Side;
  readonly thing: number;
  readonly mark: number;
}

function see({ graph: { bounds }, marks }: Searcher, { side, thing, mark }: Seen): void {
  marks.numbers[thing] = mark;
  side.things.push(thing);
  side.ahead += (bounds[2 * thing + 1] ?? 0) - (bounds[2 * thing] ?? 0);
}
