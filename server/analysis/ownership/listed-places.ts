import { DAY_MAX, DAY_MIN } from '../../facts/dates.ts';
import type { Window } from './changes.ts';
import { groupOf, type SweptGraph } from './sweep-graph.ts';

/** A listing of a party that counts, in days. */
export interface ListedDays extends Window {
  /** False when the listing is only reported, or its programmes are unknown and the regime asks for some. */
  readonly certain: boolean;
  /** False when the listing is only reported: then it confirms nothing, whatever its programmes. */
  readonly firm: boolean;
}

const NEVER: ListedDays = { from: DAY_MAX, to: DAY_MIN, certain: false, firm: false };

/** The listings that count under one regime, by the places of their parties, as flat arrays. */
export class ListedPlaces {
  /** Places of listed parties, ascending. */
  readonly places: Int32Array;
  /** Where the groups of those start. */
  readonly groups: Int32Array;
  /** `first[n]` to `first[n + 1]` are the listings of `places[n]`. */
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly certain: Uint8Array;
  readonly firm: Uint8Array;
  /** Days on which any of them begins or ends. */
  readonly days: readonly number[];
  /** One bit a place: hardly any has listings, and a search for each would be slow. */
  readonly #isListed: Int32Array;

  constructor(graph: SweptGraph, listings: ReadonlyMap<number, readonly ListedDays[]>) {
    const { place } = graph;
    const parties = graph.order.order;
    this.places = Int32Array.from(listings.keys(), (party) => place[party] ?? 0).sort();
    this.groups = this.places.map((at) => groupOf(graph, at));
    this.first = new Int32Array(this.places.length + 1);
    for (const [n, at] of this.places.entries())
      this.first[n + 1] = (this.first[n] ?? 0) + (listings.get(parties[at] ?? 0)?.length ?? 0);
    const rows = this.first.at(-1) ?? 0;
    this.from = new Int32Array(rows);
    this.to = new Int32Array(rows);
    this.certain = new Uint8Array(rows);
    this.firm = new Uint8Array(rows);
    for (const [n, at] of this.places.entries())
      this.#fill(this.first[n] ?? 0, listings.get(parties[at] ?? 0));
    this.days = changeDays(this);
    this.#isListed = new Int32Array((place.length >> 5) + 1);
    for (const at of this.places) this.#isListed[at >> 5] = (this.#isListed[at >> 5] ?? 0) | (1 << (at & 31));
  }

  #fill(first: number, entries: readonly ListedDays[] = []): void {
    for (let index = 0; index < entries.length; index += 1) {
      const { from, to, certain, firm } = entries[index] ?? NEVER;
      this.from[first + index] = from;
      this.to[first + index] = to;
      this.certain[first + index] = Number(certain);
      this.firm[first + index] = Number(firm);
    }
  }

  /** Which of `places` this is; -1 for none. */
  indexOf(place: number): number {
    if ((((this.#isListed[place >> 5] ?? 0) >> (place & 31)) & 1) === 0) return -1;
    let [low, high] = [0, this.places.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Days on which any of some listings begins or ends. */
function changeDays({ from, to }: Pick<ListedPlaces, 'from' | 'to'>): number[] {
  const days = new Set<number>();
  for (let row = 0; row < from.length; row += 1) {
    days.add(from[row] ?? DAY_MIN);
    days.add(to[row] ?? DAY_MAX);
  }
  return [...days].filter((day) => day !== DAY_MIN && day !== DAY_MAX);
}
