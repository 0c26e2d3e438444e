import { DaySpans } from './day-spans.ts';
import type { PartyInput } from './party-sweep.ts';
import { NEVER, type Reach, Shown } from './shown.ts';
import { AT_A_TIME, bitsOn, loseBit, merged, type Spans } from './spans.ts';
import { BIT, type Runs } from './standing.ts';
import { LINK, NODE } from './sweep-graph.ts';
import { UpwardSearch } from './upward-search.ts';

/**
 * On which days a listed party stands somewhere above, however little it holds: only then can a circle be held up.
 * Asked for few circles, and then the answer is near as a rule; where it is not, it is found for all parties above and
 * kept, so that the work stays linear.
 */
export class Reached {
  readonly #input: PartyInput;
  /** What was found for whole circles and all above them, by the first span. */
  readonly #found = new Map<number, Map<number, Reach>>();
  readonly #days: DaySpans;
  readonly #shown: Shown;
  readonly #search: UpwardSearch;

  constructor(input: PartyInput) {
    this.#input = input;
    this.#days = new DaySpans(input);
    this.#shown = new Shown(input, this.#days);
    this.#search = new UpwardSearch(input, this.#days, this.#shown);
  }

  /**
   * The runs of a member of a circle, held up only when it is reached; null where it always is. Standings above the
   * circle are final.
   */
  cut(place: number): Runs | null {
    const { days } = this.#days;
    let bits: number[] | null = null;
    for (let first = 0; first < days.length; first += AT_A_TIME) {
      const asked = this.#heldUp(place, first);
      if (asked === 0) continue;
      const { any, firm } = this.#reach(place, asked, first);
      if ((asked & ~firm) === 0) continue;
      bits ??= bitsOn(days, this.#input.standings.runs(place));
      loseBit(bits, { first, spans: asked & ~any, lost: BIT.circular });
      loseBit(bits, { first, spans: asked & ~firm, lost: BIT.firmCircular });
    }
    return bits === null ? null : merged(days, bits);
  }

  /** When the circle alone holds the party up, in either bound. */
  #heldUp(place: number, first: number): Spans {
    const { standings, window } = this.#input;
    const count = standings.count(place);
    let asked = 0;
    for (let run = 0; run < count; run += 1) {
      const bits = standings.bits(place, run);
      const isHeld = (bits & BIT.circular) !== 0 && (bits & BIT.perhaps) === 0;
      const isFirm = (bits & BIT.firmCircular) !== 0 && (bits & BIT.firm) === 0;
      if (!isHeld && !isFirm) continue;
      const to = run + 1 < count ? standings.day(place, run + 1) : window.to;
      asked |= this.#days.between(standings.day(place, run), to, first);
    }
    return asked;
  }

  #reach(place: number, asked: Spans, first: number): Reach {
    const known = this.#found.get(first)?.get(place);
    return known ?? this.#search.find(place, asked, first) ?? this.#find(place, first);
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
      for (const below of owned.subarray(nodes[node + NODE.owned], nodes[node + NODE.size + NODE.owned])) {
        const next = below < 0 ? ~below : below;
        if (found.has(next)) waiting.add(next);
      }
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
