import { createOwnershipIndex } from '../../server/analysis/ownership/ownership-index.ts';
import type { Regulation } from '../../server/regulation/read.ts';
import { factsOf, idOf } from './made/facts.ts';
import { makeGraph, usualSize } from './made/graph.ts';
import { flatOf, productCascade, usualTask } from './made/task.ts';
import { seededRandom } from './random.ts';
import type { Figure } from './target.ts';

const ASKED = 4_000;
const WITHIN_MS = 5;

/** How long one party's verdicts, with all their steps, take when asked for: nearly the slowest of thousands. */
export function explanationFigures(parties: number, regulation: Regulation): Figure[] {
  let taken: Taken | null = null;
  const take = (): Taken => {
    taken ??= explain(parties, regulation);
    return taken;
  };
  const meaning = `all verdicts of one party under one regime with steps, 99th of 100, ${ASKED} parties that have any`;
  return [
    {
      name: 'one party explained, ms at p99 (depends on the machine)',
      meaning: `${meaning}; processor time`,
      target: { atMost: WITHIN_MS },
      take: () => ({ ...take(), value: take().p99 }),
    },
    {
      name: 'one party explained, times one cascade',
      meaning: `${meaning}, beside one cascade over the same register`,
      take: () => ({ ...take(), value: take().p99 / take().cascade }),
    },
  ];
}

interface Taken {
  /** Milliseconds. */
  readonly p99: number;
  readonly cascade: number;
  readonly sizes: string;
  readonly results: string;
}

function explain(parties: number, regulation: Regulation): Taken {
  const graph = makeGraph(usualSize(parties));
  const index = createOwnershipIndex(factsOf(graph), regulation);
  const regimes = regulation.regimes.map(({ id }) => id);
  // The first question under a regime looks at everybody once: that is measured by itself.
  for (const regime of regimes) index.verdictsOf(idOf(0), regime);
  const random = seededRandom(1);
  const times: number[] = [];
  let verdicts = 0;
  while (times.length < ASKED) {
    const party = idOf(random.between(0, parties - 1));
    const regime = regimes[random.between(0, regimes.length - 1)] ?? '';
    const start = process.cpuUsage();
    const found = index.verdictsOf(party, regime).length;
    if (found > 0) times.push(millisecondsSince(start));
    verdicts += found;
  }
  return {
    p99: percentile(times, 0.99),
    cascade: cascadeTime(graph),
    sizes: `${parties} parties, ${graph.holdings} holdings`,
    results: `${verdicts} verdicts`,
  };
}

function cascadeTime(graph: ReturnType<typeof makeGraph>): number {
  const run = productCascade(flatOf(graph), usualTask(graph));
  const times = Array.from({ length: 101 }, () => {
    const start = process.cpuUsage();
    run();
    return millisecondsSince(start);
  });
  return percentile(times, 0.5);
}

/** Processor time: other programs on the machine do not count in it. */
function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
