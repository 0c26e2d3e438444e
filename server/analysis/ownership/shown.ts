import type { DaySpans } from './day-spans.ts';
import type { PartyInput } from './party-sweep.ts';
import type { Spans } from './spans.ts';
import { BIT } from './standing.ts';
import { groupOf } from './sweep-graph.ts';

/** When a listed party stands above, and when one does whose listing is firm. */
export interface Reach {
  readonly any: Spans;
  readonly firm: Spans;
}

export const NEVER: Reach = { any: 0, firm: 0 };
const ALWAYS: Reach = { any: -1, firm: -1 };
const NEVER_FIRM: Reach = { any: -1, firm: 0 };

/** What a place shows by itself to a circle below it, whoever stands above. */
export class Shown {
  readonly #input: PartyInput;
  readonly #days: DaySpans;

  constructor(input: PartyInput, days: DaySpans) {
    this.#input = input;
    this.#days = days;
  }

  /** Are two places of one circle? */
  isWith(place: number, other: number): boolean {
    const { graph } = this.#input;
    return groupOf(graph, place) === groupOf(graph, other);
  }

  /** What a party shows by itself: its standing where that is final, which tells of its listings too, or only these. */
  on(at: number, member: number, first: number): Reach {
    if (this.isWith(at, member)) return this.#listed(at, first);
    const { standings } = this.#input;
    if (!standings.bears(at)) return NEVER;
    const cell = standings.cell(at);
    if (cell < 0) return this.#stood(at, first);
    return (cell & BIT.firmCircular) === 0 ? NEVER_FIRM : ALWAYS;
  }

  #listed(place: number, first: number): Reach {
    const { listed } = this.#input;
    const index = listed.indexOf(place);
    if (index < 0) return NEVER;
    let [any, firm] = [0, 0];
    for (let row = listed.first[index] ?? 0; row < (listed.first[index + 1] ?? 0); row += 1) {
      const spans = this.#days.between(listed.from[row] ?? 0, listed.to[row] ?? 0, first);
      any |= spans;
      if (listed.firm[row] === 1) firm |= spans;
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
}
