import type { CanvasGraph } from './canvas-graph.ts';
import { CELL } from './layout.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The thing that an arrow key leads to. Up and down go along a tie where there is one that way, else to the nearest
 * thing that way. Left and right go through everything, row by row as one reads, so that nothing is out of reach.
 * From nothing, the first thing of the drawing.
 */
export function walk(graph: CanvasGraph, from: string | undefined, direction: Direction): string | null {
  if (from === undefined || !graph.hasNode(from)) return graph.nodes()[0] ?? null;
  if (direction === 'left') return beside(graph, from, -1);
  if (direction === 'right') return beside(graph, from, 1);
  return along(graph, from, direction === 'up' ? 1 : -1);
}

function beside(graph: CanvasGraph, from: string, step: 1 | -1): string | null {
  const order = graph
    .mapNodes((id, { x, y }) => ({ id, x, row: Math.round(-y / CELL.height) }))
    .sort((a, b) => a.row - b.row || a.x - b.x || a.id.localeCompare(b.id));
  return order[order.findIndex(({ id }) => id === from) + step]?.id ?? null;
}

function along(graph: CanvasGraph, from: string, sign: 1 | -1): string | null {
  const start = graph.getNodeAttributes(from);
  const rank = (id: string): number | null => {
    const { x, y } = graph.getNodeAttributes(id);
    const [ahead, aside] = [(y - start.y) * sign, Math.abs(x - start.x)];
    if (ahead <= 1 || aside > ahead * 2.2) return null;
    return ahead + aside * 1.5;
  };
  return nearest(graph.neighbors(from), rank) ?? nearest(graph.nodes(), rank);
}

function nearest(ids: readonly string[], rank: (id: string) => number | null): string | null {
  let best: { id: string; rank: number } | null = null;
  for (const id of ids) {
    const value = rank(id);
    if (value !== null && (best === null || value < best.rank)) best = { id, rank: value };
  }
  return best?.id ?? null;
}
