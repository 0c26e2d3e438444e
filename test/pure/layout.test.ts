import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, composeDrawing, type Drawing, type Place } from '../../client/canvas/drawing.ts';
import { CELL, placeAll } from '../../client/canvas/layout.ts';
import type { GraphEdge } from '../../server/wire/graph.ts';
import {
  acyclicOwnership,
  anyContributions,
  anyTies,
  brought,
  drawingOf,
  edge,
  graphOf,
} from '../support/drawings.ts';

const compose = (contributions: readonly Contribution[]): Drawing =>
  composeDrawing(contributions, { ended: false });
const placesOf = (ties: readonly GraphEdge[]): Map<string, Place> => placeAll(drawingOf(graphOf(ties)));

function place(places: ReadonlyMap<string, Place>, id: string): Place {
  const found = places.get(id);
  if (!found) throw new Error(`${id} has no place`);
  return found;
}

/** Ties whose upper end does not stand above the lower one. */
function upsideDown(ties: readonly GraphEdge[], places: ReadonlyMap<string, Place>): string[] {
  return ties
    .filter(({ source, target }) => place(places, source).y <= place(places, target).y)
    .map(({ id }) => id);
}

/** Pairs of things that stand on each other. */
function overlaps(places: ReadonlyMap<string, Place>): string[] {
  const all = [...places];
  return all.flatMap(([a, one], at) =>
    all
      .slice(at + 1)
      .filter(
        ([, other]) =>
          Math.abs(one.x - other.x) < CELL.width * 0.8 && Math.abs(one.y - other.y) < CELL.height * 0.5,
      )
      .map(([b]) => `${a} on ${b}`),
  );
}

describe('the layout', () => {
  it('puts every owner above what it owns, where ownership has no circle', () => {
    fc.assert(
      fc.property(acyclicOwnership, (ties) => {
        expect(upsideDown(ties, placesOf(ties))).toEqual([]);
      }),
    );
  });

  it('puts every owner above what it owns, whatever ties of other kinds run the other way', () => {
    const others = anyTies(['AFFILIATED_WITH', 'CONTROLS', 'OFFICER_OF', 'PHYSICALLY_LINKED_TO'], 8);
    fc.assert(
      fc.property(acyclicOwnership, others, (owned, more) => {
        expect(upsideDown(owned, placesOf([...owned, ...more]))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('puts owners above also where a wide row is broken into several', () => {
    const owners = Array.from({ length: 11 }, (_, index) => edge(`O${index}`, 'S'));
    const owned = Array.from({ length: 9 }, (_, index) => edge('S', `T${index}`));
    expect(upsideDown([...owners, ...owned], placesOf([...owners, ...owned]))).toEqual([]);
  });

  it('ends on circles and self ties, with a place for everything and nothing on top of another', () => {
    fc.assert(
      fc.property(anyTies(), (ties) => {
        const places = placesOf(ties);
        expect([...places.keys()].sort()).toEqual(
          [...new Set(ties.flatMap(({ source, target }) => [source, target]))].sort(),
        );
        for (const { x, y } of places.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        expect(overlaps(places)).toEqual([]);
      }),
    );
  });

  it('places a ring of three that own each other', () => {
    expect(placesOf([edge('A', 'B'), edge('B', 'C'), edge('C', 'A')]).size).toBe(3);
  });

  it('gives the same places for the same operations', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        expect([...placeAll(compose(structuredClone(contributions)))]).toEqual([
          ...placeAll(compose(contributions)),
        ]);
      }),
    );
  });

  it('moves nothing that stands already, whatever is done next', () => {
    fc.assert(
      fc.property(anyContributions, (contributions) => {
        let before = new Map<string, Place>();
        for (const end of contributions.keys()) {
          const after = placeAll(compose(contributions.slice(0, end + 1)));
          for (const [id, at] of before) if (after.has(id)) expect(after.get(id), id).toEqual(at);
          expect(overlaps(after)).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets new owners grow above, and new holdings below, of what is expanded', () => {
    const start = brought({ do: 'draw', id: 'S' }, graphOf([edge('L', 'S')]));
    const owners = brought({ do: 'expand', id: 'L', group: 'owners' }, graphOf([edge('O', 'L')]));
    const owned = brought({ do: 'expand', id: 'L', group: 'holdings' }, graphOf([edge('L', 'T')]));
    const places = placeAll(compose([start, owners, owned]));
    expect(place(places, 'O').y).toBeGreaterThan(place(places, 'L').y);
    expect(place(places, 'T').y).toBeLessThan(place(places, 'L').y);
  });

  it('puts a pinned thing where it was put, and back when it is let go', () => {
    const start = brought({ do: 'draw', id: 'S' }, graphOf([edge('L', 'S')]));
    const pin = brought({ do: 'pin', id: 'S', x: 777, y: -333 }, null);
    const home = place(placeAll(compose([start])), 'S');
    expect(place(placeAll(compose([start, pin])), 'S')).toEqual({ x: 777, y: -333 });
    const back = compose([start, pin, brought({ do: 'unpin', id: 'S' }, null)]);
    expect(place(placeAll(back), 'S')).toEqual(home);
  });

  it('places two hundred neighbours of one thing without overlap', () => {
    const many = Array.from({ length: 200 }, (_, index) => edge('L', `T${index}`));
    const start = brought({ do: 'draw', id: 'L' }, graphOf([edge('O', 'L')]));
    const expand = brought({ do: 'expand', id: 'L', group: 'holdings' }, graphOf(many));
    const places = placeAll(compose([start, expand]));
    expect([places.size, overlaps(places)]).toEqual([202, []]);
  });
});
