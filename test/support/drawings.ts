import fc from 'fast-check';
import { type CanvasGraph, canvasGraph } from '../../client/canvas/canvas-graph.ts';
import { type Contribution, composeDrawing, type Drawing } from '../../client/canvas/drawing.ts';
import { LIGHT } from '../../client/canvas/palette.ts';
import type { Operation } from '../../client/state/operations.ts';
import { EDGE_TYPES, type Graph, type GraphEdge, type GraphNode } from '../../server/wire/graph.ts';

/** Drawings for tests: things and ties as the server would send them, by hand or at random. */

export function node(id: string, more: Partial<GraphNode> = {}): GraphNode {
  return {
    id,
    type: 'party',
    kind: 'company',
    name: id,
    originalName: null,
    country: 'CN',
    outcome: 'not-captured',
    weak: false,
    codes: [],
    advancedNode: null,
    flags: [],
    confidence: 'verified',
    ...more,
  };
}

/** A tie; of the same kind between the same two things there is one, unless `more` gives it another id. */
export function edge(source: string, target: string, more: Partial<GraphEdge> = {}): GraphEdge {
  return {
    id: `${more.type ?? 'OWNS'}:${source}:${target}`,
    type: 'OWNS',
    source,
    target,
    kind: 'equity',
    label: '50.1 %',
    shareMin: 50.1,
    shareMax: 50.1,
    joins: null,
    from: null,
    to: null,
    fromPrecision: 'day',
    toPrecision: 'day',
    active: true,
    confidence: 'verified',
    sources: ['s1'],
    note: '',
    row: 'case.json#holdings[0]',
    seen: null,
    ...more,
  };
}

/** A graph of these ties and of the things at their ends. */
export function graphOf(edges: readonly GraphEdge[], alone: readonly string[] = []): Graph {
  const ids = new Set([...alone, ...edges.flatMap(({ source, target }) => [source, target])]);
  return { nodes: [...ids].map((id) => node(id)), edges: [...edges] };
}

export function brought(operation: Operation, graph: Graph | null): Contribution {
  return { operation, graph, note: '' };
}

/** The drawing of one graph, as if it had been asked for at once. */
export function drawingOf(graph: Graph): Drawing {
  return composeDrawing([brought({ do: 'add', ids: [] }, graph)], { ended: true });
}

export function canvasOf(drawing: Drawing): CanvasGraph {
  return canvasGraph(drawing, { palette: LIGHT, selected: [], openEdge: '' });
}

const IDS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** Up to `most` ties of these types between eight things, in any direction, also in circles and onto themselves. */
export function anyTies(
  types: readonly GraphEdge['type'][] = EDGE_TYPES,
  most = 14,
): fc.Arbitrary<GraphEdge[]> {
  const tie = fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.constantFrom(...types), fc.boolean())
    .map(([a, b, type, active]) => edge(a, b, { type, active }));
  return fc.uniqueArray(tie, { minLength: 1, maxLength: most, selector: ({ id }) => id });
}

/** Ownership without circles: the owner comes before the owned in the alphabet. */
export const acyclicOwnership: fc.Arbitrary<GraphEdge[]> = anyTies(['OWNS'], 16)
  .map((ties) => ties.filter(({ source, target }) => source < target))
  .filter((ties) => ties.length > 0);

/** What a person may have done, with what each step brought. */
export const anyContributions: fc.Arbitrary<Contribution[]> = fc.array(
  fc.oneof(
    anyTies(undefined, 6).map((ties) => brought({ do: 'draw', id: ties[0]?.source ?? 'A' }, graphOf(ties))),
    fc
      .tuple(fc.constantFrom(...IDS), anyTies(undefined, 5))
      .map(([id, ties]) => brought({ do: 'expand', id, group: 'holdings' }, graphOf(ties))),
    fc.constantFrom(...IDS).map((id) => brought({ do: 'hide', id }, null)),
  ),
  { minLength: 1, maxLength: 6 },
);

/** Names and notes as people and attackers write them; the ids are plain. */
const NASTY_NAMES = [
  '<script>alert(1)</script>',
  '"quoted" & \'single\'',
  ']]>',
  '昇维旭 & 𠮷',
  'a\u0001b\u000Bc',
  'half \uD842',
  '<!-- -->',
  'line\nbreak',
];
export const NASTY: Graph = {
  nodes: NASTY_NAMES.map((name, index) => node(`n${index}`, { name, originalName: name, flags: ['RF29'] })),
  edges: NASTY_NAMES.slice(1).map((label, index) =>
    edge('n0', `n${index + 1}`, { id: `e${index}`, label, note: label }),
  ),
};

/** A listed owner, what it holds by a single report, and a fab of that. */
export const SAMPLE: Graph = {
  nodes: [
    node('L', { name: 'Listed Co', outcome: 'listed', codes: ['EL·5'] }),
    node('S', { name: 'Sub Co', originalName: '子公司', outcome: 'captured' }),
    node('F', { type: 'facility', kind: 'fab', name: 'Fab 1', outcome: null, advancedNode: true }),
  ],
  edges: [
    edge('L', 'S', { confidence: 'reported' }),
    edge('S', 'F', { type: 'OPERATES', label: 'operates' }),
  ],
};
