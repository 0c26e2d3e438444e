import type { CanvasEdge, CanvasNode } from './attributes.ts';
import { reach } from './look.ts';
import type { Palette } from './palette.ts';

/** Pixels between parallel ties. */
export const LANE = 11;

/** Text on the canvas: Latin and Chinese from the fonts that are bundled. */
export const FONT = "'Inter Variable', 'Noto Sans SC', sans-serif";
/** Widest line of a name, in pixels at natural size. */
export const LINE_WIDTH = 160;
const MOST_LINES = 2;
/** Text does not shrink with the drawing below this; names are cut instead, and whole when pointed at. */
const SMALLEST = 0.84;

/** What Sigma hands to the drawing of a node's label: its place and size on the screen. */
type Drawn<T> = T & { readonly x: number; readonly y: number; readonly size: number };

/** A line of a label, ready to be drawn on a canvas or written into an SVG. */
export interface LabelLine {
  readonly text: string;
  readonly bold: boolean;
  readonly muted: boolean;
}

/** A name broken into lines, original name below; what does not fit ends in an ellipsis and is whole in the card. */
export function labelLines({ node }: Pick<CanvasNode, 'node'>, { width, most }: Measure): LabelLine[] {
  const name = wrap(node.name, { width, most }).map((text) => ({ text, bold: true, muted: false }));
  const original =
    node.originalName === null
      ? []
      : [{ text: clip(node.originalName, { width, most }), bold: false, muted: true }];
  return [...name, ...original];
}

/** How wide a text is, and how wide a line may be. */
export interface Measure {
  readonly width: (text: string) => number;
  readonly most: number;
}

function wrap(text: string, measure: Measure): string[] {
  const { width, most } = measure;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (width(longer) <= most || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= MOST_LINES) return lines.map((each) => clip(each, measure));
  return [...lines.slice(0, MOST_LINES - 1), clip(lines.slice(MOST_LINES - 1).join(' '), measure)];
}

function clip(text: string, { width, most }: Measure): string {
  if (width(text) <= most) return text;
  // By characters, since rare Chinese ones are two units long and half of one is nothing.
  const signs = [...text];
  while (signs.length > 1 && width(`${signs.join('')}…`) > most) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Where a label stands, and how large its text is. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly LabelLine[];
  readonly zoom: number;
  readonly align: CanvasTextAlign;
}

/** Height of a line of a label at natural size. */
export const LINE_HEIGHT = 15.5;

/** The box of a node's label: to the right, or below where level ties leave to the right. */
export function labelBox(data: Drawn<CanvasNode>, zoom: number, measure: Measure): LabelBox {
  const lines = labelLines(data, measure);
  const height = LINE_HEIGHT * zoom;
  const around = reach(data) * (data.selected ? 1.25 : 1) + 4;
  if (data.labelSide === 'below')
    return { x: data.x, y: data.y + around + height * 0.8, lines, zoom, align: 'center' };
  const rows = lines.length + (data.look.badges.length > 0 ? 1.1 : 0);
  return { x: data.x + around, y: data.y - (rows * height) / 2 + height * 0.75, lines, zoom, align: 'start' };
}

/** Draws name, original name and badges of a node, on a halo of the ground. `whole` cuts nothing. */
export function drawNodeLabel(palette: Palette, scale: () => number, whole = false) {
  return (context: CanvasRenderingContext2D, data: Drawn<CanvasNode>): void => {
    const zoom = Math.min(1.15, Math.max(SMALLEST, scale()));
    const font = (bold: boolean): string => `${bold ? 600 : 400} ${12.5 * zoom}px ${FONT}`;
    context.font = font(true);
    const room = data.labelSide === 'below' ? CELL_WIDTH - 20 : CELL_WIDTH - 50;
    const most = whole ? 320 : Math.min(LINE_WIDTH, (room * scale()) / zoom);
    const box = labelBox(data, zoom, { width: (text) => context.measureText(text).width / zoom, most });
    context.lineJoin = 'round';
    context.lineWidth = 4;
    context.strokeStyle = palette.ground;
    context.textAlign = box.align;
    let { y } = box;
    for (const line of box.lines) {
      context.font = font(line.bold);
      context.strokeText(line.text, box.x, y);
      context.fillStyle = line.muted ? palette.muted : palette.text;
      context.fillText(line.text, box.x, y);
      y += LINE_HEIGHT * zoom;
    }
    context.textAlign = 'start';
    drawBadges(context, data, { x: box.x, y: y - LINE_HEIGHT * zoom * 0.62, zoom, palette });
    if (data.selected) outline(context, data, palette);
  };
}

/** Room of one thing in the layout; a label never reaches into the next. */
const CELL_WIDTH = 250;

interface BadgeRow {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly palette: Palette;
}

function drawBadges(
  context: CanvasRenderingContext2D,
  { look, labelSide }: CanvasNode,
  { x, y, zoom, palette }: BadgeRow,
): void {
  context.font = `600 ${10.5 * zoom}px ${FONT}`;
  const widths = look.badges.map((badge) => context.measureText(badge).width + 8 * zoom);
  const total = widths.reduce((sum, width) => sum + width + 4, -4);
  let at = labelSide === 'below' ? x - total / 2 : x;
  for (const [index, badge] of look.badges.entries()) {
    const width = widths[index] ?? 0;
    context.fillStyle = look.filled ? look.colour : palette.ground;
    context.strokeStyle = look.colour;
    context.lineWidth = 1.2;
    context.beginPath();
    context.roundRect(at, y, width, 15 * zoom, 3);
    context.fill();
    context.stroke();
    context.fillStyle = look.filled ? palette.onFill : look.colour;
    context.fillText(badge, at + 4 * zoom, y + 11.2 * zoom);
    at += width + 4;
  }
}

function outline(
  context: CanvasRenderingContext2D,
  { x, y, size, look }: Drawn<CanvasNode>,
  palette: Palette,
): void {
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, reach({ size, look }) * 1.2, 0, Math.PI * 2);
  context.stroke();
}

/** Draws a tie's label level, on a plate of the ground, nearer to the lower end where lines spread. */
export function drawEdgeLabel(palette: Palette, scale: () => number) {
  return (context: CanvasRenderingContext2D, data: CanvasEdge, source: Point, target: Point): void => {
    if (data.style.text === '') return;
    const zoom = Math.min(1.1, Math.max(0.5, scale()));
    const { x, y } = labelPlace(data, source, target, zoom);
    context.font = `${data.selected ? 700 : 500} ${11 * zoom}px ${FONT}`;
    const width = context.measureText(data.style.text).width + 8;
    context.fillStyle = palette.ground;
    context.beginPath();
    context.roundRect(x - width / 2, y - 8 * zoom, width, 16 * zoom, 3);
    context.fill();
    context.fillStyle = data.selected ? palette.accent : palette.text;
    context.textAlign = 'center';
    context.fillText(data.style.text, x, y + 4 * zoom);
    context.textAlign = 'start';
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far apart labels of parallel ties stand: of the length of the tie, and across it, in pixels. */
const APART = { along: 0.24, across: 18 } as const;

/**
 * Where on the line a label stands: past the middle toward the target. Labels of parallel ties stand apart along the line
 * and across it, whichever way it runs, so that no two cover each other.
 */
export function labelPlace(
  data: Pick<CanvasEdge, 'shift'>,
  source: Point,
  target: Point,
  zoom: number,
): { x: number; y: number } {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  const lane = data.shift / LANE;
  // What stands apart along the line and what stands apart across it must not take each other back.
  const turn = dx * dy > 0 ? -1 : 1;
  const middle = lane === 0 ? 0.56 : 0.5;
  const along = Math.min(0.8, Math.max(0.2, middle + turn * lane * APART.along));
  const across = lane * APART.across * zoom;
  return {
    x: source.x + dx * along + (dy / length) * across,
    y: source.y + dy * along - (dx / length) * across,
  };
}
