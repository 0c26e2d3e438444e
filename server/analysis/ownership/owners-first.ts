import type { FlatOwnership } from '../../projection/flat-ownership.ts';

/** Parties in an order in which owners come before what they own, circles as groups. */
export interface OwnersFirst {
  readonly order: Int32Array;
  /** Where the group of a party starts in `order`; a party in no circle is a group of its own. */
  readonly start: Int32Array;
  /** 1 for a party that holds itself through others, on whatever days. */
  readonly inCircle: Uint8Array;
  /** Where the circles start in `order`. */
  readonly circles: Int32Array;
}

/**
 * Orders parties by the strongly connected components of all ties of all days (Tarjan 1972, without recursion, so
 * that no chain is too long).
 */
export function ownersFirst(flat: FlatOwnership): OwnersFirst {
  const search = newSearch(flat);
  for (let party = 0; party < flat.parties; party += 1) if (search.number[party] === 0) visit(search, party);
  const { order, start, inCircle, circles } = search;
  return { order, start, inCircle, circles: Int32Array.from(circles) };
}

/** The members of the group that starts at a place of the order. */
export function groupAt({ order, start }: OwnersFirst, place: number): Int32Array {
  let end = place + 1;
  while (end < order.length && start[order[end] ?? 0] === place) end += 1;
  return order.subarray(place, end);
}

interface Search extends Pick<OwnersFirst, 'order' | 'start' | 'inCircle'> {
  readonly flat: FlatOwnership;
  readonly circles: number[];
  /** Numbers in the order of discovery from 1, 0 for what was not seen; and the least that a party leads back to. */
  readonly number: Int32Array;
  readonly low: Int32Array;
  /** Seen parties whose group is not finished. */
  readonly open: Int32Array;
  readonly isOpen: Uint8Array;
  /** The way from the start to where the search is, and the next tie to look at there. */
  readonly way: Int32Array;
  readonly next: Int32Array;
  seen: number;
  openCount: number;
  placed: number;
}

function newSearch(flat: FlatOwnership): Search {
  const numbers = (): Int32Array => new Int32Array(flat.parties);
  return {
    ...{ flat, order: numbers(), start: numbers(), inCircle: new Uint8Array(flat.parties), circles: [] },
    ...{ number: numbers(), low: numbers(), open: numbers(), isOpen: new Uint8Array(flat.parties) },
    ...{ way: numbers(), next: flat.up.slice(), seen: 0, openCount: 0, placed: 0 },
  };
}

function visit(search: Search, first: number): void {
  const { flat, way, next } = search;
  discover(search, first);
  way[0] = first;
  for (let depth = 0; depth >= 0; ) {
    const party = way[depth] ?? 0;
    const at = next[party] ?? 0;
    if (at === flat.up[party + 1]) {
      depth -= 1;
      leave(search, party, depth);
      continue;
    }
    next[party] = at + 1;
    const owner = flat.owner[flat.upTies[at] ?? 0] ?? 0;
    if (!look(search, party, owner)) continue;
    depth += 1;
    way[depth] = owner;
    discover(search, owner);
  }
}

/** Looks at one owner of a party; true where the way goes on up to it. */
function look({ number, low, isOpen, inCircle }: Search, party: number, owner: number): boolean {
  if (number[owner] === 0) return true;
  if (isOpen[owner] === 1) lower(low, party, number[owner] ?? 0);
  if (owner === party) inCircle[party] = 1;
  return false;
}

function leave(search: Search, party: number, depth: number): void {
  const { low, number, way } = search;
  if (low[party] === number[party]) close(search, party);
  if (depth >= 0) lower(low, way[depth] ?? 0, low[party] ?? 0);
}

function discover(search: Search, party: number): void {
  search.seen += 1;
  search.number[party] = search.seen;
  search.low[party] = search.seen;
  search.open[search.openCount] = party;
  search.openCount += 1;
  search.isOpen[party] = 1;
}

function lower(low: Int32Array, party: number, to: number): void {
  if (to < (low[party] ?? 0)) low[party] = to;
}

/** Places a finished group: all that was opened since its first member. */
function close(search: Search, first: number): void {
  const { order, start, open, isOpen, inCircle } = search;
  const place = search.placed;
  for (let member = -1; member !== first; ) {
    search.openCount -= 1;
    member = open[search.openCount] ?? first;
    isOpen[member] = 0;
    order[search.placed] = member;
    start[member] = place;
    search.placed += 1;
  }
  if (search.placed - place > 1)
    for (let at = place; at < search.placed; at += 1) inCircle[order[at] ?? 0] = 1;
  if (inCircle[first] === 1) search.circles.push(place);
}
