import type { CanvasGraph } from '../canvas/canvas-graph.ts';
import type { Drawing } from '../canvas/drawing.ts';
import type { Palette } from '../canvas/palette.ts';
import { linkTo, type View } from '../state/view.ts';
import { day, NEVER_ADVICE } from '../words.ts';
import { toCsv } from './csv.ts';
import type { ExportFormat } from './formats.ts';
import { toJson } from './json.ts';
import { toPng } from './png.ts';
import { save } from './save.ts';
import { toSvg } from './svg.ts';

export interface ExportInput {
  readonly drawing: Drawing;
  readonly graph: CanvasGraph;
  readonly palette: Palette;
  readonly view: View;
}

/** Exports what is seen. Resolves with what to say about it. */
export async function exportView(
  format: ExportFormat,
  { drawing, graph, palette, view }: ExportInput,
): Promise<string> {
  const link = linkTo(window.location.href, view);
  const name = `interlock-${view.asOf}`;
  const lines = [
    `As of ${day(view.asOf)}. ${drawing.nodes.size} things, ${drawing.edges.size} ties. ${NEVER_ADVICE}`,
    link,
  ];
  const svg = (): string => toSvg(graph, palette, { title: `Interlock, as of ${day(view.asOf)}`, lines });
  switch (format) {
    case 'svg':
      save(`${name}.svg`, svg(), 'image/svg+xml');
      break;
    case 'png':
      save(`${name}.png`, await toPng(svg(), palette), 'image/png');
      break;
    case 'csv':
      save(`${name}.csv`, toCsv(drawing), 'text/csv');
      break;
    case 'json':
      save(`${name}.json`, toJson(drawing, view, link), 'application/json');
      break;
    case 'gexf': {
      const [{ toGexf }, { write }] = await Promise.all([
        import('./gexf.ts'),
        import('graphology-gexf/browser'),
      ]);
      save(`${name}.gexf`, toGexf(graph, write), 'application/gexf+xml');
      break;
    }
    case 'link':
      await navigator.clipboard.writeText(link);
      return 'The link to this view is copied.';
  }
  return `Saved ${name}.${format}.`;
}
