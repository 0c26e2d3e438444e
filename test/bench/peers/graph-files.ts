import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TIE, TIE_WEAK } from '../../../server/projection/flat-ownership.ts';
import type { MadeGraph } from '../made/graph.ts';
import { WHOLE } from '../made/shares.ts';
import type { Task } from '../made/task.ts';

/** Ties as columns of the same length. */
export interface Columns {
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  /** What the owner holds for certain; a branch belongs to its owner whole. Hundredths of a percent. */
  readonly share: Int32Array;
}

/** What every tie is worth in the cascade. */
function shareOf({ min, tie }: MadeGraph, at: number): number {
  return tie[at] === TIE.branch ? WHOLE : (min[at] ?? 0);
}

function isControl(tie: number): boolean {
  return (tie & ~TIE_WEAK) === TIE.control;
}

/** The ties that count on the day: what a peer gets that knows no dates, so that it need not look at the others. */
export function tiesOnDay({ graph, day }: Task): Columns {
  const ties: number[] = [];
  for (let tie = 0; tie < graph.owner.length; tie += 1) {
    const isOn = (graph.from[tie] ?? 0) <= day && day < (graph.to[tie] ?? 0);
    if (isOn && !isControl(graph.tie[tie] ?? 0)) ties.push(tie);
  }
  return {
    owner: Int32Array.from(ties, (tie) => graph.owner[tie] ?? 0),
    owned: Int32Array.from(ties, (tie) => graph.owned[tie] ?? 0),
    share: Int32Array.from(ties, (tie) => shareOf(graph, tie)),
  };
}

/** Writes all ties, with their dates, as raw arrays of the machine's own byte order. */
export function writeAllTies(folder: string, { graph, seeds }: Task): void {
  const { owner, owned, from, to, tie } = graph;
  const share = Int32Array.from(owner, (_, at) => shareOf(graph, at));
  const counts = tie.map((each) => (isControl(each) ? 0 : 1));
  writeArrays(folder, { owner, owned, from, to, share, counts, seeds });
}

/** Writes only the ties of the day. */
export function writeTiesOnDay(folder: string, task: Task): void {
  writeArrays(folder, { ...tiesOnDay(task), seeds: task.seeds });
}

function writeArrays(folder: string, arrays: Readonly<Record<string, Int32Array | Uint8Array>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, array] of Object.entries(arrays)) writeFileSync(join(folder, name), array);
}
