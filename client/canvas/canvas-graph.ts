import { MultiDirectedGraph } from 'graphology';
import type { GraphEdge } from '../../server/wire/graph.ts';
import type { CanvasEdge, CanvasNode } from './attributes.ts';
import type { Drawing, Place } from './drawing.ts';
import { LANE } from './labels.ts';
import { placeAll } from './layout.ts';
import { edgeStyle, markedLook, nodeLook } from './look.ts';
import type { Palette } from './palette.ts';

/** The graph that Sigma draws and that exports are made from. */
export type CanvasGraph = MultiDirectedGraph<CanvasNode, CanvasEdge>;

export interface GraphOptions {
  readonly palette: Palette;
  readonly selected: readonly string[];
  /** Id of the tie whose card is open. */
  readonly openEdge: string;
}

/** Makes the graph of a drawing: places, looks, lanes for parallel ties. Ids are those of the facts. */
export function canvasGraph(drawing: Drawing, { palette, selected, openEdge }: GraphOptions): CanvasGraph {
  const graph: CanvasGraph = new MultiDirectedGraph();
  const places = placeAll(drawing);
  for (const [id, node] of drawing.nodes) {
    const mark = drawing.marks.get(id) ?? null;
    const look = markedLook(nodeLook(node, palette), mark);
    const place = places.get(id) ?? { x: 0, y: 0 };
    graph.addNode(id, {
      ...place,
      size: look.size,
      color: look.colour,
      label: node.name,
      forceLabel: true,
      type: 'thing',
      look,
      node,
      mark,
      selected: selected.includes(id),
      pinned: drawing.pins.has(id),
      labelSide: levelToTheRight(id, drawing, places) ? 'below' : 'right',
    });
  }
  const lanes = laneNumbers([...drawing.edges.values()]);
  const crowded = crowdedLabels([...drawing.edges.values()]);
  for (const edge of drawing.edges.values()) {
    const plain = edgeStyle(edge, palette);
    const isOpen = edge.id === openEdge;
    const style = isOpen ? plain : { ...plain, text: crowded.get(edge.id)?.(plain.text) ?? plain.text };
    const attributes: CanvasEdge = {
      size: style.thickness,
      color: style.hex,
      label: style.text || ' ',
      forceLabel: true,
      type: 'tie',
      style,
      edge,
      shift: (lanes.get(edge.id) ?? 0) * LANE,
      selected: isOpen,
    };
    graph.addEdgeWithKey(edge.id, edge.source, edge.target, attributes);
  }
  return graph;
}

/** Difference in height under which two things stand level. */
const LEVEL = 30;

/** True when a tie leaves level to the right, where the label would stand. */
function levelToTheRight(id: string, { edges }: Drawing, places: ReadonlyMap<string, Place>): boolean {
  const here = places.get(id);
  for (const { source, target } of edges.values()) {
    const there = places.get(source === id ? target : source);
    if ((source !== id && target !== id) || !here || !there) continue;
    if (there.x > here.x && Math.abs(there.y - here.y) < LEVEL) return true;
  }
  return false;
}

/** Affiliations between the same two things above which only the surest is named. */
const MOST_NAMED = 2;

/**
 * What to write on ties of pairs that have many affiliations: the surest is named with the number of the others, the
 * others are lines without words until they are chosen. The table names them all.
 */
function crowdedLabels(edges: readonly GraphEdge[]): Map<string, (text: string) => string> {
  const pairs = groupByPair(edges.filter(({ type }) => type === 'AFFILIATED_WITH'));
  const labels = new Map<string, (text: string) => string>();
  for (const group of pairs.values()) {
    if (group.length <= MOST_NAMED) continue;
    const [first, ...others] = [...group].sort(
      (a, b) => CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence),
    );
    if (first) labels.set(first.id, (text) => `${text} (+${others.length})`);
    for (const { id } of others) labels.set(id, () => '');
  }
  return labels;
}

const CONFIDENCES: readonly string[] = ['verified', 'secondary', 'reported', 'inferred'];

function groupByPair(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = [edge.source, edge.target].sort().join('\n');
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return pairs;
}

/** 0 for a single tie; -0.5 and 0.5 for two between the same things; and so on, whatever their directions. */
function laneNumbers(edges: readonly GraphEdge[]): Map<string, number> {
  const pairs = groupByPair(edges);
  const lanes = new Map<string, number>();
  for (const group of pairs.values()) {
    const [first] = group;
    for (const [index, edge] of group.entries()) {
      const lane = index - (group.length - 1) / 2;
      lanes.set(edge.id, edge.source === first?.source ? lane : -lane);
    }
  }
  return lanes;
}
