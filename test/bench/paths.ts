import type { PathFilter } from '../../server/analysis/paths/filter.ts';
import { MOST_WORK, rankedPaths } from '../../server/analysis/paths/ranked-paths.ts';
import { positionOf } from '../../server/projection/id-table.ts';
import { projectTies } from '../../server/projection/project-ties.ts';
import { TIE_TYPES, type TieGraph } from '../../server/projection/tie-graph.ts';
import type { Comparison, Work } from './compare.ts';
import { graphOfTies, hubTies } from './made-ties.ts';
import { type Drawing, register } from './register.ts';

const HUBS = 8;
const FILTER: PathFilter = { types: TIE_TYPES, minShare: '0', day: null, maxLength: 20 };

const HUB = 100_000;
const ROUNDS = 20;
/** Rounds that are for the compiler. */
const WARM_UPS = 8;
const LIMITS = { count: 21, work: MOST_WORK };

/** What a question over HTTP may keep the server from anything else: all ways past hubs that share their neighbours. */
export function hubFigure() {
  return {
    name: 'milliseconds for paths past hubs of 100,000 neighbours',
    meaning: 'processor time of the slowest of some searches for 21 paths of up to 8 ties, once compiled',
    target: { atMost: 50 },
    take: () => {
      const graph = graphOfTies(hubTies(HUB));
      const filter = { ...FILTER, maxLength: 8 };
      const ends = [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
        { from: 0, to: HUB },
      ];
      let [value, found] = [0, 0];
      for (let round = 0; round < ROUNDS; round += 1)
        for (const each of ends) {
          const start = process.cpuUsage();
          const { paths } = rankedPaths(graph, each, filter, LIMITS);
          const { user, system } = process.cpuUsage(start);
          if (round >= WARM_UPS) value = Math.max(value, (user + system) / 1_000);
          found += paths.length;
        }
      return { value, sizes: `${HUB} neighbours each`, results: `${found / ROUNDS} paths` };
    },
  };
}

/** How the search for paths grows among hubs: parties that hold very many others. */
export function pathComparisons(parties: number): Comparison[] {
  return [
    {
      name: 'path past 8 hubs instead of 1',
      unit: 'hubs',
      meaning: 'the shortest path among parties that hold very many others',
      prepare: () => {
        const graph = hubGraph(parties);
        return { base: { ...past(graph, 1, 1), size: 1 }, other: { ...past(graph, HUBS, 1), size: HUBS } };
      },
    },
    {
      name: 'path past 8 hubs, 10 times the parties',
      unit: 'ties',
      meaning: 'the shortest path through a larger graph',
      prepare: () => ({
        base: past(hubGraph(parties / 10), HUBS, 1),
        other: past(hubGraph(parties), HUBS, 1),
      }),
    },
    {
      name: 'path past 8 hubs, 10 paths instead of 1',
      unit: 'paths',
      meaning: 'further paths of the same length come out of the same search',
      prepare: () => {
        const graph = hubGraph(parties);
        return { base: { ...past(graph, HUBS, 1), size: 1 }, other: { ...past(graph, HUBS, 10), size: 10 } };
      },
    },
  ];
}

interface HubGraph {
  readonly graph: TieGraph;
  /** The ends of searches: before the first hub, between each two, after the last one. */
  readonly joints: readonly string[];
}

/** Hubs in a row; neighbours have three parties in common, so that there is more than one way. */
function hubGraph(parties: number): HubGraph {
  const joints: string[] = [];
  const draw = (drawing: Drawing): void => {
    const hubs = Array.from({ length: HUBS }, () => drawing.party());
    for (let i = 0; i <= HUBS; i += 1) joints.push(joint(drawing, hubs.slice(Math.max(0, i - 1), i + 1)));
    for (const hub of hubs) for (let i = 0; i < parties / HUBS; i += 1) drawing.hold(hub, drawing.party(), 2);
  };
  return { graph: projectTies(register({ parties, days: 0 }, draw)), joints };
}

function joint({ party, hold }: Drawing, hubs: readonly string[]): string {
  const shared = [party(), party(), party()] as const;
  for (const each of shared) for (const hub of hubs) hold(hub, each, 2);
  return shared[0];
}

function past({ graph, joints }: HubGraph, hubs: number, count: number): Work {
  const at = (index: number): number => positionOf(graph.things, joints[index] ?? '');
  const ends = { from: at(0), to: at(hubs) };
  const run = (): number => {
    const { paths } = rankedPaths(graph, ends, FILTER, { count, work: MOST_WORK });
    return paths.reduce((sum, { ties }) => sum + ties.length, 0);
  };
  return { size: graph.a.length, run };
}
