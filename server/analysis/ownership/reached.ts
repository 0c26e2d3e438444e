import { DaySpans } from './day-spans.ts';
import type { PartyInput } from './party-sweep.ts';
import { NEVER, type Reach, Shown } from './shown.ts';
import { AT_A_TIME, bitsOn, loseBit, type Spans } from './spans.ts';
import { BIT, type Runs } from './standing.ts';
import { LINK, NODE } from './sweep-graph.ts';
import type { SweepScratch } from './sweep-scratch.ts';

/** What was found for one party in some spans. */
interface Answer extends Reach {
  readonly asked: Spans;
}

/** How many parties are looked at for one party before those above it are found once for all. */
const SOON = 20_000;
const NEAR = 200;
interface Way {
  readonly queue: number[];
  readonly first: number;
}

const FIRMLY = BIT.circular | BIT.firmCircular;

/**
 * On which days a listed party stands somewhere above, however little it holds: only then can a circle be held up.
 * Asked for few circles, and then the answer is near as a rule; where it is not, it is found for all parties above and
 * kept, so that the work stays linear.
 */
export class Reached {
  readonly #input: PartyInput;
  /** What was found for whole circles and all above them, by the first span. */
  readonly #found = new Map<number, Map<number, Reach>>();
  /** What was found for members of circles alone, by the first span. */
  readonly #answered = new Map<number, Map<number, Answer>>();
  /** Parties of circles below somebody who is always restricted, by ties that always hold: final once found. */
  readonly #always = new Set<number>();
  /** Spans in which a party is to be looked at, and in which it was. */
  readonly #open: Int32Array;
  readonly #seen: Int32Array;
  readonly #days: DaySpans;
  readonly #shown: Shown;
  /** How many more parties may be looked at for single ones. */
  #left: number;

  constructor(input: PartyInput, scratch: SweepScratch) {
    this.#input = input;
    this.#days = new DaySpans(input);
    this.#shown = new Shown(input, this.#days);
    this.#left = SOON + input.graph.flat.parties;
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
    if (known !== undefined) return known;
    const reach = this.#search(party, asked, first);
    if (reach === null) return this.#find(party, first);
    const answered = this.#answered.get(first) ?? new Map<number, Answer>();
    this.#answered.set(first, answered.set(party, { ...reach, asked }));
    return reach;
  }

  /** Does somebody who is always restricted stand above, near and by ties that always hold? As a rule. */
  #isNear(party: number): boolean {
    const { standings } = this.#input;
    const queue = [party];
    const seen = new Set(queue);
    for (const at of queue) {
      const cell = this.#shown.isWith(at, party) ? 0 : standings.cell(at);
      if ((cell >= 0 && (cell & FIRMLY) === FIRMLY) || this.#always.has(at)) {
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
  #addOwners(place: number, queue: number[], seen: Set<number>): void {
    const { nodes, links } = this.#input.graph;
    const end = nodes[NODE.size * (place + 1)] ?? 0;
    for (let link = nodes[NODE.size * place] ?? 0; link < end; link += LINK.size) {
      const above = (links[link] ?? 0) >> LINK.codeBits;
      if (!this.#isAlways(link) || seen.has(above)) continue;
      seen.add(above);
      queue.push(above);
    }
  }

  #isAlways(link: number): boolean {
    const { graph, window } = this.#input;
    const { links } = graph;
    return (links[link + LINK.from] ?? 0) <= window.from && (links[link + LINK.to] ?? 0) >= window.to;
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
      const answer = this.#answered.get(first)?.get(at);
      const isAnswered = answer !== undefined && (spans & ~answer.asked) === 0;
      const here = isAnswered ? answer : this.#shown.on(at, party, first);
      any |= here.any & spans;
      firm |= here.firm & spans;
      if (!isAnswered) this.#openOwners(at, spans & ~firm, { queue, first });
    }
    for (const at of queue) {
      this.#open[at] = 0;
      this.#seen[at] = 0;
    }
    return firm !== asked && (queue.length > SOON || this.#left < 0) ? null : { any, firm };
  }

  #openOwners(place: number, spans: Spans, { queue, first }: Way): void {
    const { nodes, links } = this.#input.graph;
    if (spans === 0) return;
    const end = nodes[NODE.size * (place + 1)] ?? 0;
    for (let link = nodes[NODE.size * place] ?? 0; link < end; link += LINK.size) {
      const above = (links[link] ?? 0) >> LINK.codeBits;
      const more = this.#held(link, spans, first) & ~(this.#seen[above] ?? 0);
      if (more === 0) continue;
      if (this.#open[above] === 0) queue.push(above);
      this.#open[above] = (this.#open[above] ?? 0) | more;
    }
  }

  /** Those of the spans in which a tie holds. */
  #held(link: number, spans: Spans, first: number): Spans {
    if (this.#isAlways(link)) return spans;
    const { links } = this.#input.graph;
    return spans & this.#days.between(links[link + LINK.from] ?? 0, links[link + LINK.to] ?? 0, first);
  }

  /** Finds it for the party and everybody above it, owners first, and keeps it. */
  #find(place: number, first: number): Reach {
    const { nodes, owned } = this.#input.graph;
    const known = this.#found.get(first) ?? new Map<number, Reach>();
    this.#found.set(first, known);
    const found = this.#unknownAbove(place, known);
    const waiting = new Set([...found].sort((a, b) => a - b));
    for (const at of waiting) {
      waiting.delete(at);
      if (!this.#update(at, known, first)) continue;
      const node = NODE.size * at;
      for (const next of owned.subarray(nodes[node + NODE.owned], nodes[node + NODE.size + NODE.owned]))
        if (found.has(next)) waiting.add(next);
    }
    return known.get(place) ?? NEVER;
  }

  #unknownAbove(place: number, known: ReadonlyMap<number, Reach>): Set<number> {
    const found = new Set([place]);
    for (const at of found)
      for (const { above } of this.#linksUp(at)) if (!known.has(above)) found.add(above);
    return found;
  }

  *#linksUp(place: number): Generator<{ link: number; above: number }> {
    const { nodes, links } = this.#input.graph;
    const end = nodes[NODE.size * (place + 1)] ?? 0;
    for (let link = nodes[NODE.size * place] ?? 0; link < end; link += LINK.size)
      yield { link, above: (links[link] ?? 0) >> LINK.codeBits };
  }

  /** Says whether spans were added. */
  #update(place: number, known: Map<number, Reach>, first: number): boolean {
    const { links } = this.#input.graph;
    const before = known.get(place);
    let { any, firm } = this.#shown.on(place, place, first);
    for (const { link, above } of this.#linksUp(place)) {
      const reach = known.get(above) ?? NEVER;
      const holds = this.#days.between(links[link + LINK.from] ?? 0, links[link + LINK.to] ?? 0, first);
      any |= reach.any & holds;
      firm |= reach.firm & holds;
    }
    known.set(place, { any, firm });
    return before === undefined || before.any !== any || before.firm !== firm;
  }
}
