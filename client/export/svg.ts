import type { CanvasEdge, CanvasNode } from '../canvas/attributes.ts';
import type { CanvasGraph } from '../canvas/canvas-graph.ts';
import { LINE_HEIGHT, LINE_WIDTH, labelBox, labelPlace, type Measure } from '../canvas/labels.ts';
import { CELL } from '../canvas/layout.ts';
import { reach } from '../canvas/look.ts';
import type { Palette } from '../canvas/palette.ts';
import { type LegendRow, legendRows } from './legend-rows.ts';
import { edgeShape, nodeShape } from './svg-shapes.ts';
import { writable } from './xml.ts';

/** What is written below the picture. */
export interface Caption {
  readonly title: string;
  readonly lines: readonly string[];
}

const MARGIN = 60;

/** The drawing as SVG: the same places, looks and ids as on the canvas, text as text. */
export function toSvg(
  graph: CanvasGraph,
  palette: Palette,
  caption: Caption,
  measure: Measure = measurer(),
): string {
  const box = bounds(graph);
  const edges = graph.mapEdges((_, edge, source, target) =>
    drawEdge(edge, graph.getNodeAttributes(source), graph.getNodeAttributes(target), palette),
  );
  const nodes = graph.mapNodes((_, node) => drawNode(node, palette, measure));
  const legend = drawLegend(legendRows(graph, palette), box);
  const below = box.y + box.height + legend.height;
  const height = box.height + legend.height + 24 + caption.lines.length * 16;
  const text = caption.lines.map(
    (line, index) =>
      `<text x="${box.x + 10}" y="${below + 20 + index * 16}" class="muted">${escapeXml(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x} ${box.y} ${box.width} ${height}" width="${box.width}" height="${height}" font-family="Inter, 'Noto Sans SC', sans-serif" font-size="12.5">`,
    `<title>${escapeXml(caption.title)}</title>`,
    `<style>text:not(.badge){fill:${palette.text}}text{stroke:${palette.ground};stroke-width:3;paint-order:stroke;stroke-linejoin:round}.muted:not(.badge){fill:${palette.muted}}.name{font-weight:600}</style>`,
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${height}" fill="${palette.ground}"/>`,
    ...edges,
    ...nodes,
    ...legend.elements,
    ...text,
    '</svg>',
    '',
  ].join('\n');
}

const LEGEND_CELL = { width: 190, height: 24 };

/** The legend below the drawing, in as many columns as there is room for. */
function drawLegend(rows: readonly LegendRow[], box: Box): { elements: string[]; height: number } {
  const columns = Math.max(1, Math.floor((box.width - 20) / LEGEND_CELL.width));
  const elements = rows.map(({ label, svg }, index) => {
    const x = box.x + 27 + (index % columns) * LEGEND_CELL.width;
    const y = box.y + box.height + 12 + Math.floor(index / columns) * LEGEND_CELL.height;
    const words = `<text x="${x + 24}" y="${y + 4}" font-size="11.5">${escapeXml(label)}</text>`;
    return `<g transform="translate(${x} ${y})">${svg}</g>${words}`;
  });
  return { elements, height: Math.ceil(rows.length / columns) * LEGEND_CELL.height };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function bounds(graph: CanvasGraph): Box {
  const places = graph.mapNodes((_, { x, y }) => ({ x, y: -y }));
  const left = Math.min(0, ...places.map(({ x }) => x)) - MARGIN;
  const right = Math.max(0, ...places.map(({ x }) => x)) + CELL.width;
  const top = Math.min(0, ...places.map(({ y }) => y)) - MARGIN;
  const bottom = Math.max(0, ...places.map(({ y }) => y)) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function measurer(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return { width: (text) => text.length * 7, most: LINE_WIDTH };
  context.font = "600 12.5px 'Inter Variable', 'Noto Sans SC', sans-serif";
  return { width: (text) => context.measureText(text).width, most: LINE_WIDTH };
}

function drawNode(node: CanvasNode, palette: Palette, measure: Measure): string {
  const { look } = node;
  const [x, y] = [node.x, -node.y];
  const box = labelBox({ ...node, y }, 1, measure);
  const anchor = box.align === 'center' ? ' text-anchor="middle"' : '';
  const text = box.lines.map(({ text: line, bold, muted }, index) => {
    const kind = `${bold ? 'name' : ''}${muted ? 'muted' : ''}`;
    return `<text x="${box.x}" y="${box.y + index * LINE_HEIGHT}"${anchor} class="${kind}">${escapeXml(line)}</text>`;
  });
  const badges =
    look.badges.length === 0
      ? ''
      : `<text x="${box.x}" y="${box.y + box.lines.length * LINE_HEIGHT}"${anchor} font-size="10.5" font-weight="600" fill="${look.colour}" class="badge">[${escapeXml(look.badges.join('] ['))}]</text>`;
  return `<g id="${escapeXml(node.node.id)}">${nodeShape(look, { x, y, size: node.size }, palette)}${text.join('')}${badges}</g>`;
}

function drawEdge(edge: CanvasEdge, source: CanvasNode, target: CanvasNode, palette: Palette): string {
  const ends = {
    from: { x: source.x, y: -source.y, size: reach(source) },
    to: { x: target.x, y: -target.y, size: reach(target) },
  };
  const label = labelPlace(edge, ends.from, ends.to, 1);
  const text =
    edge.style.text === ''
      ? ''
      : `<text x="${label.x}" y="${label.y + 4}" font-size="11" text-anchor="middle">${escapeXml(edge.style.text)}</text>`;
  return `<g id="${escapeXml(edge.edge.id)}" opacity="${edge.style.opacity}">${edgeShape(edge, ends, palette)}${text}</g>`;
}

function escapeXml(text: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
