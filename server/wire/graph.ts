import { z } from 'zod';
import { confidence, ids, openDate, outcome, precision, seenShape, sourceShape } from './common.ts';

/** What the canvas draws and what is asked of it: nodes, edges, neighbours, paths. */

const nodeShape = z
  .object({
    id: z.string(),
    type: z.enum(['party', 'facility', 'address']),
    kind: z.string().describe('company, person, fund, government, vessel; or the kind of facility'),
    name: z.string(),
    originalName: z.string().nullable(),
    country: z.string().nullable().describe('Jurisdiction of a party, country of a facility'),
    outcome: outcome.nullable().describe('Under the regime and on the day asked for; null for facilities'),
    weak: z.boolean().describe('Undecided only because of reported or recalled facts'),
    codes: z.array(z.string()).describe('Lists it stands on that day: EL, EL·5, 1260H ...'),
    advancedNode: z.boolean().nullable(),
    flags: z.array(z.string()).describe('Flags raised on it that day, leads and information left out'),
    confidence,
  })
  .meta({ id: 'GraphNode' });

export type GraphNode = z.infer<typeof nodeShape>;

export const EDGE_TYPES = [
  'OWNS',
  'CONTROLS',
  'INVESTED_IN',
  'AFFILIATED_WITH',
  'OFFICER_OF',
  'LOCATED_AT',
  'OPERATES',
  'PHYSICALLY_LINKED_TO',
] as const;

export type EdgeType = (typeof EDGE_TYPES)[number];

const edgeShape = z
  .object({
    id: z.string().describe('Id of the fact, the same everywhere'),
    type: z.enum(EDGE_TYPES),
    source: z.string().describe('Upper end: owner, controller, operator, person'),
    target: z.string(),
    kind: z.string(),
    label: z.string().describe('As drawn: `50.1 %`, `board`, `bridge`'),
    shareMin: z.number().nullable(),
    shareMax: z.number().nullable(),
    joins: z.boolean().nullable().describe('For physical links: does it make two facilities one?'),
    from: openDate,
    to: openDate,
    fromPrecision: precision.describe('How exactly the source gives the start'),
    toPrecision: precision.describe('How exactly the source gives the end'),
    active: z.boolean().describe('Does it hold on the day asked for?'),
    confidence,
    sources: ids,
    note: z.string(),
    row: z.string(),
    seen: seenShape,
  })
  .meta({ id: 'GraphEdge' });

export type GraphEdge = z.infer<typeof edgeShape>;

export const graphShape = z
  .object({ nodes: z.array(nodeShape), edges: z.array(edgeShape) })
  .meta({ id: 'Graph' });

export type Graph = z.infer<typeof graphShape>;

export const neighbourCountShape = z
  .object({
    group: z.string().describe('Name to ask the neighbours by: owners, holdings, affiliations ...'),
    label: z.string(),
    active: z.int().describe('Neighbours on the day asked for'),
    ended: z.int().describe('Former or future neighbours'),
  })
  .meta({ id: 'NeighbourCount' });

export type NeighbourCount = z.infer<typeof neighbourCountShape>;

export const neighboursReplyShape = z
  .object({
    group: z.string(),
    total: z.int().describe('All there are'),
    shown: z.int().describe('How many of them are in the graph below'),
    graph: graphShape,
  })
  .meta({ id: 'NeighboursReply' });

export type NeighboursReply = z.infer<typeof neighboursReplyShape>;

const pathShape = z
  .object({
    nodes: ids,
    edges: ids,
    length: z.int(),
    confidence,
    minShare: z
      .number()
      .nullable()
      .describe('Smallest known share on the way, percent; null without holdings'),
    text: z.string(),
  })
  .meta({ id: 'Path' });

export type WirePath = z.infer<typeof pathShape>;

export const pathsReplyShape = z
  .object({
    paths: z.array(pathShape),
    complete: z.boolean().describe('False when there are more paths, or when the search was stopped'),
    note: z.string().describe('Why the search was stopped before all paths asked for were found; else empty'),
    graph: graphShape,
  })
  .meta({ id: 'PathsReply' });

export const factReplyShape = z
  .object({ edge: edgeShape, sourceName: z.string(), targetName: z.string(), sources: z.array(sourceShape) })
  .meta({ id: 'FactReply' });

export type FactReply = z.infer<typeof factReplyShape>;
