import { temporal } from 'zundo';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Operation } from './operations.ts';
import { decodeView, emptyView, type View } from './view.ts';

/** Today where the analyst is. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

/**
 * The view and its history: every change of the drawing or the day can be undone and redone. To look at something
 * (to select it, to open its card) changes nothing, so it is no step of its own.
 */
export const viewStore = createStore<View>()(
  temporal(
    () => (typeof window === 'undefined' ? emptyView(today()) : decodeView(window.location.search, today())),
    {
      limit: 200,
      equality: (before, after) => JSON.stringify(changeable(before)) === JSON.stringify(changeable(after)),
    },
  ),
);

function changeable({ selected: _, open: __, known: ___, ...rest }: View): object {
  return rest;
}

/** Reads the view in a component. */
export function useView<T>(select: (view: View) => T): T {
  return useStore(viewStore, select);
}

/** What a person can do to the view. `open` names a card: `party/ID`, `facility/ID`, `fact/ID`. */
export const actions = {
  set: (change: Partial<View>): void => viewStore.setState(change),
  setAsOf: (asOf: string): void => viewStore.setState({ asOf }),
  /** Opens a card without changing the drawing. */
  open: (open: string): void =>
    viewStore.setState({ open, selected: open.startsWith('fact/') ? [] : idsOf(open) }),
  /** Opens a thing on a fresh canvas. */
  start: (open: string): void =>
    viewStore.setState({
      open,
      operations: idsOf(open).map((id) => ({ do: 'draw', id })),
      selected: idsOf(open),
    }),
  apply: (operation: Operation): void =>
    viewStore.setState(({ operations }) => ({ operations: [...operations, operation] })),
  hide: (id: string): void =>
    viewStore.setState(({ operations, selected, open }) => ({
      operations: [...operations, { do: 'hide', id }],
      selected: selected.filter((each) => each !== id),
      open: idsOf(open).includes(id) ? '' : open,
    })),
  /** Selects one thing and opens its card, or with `more` adds it as the second of two. */
  select: (id: string, open: string, more: boolean): void =>
    viewStore.setState(({ selected }) => ({
      open,
      selected: more ? [...selected.filter((each) => each !== id).slice(-1), id] : [id],
    })),
  deselect: (): void => viewStore.setState({ selected: [] }),
  clear: (): void => viewStore.setState({ open: '', operations: [], selected: [] }),
  undo: (): void => viewStore.temporal.getState().undo(),
  redo: (): void => viewStore.temporal.getState().redo(),
};

/** `party/nexperia` names `nexperia`. */
export function idsOf(open: string): string[] {
  return open === '' ? [] : [open.slice(open.indexOf('/') + 1)];
}

/** How many steps can be undone and redone. */
export function useHistory(): { readonly past: number; readonly future: number } {
  const past = useStore(viewStore.temporal, (state) => state.pastStates.length);
  const future = useStore(viewStore.temporal, (state) => state.futureStates.length);
  return { past, future };
}
