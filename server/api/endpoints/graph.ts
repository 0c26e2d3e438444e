import { z } from 'zod';
import { MOST_WORK, type RankedPath, rankedPaths } from '../../analysis/paths/ranked-paths.ts';
import { NotFoundError } from '../../errors.ts';
import { weakest } from '../../facts/confidence.ts';
import { toDay } from '../../facts/dates.ts';
import { approximate, makeShare } from '../../facts/share.ts';
import { positionOf, textAt } from '../../projection/id-table.ts';
import { confidenceOf, TIE_TYPES, type TieGraph, type TieType, typeOf } from '../../projection/tie-graph.ts';
import { tieIdAt } from '../../projection/tie-ids.ts';
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

/** Kept as exact text: a holding just under it is less, by however little (design D5). */
const percent = z
  .string()
  .max(60)
  .transform((text, context) => {
    try {
      return makeShare(text).min;
    } catch {
      context.addIssue({ code: 'custom', message: 'is no percentage between 0 and 100' });
      return z.NEVER;
    }
  })
  .meta({ type: 'number', description: 'Holdings known to be of less percent are no part of a path' });

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
      minShare: percent.default('0'),
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
  readonly minShare: string;
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
    const found = positionOf(graph.things, id);
    if (found === -1) throw nothingWith(id);
    return found;
  };
  const ends = { from: index(query.from), to: index(query.to) };
  const filter = { ...query, day: query.ended ? null : toDay(query.asOf, 0) };
  const limits = { count: query.limit + 1, work: MOST_WORK };
  const { paths: found, isStopped } = rankedPaths(graph, ends, filter, limits);
  const shown = found.slice(0, query.limit);
  const facts = shown.flatMap(({ ties }) => ties.map((tie) => tieIdAt(graph, tie)));
  const drawn = await deps
    .store()
    .read((tx) => readEvidence(tx, facts, [query.from, query.to], onDay(query, deps.law.regulation.regimes)));
  const nameOf = new Map(drawn.nodes.map(({ id, name }) => [id, name]));
  return {
    paths: shown.map((path) => describePath(graph, path, (id) => nameOf.get(id) ?? id)),
    complete: !isStopped && found.length <= query.limit,
    note: isStopped && found.length <= query.limit ? stoppedNote(found.length) : '',
    graph: drawn,
  };
}

/** What is not said must not be read as "there is none". */
function stoppedNote(found: number): string {
  const looked = `The search was stopped after looking at ${MOST_WORK.toLocaleString('en')} steps from thing to thing`;
  const left =
    found === 0 ? 'a path between the two cannot be excluded' : 'more paths than these cannot be excluded';
  return `${looked}: ${left}. Ask for fewer types of tie, or for shorter paths.`;
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
  const nodes = path.things.map((thing) => textAt(graph.things, thing));
  const steps = path.ties.map((tie, at) => {
    const [forward, backward] = STEP_WORDS[typeOf(graph, tie)];
    return `${graph.a[tie] === path.things[at] ? forward : backward} ${nameOf(nodes[at + 1] ?? '')}`;
  });
  // A lower place on the scale is a lower share; -1 is no share at all.
  const shares = path.ties.map((tie) => graph.shareMin[tie] ?? -1).filter((place) => place >= 0);
  return {
    nodes,
    edges: path.ties.map((tie) => tieIdAt(graph, tie)),
    length: path.ties.length,
    confidence: weakest(path.ties.map((tie) => confidenceOf(graph, tie))),
    minShare: shares.length === 0 ? null : approximate(textAt(graph.scale, Math.min(...shares))),
    text: [nameOf(nodes[0] ?? ''), ...steps].join(' – '),
  };
}
