import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Graph, graphShape, neighboursReplyShape, pathsReplyShape } from '../../server/wire/graph.ts';
import { evidenceReplyShape } from '../../server/wire/verdict.ts';
import { ask } from '../api/fetch.ts';
import type { Operation } from '../state/operations.ts';
import { useSameItems } from '../state/same-items.ts';
import type { View } from '../state/view.ts';
import { type Contribution, composeDrawing, type Drawing } from './drawing.ts';

/** Neighbours that one expansion brings; the rest is counted and can be had as a list. */
const NEIGHBOURS = 25;

export interface DrawingState {
  readonly drawing: Drawing;
  readonly isLoading: boolean;
  readonly errors: readonly Error[];
}

interface Brought {
  readonly graph: Graph;
  readonly note: string;
}

/** Replays the operations of a view: asks for what each brings, and adds it up. */
export function useDrawing({ operations, asOf, ended }: View): DrawingState {
  const results = useQueries({
    queries: operations.map((operation) => ({
      queryKey: ['drawing', operation, asOf, ended],
      queryFn: ({ signal }: { signal: AbortSignal }) => bring(operation, { asOf, ended }, signal),
      enabled: asks(operation),
      retry: false,
    })),
  });
  // The answers themselves, not the times at which they came: those of two days may have come in the same instant.
  const answers = useSameItems(results.map(({ data }) => data));
  const drawing = useMemo(
    () =>
      composeDrawing(
        operations.map((operation, index) => contribution(operation, answers[index])),
        { ended },
      ),
    [operations, ended, answers],
  );
  return {
    drawing,
    isLoading: results.some(({ isLoading }) => isLoading),
    errors: results.flatMap(({ error }) => error ?? []),
  };
}

function contribution(operation: Operation, brought: Brought | null | undefined): Contribution {
  return { operation, graph: brought?.graph ?? null, note: brought?.note ?? '' };
}

function asks({ do: what }: Operation): boolean {
  return what !== 'hide' && what !== 'pin' && what !== 'unpin';
}

interface Day {
  readonly asOf: string;
  readonly ended: boolean;
}

async function bring(
  operation: Operation,
  { asOf, ended }: Day,
  signal: AbortSignal,
): Promise<Brought | null> {
  const query = { asOf };
  switch (operation.do) {
    case 'draw':
      return whole(
        await ask(
          { path: `/evidence/${encodeURIComponent(operation.id)}`, query, shape: graphShape },
          signal,
        ),
      );
    case 'add':
    case 'mark':
      return whole(
        await ask(
          { path: '/graph', query: { ...query, ids: operation.ids.join(',') }, shape: graphShape },
          signal,
        ),
      );
    case 'finding': {
      const path = `/findings/${encodeURIComponent(operation.id)}/evidence`;
      return whole((await ask({ path, query, shape: evidenceReplyShape }, signal)).graph);
    }
    case 'expand': {
      const path = `/neighbours/${encodeURIComponent(operation.id)}`;
      const asked = { ...query, group: operation.group, limit: String(NEIGHBOURS), ended: String(ended) };
      const { graph, shown, total } = await ask({ path, query: asked, shape: neighboursReplyShape }, signal);
      return { graph, note: shown < total ? `${shown} of ${total} ${operation.group} are drawn.` : '' };
    }
    case 'path': {
      const asked = { ...query, from: operation.from, to: operation.to, ended: String(ended) };
      const reply = await ask({ path: '/paths', query: asked, shape: pathsReplyShape }, signal);
      const { graph, paths, note } = reply;
      const isNone = paths.length === 0 && note === '';
      return { graph, note: isNone ? 'No path of up to 8 ties is known between the two on this day.' : note };
    }
    default:
      return null;
  }
}

function whole(graph: Graph): Brought {
  return { graph, note: '' };
}
