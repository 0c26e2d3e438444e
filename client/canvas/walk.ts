import type { CanvasGraph } from './canvas-graph.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const VECTORS: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * The thing that an arrow key leads to: along a tie in that direction where there is one, else the nearest thing
 * that way. From nothing, the first thing of the drawing.
 */
export function walk(graph: CanvasGraph, from: string | undefined, direction: Direction): string | null {
  if (from === undefined || !graph.hasNode(from)) return graph.nodes()[0] ?? null;
  const start = graph.getNodeAttributes(from);
  const [vx, vy] = VECTORS[direction];
  const rank = (id: string): number | null => {
    const { x, y } = graph.getNodeAttributes(id);
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = dx * vx + dy * vy;
    const aside = Math.abs(dx * vy - dy * vx);
    if (ahead <= 1 || aside > ahead * 2.2) return null;
    return ahead + aside * 1.5;
  };
  return (
    nearest(graph.neighbors(from), rank) ??
    nearest(
      graph.nodes().filter((id) => id !== from),
      rank,
    )
  );
}

function nearest(ids: readonly string[], rank: (id: string) => number | null): string | null {
  let best: { id: string; rank: number } | null = null;
  for (const id of ids) {
    const value = rank(id);
    if (value !== null && (best === null || value < best.rank)) best = { id, rank: value };
  }
  return best?.id ?? null;
}
