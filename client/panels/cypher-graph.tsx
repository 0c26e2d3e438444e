import { useMemo, useRef } from 'react';
import type { Graph } from '../../server/wire/graph.ts';
import { Canvas, usePalette } from '../canvas/canvas.tsx';
import { canvasGraph } from '../canvas/canvas-graph.ts';
import { composeDrawing } from '../canvas/drawing.ts';
import type { CanvasEvents, Renderer } from '../canvas/renderer.ts';
import { Legend } from './legend.tsx';

const NOTHING: CanvasEvents = {
  onNode: () => {},
  onEdge: () => {},
  onStage: () => {},
  onExpand: () => {},
  onMoved: () => {},
};

/** Things and ties of a result, drawn as everywhere. */
export function CypherGraph({ graph }: { readonly graph: Graph }) {
  const palette = usePalette();
  const renderer = useRef<Renderer | null>(null);
  const drawn = useMemo(() => {
    const drawing = composeDrawing([{ operation: { do: 'add', ids: [] }, graph, note: '' }], { ended: true });
    return canvasGraph(drawing, { palette, selected: [], openEdge: '' });
  }, [graph, palette]);
  return (
    <div className="cypher-graph">
      <Canvas graph={drawn} selected={[]} events={NOTHING} fitCount={0} rendererRef={renderer} />
      <Legend graph={drawn} />
    </div>
  );
}
