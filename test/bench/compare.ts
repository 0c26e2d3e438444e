/** Something to measure. */
export interface Work {
  /** How much goes in, in the unit of the comparison. */
  readonly size: number;
  /** Gives a count of what came out: it is used that way, and a wrong input is seen. */
  readonly run: () => number;
}

export interface Comparison {
  readonly name: string;
  /** What sizes count; null where base and other are different work, and only their ratio says something. */
  readonly unit: string | null;
  readonly meaning: string;
  /** Called when its turn comes, so that no other input is in memory. */
  readonly prepare: () => { readonly base: Work; readonly other: Work };
}

export interface Measured extends Pick<Comparison, 'name' | 'unit' | 'meaning'> {
  /** Median over the pairs of time of other / time of base. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  /** What the ratio is when the time grows as the size does. */
  readonly linear: number | null;
  readonly sizes: readonly [base: number, other: number];
  readonly results: readonly [base: number, other: number];
}

const LONG_ENOUGH_MS = 60;

/**
 * Measures in pairs, base and other in turns: when the machine gets slower or faster on the way, both halves of a
 * pair do, and their ratio stays.
 */
export function compare({ name, unit, meaning, prepare }: Comparison, pairs: number): Measured {
  const { base, other } = prepare();
  const [warmBase, warmOther] = [warmUp(base), warmUp(other)];
  const ratios = Array.from({ length: pairs }, () => {
    const before = timeOf(base, warmBase.repeats);
    return timeOf(other, warmOther.repeats) / before;
  }).sort((a, b) => a - b);
  const at = (index: number): number => ratios[index] ?? 0;
  return {
    ...{ name, unit, meaning },
    ratio: (at((pairs - 1) >> 1) + at(pairs >> 1)) / 2,
    lowest: at(0),
    highest: at(pairs - 1),
    linear: unit === null ? null : other.size / base.size,
    sizes: [base.size, other.size],
    results: [warmBase.count, warmOther.count],
  };
}

/** Runs until the compiler has seen enough, and says how often quick work is to be done in one measurement. */
function warmUp({ run }: Work): { readonly count: number; readonly repeats: number } {
  const start = performance.now();
  let [count, runs, passed] = [0, 0, 0];
  while (passed < 2 * LONG_ENOUGH_MS) {
    count = run();
    runs += 1;
    passed = performance.now() - start;
  }
  return { count, repeats: Math.ceil((LONG_ENOUGH_MS * runs) / passed) };
}

/** Processor time of one run, on the average of `repeats`: other programs on the machine do not count in it. */
function timeOf({ run }: Work, repeats: number): number {
  globalThis.gc?.();
  const start = process.cpuUsage();
  for (let i = 0; i < repeats; i += 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / repeats;
}
