import type { Comparison, Work } from './compare.ts';
import { doubledSize, makeGraph, usualSize } from './made/graph.ts';
import { flatOf, productCascade, usualTask } from './made/task.ts';
import type { Figure } from './target.ts';

const BYTES_A_HOLDING = 60;
const DOUBLED = 2;

/** What a made register of so many parties takes in memory. */
export function memoryFigure(parties: number): Figure {
  return {
    name: 'bytes a holding',
    meaning:
      'resident: the flat arrays of a made register with two holdings for each party, and a cascade ready to run',
    target: { atMost: BYTES_A_HOLDING },
    take: () => {
      const graph = makeGraph(usualSize(parties));
      const task = usualTask(graph);
      const before = heldBytes();
      const flat = flatOf(graph);
      const cascade = productCascade(flat, task);
      const bytes = heldBytes() - before;
      const results = `${(bytes / 2 ** 20).toFixed(1)} MiB, ${cascade().length} restricted`;
      return { value: bytes / graph.holdings, sizes: sizeText(flat.parties, graph.holdings), results };
    },
  };
}

/** All bytes that this process holds on to, in and out of the heap. */
function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function sizeText(parties: number, holdings: number): string {
  return `${parties} parties, ${holdings} holdings`;
}

/** One cascade over twice as large a register as one of so many parties. */
export function cascadeDoubling(parties: number): Comparison {
  return {
    name: `one cascade, ${2 * parties} parties instead of ${parties}`,
    unit: 'holdings',
    meaning:
      'restricted parties of one day, lower bounds, in a made register with 1.5 holdings for each party; --peers shows the doubling of C beside it',
    target: { atMost: DOUBLED },
    startsCold: true,
    prepare: () => ({ base: cascadeOver(parties), other: cascadeOver(2 * parties) }),
  };
}

function cascadeOver(parties: number): Work {
  const graph = makeGraph(doubledSize(parties));
  const run = productCascade(flatOf(graph), usualTask(graph));
  return { size: graph.holdings, run: () => run().length };
}
