import type { PartyInput } from './party-sweep.ts';
import { AT_A_TIME, type Spans } from './spans.ts';

/** The days of a window on which any tie or listing begins or ends: found when first asked for. */
export class DaySpans {
  readonly #input: Pick<PartyInput, 'graph' | 'window' | 'listed'>;
  #days: readonly number[] | null = null;

  constructor(input: Pick<PartyInput, 'graph' | 'window' | 'listed'>) {
    this.#input = input;
  }

  /** First days of the spans. */
  get days(): readonly number[] {
    this.#days ??= daysOf(this.#input);
    return this.#days;
  }

  /** Those of the spans from `first` on that lie between two days. */
  between(from: number, to: number, first: number): Spans {
    const start = Math.max(0, this.#index(from) - first);
    const end = Math.min(AT_A_TIME, this.#index(to) - first);
    return start < end ? (1 << end) - (1 << start) : 0;
  }

  /** How many spans begin before a day. */
  #index(day: number): number {
    const { days } = this;
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function daysOf({ graph, window, listed }: Pick<PartyInput, 'graph' | 'window' | 'listed'>): number[] {
  const days = new Set([window.from, ...graph.flat.days, ...listed.days]);
  return [...days].filter((day) => day >= window.from && day < window.to).sort((a, b) => a - b);
}
