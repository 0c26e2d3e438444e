import { z } from 'zod';
import type { Runner } from '../connection.ts';
import { rows } from './on-day.ts';

const countsShape = z.record(z.string(), z.number());

/** What is loaded: stamp, input, what concluded, when, by which version, and how much. */
export interface Loaded {
  readonly run: string;
  /** Hash of the law and the code that concluded; empty where an Interlock loaded that did not record it. */
  readonly concludedBy: string;
  readonly input: string;
  /** The base and the editions as JSON; empty where an Interlock loaded that did not record them. */
  readonly inputs: string;
  /** Pairs of ids that may be one party and wait for a person; 0 where an Interlock loaded that did not count them. */
  readonly waitingPairs: number;
  readonly finishedAt: string;
  readonly software: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What is loaded, or null when nothing is. */
export async function readLoaded(tx: Runner): Promise<Loaded | null> {
  const [row] = await rows(tx, 'read/run', {});
  if (!row) return null;
  return {
    run: row.text('run'),
    concludedBy: row.text('concludedBy'),
    input: row.text('input'),
    inputs: row.text('inputs'),
    waitingPairs: row.number('waitingPairs') ?? 0,
    finishedAt: row.text('finishedAt'),
    software: row.text('software'),
    counts: row.json('counts', countsShape),
  };
}

/** What the last load or rollback of an edition changed, as JSON; empty where none was recorded. May be large. */
export async function readChanges(tx: Runner): Promise<string> {
  const [row] = await rows(tx, 'read/changes', {});
  return row?.text('changes') ?? '';
}

/** The newest edition of each list. */
export async function readEditions(tx: Runner) {
  return (await rows(tx, 'read/editions', {})).map((row) => ({
    list: row.text('list'),
    title: row.text('title'),
    code: row.text('code'),
    date: row.text('edition'),
  }));
}

/** Names of things by their ids. */
export async function readNames(tx: Runner, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(tx, 'read/names', { ids: [...new Set(ids)] });
  return new Map(found.map((row) => [row.text('id'), row.text('name')]));
}
