import dagre from '@dagrejs/dagre';
import type { GraphEdge } from '../../server/wire/graph.ts';
import type { Operation } from '../state/operations.ts';
import type { Drawing, Growth, Place } from './drawing.ts';

/** Room of one thing with its label to the right, in canvas units (pixels at natural size). */
export const CELL = { width: 250, height: 128 } as const;
/** Things side by side before a row is broken. */
const ROW = 4;

/** Ties that run downward: the upper end stands above the lower. Physical links run level. */
const DOWNWARD = ['OWNS', 'CONTROLS', 'INVESTED_IN', 'OFFICER_OF', 'OPERATES', 'LOCATED_AT'];

/**
 * Places everything: owner above, owned below, physical links level. The first things drawn are layered; what comes
 * later grows around what it hangs on, and nothing that already has a place moves. The same list of operations and
 * the same facts give the same picture.
 */
export function placeAll(drawing: Drawing): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const growth of drawing.growths) {
    if (growth.added.length === 0) continue;
    const block = places.size === 0 ? layered(growth.added, growth.edges) : grown(growth, places);
    for (const [id, place] of block) places.set(id, place);
  }
  for (const id of places.keys()) if (!drawing.nodes.has(id)) places.delete(id);
  for (const [id, place] of drawing.pins) if (places.has(id)) places.set(id, place);
  return places;
}

/** Layers by dagre, then rows that are too wide are broken. Sigma's y axis points up, so upper rows get larger y. */
function layered(ids: readonly string[], edges: readonly GraphEdge[]): Map<string, Place> {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: 60, acyclicer: 'greedy' });
  const known = new Set(ids);
  const inside = edges.filter(({ source, target }) => known.has(source) && known.has(target));
  for (const id of ids) graph.setNode(id, { width: CELL.width - 40, height: CELL.height - 60 });
  for (const { source, target, weight, ring } of downward(inside)) {
    const isNeeded = ring || !(graph.hasEdge(source, target) || leads(graph, target, source));
    if (isNeeded) graph.setEdge(source, target, { weight });
  }
  dagre.layout(graph);
  const rows = new Map<number, { id: string; x: number }[]>();
  for (const id of ids) {
    const { x, y } = graph.node(id);
    rows.set(y, [...(rows.get(y) ?? []), { id, x }]);
  }
  const ordered = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row.sort((a, b) => a.x - b.x || a.id.localeCompare(b.id)));
  return centred(ordered.flatMap((row) => broken(row)));
}

interface Downward {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  /** May it close a circle? Dagre then turns one tie of the circle round. */
  readonly ring: boolean;
}

/** What the layers are made of: ownership first, and nothing else may turn an owner below what it owns. */
function downward(edges: readonly GraphEdge[]): Downward[] {
  const holdings = edges.filter(({ type }) => type === 'OWNS');
  const others = edges.filter(({ type }) => type !== 'OWNS' && DOWNWARD.includes(type));
  return [
    ...holdings.map(({ source, target }) => ({ source, target, weight: 3, ring: true })),
    ...others.map(({ source, target }) => ({ source, target, weight: 3, ring: false })),
    ...affiliatedPairs(edges).map(([source, target]) => ({ source, target, weight: 1, ring: false })),
  ];
}

/** Does a way lead down from one thing to the other? */
function leads(graph: InstanceType<typeof dagre.graphlib.Graph>, from: string, to: string): boolean {
  const reached = new Set([from]);
  for (const id of reached) for (const below of graph.successors(id) ?? []) reached.add(below);
  return reached.has(to);
}

/** Affiliated things, the one with more ties above: the anchor of a complex stands over those tied to it. */
function affiliatedPairs(edges: readonly GraphEdge[]): [string, string][] {
  const ties = new Map<string, number>();
  for (const { source, target } of edges)
    for (const id of [source, target]) ties.set(id, (ties.get(id) ?? 0) + 1);
  return edges
    .filter(({ type }) => type === 'AFFILIATED_WITH')
    .map(({ source, target }) =>
      (ties.get(source) ?? 0) > (ties.get(target) ?? 0) ? [source, target] : [target, source],
    );
}

interface Slot {
  readonly id: string;
  readonly x: number;
}

/** A row of more than `ROW` things as several rows, evenly filled. */
function broken(row: readonly Slot[]): Slot[][] {
  if (row.length <= ROW) return [[...row]];
  const count = Math.ceil(row.length / ROW);
  const size = Math.ceil(row.length / count);
  return Array.from({ length: count }, (_, index) =>
    row
      .slice(index * size, (index + 1) * size)
      .map(({ id }, place) => ({ id, x: (place + (index % 2) / 2) * CELL.width })),
  );
}

function centred(rows: readonly (readonly Slot[])[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [index, row] of rows.entries()) {
    const xs = row.map(({ x }) => x);
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
    for (const { id, x } of row) places.set(id, { x: x - middle, y: -index * CELL.height });
  }
  return places;
}

interface Context {
  readonly edges: readonly GraphEdge[];
  readonly places: ReadonlyMap<string, Place>;
}

/** New things next to the ones they hang on: above, below or level, in the nearest free cells. */
function grown({ operation, added, edges }: Growth, places: ReadonlyMap<string, Place>): Map<string, Place> {
  const taken = new Map(places);
  for (const id of added) {
    const anchor = anchorOf(id, operation, { edges, places: taken });
    taken.set(id, anchor ? nearestFree(anchor.place, anchor.side, taken) : rightOf(taken));
  }
  return new Map(added.map((id) => [id, taken.get(id) ?? { x: 0, y: 0 }]));
}

type Side = 'above' | 'below' | 'level';

function anchorOf(
  id: string,
  operation: Operation,
  { edges, places }: Context,
): { place: Place; side: Side } | null {
  const touching = edges.filter(({ source, target }) => source === id || target === id);
  const preferred = operation.do === 'expand' ? operation.id : '';
  const tie =
    touching.find(({ source, target }) => source === preferred || target === preferred) ??
    touching.find(({ source, target }) => places.has(source === id ? target : source));
  const place = tie && places.get(tie.source === id ? tie.target : tie.source);
  if (!tie || !place) return null;
  if (tie.type === 'AFFILIATED_WITH') return { place, side: 'below' };
  if (!DOWNWARD.includes(tie.type)) return { place, side: 'level' };
  return { place, side: tie.source === id ? 'above' : 'below' };
}

/** The free cell nearest to the anchor on its side: row by row outward, from the middle to both ends. */
function nearestFree(anchor: Place, side: Side, taken: ReadonlyMap<string, Place>): Place {
  for (let distance = side === 'level' ? 0 : 1; ; distance += 1) {
    for (let step = 0; step < ROW; step += 1) {
      const y = anchor.y + rowOffset(side, distance) * CELL.height;
      const place = { x: anchor.x + columnOffset(side, step, distance) * CELL.width, y };
      if (isFree(place, taken)) return place;
    }
  }
}

function rowOffset(side: Side, distance: number): number {
  if (side === 'above') return distance;
  if (side === 'below') return -distance;
  return distance % 2 === 0 ? -distance / 2 : (distance + 1) / 2;
}

/** 0, 1, -1, 2, -2 ...; every other row is shifted by half a cell, so that lines pass between things. */
function columnOffset(side: Side, step: number, distance: number): number {
  const column = step % 2 === 0 ? -step / 2 : (step + 1) / 2;
  if (side === 'level') return column === 0 ? 1 : column > 0 ? column + 1 : column;
  return column + (distance % 2 === 0 ? 0.5 : 0);
}

function isFree(place: Place, taken: ReadonlyMap<string, Place>): boolean {
  for (const other of taken.values()) {
    if (Math.abs(other.x - place.x) < CELL.width * 0.9 && Math.abs(other.y - place.y) < CELL.height * 0.8)
      return false;
  }
  return true;
}

/** Beside everything, for things that hang on nothing drawn. */
function rightOf(taken: ReadonlyMap<string, Place>): Place {
  const places = [...taken.values()];
  const x = Math.max(...places.map((place) => place.x)) + CELL.width * 1.4;
  return { x, y: Math.max(...places.map((place) => place.y)) };
}
