import { DAY_MAX, DAY_MIN } from '../../facts/dates.ts';
import type { Window } from './changes.ts';
import type { SweptGraph } from './sweep-graph.ts';

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
  /** `first[n]` to `first[n + 1]` are the listings of `places[n]`. */
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly certain: Uint8Array;
  readonly firm: Uint8Array;
  /** One bit a place: hardly any has listings, and a search for each would be slow. */
  readonly #isListed: Int32Array;

  constructor({ place, order }: SweptGraph, listings: ReadonlyMap<number, readonly ListedDays[]>) {
    const parties = order.order;
    this.places = Int32Array.from(listings.keys(), (party) => place[party] ?? 0).sort();
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

  /** Days on which any of the listings begins or ends. */
  days(): Set<number> {
    const days = new Set<number>();
    for (const from of this.from) if (from !== DAY_MIN) days.add(from);
    for (const to of this.to) if (to !== DAY_MAX) days.add(to);
    return days;
  }
}
