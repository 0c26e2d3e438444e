import { type Measured, type Target, targetRow } from './target.ts';

/** Something to measure in this process. */
export interface Work {
  /** How much goes in, in the unit of the comparison. */
  readonly size: number;
  /** Gives a count of what came out: it is used that way, and a wrong input is seen. */
  readonly run: () => number;
}

/** Something to measure that is done by another process, which says itself how long it took. */
export interface Elsewhere {
  readonly size: number;
  readonly measure: (times: number) => Promise<Timed>;
}

/** What came out, and the time of one run in microseconds on the average. */
export interface Timed {
  readonly count: number;
  readonly micros: number;
}

type Either = Work | Elsewhere;

export interface Comparison {
  readonly name: string;
  /** What sizes count; null where base and other are different work, and only their ratio says something. */
  readonly unit: string | null;
  readonly meaning: string;
  readonly target?: Target;
  /** How often one run is repeated in a measurement at most; without it as often as makes it long enough. */
  readonly repeats?: number;
  /**
   * Each measured run starts with other memory in the processor's caches, as work in the product does. Without it a
   * quick one is repeated in a row and finds its own memory at hand, which a long one never does.
   */
  readonly startsCold?: boolean;
  /** Called when its turn comes, so that no other input is in memory. */
  readonly prepare: () => { readonly base: Either; readonly other: Either };
}

const LONG_ENOUGH_MS = 60;
/** How long work is run again, unmeasured, before a measurement; a run that takes longer than `WARMS_ITSELF_MS` is not. */
const WARM_MS = 250;
const WARMS_ITSELF_MS = 1_000;
const MOST_RUNS = 100;

/**
 * Measures in pairs, base and other in turns: when the machine gets slower or faster on the way, both halves of a
 * pair do, and their ratio stays.
 */
export async function compare(comparison: Comparison, pairs: number): Promise<Measured> {
  const { base, other } = comparison.prepare();
  const most = comparison.repeats ?? Number.POSITIVE_INFINITY;
  const [warmBase, warmOther] = [await warmUp(base, most), await warmUp(other, most)];
  const timed = comparison.startsCold === true ? coldTimeOf : timeOf;
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const before = await measure(base, warmBase, timed);
    ratios.push((await measure(other, warmOther, timed)).micros / before.micros);
  }
  ratios.sort((a, b) => a - b);
  const at = (index: number): number => ratios[index] ?? 0;
  return targetRow(comparison, {
    value: (at((pairs - 1) >> 1) + at(pairs >> 1)) / 2,
    lowest: at(0),
    highest: at(pairs - 1),
    linear: comparison.unit === null ? null : other.size / base.size,
    sizes: comparison.unit === null ? '' : `${base.size} : ${other.size} ${comparison.unit}`,
    results: `${warmBase.count} : ${warmOther.count}`,
  });
}

interface Warm {
  readonly count: number;
  /** How often quick work is to be done in one measurement. */
  readonly repeats: number;
  /** One run in milliseconds. */
  readonly millis: number;
}

/** More than what a processor core keeps close to itself. */
const OTHER_MEMORY = new Int32Array(2 ** 24);

function fillCaches(): void {
  for (let at = 0; at < OTHER_MEMORY.length; at += 1) OTHER_MEMORY[at] = (OTHER_MEMORY[at] ?? 0) + 1;
}

/** Runs until the compiler has seen enough, and says how often quick work is to be done in one measurement. */
async function warmUp(work: Either, most: number): Promise<Warm> {
  let [count, runs, passed] = [0, 0, 0];
  while (passed < 2 * LONG_ENOUGH_MS && runs < MOST_RUNS) {
    const one = await timeOf(work, 1);
    count = one.count;
    runs += 1;
    passed += one.micros / 1_000;
  }
  const repeats = Math.min(most, Math.ceil((LONG_ENOUGH_MS * runs) / passed));
  return { count, repeats, millis: passed / runs };
}

/**
 * One measurement. Garbage of what came before is collected first, so that nobody pays for another's. V8 then also
 * throws away optimised code that holds on to collected objects ("weak objects"): the next runs are those of cold code,
 * up to ten times slower, as they are only once after each such collection. So the work runs again, unmeasured, until it
 * is compiled.
 */
async function measure(work: Either, { repeats, millis }: Warm, timed: typeof timeOf): Promise<Timed> {
  globalThis.gc?.();
  if ('run' in work && millis < WARMS_ITSELF_MS)
    for (let runs = 0, passed = 0; passed < WARM_MS && runs < MOST_RUNS; runs += 1)
      passed += (await timeOf(work, 1)).micros / 1_000;
  return timed(work, repeats);
}

/** Processor time of one run, on the average of `times`: other programs on the machine do not count in it. */
async function timeOf(work: Either, times: number): Promise<Timed> {
  if (!('run' in work)) return work.measure(times);
  let count = 0;
  const start = process.cpuUsage();
  for (let i = 0; i < times; i += 1) count = work.run();
  const { user, system } = process.cpuUsage(start);
  return { count, micros: (user + system) / times };
}

/** As `timeOf`, with other memory in the processor's caches before each run. */
async function coldTimeOf(work: Either, times: number): Promise<Timed> {
  let [count, micros] = [0, 0];
  for (let i = 0; i < times; i += 1) {
    fillCaches();
    const one = await timeOf(work, 1);
    count = one.count;
    micros += one.micros;
  }
  return { count, micros: micros / times };
}
