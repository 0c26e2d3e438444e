import type { OwnersFirst } from './owners-first.ts';
import type { PartyInput } from './party-sweep.ts';
import { BIT, type Runs } from './standing.ts';

/** Spans of days in a window, one bit each, between the days on which anything changes. */
type Spans = bigint;

/** When a listed party stands above, and when one does whose listing is firm. */
interface Reach {
  readonly any: Spans;
  readonly firm: Spans;
}

const NEVER: Reach = { any: 0n, firm: 0n };
/** How many parties are looked at for one party before those above it are found once for all. */
const SOON = 20_000;
const NEAR = 200;
const FIRMLY = BIT.circular | BIT.firmCircular;

interface Opening {
  readonly spans: Spans;
  /** Parties to look at, and those looked at, each with the spans that matter. */
  readonly open: Map<number, Spans>;
  readonly seen: ReadonlyMap<number, Spans>;
}

/**
 * On which days a listed party stands somewhere above, however little it holds: only then can a circle be held up.
 * Asked for few circles, and then the answer is near as a rule; where it is not, it is found for all parties above and
 * kept, so that the work stays linear.
 */
export class Reached {
  readonly #input: PartyInput;
  readonly #order: OwnersFirst;
  readonly #known = new Map<number, Reach>();
  #days: readonly number[] | null = null;
  /** How many more parties may be looked at for single ones. */
  #left: number;

  constructor(input: PartyInput, order: OwnersFirst) {
    this.#input = input;
    this.#order = order;
    this.#left = SOON + input.flat.parties;
  }

  /** The runs of a member of a circle, held up only when it is reached. Standings above the circle are final. */
  cut(party: number, runs: Runs): Runs {
    const days = this.#window();
    const asked = this.#heldUp(runs);
    if (asked === 0n) return runs;
    const known = this.#known.get(party);
    if (known === undefined && this.#isNear(party)) return runs;
    const { any, firm } = known ?? this.#search(party, asked) ?? this.#find(party);
    const lost = (span: number): number => {
      const bit = 1n << BigInt(span);
      if ((asked & bit) === 0n) return 0;
      return ((any & bit) === 0n ? BIT.circular : 0) | ((firm & bit) === 0n ? BIT.firmCircular : 0);
    };
    let run = 0;
    const bits = days.map((day, span) => {
      while (run + 1 < runs.count && (runs.day[run + 1] ?? 0) <= day) run += 1;
      return (runs.bits[run] ?? 0) & ~lost(span);
    });
    return { day: days, bits, count: days.length };
  }

  /** When the circle alone holds the party up, in either bound. */
  #heldUp(runs: Runs): Spans {
    let asked = 0n;
    for (let run = 0; run < runs.count; run += 1) {
      const bits = runs.bits[run] ?? 0;
      const isHeld = (bits & BIT.circular) !== 0 && (bits & BIT.perhaps) === 0;
      const isFirm = (bits & BIT.firmCircular) !== 0 && (bits & BIT.firm) === 0;
      const to = run + 1 < runs.count ? (runs.day[run + 1] ?? 0) : this.#input.window.to;
      if (isHeld || isFirm) asked |= this.#spans(runs.day[run] ?? 0, to);
    }
    return asked;
  }

  /** Does somebody who is always restricted stand above, near and by ties that always hold? As a rule. */
  #isNear(party: number): boolean {
    const { flat, standings } = this.#input;
    const place = this.#order.start[party];
    const seen = new Set([party]);
    for (const at of seen) {
      const bits = this.#order.start[at] === place ? 0 : standings.always(at);
      if (((bits ?? 0) & FIRMLY) === FIRMLY) return true;
      this.#left -= 1;
      if (seen.size > NEAR || this.#left < 0) return false;
      for (const tie of flat.upTies.subarray(flat.up[at], flat.up[at + 1]))
        if (this.#isAlways(tie)) seen.add(flat.owner[tie] ?? 0);
    }
    return false;
  }

  #isAlways(tie: number): boolean {
    const { flat, window } = this.#input;
    return (flat.from[tie] ?? 0) <= window.from && (flat.to[tie] ?? 0) >= window.to;
  }

  /** Looks upward until every asked span is answered; null when that takes too long. */
  #search(party: number, asked: Spans): Reach | null {
    const open = new Map([[party, asked]]);
    const seen = new Map<number, Spans>();
    let [any, firm] = [0n, 0n];
    for (const [at, spans] of open) {
      open.delete(at);
      seen.set(at, (seen.get(at) ?? 0n) | spans);
      this.#left -= 1;
      if (seen.size > SOON || this.#left < 0) return null;
      const here = this.#here(at, party);
      any |= here.any & spans;
      firm |= here.firm & spans;
      if (firm === asked) break;
      this.#open(at, { spans: spans & ~firm, open, seen });
    }
    return { any, firm };
  }

  #open(party: number, { spans, open, seen }: Opening): void {
    const { flat } = this.#input;
    for (const tie of flat.upTies.subarray(flat.up[party], flat.up[party + 1])) {
      const owner = flat.owner[tie] ?? 0;
      const held = this.#isAlways(tie) ? spans : spans & this.#spans(flat.from[tie] ?? 0, flat.to[tie] ?? 0);
      const more = held & ~(seen.get(owner) ?? 0n);
      if (more !== 0n) open.set(owner, (open.get(owner) ?? 0n) | more);
    }
  }

  /** What a party shows by itself: its listings, and its standing where that is final. */
  #here(at: number, member: number): Reach {
    const { listings, standings, window } = this.#input;
    let [any, firm] = [0n, 0n];
    for (const entry of listings.get(at) ?? []) {
      any |= this.#spans(entry.from, entry.to);
      if (entry.firm) firm |= this.#spans(entry.from, entry.to);
    }
    if (this.#order.start[at] === this.#order.start[member]) return { any, firm };
    for (let run = 0; run < standings.count(at); run += 1) {
      const bits = standings.bits(at, run);
      if ((bits & BIT.circular) === 0) continue;
      const to = run + 1 < standings.count(at) ? standings.day(at, run + 1) : window.to;
      const spans = this.#spans(standings.day(at, run), to);
      any |= spans;
      if ((bits & BIT.firmCircular) !== 0) firm |= spans;
    }
    return { any, firm };
  }

  /** Finds it for the party and everybody above it, owners first, and keeps it. */
  #find(party: number): Reach {
    const { flat } = this.#input;
    const { start } = this.#order;
    const found = this.#unknownAbove(party);
    const waiting = new Set([...found].sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0)));
    for (const at of waiting) {
      waiting.delete(at);
      if (!this.#update(at)) continue;
      for (const next of flat.owned.subarray(flat.down[at], flat.down[at + 1]))
        if (found.has(next)) waiting.add(next);
    }
    return this.#known.get(party) ?? NEVER;
  }

  #unknownAbove(party: number): Set<number> {
    const { owner, up, upTies } = this.#input.flat;
    const found = new Set([party]);
    for (const at of found)
      for (const tie of upTies.subarray(up[at], up[at + 1]))
        if (!this.#known.has(owner[tie] ?? 0)) found.add(owner[tie] ?? 0);
    return found;
  }

  /** Says whether spans were added. */
  #update(party: number): boolean {
    const { flat } = this.#input;
    const before = this.#known.get(party);
    let { any, firm } = this.#here(party, party);
    for (const tie of flat.upTies.subarray(flat.up[party], flat.up[party + 1])) {
      const above = this.#known.get(flat.owner[tie] ?? 0) ?? NEVER;
      if (above.any === 0n) continue;
      const holds = this.#spans(flat.from[tie] ?? 0, flat.to[tie] ?? 0);
      any |= above.any & holds;
      firm |= above.firm & holds;
    }
    this.#known.set(party, { any, firm });
    return before === undefined || before.any !== any || before.firm !== firm;
  }

  /** First days of the spans. */
  #window(): readonly number[] {
    if (this.#days !== null) return this.#days;
    const { flat, window, listings } = this.#input;
    const days = new Set([window.from, ...flat.days]);
    for (const entries of listings.values()) for (const { from, to } of entries) days.add(from).add(to);
    this.#days = [...days].filter((day) => day >= window.from && day < window.to).sort((a, b) => a - b);
    return this.#days;
  }

  #spans(from: number, to: number): Spans {
    const first = this.#index(from);
    const end = this.#index(to);
    return first < end ? (1n << BigInt(end)) - (1n << BigInt(first)) : 0n;
  }

  /** How many spans begin before a day. */
  #index(day: number): number {
    const days = this.#window();
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
