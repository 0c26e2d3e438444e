import Sigma from 'sigma';
import type { CanvasEdge, CanvasNode } from './attributes.ts';
import { type CameraState, fitting } from './camera.ts';
import type { CanvasGraph } from './canvas-graph.ts';
import { TieProgram } from './edge-program.ts';
import { drawEdgeLabel, drawNodeLabel, FONT } from './labels.ts';
import { makeNodeProgram } from './node-program.ts';
import type { Palette } from './palette.ts';

/** What a person does on the canvas. */
export interface CanvasEvents {
  readonly onNode: (id: string, more: boolean) => void;
  readonly onEdge: (id: string) => void;
  readonly onStage: () => void;
  readonly onExpand: (id: string) => void;
  readonly onMoved: (id: string, x: number, y: number) => void;
}

export type Renderer = Sigma<CanvasNode, CanvasEdge>;

const NOT_MOVED = 3;

/** Makes a Sigma renderer with our programs, labels and events. */
export function makeRenderer(
  container: HTMLElement,
  graph: CanvasGraph,
  palette: Palette,
  events: () => CanvasEvents,
): Renderer {
  // Sigma draws while it is being made, so labels are asked for before there is a renderer to ask.
  let made: Renderer | null = null;
  const scale = (): number => 1 / (made?.getCamera().ratio ?? 1);
  const drawNode = (
    context: CanvasRenderingContext2D,
    data: { x: number; y: number; size: number },
  ): void => {
    if (isThing(data)) drawNodeLabel(palette, scale)(context, data);
  };
  const renderer: Renderer = new Sigma<CanvasNode, CanvasEdge>(graph, container, {
    allowInvalidContainer: true,
    autoRescale: false,
    stagePadding: 0,
    zoomToSizeRatioFunction: (ratio) => ratio,
    minCameraRatio: 0.25,
    maxCameraRatio: 12,
    enableCameraRotation: false,
    enableEdgeEvents: true,
    renderEdgeLabels: true,
    labelRenderedSizeThreshold: 0,
    labelFont: FONT,
    doubleClickZoomingRatio: 1,
    nodeProgramClasses: { thing: makeNodeProgram(palette.ground) },
    edgeProgramClasses: { tie: TieProgram },
    defaultDrawNodeLabel: drawNode,
    defaultDrawNodeHover: (context, data) => {
      if (isThing(data)) drawNodeLabel(palette, scale, true)(context, data);
    },
    defaultDrawEdgeLabel: (context, data, source, target) => {
      if (isTie(data)) drawEdgeLabel(palette, scale)(context, data, source, target);
    },
  });
  made = renderer;
  listen(renderer, events);
  return renderer;
}

/** Sigma passes the attributes of our graph on to what draws them; its own types do not say so. */
function isThing<T extends object>(data: T): data is T & CanvasNode {
  return 'look' in data && 'node' in data;
}

function isTie<T extends object>(data: T): data is T & CanvasEdge {
  return 'style' in data && 'edge' in data;
}

function listen(renderer: Renderer, events: () => CanvasEvents): void {
  renderer.on('clickNode', ({ node, event }) =>
    events().onNode(node, event.original.shiftKey || event.original.ctrlKey),
  );
  renderer.on('clickEdge', ({ edge }) => events().onEdge(edge));
  renderer.on('clickStage', () => events().onStage());
  renderer.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events().onExpand(node);
  });
  renderer.on('doubleClickStage', ({ preventSigmaDefault }) => preventSigmaDefault());
  drag(renderer, events);
}

/** Dragging a thing moves it; letting go pins it there. */
function drag(renderer: Renderer, events: () => CanvasEvents): void {
  let held: { id: string; x: number; y: number } | null = null;
  let moved = false;
  renderer.on('downNode', ({ node, event }) => {
    held = { id: node, x: event.x, y: event.y };
    moved = false;
    if (!renderer.getCustomBBox()) renderer.setCustomBBox(renderer.getBBox());
  });
  renderer.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!held) return;
    moved ||= Math.hypot(event.x - held.x, event.y - held.y) > NOT_MOVED;
    preventSigmaDefault();
    event.original.preventDefault();
    if (!moved) return;
    const { x, y } = renderer.viewportToGraph(event);
    renderer.getGraph().mergeNodeAttributes(held.id, { x, y });
  });
  const release = (): void => {
    if (held && moved) {
      const { x, y } = renderer.getGraph().getNodeAttributes(held.id);
      events().onMoved(held.id, x, y);
    }
    held = null;
  };
  renderer.on('upNode', release);
  renderer.on('upStage', release);
}

/** Makes one canvas unit one pixel at ratio 1, whatever is drawn, so that nothing moves when something is added. */
export function setUnits(renderer: Renderer, width: number, height: number): void {
  renderer.setCustomBBox({ x: [-width / 2, width / 2], y: [-height / 2, height / 2] });
}

/** Shows everything. Jumps where motion is not wanted. */
export function showAll(renderer: Renderer, graph: CanvasGraph, animate: boolean): void {
  const { width, height } = renderer.getDimensions();
  const state: CameraState = fitting(graph, { width, height });
  const still = !animate || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still) renderer.getCamera().setState(state);
  else void renderer.getCamera().animate(state, { duration: 150 });
}
