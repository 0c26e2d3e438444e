import { DaySpans } from './day-spans.ts';
import type { OwnersFirst } from './owners-first.ts';
import type { ListedDays, PartyInput } from './party-sweep.ts';
import { AT_A_TIME, bitsOn, loseBit, type Spans } from './spans.ts';
import { BIT, type Runs } from './standing.ts';
import type { SweepScratch } from './sweep-scratch.ts';

/** When a listed party stands above, and when one does whose listing is firm. */
interface Reach {
  readonly any: Spans;
  readonly firm: Spans;
}

const NEVER: Reach = { any: 0, firm: 0 };
const ALWAYS: Reach = { any: -1, firm: -1 };
const NEVER_FIRM: Reach = { any: -1, firm: 0 };
/** How many parties are looked at for one party before those above it are found once for all. */
const SOON = 20_000;
const NEAR = 200;
interface Way {
  readonly queue: number[];
  readonly first: number;
}

const NONE: readonly ListedDays[] = [];
const FIRMLY = BIT.circular | BIT.firmCircular;

/**
 * On which days a listed party stands somewhere above, however little it holds: only then can a circle be held up.
 * Asked for few circles, and then the answer is near as a rule; where it is not, it is found for all parties above and
 * kept, so that the work stays linear.
 */
export class Reached {
  readonly #input: PartyInput;
  readonly #order: OwnersFirst;
  /** What was found for whole circles and all above them, by the first span. */
  readonly #found = new Map<number, Map<number, Reach>>();
  /** Parties of circles below somebody who is always restricted, by ties that always hold: final once found. */
  readonly #always = new Set<number>();
  /** Spans in which a party is to be looked at, and in which it was. */
  readonly #open: Int32Array;
  readonly #seen: Int32Array;
  readonly #days: DaySpans;
  /** How many more parties may be looked at for single ones. */
  #left: number;

  constructor(input: PartyInput, order: OwnersFirst, scratch: SweepScratch) {
    this.#input = input;
    this.#order = order;
    this.#days = new DaySpans(input);
    this.#left = SOON + input.flat.parties;
    this.#open = scratch.first;
    this.#seen = scratch.second;
  }

  /** The runs of a member of a circle, held up only when it is reached. Standings above the circle are final. */
  cut(party: number, runs: Runs): Runs {
    if (this.#isNear(party)) return runs;
    const days = this.#days.days;
    const bits = bitsOn(days, runs);
    for (let first = 0; first < days.length; first += AT_A_TIME) {
      const asked = this.#heldUp(bits, first);
      if (asked === 0) continue;
      const { any, firm } = this.#reach(party, asked, first);
      loseBit(bits, { first, spans: asked & ~any, lost: BIT.circular });
      loseBit(bits, { first, spans: asked & ~firm, lost: BIT.firmCircular });
    }
    return { day: days, bits, count: days.length };
  }

  /** When the circle alone holds the party up, in either bound. */
  #heldUp(bits: readonly number[], first: number): Spans {
    let asked = 0;
    for (const [span, each] of bits.slice(first, first + AT_A_TIME).entries()) {
      const isHeld = (each & BIT.circular) !== 0 && (each & BIT.perhaps) === 0;
      const isFirm = (each & BIT.firmCircular) !== 0 && (each & BIT.firm) === 0;
      if (isHeld || isFirm) asked |= 1 << span;
    }
    return asked;
  }

  #reach(party: number, asked: Spans, first: number): Reach {
    const known = this.#found.get(first)?.get(party);
    return known ?? this.#search(party, asked, first) ?? this.#find(party, first);
  }

  /** Does somebody who is always restricted stand above, near and by ties that always hold? As a rule. */
  #isNear(party: number): boolean {
    const { standings } = this.#input;
    const { start } = this.#order;
    const queue = [party];
    const seen = new Set(queue);
    for (const at of queue) {
      const bits = start[at] === start[party] ? 0 : standings.always(at);
      if (((bits ?? 0) & FIRMLY) === FIRMLY || this.#always.has(at)) {
        this.#always.add(party);
        return true;
      }
      this.#left -= 1;
      if (queue.length > NEAR || this.#left < 0) return false;
      this.#addOwners(at, queue, seen);
    }
    return false;
  }

  /** Adds the owners by ties that always hold. */
  #addOwners(party: number, queue: number[], seen: Set<number>): void {
    const { owner, up, upTies } = this.#input.flat;
    for (let i = up[party] ?? 0; i < (up[party + 1] ?? 0); i += 1) {
      const tie = upTies[i] ?? 0;
      const above = owner[tie] ?? 0;
      if (!this.#isAlways(tie) || seen.has(above)) continue;
      seen.add(above);
      queue.push(above);
    }
  }

  #isAlways(tie: number): boolean {
    const { flat, window } = this.#input;
    return (flat.from[tie] ?? 0) <= window.from && (flat.to[tie] ?? 0) >= window.to;
  }

  /** Looks upward until every asked span is answered; null when that takes too long. */
  #search(party: number, asked: Spans, first: number): Reach | null {
    const queue = [party];
    this.#open[party] = asked;
    let [any, firm] = [0, 0];
    for (const at of queue) {
      const spans = (this.#open[at] ?? 0) & ~firm;
      this.#open[at] = 0;
      this.#seen[at] = (this.#seen[at] ?? 0) | spans;
      this.#left -= 1;
      if (firm === asked || queue.length > SOON || this.#left < 0) break;
      const here = this.#here(at, party, first);
      any |= here.any & spans;
      firm |= here.firm & spans;
      this.#openOwners(at, spans & ~firm, { queue, first });
    }
    for (const at of queue) {
      this.#open[at] = 0;
      this.#seen[at] = 0;
    }
    return firm !== asked && (queue.length > SOON || this.#left < 0) ? null : { any, firm };
  }

  #openOwners(party: number, spans: Spans, { queue, first }: Way): void {
    const { up, upTies, owner } = this.#input.flat;
    if (spans === 0) return;
    for (let i = up[party] ?? 0; i < (up[party + 1] ?? 0); i += 1) {
      const tie = upTies[i] ?? 0;
      const above = owner[tie] ?? 0;
      const more = this.#held(tie, spans, first) & ~(this.#seen[above] ?? 0);
      if (more === 0) continue;
      if (this.#open[above] === 0) queue.push(above);
      this.#open[above] = (this.#open[above] ?? 0) | more;
    }
  }

  /** Those of the spans in which a tie holds. */
  #held(tie: number, spans: Spans, first: number): Spans {
    if (this.#isAlways(tie)) return spans;
    const { from, to } = this.#input.flat;
    return spans & this.#days.between(from[tie] ?? 0, to[tie] ?? 0, first);
  }

  /** What a party shows by itself: its standing where that is final, which tells of its listings too, or only these. */
  #here(at: number, member: number, first: number): Reach {
    if (this.#order.start[at] === this.#order.start[member]) return this.#listed(at, first);
    const always = this.#input.standings.always(at);
    if (always === undefined) return this.#stood(at, first);
    if ((always & BIT.circular) === 0) return NEVER;
    return (always & BIT.firmCircular) === 0 ? NEVER_FIRM : ALWAYS;
  }

  #listed(party: number, first: number): Reach {
    let [any, firm] = [0, 0];
    for (const entry of this.#input.listings.get(party) ?? NONE) {
      const spans = this.#days.between(entry.from, entry.to, first);
      any |= spans;
      if (entry.firm) firm |= spans;
    }
    return { any, firm };
  }

  #stood(party: number, first: number): Reach {
    const { standings, window } = this.#input;
    let [any, firm] = [0, 0];
    for (let run = 0; run < standings.count(party); run += 1) {
      const bits = standings.bits(party, run);
      if ((bits & BIT.circular) === 0) continue;
      const to = run + 1 < standings.count(party) ? standings.day(party, run + 1) : window.to;
      const spans = this.#days.between(standings.day(party, run), to, first);
      any |= spans;
      if ((bits & BIT.firmCircular) !== 0) firm |= spans;
    }
    return { any, firm };
  }

  /** Finds it for the party and everybody above it, owners first, and keeps it. */
  #find(party: number, first: number): Reach {
    const { flat } = this.#input;
    const { start } = this.#order;
    const known = this.#found.get(first) ?? new Map<number, Reach>();
    this.#found.set(first, known);
    const found = this.#unknownAbove(party, known);
    const waiting = new Set([...found].sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0)));
    for (const at of waiting) {
      waiting.delete(at);
      if (!this.#update(at, known, first)) continue;
      for (const next of flat.owned.subarray(flat.down[at], flat.down[at + 1]))
        if (found.has(next)) waiting.add(next);
    }
    return known.get(party) ?? NEVER;
  }

  #unknownAbove(party: number, known: ReadonlyMap<number, Reach>): Set<number> {
    const { owner, up, upTies } = this.#input.flat;
    const found = new Set([party]);
    for (const at of found)
      for (const tie of upTies.subarray(up[at], up[at + 1]))
        if (!known.has(owner[tie] ?? 0)) found.add(owner[tie] ?? 0);
    return found;
  }

  /** Says whether spans were added. */
  #update(party: number, known: Map<number, Reach>, first: number): boolean {
    const { flat } = this.#input;
    const before = known.get(party);
    let { any, firm } = this.#here(party, party, first);
    for (const tie of flat.upTies.subarray(flat.up[party], flat.up[party + 1])) {
      const above = known.get(flat.owner[tie] ?? 0) ?? NEVER;
      const holds = this.#days.between(flat.from[tie] ?? 0, flat.to[tie] ?? 0, first);
      any |= above.any & holds;
      firm |= above.firm & holds;
    }
    known.set(party, { any, firm });
    return before === undefined || before.any !== any || before.firm !== firm;
  }
}
