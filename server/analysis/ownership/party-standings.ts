import { BIT, type Standings } from './standing.ts';

/** The standings that a sweep found, by party instead of by place. */
export class PartyStandings {
  readonly #all: Standings;
  readonly #place: Int32Array;

  constructor(all: Standings, place: Int32Array) {
    this.#all = all;
    this.#place = place;
  }

  /** The bits of a party that never changes; undefined for one that does. */
  always(party: number): number | undefined {
    const cell = this.#all.cell(this.#at(party));
    return cell < 0 ? undefined : cell;
  }

  /** Bits on a day of the window. */
  on(party: number, day: number): number {
    return this.bits(party, this.#indexOn(party, day));
  }

  count(party: number): number {
    return this.#all.count(this.#at(party));
  }

  /** First day of a run. */
  day(party: number, index: number): number {
    return this.#all.day(this.#at(party), index);
  }

  bits(party: number, index: number): number {
    return this.#all.bits(this.#at(party), index);
  }

  /** The first day of the run that covers the day. */
  since(party: number, day: number): number {
    return this.day(party, this.#indexOn(party, day));
  }

  /** The stretches of days over which the party's verdict stays the same, with its bits on their first day. */
  stretches(party: number, end: number): { day: number; to: number; bits: number }[] {
    const found: { day: number; to: number; bits: number }[] = [];
    for (let run = this.count(party) - 1, to = end; run >= 0; run -= 1) {
      const bits = this.bits(party, run);
      if ((bits & BIT.goesOn) !== 0) continue;
      found.push({ day: this.day(party, run), to, bits });
      to = this.day(party, run);
    }
    return found.reverse();
  }

  /** The run that covers a day. */
  #indexOn(party: number, day: number): number {
    let low = 0;
    let high = this.count(party) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.day(party, middle) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #at(party: number): number {
    return this.#place[party] ?? 0;
  }
}
