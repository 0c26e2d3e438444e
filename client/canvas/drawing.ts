import type { Graph, GraphEdge, GraphNode } from '../../server/wire/graph.ts';
import type { Operation } from '../state/operations.ts';

/** What one operation brought: its graph, and what to say of it. */
export interface Contribution {
  readonly operation: Operation;
  readonly graph: Graph | null;
  /** Such as `25 of 214 shown`; empty when nothing is left out. */
  readonly note: string;
}

/** A place somebody put a thing at. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** New things of one operation, for the layout: they grow from the things they hang on. */
export interface Growth {
  readonly operation: Operation;
  readonly added: readonly string[];
}

/** What is on the canvas: the sum of the operations. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly growths: readonly Growth[];
  readonly pins: ReadonlyMap<string, Place>;
  readonly notes: readonly string[];
}

export interface DrawingOptions {
  /** Also ties that do not hold on the day. */
  readonly ended: boolean;
}

/** Adds up what the operations brought, in order. Later answers about the same thing win. */
export function composeDrawing(contributions: readonly Contribution[], { ended }: DrawingOptions): Drawing {
  const sum: Sum = { nodes: new Map(), edges: new Map(), pins: new Map(), growths: [] };
  for (const contribution of contributions) add(sum, contribution);
  const { nodes, edges, pins, growths } = sum;
  const kept = new Set(growths.flatMap(({ operation }) => namedBy(operation)));
  const leftOut = removeEnded(nodes, edges, { ended, kept });
  const notes = contributions.flatMap(({ note }) => (note === '' ? [] : [note]));
  if (leftOut === 1) notes.push('1 tie does not hold on this day and is not drawn.');
  if (leftOut > 1) notes.push(`${leftOut} ties do not hold on this day and are not drawn.`);
  return { nodes, edges, growths, pins, notes };
}

interface Sum {
  readonly nodes: Map<string, GraphNode>;
  readonly edges: Map<string, GraphEdge>;
  readonly pins: Map<string, Place>;
  readonly growths: Growth[];
}

function add({ nodes, edges, pins, growths }: Sum, { operation, graph }: Contribution): void {
  if (operation.do === 'hide') nodes.delete(operation.id);
  if (operation.do === 'pin') pins.set(operation.id, { x: operation.x, y: operation.y });
  if (operation.do === 'unpin') pins.delete(operation.id);
  if (!graph) return;
  growths.push({ operation, added: graph.nodes.filter(({ id }) => !nodes.has(id)).map(({ id }) => id) });
  for (const node of graph.nodes) nodes.set(node.id, node);
  for (const edge of graph.edges) edges.set(edge.id, edge);
}

interface Keeping extends DrawingOptions {
  /** Things that were asked for by name: they stay without any tie. */
  readonly kept: ReadonlySet<string>;
}

/** Takes off ties that do not hold on the day, and things that hung on nothing else. Gives the number of ties. */
function removeEnded(
  nodes: Map<string, GraphNode>,
  edges: Map<string, GraphEdge>,
  { ended, kept }: Keeping,
): number {
  const hung = new Set<string>();
  let leftOut = 0;
  for (const [id, { source, target, active }] of edges) {
    const isDrawn = nodes.has(source) && nodes.has(target);
    if (isDrawn && (active || ended)) continue;
    edges.delete(id);
    if (!isDrawn) continue;
    leftOut += 1;
    hung.add(source).add(target);
  }
  const tied = new Set([...edges.values()].flatMap(({ source, target }) => [source, target]));
  for (const id of hung) if (!tied.has(id) && !kept.has(id)) nodes.delete(id);
  return leftOut;
}

function namedBy(operation: Operation): readonly string[] {
  if (operation.do === 'add') return operation.ids;
  if (operation.do === 'path') return [operation.from, operation.to];
  return [operation.id];
}
