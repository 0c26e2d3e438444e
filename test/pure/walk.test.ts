import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanvasGraph } from '../../client/canvas/canvas-graph.ts';
import { composeDrawing } from '../../client/canvas/drawing.ts';
import { type Direction, walk } from '../../client/canvas/walk.ts';
import { anyContributions, anyTies, canvasOf, drawingOf, edge, graphOf } from '../support/drawings.ts';

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'left', 'right'];

/** Everything that arrow keys alone lead to, from the first thing on. */
function reached(graph: CanvasGraph): Set<string> {
  const first = walk(graph, undefined, 'down');
  const found = new Set(first === null ? [] : [first]);
  for (const id of found)
    for (const direction of DIRECTIONS) {
      const next = walk(graph, id, direction);
      if (next !== null) found.add(next);
    }
  return found;
}

describe('walking with the arrow keys', () => {
  it('reaches everything in a drawing', () => {
    fc.assert(
      fc.property(anyTies(), (ties) => {
        const graph = canvasOf(drawingOf(graphOf(ties)));
        expect([...reached(graph)].sort()).toEqual(graph.nodes().sort());
      }),
      { numRuns: 300 },
    );
  });

  it('reaches everything in a drawing that has grown', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        const graph = canvasOf(composeDrawing(contributions, { ended: true }));
        expect([...reached(graph)].sort()).toEqual(graph.nodes().sort());
      }),
      { numRuns: 300 },
    );
  });

  it('goes up with the one key and down with the other', () => {
    fc.assert(
      fc.property(anyTies(), (ties) => {
        const graph = canvasOf(drawingOf(graphOf(ties)));
        const heightOf = (id: string): number => graph.getNodeAttribute(id, 'y');
        for (const id of graph.nodes()) {
          const [above, below] = [walk(graph, id, 'up'), walk(graph, id, 'down')];
          if (above !== null) expect(heightOf(above)).toBeGreaterThan(heightOf(id));
          if (below !== null) expect(heightOf(below)).toBeLessThan(heightOf(id));
        }
      }),
    );
  });

  it('goes through a row from left to right and back, then on to the next row', () => {
    const graph = canvasOf(drawingOf(graphOf([edge('O', 'A'), edge('O', 'B'), edge('O', 'C')])));
    const [first = '', second = '', third = ''] = ['A', 'B', 'C'].sort(
      (a, b) => graph.getNodeAttribute(a, 'x') - graph.getNodeAttribute(b, 'x'),
    );
    const right = (id: string): string | null => walk(graph, id, 'right');
    expect(['O', first, second, third].map(right)).toEqual([first, second, third, null]);
    expect([third, second, first, 'O'].map((id) => walk(graph, id, 'left'))).toEqual([
      second,
      first,
      'O',
      null,
    ]);
  });

  it('prefers what a tie leads to over what stands nearer', () => {
    const graph = canvasOf(drawingOf(graphOf([edge('A', 'B'), edge('B', 'C'), edge('A', 'C')], ['N'])));
    graph.setNodeAttribute('A', 'x', 0).setNodeAttribute('A', 'y', 0);
    graph.setNodeAttribute('N', 'x', 0).setNodeAttribute('N', 'y', -10);
    graph.setNodeAttribute('B', 'x', 0).setNodeAttribute('B', 'y', -100);
    expect(walk(graph, 'A', 'down')).toBe('B');
    expect(walk(graph, 'N', 'down')).toBe('B');
  });

  it('starts at the first thing, also when what was selected is gone, and nowhere in an empty drawing', () => {
    const graph = canvasOf(drawingOf(graphOf([edge('A', 'B')])));
    expect(walk(graph, undefined, 'up')).toBe('A');
    expect(walk(graph, 'gone', 'up')).toBe('A');
    expect(walk(canvasOf(drawingOf(graphOf([]))), undefined, 'up')).toBeNull();
  });

  it('stays where nothing lies that way', () => {
    const graph = canvasOf(drawingOf(graphOf([edge('A', 'B')])));
    expect(walk(graph, 'A', 'up')).toBeNull();
    expect(walk(graph, 'B', 'down')).toBeNull();
  });
});
