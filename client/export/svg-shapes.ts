import type { CanvasEdge } from '../canvas/attributes.ts';
import type { NodeLook } from '../canvas/look.ts';
import type { Palette, Shape } from '../canvas/palette.ts';

/** Outlines and lines as SVG elements, the twins of the shaders. y points down here. */

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Half of a thing's width, or how far it reaches for the end of a line. */
  readonly size: number;
}

const CORNERS: Readonly<Record<Exclude<Shape, 'circle' | 'dot'>, readonly (readonly [number, number])[]>> = {
  square: [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  diamond: [
    [0, -1.13],
    [1.13, 0],
    [0, 1.13],
    [-1.13, 0],
  ],
  house: [
    [-0.86, 0.8],
    [-0.86, -0.3],
    [0, -0.95],
    [0.86, -0.3],
    [0.86, 0.8],
  ],
  hexagon: [
    [0.88, -0.51],
    [0, -1.02],
    [-0.88, -0.51],
    [-0.88, 0.51],
    [0, 1.02],
    [0.88, 0.51],
  ],
};

export function nodeShape(look: NodeLook, spot: Spot, palette: Palette): string {
  const fill = look.filled ? look.colour : palette.ground;
  const body = outline(look.shape, spot, 1, `fill="${fill}" stroke="${look.colour}" stroke-width="2"`);
  if (look.ring === 'none') return body;
  const dash =
    look.ring === 'dashed'
      ? ' stroke-dasharray="6 4"'
      : look.ring === 'arrows'
        ? ' stroke-dasharray="26 6"'
        : '';
  return `${outline(look.shape, spot, 1.42, `fill="none" stroke="${look.colour}" stroke-width="3"${dash}`)}${body}`;
}

function outline(shape: Shape, { x, y, size }: Spot, grown: number, style: string): string {
  if (shape === 'circle' || shape === 'dot')
    return `<circle cx="${x}" cy="${y}" r="${size * 0.96 * grown}" ${style}/>`;
  const points = CORNERS[shape].map(
    ([dx, dy]) => `${(x + dx * size * grown).toFixed(1)},${(y + dy * size * grown).toFixed(1)}`,
  );
  return `<polygon points="${points.join(' ')}" ${style}/>`;
}

const DASHES = {
  solid: '',
  dashed: ' stroke-dasharray="7 4"',
  dotted: ' stroke-dasharray="2.4 3.6"',
} as const;

export function edgeShape(
  { style, shift }: Pick<CanvasEdge, 'style' | 'shift'>,
  { from, to }: { readonly from: Spot; readonly to: Spot },
  palette: Palette,
): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const at = (along: number, across: number) => ({
    x: from.x + ux * along + uy * (shift + across),
    y: from.y + uy * along - ux * (shift + across),
  });
  const [start, end] = [from.size + 2, length - to.size - 3];
  const line = (across: number, until: number): string => {
    const [a, b] = [at(start, across), at(until, across)];
    return `<line x1="${a.x.toFixed(1)}" y1="${a.y.toFixed(1)}" x2="${b.x.toFixed(1)}" y2="${b.y.toFixed(1)}" stroke="${style.hex}" stroke-width="${style.thickness.toFixed(1)}"${DASHES[style.dash]}/>`;
  };
  if (style.double) return line(-style.thickness * 1.1, end) + line(style.thickness * 1.1, end);
  if (!style.arrow) return line(0, end);
  const head = [at(end, 0), at(end - 9, 4.5), at(end - 9, -4.5)]
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
  const fill = style.hollow ? palette.ground : style.hex;
  const coin = at(start + (end - start) * 0.25, 0);
  const mark = style.coin
    ? `<circle cx="${coin.x.toFixed(1)}" cy="${coin.y.toFixed(1)}" r="5" fill="${palette.ground}" stroke="${style.hex}"/>`
    : '';
  return `${line(0, end - 9)}<polygon points="${head}" fill="${fill}" stroke="${style.hex}"/>${mark}`;
}
