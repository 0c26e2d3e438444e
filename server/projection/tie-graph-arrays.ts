import { type IdTable, sizeOf } from './id-table.ts';
import type { TieGraph } from './tie-graph.ts';

/** An array as a file holds it. */
export type FlatArray = Int32Array | Uint32Array | Uint8Array;

/** All arrays of a graph by name: nothing else is needed to have it again. */
export function arraysOf(graph: TieGraph): Map<string, FlatArray> {
  const { things, ties, scale, ...numbers } = graph;
  return new Map<string, FlatArray>([
    ...Object.entries(numbers),
    ['things.slots', things.slots],
    ...tableEntries('things', things),
    ...tableEntries('ties', ties),
    ...tableEntries('scale', scale),
  ]);
}

function tableEntries(name: string, { bytes, offsets }: IdTable): [string, FlatArray][] {
  return [
    [`${name}.bytes`, bytes],
    [`${name}.offsets`, offsets],
  ];
}

/**
 * The graph of such arrays, which are used where they are and not copied.
 *
 * @returns null when one is missing, is of another type or does not fit the others
 */
export function graphOf(arrays: ReadonlyMap<string, FlatArray>): TieGraph | null {
  try {
    const graph = takeGraph(arrays);
    return fits(graph) ? graph : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function takeGraph(arrays: ReadonlyMap<string, FlatArray>): TieGraph {
  const numbers = (name: string): Int32Array => {
    const found = arrays.get(name);
    if (found instanceof Int32Array) return found;
    throw new TypeError(name);
  };
  const bytes = (name: string): Uint8Array => {
    const found = arrays.get(name);
    if (found instanceof Uint8Array) return found;
    throw new TypeError(name);
  };
  const table = (name: string): IdTable => {
    const offsets = arrays.get(`${name}.offsets`);
    if (offsets instanceof Uint32Array) return { bytes: bytes(`${name}.bytes`), offsets };
    throw new TypeError(name);
  };
  return {
    things: { ...table('things'), slots: numbers('things.slots') },
    ...{ ties: table('ties'), scale: table('scale'), mark: bytes('mark') },
    ...{ a: numbers('a'), b: numbers('b'), from: numbers('from'), to: numbers('to') },
    ...{ shareMin: numbers('shareMin'), shareMax: numbers('shareMax') },
    ...{ bounds: numbers('bounds'), neighbour: numbers('neighbour'), tie: numbers('tie') },
  };
}

function fits(graph: TieGraph): boolean {
  const { a, b, mark, from, to, shareMin, shareMax, bounds, neighbour, tie, things, ties, scale } = graph;
  const isWhole = ({ bytes, offsets }: IdTable): boolean => (offsets.at(-1) ?? -1) === bytes.length;
  return (
    [b, mark].every(({ length }) => length === a.length) &&
    [from, to, shareMin, shareMax].every(({ length }) => length === 0 || length === a.length) &&
    from.length === to.length &&
    shareMin.length === shareMax.length &&
    sizeOf(ties) === a.length &&
    bounds.length === 2 * sizeOf(things) + 1 &&
    bounds.at(-1) === neighbour.length &&
    tie.length === neighbour.length &&
    [things, ties, scale].every(isWhole)
  );
}
