import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyView, type View } from '../../client/state/view.ts';
import { actions, viewStore } from '../../client/state/view-store.ts';
import { anyDay, anyId, anyOperation, anyView } from '../support/views.ts';

const START = emptyView('2025-10-15');

function begin(view: View = START): void {
  viewStore.setState(view);
  viewStore.temporal.getState().clear();
}

beforeEach(() => begin());

const now = (): View => viewStore.getState();
/** What undo is about: the drawing and the day, not what is looked at. */
const drawn = ({ asOf, operations, ended }: View): object => ({ asOf, operations, ended });
const steps = (): number => viewStore.temporal.getState().pastStates.length;

/** Something a person does. */
type Deed = readonly [what: string, act: () => void];

const open = anyId.map((id) => `party/${id}`);

/** Everything that a person can do to a view. */
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  anyOperation.map((operation): Deed => [operation.do, () => actions.apply(operation)]),
  anyDay.map((day): Deed => ['as of', () => actions.setAsOf(day)]),
  fc.boolean().map((ended): Deed => ['ended', () => actions.set({ ended })]),
  open.map((card): Deed => ['open', () => actions.open(card)]),
  anyId.map((id): Deed => ['open a fact', () => actions.open(`fact/${id}`)]),
  open.map((card): Deed => ['start', () => actions.start(card)]),
  anyId.map((id): Deed => ['hide', () => actions.hide(id)]),
  fc
    .tuple(anyId, fc.boolean())
    .map(([id, more]): Deed => ['select', () => actions.select(id, `party/${id}`, more)]),
  fc.constant<Deed>(['deselect', actions.deselect]),
  fc.constant<Deed>(['clear', actions.clear]),
);

describe('undo and redo', () => {
  it('gives back the view before any deed, and redo the view after it', () => {
    fc.assert(
      fc.property(anyView, anyDeed, (view, [, act]) => {
        begin(view);
        act();
        const after = now();
        const isChange = JSON.stringify(drawn(after)) !== JSON.stringify(drawn(view));
        expect(steps()).toBe(isChange ? 1 : 0);
        actions.undo();
        expect(now()).toEqual(isChange ? view : after);
        actions.redo();
        expect(now()).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('walks a whole session back to its start and forward to its end', () => {
    fc.assert(
      fc.property(anyView, fc.array(anyDeed, { maxLength: 25 }), (view, deeds) => {
        begin(view);
        const seen = [drawn(now())];
        for (const [, act] of deeds) {
          act();
          if (steps() === seen.length) seen.push(drawn(now()));
        }
        for (const expected of [...seen].reverse().slice(1)) {
          actions.undo();
          expect(drawn(now())).toEqual(expected);
        }
        for (const expected of seen.slice(1)) {
          actions.redo();
          expect(drawn(now())).toEqual(expected);
        }
      }),
    );
  });

  it('takes a change of the day back like any other step', () => {
    actions.apply({ do: 'draw', id: 'nexperia' });
    actions.setAsOf('2024-12-01');
    actions.undo();
    expect(now()).toMatchObject({ asOf: '2025-10-15', operations: [{ do: 'draw', id: 'nexperia' }] });
    actions.redo();
    expect(now().asOf).toBe('2024-12-01');
  });

  it('makes no step of what changes nothing', () => {
    actions.setAsOf(START.asOf);
    actions.deselect();
    actions.clear();
    expect(steps()).toBe(0);
  });

  it('makes no step of looking: selecting a thing, opening its card', () => {
    actions.start('party/a');
    actions.select('b', 'party/b', false);
    actions.open('fact/holding:L:S');
    expect(steps()).toBe(1);
    actions.undo();
    expect(now()).toEqual(START);
  });

  it('does nothing at the ends of the history', () => {
    actions.undo();
    actions.redo();
    expect(now()).toEqual(START);
  });

  it('forgets what was undone when something else is done', () => {
    actions.apply({ do: 'draw', id: 'a' });
    actions.undo();
    actions.apply({ do: 'draw', id: 'b' });
    actions.redo();
    expect(now().operations).toEqual([{ do: 'draw', id: 'b' }]);
  });
});

describe('what a person does to the view', () => {
  it('starts at a thing on an empty canvas, drawn, selected and with its card open', () => {
    actions.apply({ do: 'draw', id: 'old' });
    actions.start('party/nexperia');
    expect(now()).toEqual({
      ...START,
      open: 'party/nexperia',
      operations: [{ do: 'draw', id: 'nexperia' }],
      selected: ['nexperia'],
    });
  });

  it('opens the card of a fact and leaves the drawing alone', () => {
    actions.start('party/nexperia');
    actions.open('fact/holding:L:S');
    expect(now()).toMatchObject({ open: 'fact/holding:L:S', selected: [] });
    expect(now().operations).toHaveLength(1);
  });

  it('selects at most two things, the ends of a path: the last two', () => {
    for (const id of ['a', 'b', 'c']) actions.select(id, `party/${id}`, true);
    expect(now().selected).toEqual(['b', 'c']);
    actions.select('b', 'party/b', true);
    expect(now().selected).toEqual(['c', 'b']);
    actions.select('a', 'party/a', false);
    expect(now().selected).toEqual(['a']);
  });

  it('hides a thing: off the selection, its card closed, other cards left open', () => {
    actions.start('party/a');
    actions.hide('a');
    expect(now()).toMatchObject({ open: '', selected: [] });
    expect(now().operations.at(-1)).toEqual({ do: 'hide', id: 'a' });
    actions.start('party/b');
    actions.hide('a');
    expect(now()).toMatchObject({ open: 'party/b', selected: ['b'] });
  });

  it('clears everything but the day', () => {
    actions.setAsOf('2024-12-01');
    actions.start('party/a');
    actions.clear();
    expect(now()).toEqual(emptyView('2024-12-01'));
  });
});
