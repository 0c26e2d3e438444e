import type { TieGraph } from '../../projection/tie-graph.ts';
import { bestWay, type Way } from './best-way.ts';
import { doubtOf, type PathFilter, type TieTest, tieTest } from './filter.ts';
import { meet, searcherOf, type Work } from './meet.ts';
import { type ShortestWays, shortestWays } from './shortest-ways.ts';

/** A path as things and ties, in order. */
export interface RankedPath {
  readonly things: readonly number[];
  readonly ties: readonly number[];
}

export interface PathsFound {
  /** In order of rank, without a gap from the first on. */
  readonly paths: readonly RankedPath[];
  /** True when the search ended at its limit of work: there may be more paths, or one where none was found. */
  readonly isStopped: boolean;
}

export interface PathLimits {
  readonly count: number;
  /** Steps from thing to thing that the whole search may look at or keep; bounds its time. */
  readonly work: number;
}

/** Under 50 ms of one core at worst; a search that passes no hub of tens of thousands needs a hundredth of it. */
export const MOST_WORK = 1_000_000;

/**
 * The first paths without loops between two things: shortest first; among equals the one whose weakest tie is the
 * most certain, then the one with the least sum of doubts, then the one whose things come first. Parallel ties are one
 * step, over the most certain of them.
 *
 * Yen's algorithm (1971) as Lawler (1972) arranges it: the paths not found yet are divided into groups without overlap, each
 * "begins like this, and does not go on there". Of each the best is known, or how short it is at least. Two things make
 * it quick: a group whose shortest ways are among those already found is settled without a search, and a group is
 * searched, from both ends, only when all shorter paths are known.
 */
export function rankedPaths(
  graph: TieGraph,
  ends: { readonly from: number; readonly to: number },
  filter: PathFilter,
  limits: PathLimits,
): PathsFound {
  const search: Search = { graph, to: ends.to, filter, test: tieTest(graph, filter) };
  const work = { left: limits.work };
  const paths: RankedPath[] = [];
  let groups: Group[] = ends.from === ends.to ? [] : [everything(ends.from)];
  while (paths.length < limits.count && groups.length > 0) {
    const next = groups.reduce((best, group) => (compare(group, best) < 0 ? group : best));
    groups = groups.filter((group) => group !== next);
    if (next.best === null) {
      const searched = searchGroup(search, next, { work, most: enough(groups, limits.count - paths.length) });
      if (searched === 'stopped') return { paths, isStopped: true };
      if (searched) groups.push(searched);
    } else {
      paths.push({ things: next.best.things, ties: next.best.ties });
      if (paths.length < limits.count) groups.push(...divide(search, next));
    }
  }
  return { paths, isStopped: false };
}

interface Search {
  readonly graph: TieGraph;
  readonly to: number;
  readonly filter: PathFilter;
  readonly test: TieTest;
}

/** All paths that begin with the same things and do not go on to some others. */
interface Group {
  /** Things that all begin with; from the last on they may differ. */
  readonly things: readonly number[];
  readonly ties: readonly number[];
  readonly worst: number;
  readonly sum: number;
  readonly barredSteps: readonly number[];
  /** Ties of the best one; before the search, at least so many. */
  readonly length: number;
  /** Null before the search. */
  readonly best: Best | null;
}

interface Best extends RankedPath {
  readonly worst: number;
  readonly sum: number;
  /** The ways among which it was found, and its places there from the last common thing on. */
  readonly ways: ShortestWays;
  readonly places: readonly number[];
}

type Beginning = Pick<Group, 'things' | 'ties' | 'worst' | 'sum' | 'barredSteps'>;

function everything(from: number): Group {
  return { things: [from], ties: [], worst: 0, sum: 0, barredSteps: [], length: 1, best: null };
}

/** Groups that are not searched yet come before those of the same length: what is in them may rank higher. */
function compare(a: Group, b: Group): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a.best === null || b.best === null) return (a.best === null ? 0 : 1) - (b.best === null ? 0 : 1);
  return (
    a.best.worst - b.best.worst || a.best.sum - b.best.sum || compareThings(a.best.things, b.best.things)
  );
}

function compareThings(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((thing, index) => thing !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Length beyond which nothing more is needed, because so many paths are known already. */
function enough(groups: readonly Group[], needed: number): number {
  const lengths = groups.flatMap(({ best, length }) => (best === null ? [] : [length]));
  return lengths.sort((a, b) => a - b)[needed - 1] ?? Number.POSITIVE_INFINITY;
}

function searchGroup(
  { graph, to, filter, test }: Search,
  group: Group,
  { work, most }: { readonly work: Work; readonly most: number },
): Group | 'stopped' | null {
  const searcher = searcherOf(graph);
  const [from, barred] = [group.things.at(-1) ?? -1, group.things.slice(0, -1)];
  const maxLength = Math.min(most, filter.maxLength) - group.ties.length;
  const { barredSteps } = group;
  const found = meet(searcher, { from, to, barred, barredSteps, maxLength, test }, work);
  if (found !== 'met') return found === 'stopped' ? found : null;
  const ways = shortestWays(searcher);
  return among(group, ways, ways.first);
}

/** The group with its best path, when that is one of the ways; else null. */
function among(beginning: Beginning, ways: ShortestWays, place: number): Group | null {
  const { things, ties, worst, sum, barredSteps } = beginning;
  const way = bestWay(ways, { place, barredSteps, worst });
  return (
    way && {
      ...{ things, ties, worst, sum, barredSteps, length: ties.length + way.ties.length },
      best: joined(beginning, ways, [place, way]),
    }
  );
}

function joined({ things, ties, sum }: Beginning, ways: ShortestWays, [place, way]: [number, Way]): Best {
  return {
    things: [...things, ...way.places.map((each) => ways.things[each] ?? -1)],
    ties: [...ties, ...way.ties],
    worst: way.worst,
    sum: sum + way.sum,
    ways,
    places: [place, ...way.places],
  };
}

/** What is left of a group without its best path: from each of its things on, those that go on elsewhere. */
function divide(search: Search, group: Group): Group[] {
  const { best } = group;
  if (best === null) return [];
  const common = group.things.length - 1;
  return best.places.slice(0, -1).flatMap((place, index) => {
    const beginning = beginningOf(search.graph, best, common + index);
    const barredSteps = [...(index === 0 ? group.barredSteps : []), best.things[common + index + 1] ?? -1];
    const known = among({ ...beginning, barredSteps }, best.ways, place);
    if (known) return [known];
    const unknown = { ...beginning, barredSteps, length: group.length + 1, best: null };
    return unknown.length > search.filter.maxLength ? [] : [unknown];
  });
}

function beginningOf(graph: TieGraph, { things, ties }: Best, steps: number): Omit<Beginning, 'barredSteps'> {
  const taken = ties.slice(0, steps);
  const doubts = taken.map((tie) => doubtOf(graph, tie));
  return {
    things: things.slice(0, steps + 1),
    ties: taken,
    worst: Math.max(0, ...doubts),
    sum: doubts.reduce((sum, doubt) => sum + doubt, 0),
  };
}
