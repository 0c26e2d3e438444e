import type { Graph, GraphEdge, GraphNode } from '../../server/wire/graph.ts';
import type { ChangeMark, Operation } from '../state/operations.ts';

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
  /** Ties drawn once it is done. The layout asks no others, so that what comes or goes later moves nothing. */
  readonly edges: readonly GraphEdge[];
}

/** What is on the canvas: the sum of the operations. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  readonly growths: readonly Growth[];
  readonly pins: ReadonlyMap<string, Place>;
  /** What a change of a list made of things. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
  readonly notes: readonly string[];
}

export interface DrawingOptions {
  /** Also ties that do not hold on the day. */
  readonly ended: boolean;
}

/** Adds up what the operations brought, in order. Later answers about the same thing win. */
export function composeDrawing(contributions: readonly Contribution[], { ended }: DrawingOptions): Drawing {
  const sum: Sum = { nodes: new Map(), edges: new Map(), pins: new Map(), marks: new Map() };
  const growths: Growth[] = [];
  const kept = new Set<string>();
  const seen = new Set<string>();
  for (const { operation, graph } of contributions) {
    add(sum, operation, graph);
    if (!graph) continue;
    for (const id of namedBy(operation)) kept.add(id);
    const { nodes, edges } = drawn(sum, { ended, kept });
    const added = [...nodes.keys()].filter((id) => !seen.has(id));
    for (const id of added) seen.add(id);
    growths.push({ operation, added, edges: [...edges.values()] });
  }
  const { nodes, edges, leftOut } = drawn(sum, { ended, kept });
  const { pins, marks } = sum;
  const notes = contributions.flatMap(({ note }) => (note === '' ? [] : [note]));
  if (leftOut === 1) notes.push('1 tie does not hold on this day and is not drawn.');
  if (leftOut > 1) notes.push(`${leftOut} ties do not hold on this day and are not drawn.`);
  return { nodes, edges, growths, pins, marks, notes };
}

interface Sum {
  readonly nodes: Map<string, GraphNode>;
  readonly edges: Map<string, GraphEdge>;
  readonly pins: Map<string, Place>;
  readonly marks: Map<string, ChangeMark>;
}

function add({ nodes, edges, pins, marks }: Sum, operation: Operation, graph: Graph | null): void {
  if (operation.do === 'hide') nodes.delete(operation.id);
  if (operation.do === 'pin') pins.set(operation.id, { x: operation.x, y: operation.y });
  if (operation.do === 'unpin') pins.delete(operation.id);
  // Stricter under one regime and less strict under another is stricter.
  if (operation.do === 'mark')
    for (const id of operation.ids) if (marks.get(id) !== 'stricter') marks.set(id, operation.as);
  if (!graph) return;
  for (const node of graph.nodes) nodes.set(node.id, node);
  for (const edge of graph.edges) edges.set(edge.id, edge);
}

interface Keeping extends DrawingOptions {
  /** Things that were asked for by name: they stay without any tie. */
  readonly kept: ReadonlySet<string>;
}

interface Drawn {
  readonly nodes: Map<string, GraphNode>;
  readonly edges: Map<string, GraphEdge>;
  /** Number of ties that do not hold on the day. */
  readonly leftOut: number;
}

/**
 * The sum without ties that do not hold on the day, and without things that hang on such ties only. A tie to a thing
 * that is hidden counts there as before: hiding one thing neither shows nor takes off another.
 */
function drawn(sum: Sum, { ended, kept }: Keeping): Drawn {
  const [nodes, edges] = [new Map(sum.nodes), new Map(sum.edges)];
  const [tied, hung] = [new Set<string>(), new Set<string>()];
  let leftOut = 0;
  for (const [id, { source, target, active }] of edges) {
    const holds = active || ended;
    const isDrawn = nodes.has(source) && nodes.has(target);
    (holds ? tied : hung).add(source).add(target);
    if (!holds || !isDrawn) edges.delete(id);
    if (!holds && isDrawn) leftOut += 1;
  }
  for (const id of hung) if (!tied.has(id) && !kept.has(id)) nodes.delete(id);
  return { nodes, edges, leftOut };
}

function namedBy(operation: Operation): readonly string[] {
  if (operation.do === 'add' || operation.do === 'mark') return operation.ids;
  if (operation.do === 'path') return [operation.from, operation.to];
  return [operation.id];
}
