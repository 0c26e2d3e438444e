import { useMemo } from 'react';
import { usePalette } from '../canvas/canvas.tsx';
import type { CanvasGraph } from '../canvas/canvas-graph.ts';
import { legendRows } from '../export/legend-rows.ts';

/** What shapes, rings and lines mean, and the ground of the strip of time. */
export function Legend({ graph }: { readonly graph: CanvasGraph }) {
  const palette = usePalette();
  const rows = useMemo(() => legendRows(graph, palette), [graph, palette]);
  return (
    <details className="legend" open>
      <summary>Legend</summary>
      <ul>
        {rows.map(({ label, svg }) => (
          <li key={label}>
            <img src={picture(svg)} width={34} height={22} alt="" />
            {label}
          </li>
        ))}
        <li>
          <i className="swatch in-force" /> BIS 50 % rule in force
        </li>
        <li>
          <i className="swatch in-force-perhaps" /> in force, unconfirmed
        </li>
      </ul>
    </details>
  );
}

/** A small picture as an address that needs no request. */
function picture(shapes: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-17 -11 34 22" width="34" height="22">${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
