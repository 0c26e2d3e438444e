import { MultiDirectedGraph } from 'graphology';
import type { write } from 'graphology-gexf/browser';
import type { CanvasGraph } from '../canvas/canvas-graph.ts';
import { writable } from './xml.ts';

/**
 * A drawing as GEXF 1.2 for Gephi and its kin, with places, colours, names and every field of the facts.
 *
 * @param writer graphology's; handed in, since its entry for browsers cannot be loaded without one
 */
export function toGexf(graph: CanvasGraph, writer: typeof write): string {
  const plain = new MultiDirectedGraph();
  graph.forEachNode((id, { node, x, y, size, color }) =>
    plain.addNode(id, { ...fields(node), label: node.name, x, y, size, color }),
  );
  graph.forEachEdge((id, { edge, size, color }, source, target) =>
    plain.addEdgeWithKey(id, source, target, { ...fields(edge), label: edge.label, size, color }),
  );
  const gexf = writer(plain, {
    formatNode: (id, attributes) => format(id, attributes),
    formatEdge: (id, attributes) => format(id, attributes),
  });
  // The writer prints this name space with three slashes, which strict readers refuse.
  return writable(gexf).replace('http:///www.gexf.net/1.1draft/viz', 'http://www.gexf.net/1.2draft/viz');
}

function fields(thing: object): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(thing).flatMap(([key, value]: [string, unknown]) => {
      if (value === null || key === 'source' || key === 'target' || key === 'id') return [];
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return [[key, value]];
      return [[key, Array.isArray(value) ? value.join(' ') : JSON.stringify(value)]];
    }),
  );
}

interface Formatted {
  readonly label: string;
  readonly attributes: Record<string, unknown>;
  readonly viz: Record<string, unknown>;
}

function format(_: string, { label, x, y, size, color, ...attributes }: Record<string, unknown>): Formatted {
  return {
    label: String(label),
    attributes,
    viz: { color, size, ...(x === undefined ? {} : { x, y, z: 0 }) },
  };
}
