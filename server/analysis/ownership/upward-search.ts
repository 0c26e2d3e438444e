import type { DaySpans } from './day-spans.ts';
import type { PartyInput } from './party-sweep.ts';
import { SeenPlaces } from './seen-places.ts';
import type { Reach, Shown } from './shown.ts';
import type { Spans } from './spans.ts';
import { groupEnd, groupOf, isInCircle, LINK, NODE } from './sweep-graph.ts';

/** What was found for one party in some spans. */
interface Answer extends Reach {
  readonly asked: Spans;
}

/** How many parties are looked at for one party before it is given up. */
const SOON = 20_000;

/** Looks upward from members of circles for listed parties, in some spans of days, until every span is answered. */
export class UpwardSearch {
  readonly #input: PartyInput;
  readonly #days: DaySpans;
  readonly #shown: Shown;
  /** What was found for members of circles, by the first span. */
  readonly #answered = new Map<number, Map<number, Answer>>();
  /** How many more parties may be looked at. */
  #left: number;
  /** Where the search starts: a place, its circle, the first span. */
  #place = 0;
  #start = -1;
  #end = -1;
  #first = 0;
  /** What it found until now. */
  #any: Spans = 0;
  #firm: Spans = 0;
  readonly #seen = new SeenPlaces();
  /** Numbers of seen places to look at, soon and then later. */
  readonly #soon: number[] = [];
  readonly #later: number[] = [];
  #soonCount = 0;
  #laterCount = 0;

  constructor(input: PartyInput, days: DaySpans, shown: Shown) {
    this.#input = input;
    this.#days = days;
    this.#shown = shown;
    this.#left = SOON + input.graph.flat.parties;
  }

  /** What stands above a member of a circle in some of the spans from `first` on; null when that takes too long. */
  find(place: number, asked: Spans, first: number): Reach | null {
    this.#place = place;
    this.#enter(groupOf(this.#input.graph, place));
    this.#first = first;
    this.#any = 0;
    this.#firm = 0;
    this.#wait(place, this.#seen.numberOf(place), asked);
    const isAnswered = this.#walk(asked);
    this.#seen.clear();
    this.#soonCount = 0;
    this.#laterCount = 0;
    if (!isAnswered) return null;
    const answer = { any: this.#any, firm: this.#firm, asked };
    const known = this.#answered.get(first) ?? new Map<number, Answer>();
    this.#answered.set(first, known.set(place, answer));
    return answer;
  }

  /** A circle is measured once, not for each of its members. */
  #enter(start: number): void {
    if (start === this.#start) return;
    this.#start = start;
    this.#end = groupEnd(this.#input.graph, start);
  }

  /** Looks at places until every span is answered or no place is left; says whether that came to an end in time. */
  #walk(asked: Spans): boolean {
    let head = 0;
    for (let looked = 0; this.#firm !== asked; looked += 1) {
      if (this.#soonCount === 0 && head === this.#laterCount) return true;
      this.#left -= 1;
      if (looked > SOON || this.#left < 0) return false;
      const isSoon = this.#soonCount > 0;
      const at = (isSoon ? this.#soon[--this.#soonCount] : this.#later[head++]) ?? 0;
      this.#lookAt(this.#seen.place[at] ?? 0, this.#seen.take(at) & ~this.#firm);
    }
    return true;
  }

  #take({ any, firm }: Reach, spans: Spans): void {
    this.#any |= any & spans;
    this.#firm |= firm & spans;
  }

  #lookAt(place: number, spans: Spans): void {
    const answer = this.#answerOf(place, spans);
    if (answer !== undefined) {
      this.#take(answer, spans);
      return;
    }
    if (this.#isWithin(place)) this.#take(this.#shown.on(place, this.#place, this.#first), spans);
    const left = spans & ~this.#firm;
    if (left !== 0) this.#lookUp(place, left);
  }

  /** Asks the owners of a place what they show, and lets those wait above whom more may stand. */
  #lookUp(place: number, spans: Spans): void {
    const { nodes, links } = this.#input.graph;
    const end = nodes[NODE.size * (place + 1)] ?? 0;
    for (let link = nodes[NODE.size * place] ?? 0; link < end; link += LINK.size) {
      const above = (links[link] ?? 0) >> LINK.codeBits;
      const held = this.#held(link, spans);
      if (held === 0) continue;
      const number = this.#seen.numberOf(above);
      const seen = this.#seen.seen[number] ?? 0;
      this.#seen.seen[number] = seen | held;
      if ((held & ~seen) !== 0) this.#ask(above, number, held & ~seen);
    }
  }

  #ask(above: number, number: number, spans: Spans): void {
    if (!this.#isWithin(above) && this.#input.standings.bears(above))
      this.#take(this.#shown.on(above, this.#place, this.#first), spans);
    const left = spans & ~this.#firm;
    if (left !== 0) this.#wait(above, number, left);
  }

  #wait(place: number, number: number, spans: Spans): void {
    const open = this.#seen.open[number] ?? 0;
    this.#seen.open[number] = open | spans;
    if (open !== 0) return;
    // Whoever has something to say has somebody above who shows it: the quickest way to an answer.
    if (this.#input.standings.cell(place) !== 0) this.#soon[this.#soonCount++] = number;
    else this.#later[this.#laterCount++] = number;
  }

  #answerOf(place: number, spans: Spans): Answer | undefined {
    if (!isInCircle(this.#input.graph, place)) return undefined;
    const answer = this.#answered.get(this.#first)?.get(place);
    return answer !== undefined && (spans & ~answer.asked) === 0 ? answer : undefined;
  }

  /** Is a place in the circle from which the search started? */
  #isWithin(place: number): boolean {
    return place >= this.#start && place < this.#end;
  }

  /** Those of the spans in which a tie holds. */
  #held(link: number, spans: Spans): Spans {
    const { graph, window } = this.#input;
    const from = graph.links[link + LINK.from] ?? 0;
    const to = graph.links[link + LINK.to] ?? 0;
    if (from <= window.from && to >= window.to) return spans;
    return spans & this.#days.between(from, to, this.#first);
  }
}
