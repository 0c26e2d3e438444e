import { z } from 'zod';
import { type RankedPath, rankedPaths } from '../../analysis/paths/ranked-paths.ts';
import { NotFoundError } from '../../errors.ts';
import { weakest } from '../../facts/confidence.ts';
import { toDay } from '../../facts/dates.ts';
import { TIE_TYPES, type TieGraph, type TieType } from '../../projection/tie-graph.ts';
import { readEvidence, readGraph } from '../../store/queries/graph.ts';
import { readNames } from '../../store/queries/loaded.ts';
import { NEIGHBOUR_GROUPS, readNeighbours } from '../../store/queries/neighbours.ts';
import { readSources } from '../../store/queries/things.ts';
import {
  factReplyShape,
  graphShape,
  neighboursReplyShape,
  pathsReplyShape,
  type WirePath,
} from '../../wire/graph.ts';
import type { Deps } from '../deps.ts';
import { drawing } from '../drawing.ts';
import { asOf, defineRoute, ended, ID, limit, NO_BODY, NOTHING, type Route, regime } from '../route.ts';
import { onDay } from '../verdict-view.ts';

const MOST_NODES = 500;

/** A comma-separated list of ids: at least one, at most as many as a canvas can show. */
const idList = z
  .string()
  .max(50_000)
  .transform((text) => text.split(',').filter((id) => id !== ''))
  .refine((ids) => ids.length > 0 && ids.length <= MOST_NODES, `names no id, or more than ${MOST_NODES}`)
  .describe(`Ids of parties, facilities and addresses with commas between them, at most ${MOST_NODES}`);

const typeList = z
  .string()
  .max(500)
  .default(TIE_TYPES.join(','))
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(TIE_TYPES)))
  .describe('Types of tie that a path may run over, with commas between them');

/** What the canvas draws. */
export const graphRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/graph',
    summary: 'The given parties, facilities and addresses with all ties between them',
    params: NOTHING,
    query: z.strictObject({ ids: idList, asOf, regime }),
    body: NO_BODY,
    reply: graphShape,
    handle: ({ query }, deps) =>
      deps.store().read((tx) => readGraph(tx, query.ids, onDay(query, deps.law.regulation.regimes))),
  }),
  defineRoute({
    method: 'get',
    path: '/neighbours/:id',
    summary: `Neighbours of one kind (${NEIGHBOUR_GROUPS.map(({ group }) => group).join(', ')}), with the true total`,
    params: ID,
    query: z.strictObject({
      group: z.string().max(50).describe('The kind of neighbours: owners, holdings ...'),
      limit: limit(25, 200),
      ended,
      asOf,
      regime,
    }),
    body: NO_BODY,
    reply: neighboursReplyShape,
    handle: async ({ params, query }, deps) => {
      const { limit: most, ...asked } = query;
      const request = { ...asked, ...params, limit: most, ...onDay(query, deps.law.regulation.regimes) };
      const found = await deps.store().read((tx) => readNeighbours(tx, request));
      if (found.graph.nodes.length === 0) throw nothingWith(params.id);
      return found;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/evidence/:id',
    summary:
      'The drawing of a party or facility on a day: the facts behind its verdicts and findings, or its owners when there are none',
    params: ID,
    query: z.strictObject({ asOf, regime }),
    body: NO_BODY,
    reply: graphShape,
    handle: ({ params, query }, deps) =>
      deps.store().read((tx) => drawing(tx, params.id, onDay(query, deps.law.regulation.regimes))),
  }),
  defineRoute({
    method: 'get',
    path: '/paths',
    summary: 'Ranked paths between two things: shortest first, the more certain first among equals',
    params: NOTHING,
    query: z.strictObject({
      from: z.string().min(1).max(500).describe('Id of one end'),
      to: z.string().min(1).max(500).describe('Id of the other end'),
      types: typeList,
      minShare: z.coerce
        .number()
        .min(0)
        .max(100)
        .default(0)
        .meta({ type: 'number', description: 'Holdings known to be of less percent are no part of a path' }),
      maxLength: z.coerce.number().int().min(1).max(20).default(8).describe('Most ties that a path may have'),
      ended,
      limit: limit(3, 20),
      asOf,
      regime,
    }),
    body: NO_BODY,
    reply: pathsReplyShape,
    handle: ({ query }, deps) => paths(query, deps),
  }),
  defineRoute({
    method: 'get',
    path: '/facts/:id',
    summary:
      'One tie by its id, with its sources: what an edge of the canvas, a row of the table and a line of the arithmetic share',
    params: ID,
    query: z.strictObject({ asOf, regime }),
    body: NO_BODY,
    reply: factReplyShape,
    handle: ({ params, query }, deps) =>
      deps.store().read(async (tx) => {
        const { edges } = await readEvidence(tx, [params.id], [], onDay(query, deps.law.regulation.regimes));
        const [edge] = edges;
        if (!edge)
          throw new NotFoundError(`There is no fact "${params.id}".`, 'It may have gone with the last load.');
        const names = await readNames(tx, [edge.source, edge.target]);
        const sources = await readSources(tx, edge.sources);
        return {
          edge,
          sourceName: names.get(edge.source) ?? edge.source,
          targetName: names.get(edge.target) ?? edge.target,
          sources,
        };
      }),
  }),
];

interface DayQuery {
  readonly asOf: string;
  readonly regime?: string | undefined;
}

interface PathsQuery extends DayQuery {
  readonly from: string;
  readonly to: string;
  readonly types: readonly TieType[];
  readonly minShare: number;
  readonly maxLength: number;
  readonly ended: boolean;
  readonly limit: number;
}

function nothingWith(id: string): NotFoundError {
  return new NotFoundError(`There is nothing with the id "${id}".`, 'Search for it by name.');
}

async function paths(query: PathsQuery, deps: Deps) {
  const graph = await deps.model.ties(deps.store());
  const index = (id: string): number => {
    const found = graph.indexOf.get(id);
    if (found === undefined) throw nothingWith(id);
    return found;
  };
  const ends = { from: index(query.from), to: index(query.to) };
  const filter = { ...query, day: query.ended ? null : toDay(query.asOf, 0) };
  const found = rankedPaths(graph, ends, filter, query.limit + 1);
  const shown = found.slice(0, query.limit);
  const facts = shown.flatMap(({ ties }) => ties.flatMap((tie) => graph.facts[tie]?.id ?? []));
  const drawn = await deps
    .store()
    .read((tx) => readEvidence(tx, facts, [query.from, query.to], onDay(query, deps.law.regulation.regimes)));
  const nameOf = new Map(drawn.nodes.map(({ id, name }) => [id, name]));
  return {
    paths: shown.map((path) => describePath(graph, path, (id) => nameOf.get(id) ?? id)),
    complete: found.length <= query.limit,
    graph: drawn,
  };
}

/** A tie as read from its upper end, and from its lower one: a path runs over holdings both ways. */
const STEP_WORDS: Readonly<Record<TieType, readonly [forward: string, backward: string]>> = {
  OWNS: ['holds a share of', 'is held in part by'],
  CONTROLS: ['controls', 'is controlled by'],
  INVESTED_IN: ['invested in', 'took money from'],
  AFFILIATED_WITH: ['is affiliated with', 'is affiliated with'],
  OFFICER_OF: ['is an officer of', 'has as an officer'],
  OPERATES: ['operates', 'is operated by'],
  PHYSICALLY_LINKED_TO: ['is physically linked to', 'is physically linked to'],
};

function describePath(graph: TieGraph, path: RankedPath, nameOf: (id: string) => string): WirePath {
  const nodes = path.things.map((thing) => graph.ids[thing] ?? '');
  const ties = path.ties.flatMap((tie) => graph.facts[tie] ?? []);
  const shares = ties.flatMap(({ shareMin }) => (shareMin === null ? [] : [shareMin]));
  const steps = ties.map(({ type, a }, index) => {
    const [forward, backward] = STEP_WORDS[type];
    return `${a === nodes[index] ? forward : backward} ${nameOf(nodes[index + 1] ?? '')}`;
  });
  return {
    nodes,
    edges: ties.map(({ id }) => id),
    length: ties.length,
    confidence: weakest(ties.map(({ confidence }) => confidence)),
    minShare: shares.length === 0 ? null : Math.min(...shares),
    text: [nameOf(nodes[0] ?? ''), ...steps].join(' – '),
  };
}
