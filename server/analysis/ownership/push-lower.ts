import { type FlatOwnership, type TickArray, tickArray } from '../../projection/flat-ownership.ts';
import { cascadeLinks, LINK, LINK_CODE } from './cascade-links.ts';
import { POWER } from './tie-power.ts';

/** What the lower bound of one cascade asks of ties. */
export interface LowerAsked {
  /** A day number; null where all ties count. */
  readonly day: number | null;
  /** The fewest ticks with which a party counts as held. */
  readonly needed: number;
  /** `POWER` of each tie, by its byte. */
  readonly powers: Uint8Array;
}

/** The work list: who is restricted, in the order in which they enter. */
export interface WorkList {
  readonly queue: Int32Array;
  end: number;
}

/** Stands for a sum that does not matter any more, so that one look says both. */
export const MEMBER = -1;

/**
 * How many restricted parties are taken from the list at once, and how many ties of theirs. What they need lies far apart
 * in memory; asked for one after the other without anything in between, the processor fetches many of it at a time, where
 * party by party it would wait for each: two thirds of the time on millions of parties.
 */
const PARTIES = 256;
const TIES = 4 * PARTIES;

/** Stands for the first tie of a party of which none was looked at. */
const NOT_BEGUN = -1;

/** A tie that makes the owned party restricted by itself, in place of its share. */
const WHOLE_TIE = -1;

/** Pushes what restricted parties hold for certain down to whom they hold, block by block. */
export class LowerPush {
  /** What members hold of each party for certain, or `MEMBER`. */
  readonly #held: TickArray;
  readonly #links: TickArray;
  readonly #down: Int32Array;
  readonly #isDated: boolean;
  /** The party on the list that is next, and its tie, where some of its ties were in the last block. */
  #head = 0;
  #next = NOT_BEGUN;
  /** The ties of each party of the block, as a range of `links`. */
  readonly #first = new Int32Array(PARTIES);
  readonly #last = new Int32Array(PARTIES);
  /** Owned parties of the block's ties that count, and the certain ticks of each. */
  readonly #owned = new Int32Array(TIES);
  readonly #ticks: TickArray;
  /** Mixed from what was only touched, so that no compiler leaves it out. */
  touched = 0;

  /** @param held all zero; the caller makes it so again */
  constructor(flat: FlatOwnership, held: TickArray) {
    this.#held = held;
    this.#links = cascadeLinks(flat);
    this.#down = flat.down;
    this.#isDated = flat.isDated;
    this.#ticks = tickArray(TIES, flat.whole, flat.maxOwners);
  }

  /** Lets everybody enter the list who follows from those on it. */
  run(list: WorkList, asked: LowerAsked): void {
    this.#head = 0;
    this.#next = NOT_BEGUN;
    while (this.#head < list.end) {
      this.#touchParties(list);
      const ranges = this.#find(list);
      this.#touchTies(ranges);
      this.#add(list, this.#collect(ranges, asked), asked.needed);
    }
  }

  #touchParties({ queue, end }: WorkList): void {
    const down = this.#down;
    const last = Math.min(end, this.#head + PARTIES);
    let touched = 0;
    for (let at = this.#head; at < last; at += 1) touched ^= down[queue[at] ?? 0] ?? 0;
    this.touched ^= touched;
  }

  /** Finds the ties of the next block; those of one party may fill several. Returns how many ranges they are. */
  #find({ queue, end }: WorkList): number {
    const down = this.#down;
    const [first, last] = [this.#first, this.#last];
    let [head, next] = [this.#head, this.#next];
    let ranges = 0;
    for (let room = LINK.size * TIES; ranges < PARTIES && head < end && room > 0; ranges += 1) {
      const party = queue[head] ?? 0;
      const from = next === NOT_BEGUN ? LINK.size * (down[party] ?? 0) : next;
      const all = LINK.size * (down[party + 1] ?? 0);
      const to = Math.min(all, from + room);
      first[ranges] = from;
      last[ranges] = to;
      room -= to - from;
      next = to === all ? NOT_BEGUN : to;
      if (to === all) head += 1;
    }
    this.#head = head;
    this.#next = next;
    return ranges;
  }

  #touchTies(ranges: number): void {
    const links = this.#links;
    const [first, last] = [this.#first, this.#last];
    let touched = 0;
    for (let at = 0; at < ranges; at += 1)
      touched ^= (links[first[at] ?? 0] ?? 0) ^ (links[last[at] ?? 0] ?? 0);
    this.touched ^= touched;
  }

  /** Collects the ties of the block that count; returns how many. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a call for each party or tie would cost a tenth.
  #collect(ranges: number, { day, powers }: LowerAsked): number {
    const links = this.#links;
    const [first, last] = [this.#first, this.#last];
    const [owned, ticks] = [this.#owned, this.#ticks];
    const hasDay = this.#isDated && day !== null;
    const on = day ?? 0;
    let ties = 0;
    for (let at = 0; at < ranges; at += 1) {
      const end = last[at] ?? 0;
      for (let link = first[at] ?? 0; link < end; link += LINK.size) {
        if (hasDay && ((links[link + LINK.from] ?? 0) > on || on >= (links[link + LINK.to] ?? 0))) continue;
        const code = links[link] ?? 0;
        const power = powers[code & LINK_CODE];
        if (power === POWER.none) continue;
        owned[ties] = code >> LINK.codeBits;
        ticks[ties] = power === POWER.share ? (links[link + LINK.min] ?? 0) : WHOLE_TIE;
        ties += 1;
      }
    }
    return ties;
  }

  /** Adds the collected ties to what is held of the owned parties; whoever is held enough enters. */
  #add(list: WorkList, ties: number, needed: number): void {
    const held = this.#held;
    const [owned, ticks] = [this.#owned, this.#ticks];
    const { queue } = list;
    let touched = 0;
    for (let tie = 0; tie < ties; tie += 1) touched ^= held[owned[tie] ?? 0] ?? 0;
    this.touched ^= touched;
    let { end } = list;
    for (let tie = 0; tie < ties; tie += 1) {
      const party = owned[tie] ?? 0;
      const before = held[party] ?? 0;
      if (before === MEMBER) continue;
      const share = ticks[tie] ?? 0;
      const sum = before + share;
      if (share !== WHOLE_TIE && sum < needed) {
        held[party] = sum;
        continue;
      }
      held[party] = MEMBER;
      queue[end] = party;
      end += 1;
    }
    list.end = end;
  }
}
