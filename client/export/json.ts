import type { Drawing } from '../canvas/drawing.ts';
import type { View } from '../state/view.ts';

/** A drawing with the view that made it, as JSON: for the file, and for other programs. */
export function toJson({ nodes, edges }: Drawing, view: View, link: string): string {
  const { asOf, operations, ended } = view;
  return `${JSON.stringify({ interlock: { asOf, link, operations, ended }, nodes: [...nodes.values()], edges: [...edges.values()] }, null, 2)}\n`;
}
