import {
  type FlatOwnership,
  TIE,
  TIE_WEAK,
  type TickArray,
  tickArray,
} from '../../projection/flat-ownership.ts';
import type { PartyTicks } from '../../projection/tie-ticks.ts';
import { type CircleTies, circleTies } from './circle-ties.ts';
import type { TieColumns } from './owner-sums.ts';
import { type OwnersFirst, ownersFirst } from './owners-first.ts';

/** Numbers of one place in `nodes`: its first link, its first owned party, where its group starts, and `FLAG`s. */
export const NODE = { size: 4, link: 0, owned: 1, group: 2, flags: 3 } as const;
export const FLAG = { inCircle: 1, odd: 2 } as const;
/**
 * Numbers of one tie in `links`; the owner has the byte of the tie in its lowest bits. `min` is 0 for a tie that is no
 * holding, and 1 for one that is not summed in ticks.
 */
export const LINK = {
  ...{ size: 8, owner: 0, from: 1, to: 2, min: 3, max: 4, firmMax: 5, tie: 6 },
  ...{ codeBits: 4, code: 15 },
} as const;
const MOST_PARTIES = 2 ** (31 - LINK.codeBits);

/**
 * A graph made ready to be swept, under any number of tests. Parties are numbered by their places in the order, owners
 * first: a sweep then goes through memory once, from one end to the other, and what it needs of a party and of the
 * ties up from it lies side by side. 36 bytes a tie and 24 a party beside the flat arrays.
 */
export interface SweptGraph {
  readonly flat: FlatOwnership;
  readonly order: OwnersFirst;
  /** The place of each party. */
  readonly place: Int32Array;
  readonly nodes: Int32Array;
  /** The ties up from each place. */
  readonly links: TickArray;
  /** The places that each place has ties down to; of one in a circle the complement, below 0. */
  readonly owned: Int32Array;
  readonly circles: CircleTies;
  /** Ticks of a party whose shares have more digits than those of the graph hold. */
  readonly exactTicks: (party: number) => PartyTicks;
}

/**
 * Makes a graph ready, in linear time.
 *
 * @throws RangeError from 134 million parties on
 */
export function sweptGraph(flat: FlatOwnership, exactTicks: SweptGraph['exactTicks']): SweptGraph {
  if (flat.parties > MOST_PARTIES) throw new RangeError(`A sweep takes at most ${MOST_PARTIES} parties.`);
  const order = ownersFirst(flat);
  const place = new Int32Array(flat.parties);
  for (let at = 0; at < flat.parties; at += 1) place[order.order[at] ?? 0] = at;
  return {
    ...{ flat, order, place, exactTicks },
    nodes: nodesOf(flat, order),
    links: linksOf(flat, order, place),
    owned: ownedOf(flat, order, place),
    circles: circleTies(flat, order, place),
  };
}

/** Ties by their places in the links of a swept graph. */
export function linkColumns({ links }: SweptGraph): TieColumns {
  return {
    code: links,
    min: links.subarray(LINK.min),
    max: links.subarray(LINK.max),
    firmMax: links.subarray(LINK.firmMax),
    tieAt: (link) => links[link + LINK.tie] ?? 0,
  };
}

/** Where the group of a place starts: of a circle, or of a party alone. */
export function groupOf({ nodes }: SweptGraph, place: number): number {
  return nodes[NODE.size * place + NODE.group] ?? 0;
}

/** The place after the last of the group that starts at a place. */
export function groupEnd(graph: SweptGraph, start: number): number {
  let end = start + 1;
  while (groupOf(graph, end) === start) end += 1;
  return end;
}

export function isInCircle({ nodes }: SweptGraph, place: number): boolean {
  return ((nodes[NODE.size * place + NODE.flags] ?? 0) & FLAG.inCircle) !== 0;
}

/** Have the shares in a party too many digits for ticks? */
export function isOdd({ nodes }: SweptGraph, place: number): boolean {
  return ((nodes[NODE.size * place + NODE.flags] ?? 0) & FLAG.odd) !== 0;
}

function nodesOf(flat: FlatOwnership, { order, start, inCircle }: OwnersFirst): Int32Array {
  const nodes = new Int32Array(NODE.size * (order.length + 1));
  let [link, owned] = [0, 0];
  for (let place = 0; place <= order.length; place += 1) {
    const node = NODE.size * place;
    nodes[node + NODE.link] = link;
    nodes[node + NODE.owned] = owned;
    if (place === order.length) break;
    const party = order[place] ?? 0;
    nodes[node + NODE.group] = start[party] ?? 0;
    nodes[node + NODE.flags] =
      (inCircle[party] === 1 ? FLAG.inCircle : 0) | (flat.odd?.[party] === 1 ? FLAG.odd : 0);
    link += LINK.size * ((flat.up[party + 1] ?? 0) - (flat.up[party] ?? 0));
    owned += (flat.down[party + 1] ?? 0) - (flat.down[party] ?? 0);
  }
  nodes[NODE.size * order.length + NODE.group] = order.length;
  return nodes;
}

function linksOf(flat: FlatOwnership, { order }: OwnersFirst, place: Int32Array): TickArray {
  const { up, upTies } = flat;
  const links = tickArray(LINK.size * upTies.length, flat.whole, flat.maxOwners);
  let link = 0;
  for (const party of order) {
    const end = up[party + 1] ?? 0;
    for (let at = up[party] ?? 0; at < end; at += 1, link += LINK.size) {
      const tie = upTies[at] ?? 0;
      links[link] = ((place[flat.owner[tie] ?? 0] ?? 0) << LINK.codeBits) | (flat.tie[tie] ?? 0);
      fillLink(links, link, flat, tie);
    }
  }
  return links;
}

function fillLink(links: TickArray, link: number, flat: FlatOwnership, tie: number): void {
  const isHolding = ((flat.tie[tie] ?? 0) & ~TIE_WEAK) === TIE.holding;
  links[link + LINK.from] = flat.from[tie] ?? 0;
  links[link + LINK.to] = flat.to[tie] ?? 0;
  const isOddOne = flat.odd?.[flat.owned[tie] ?? 0] === 1;
  links[link + LINK.min] = isHolding ? (isOddOne ? 1 : (flat.min[tie] ?? 0)) : 0;
  links[link + LINK.max] = flat.max[tie] ?? 0;
  links[link + LINK.firmMax] = flat.firmMax[tie] ?? 0;
  links[link + LINK.tie] = tie;
}

function ownedOf(
  { down, owned }: FlatOwnership,
  { order, inCircle }: OwnersFirst,
  place: Int32Array,
): Int32Array {
  const places = new Int32Array(owned.length);
  let next = 0;
  for (const party of order) {
    const end = down[party + 1] ?? 0;
    for (let at = down[party] ?? 0; at < end; at += 1, next += 1) {
      const below = owned[at] ?? 0;
      places[next] = inCircle[below] === 1 ? ~(place[below] ?? 0) : (place[below] ?? 0);
    }
  }
  return places;
}
