import { isDeepStrictEqual } from 'node:util';
import type { AnyFact } from '../facts/sections.ts';
import { saysTheSame } from './wording.ts';

/** A fact as one edition of the list has it. */
export interface Version<T> {
  /** Place of the edition in the order of days, from 0. */
  readonly at: number;
  readonly fact: T;
}

/** Consecutive editions in which a fact says the same. */
export interface Run<T> {
  readonly first: number;
  readonly last: number;
  /** As the last of them puts it, from the earliest edition that puts it so: a further edition then changes nothing. */
  readonly fact: T;
}

/** What is said beside: of the row and not of the world, or it corrects and changes nothing when an edition says it anew. */
const BESIDE: readonly string[] = [
  ...['row', 'sources', 'seen', 'knownFrom', 'knownTo'],
  ...['id', 'note', 'confidence', 'from', 'to', 'fromPrecision', 'toPrecision', 'fromConfidence'],
];

/**
 * Versions of one fact, in the order of editions, as runs: one that says something else, or that comes back after an
 * edition without it, begins another.
 */
export function runsOf<T extends AnyFact>(versions: readonly Version<T>[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const { at, fact } of versions) {
    const run = runs.at(-1);
    if (run === undefined || run.last !== at - 1 || !isSame(run.fact, fact, BESIDE))
      runs.push({ first: at, last: at, fact });
    else runs[runs.length - 1] = { ...run, last: at, fact: isVerbatim(run.fact, fact) ? run.fact : fact };
  }
  return runs;
}

function isSame(a: AnyFact, b: AnyFact, without: readonly string[]): boolean {
  const [former, later] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const fields = new Set([...former.keys(), ...later.keys()]);
  return [...fields].every(
    (field) => without.includes(field) || saysTheSame(field, former.get(field), later.get(field)),
  );
}

function isVerbatim(a: AnyFact, b: AnyFact): boolean {
  const place = { row: '', sources: [], seen: null, knownFrom: null, knownTo: null };
  return isDeepStrictEqual({ ...a, ...place }, { ...b, ...place });
}
