import type { CanvasGraph } from '../canvas/canvas-graph.ts';
import { CHANGE_BADGES, type NodeLook } from '../canvas/look.ts';
import {
  EDGE_LOOKS,
  type EdgeLook,
  NOT_JOINED,
  OUTCOME_LOOKS,
  type Palette,
  type Shape,
} from '../canvas/palette.ts';
import { edgeShape, nodeShape } from './svg-shapes.ts';

/** One line of the legend: its words, and SVG elements around 0,0, 34 wide and 22 high. */
export interface LegendRow {
  readonly label: string;
  readonly svg: string;
}

const SPOT = { x: 0, y: 0, size: 7 };
const KINDS: Readonly<Partial<Record<Shape, string>>> = {
  square: 'company, or kind not stated',
  circle: 'person',
  diamond: 'fund',
  house: 'government',
};

/** What shapes, rings and lines mean: only those that are drawn, made from the same table as the drawing. */
export function legendRows(graph: CanvasGraph, palette: Palette): LegendRow[] {
  const rows = new Map<string, string>();
  graph.forEachNode((_, { node, look, mark }) => {
    if (mark !== null)
      rows.set(
        `${CHANGE_BADGES[mark].slice(2)} since the change of the list`,
        sign(CHANGE_BADGES[mark], palette),
      );
    if (node.type === 'facility') {
      const label = node.advancedNode ? 'facility, advanced node' : 'facility';
      rows.set(label, nodeShape(look, SPOT, palette));
    } else if (node.type === 'address') rows.set('address', nodeShape(look, SPOT, palette));
    else {
      rows.set(
        KINDS[look.shape] ?? 'party',
        nodeShape({ ...look, ring: 'none', filled: false, colour: palette.plain }, SPOT, palette),
      );
      if (node.outcome && node.outcome !== 'not-captured')
        rows.set(OUTCOME_LOOKS[node.outcome].label, outcomeShape(look, palette));
    }
  });
  graph.forEachEdge((_, { edge }) => {
    const look =
      edge.type === 'PHYSICALLY_LINKED_TO' && edge.joins === false ? NOT_JOINED : EDGE_LOOKS[edge.type];
    rows.set(look.label, line(look, palette, false));
    if (edge.confidence === 'reported' || edge.confidence === 'inferred') {
      rows.set('reported or recalled only', line({ ...EDGE_LOOKS.OWNS }, palette, true));
    }
  });
  return [...rows].map(([label, svg]) => ({ label, svg }));
}

/** The first sign of a badge. */
function sign(badge: string, palette: Palette): string {
  return `<text x="0" y="5" text-anchor="middle" font-size="15" font-weight="700" fill="${palette.text}">${badge.slice(0, 1)}</text>`;
}

function outcomeShape(look: NodeLook, palette: Palette): string {
  return nodeShape({ ...look, shape: 'square', size: 6 }, { ...SPOT, size: 6 }, palette);
}

function line(look: EdgeLook, palette: Palette, hollow: boolean): string {
  const style = { ...look, hex: palette[look.colour], hollow, opacity: 1, text: '' };
  return edgeShape(
    { style, shift: 0 },
    { from: { x: -16, y: 0, size: 0 }, to: { x: 18, y: 0, size: 0 } },
    palette,
  );
}
