import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { CanvasGraph } from './canvas-graph.ts';
import { DARK, LIGHT, type Palette } from './palette.ts';
import { type CanvasEvents, makeRenderer, type Renderer, setUnits, showAll } from './renderer.ts';
import { type Direction, walk } from './walk.ts';

export interface CanvasProps {
  readonly graph: CanvasGraph;
  readonly selected: readonly string[];
  readonly events: CanvasEvents;
  /** Counts up whenever everything is to be shown anew. */
  readonly fitCount: number;
  /** Where the renderer is put for exports. */
  readonly rendererRef: RefObject<Renderer | null>;
}

/** The palette of the scheme that is on. */
export function usePalette(): Palette {
  return useComputedColorScheme('light') === 'dark' ? DARK : LIGHT;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The drawing. Everything in it is also in the table beside it, with the same ids. */
export function Canvas({ graph, selected, events, fitCount, rendererRef }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const palette = usePalette();
  const [isThere, setThere] = useState(true);
  useRenderer({ container, graph, palette, events: latest, rendererRef, onFailed: () => setThere(false) });
  useFit(rendererRef, graph, fitCount);
  const label = useMemo(() => describe(graph), [graph]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    const next = direction && walk(graph, selected.at(-1), direction);
    if (!direction || !next) return;
    event.preventDefault();
    events.onNode(next, false);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk along the ties
    <div className="canvas" role="application" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
      <div ref={container} className="canvas-surface" data-testid="canvas" aria-hidden="true" />
      {isThere ? null : (
        <p className="canvas-missing">
          This browser cannot draw with WebGL. The table below holds the same things.
        </p>
      )}
    </div>
  );
}

function describe(graph: CanvasGraph): string {
  return `Drawing of ${graph.order} things and ${graph.size} ties. Arrow keys walk along the ties; the table below holds the same things.`;
}

interface RendererOptions {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly graph: CanvasGraph;
  readonly palette: Palette;
  readonly events: RefObject<CanvasEvents>;
  readonly rendererRef: RefObject<Renderer | null>;
  readonly onFailed: () => void;
}

/** One renderer as long as the palette stays; a new graph is handed to it. */
function useRenderer({ container, graph, palette, events, rendererRef, onFailed }: RendererOptions): void {
  const first = useRef(graph);
  first.current = graph;
  const failed = useRef(onFailed);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let renderer: Renderer;
    try {
      renderer = makeRenderer(element, first.current, palette, () => events.current);
    } catch {
      failed.current();
      return;
    }
    rendererRef.current = renderer;
    const measure = (): void => {
      renderer.resize();
      setUnits(renderer, Math.max(1, element.offsetWidth), Math.max(1, element.offsetHeight));
      showAll(renderer, first.current, false);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    let isGone = false;
    void document.fonts.ready.then(() => (isGone ? undefined : renderer.refresh()));
    return () => {
      isGone = true;
      observer.disconnect();
      renderer.kill();
      rendererRef.current = null;
    };
  }, [container, palette, events, rendererRef]);
  useEffect(() => {
    rendererRef.current?.setGraph(graph);
  }, [graph, rendererRef]);
}

/** Fits when asked to, and when something new lies outside of what is seen. */
function useFit(rendererRef: RefObject<Renderer | null>, graph: CanvasGraph, fitCount: number): void {
  const known = useRef('');
  useEffect(() => {
    const renderer = rendererRef.current;
    const ids = graph.nodes().join();
    if (!renderer || ids === known.current) return;
    known.current = ids;
    if (someOutside(renderer, graph)) showAll(renderer, graph, true);
  }, [graph, rendererRef]);
  useEffect(() => {
    if (fitCount > 0 && rendererRef.current) showAll(rendererRef.current, graph, true);
  }, [fitCount, rendererRef.current, graph]);
}

function someOutside(renderer: Renderer, graph: CanvasGraph): boolean {
  const { width, height } = renderer.getDimensions();
  return graph.someNode((_, place) => {
    const { x, y } = renderer.graphToViewport(place);
    return x < 20 || y < 20 || x > width - 180 || y > height - 40;
  });
}
