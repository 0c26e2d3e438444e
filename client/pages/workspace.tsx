import { useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useFacility, useOverview, useParty } from '../api/queries.ts';
import { Canvas, usePalette } from '../canvas/canvas.tsx';
import { type CanvasGraph, canvasGraph } from '../canvas/canvas-graph.ts';
import type { Drawing } from '../canvas/drawing.ts';
import type { CanvasEvents, Renderer } from '../canvas/renderer.ts';
import { useDrawing } from '../canvas/use-drawing.ts';
import { exportView } from '../export/export-view.ts';
import type { ExportFormat } from '../export/formats.ts';
import { Legend } from '../panels/legend.tsx';
import { Failure } from '../panels/states.tsx';
import { Tables } from '../panels/tables.tsx';
import { changeDays, TimeStrip } from '../panels/time-strip.tsx';
import { Toolbar } from '../panels/toolbar.tsx';
import { useKeys } from '../state/keyboard.ts';
import { actions, useView, viewStore } from '../state/view-store.ts';

/** The canvas with its tools, the strip of time and the table: all of the same drawing. */
export function Workspace() {
  const view = useView((state) => state);
  const palette = usePalette();
  const { drawing, isLoading, errors } = useDrawing(view);
  const openEdge = view.open.startsWith('fact/') ? view.open.slice('fact/'.length) : '';
  const graph = useMemo(
    () => canvasGraph(drawing, { palette, selected: view.selected, openEdge }),
    [drawing, palette, view.selected, openEdge],
  );
  const renderer = useRef<Renderer | null>(null);
  const [fitCount, setFitCount] = useState(0);
  const [isExpandOpen, setExpandOpen] = useState(false);
  const [message, setMessage] = useState('');
  const days = useChangeDays(drawing, view.asOf);
  const neighbours = useNeighbourCounts(view.selected.at(-1), drawing, view.asOf);
  const pin = (): void => togglePin(graph, view.selected.at(-1));
  const doExport = (format: ExportFormat): void => {
    void exportView(format, { drawing, graph, palette, view: viewStore.getState() }).then(
      setMessage,
      (error: Error) => setMessage(error.message),
    );
  };
  useWorkspaceKeys({
    onFit: () => setFitCount((count) => count + 1),
    onPin: pin,
    onExpand: () => setExpandOpen(true),
    days,
    asOf: view.asOf,
    selected: view.selected.at(-1),
  });
  return (
    <Group orientation="vertical" className="workspace">
      <Panel minSize="180px" className="canvas-frame">
        <div className="canvas-bar">
          <Toolbar
            onFit={() => setFitCount((count) => count + 1)}
            onPin={pin}
            onExport={doExport}
            neighbours={neighbours}
            isExpandOpen={isExpandOpen}
            onExpandOpen={setExpandOpen}
          />
          <div className="canvas-notes" aria-live="polite">
            {[
              ...(isLoading ? ['Loading the drawing …'] : []),
              ...drawing.notes,
              ...(message === '' ? [] : [message]),
            ].join(' ')}
          </div>
        </div>
        {errors.map((error) => (
          <Failure key={error.message} error={error} />
        ))}
        <Canvas
          graph={graph}
          selected={view.selected}
          events={canvasEvents(drawing, setExpandOpen)}
          fitCount={fitCount}
          rendererRef={renderer}
        />
        <Legend graph={graph} />
      </Panel>
      <TimeStrip days={days} />
      <Separator className="separator separator-level" />
      <Panel defaultSize="26%" minSize="60px" collapsible className="tables-frame">
        <Tables drawing={drawing} />
      </Panel>
    </Group>
  );
}

function canvasEvents(drawing: Drawing, setExpandOpen: (isOpen: boolean) => void): CanvasEvents {
  const openOf = (id: string): string => {
    const type = drawing.nodes.get(id)?.type;
    return type === 'party' || type === 'facility' ? `${type}/${id}` : '';
  };
  return {
    onNode: (id, more) => actions.select(id, openOf(id), more),
    onEdge: (id) => actions.open(`fact/${id}`),
    onStage: actions.deselect,
    onExpand: (id) => {
      actions.select(id, openOf(id), false);
      setExpandOpen(true);
    },
    onMoved: (id, x, y) => actions.apply({ do: 'pin', id, x, y }),
  };
}

function togglePin(graph: CanvasGraph, id: string | undefined): void {
  if (id === undefined || !graph.hasNode(id)) return;
  const { pinned, x, y } = graph.getNodeAttributes(id);
  actions.apply(pinned ? { do: 'unpin', id } : { do: 'pin', id, x, y });
}

function useChangeDays(drawing: Drawing, asOf: string): string[] {
  const { data } = useOverview(asOf);
  return useMemo(() => changeDays(drawing, data?.regimes ?? []), [drawing, data]);
}

function useNeighbourCounts(id: string | undefined, drawing: Drawing, asOf: string) {
  const type = id === undefined ? undefined : drawing.nodes.get(id)?.type;
  const party = useParty(id ?? '', asOf, type === 'party');
  const facility = useFacility(id ?? '', asOf, type === 'facility');
  return (type === 'party' ? party.data?.neighbours : facility.data?.neighbours) ?? [];
}

interface WorkspaceKeys {
  readonly onFit: () => void;
  readonly onPin: () => void;
  readonly onExpand: () => void;
  readonly days: readonly string[];
  readonly asOf: string;
  readonly selected: string | undefined;
}

function useWorkspaceKeys({ onFit, onPin, onExpand, days, asOf, selected }: WorkspaceKeys): void {
  useKeys({
    f: onFit,
    p: onPin,
    e: onExpand,
    h: () => selected !== undefined && actions.hide(selected),
    z: actions.undo,
    'Shift+z': actions.redo,
    '[': () => step([...days].reverse().find((date) => date < asOf)),
    ']': () => step(days.find((date) => date > asOf)),
    w: () => reveal('why'),
    t: () => reveal('tables'),
  });
}

function step(date: string | undefined): void {
  if (date !== undefined) actions.setAsOf(date);
}

/** Brings a part into view, unfolds it and puts the focus there. */
function reveal(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  if (element instanceof HTMLDetailsElement) element.open = true;
  element.scrollIntoView({ block: 'nearest' });
  const target = element.querySelector<HTMLElement>('summary, button');
  (target ?? element).focus();
}
