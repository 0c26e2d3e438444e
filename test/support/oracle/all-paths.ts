import Fraction from 'fraction.js';
import { CONFIDENCES, type Confidence } from '../../../server/facts/confidence.ts';
import type { Share } from '../../../server/facts/share.ts';
import type { TieType } from '../../../server/projection/tie-graph.ts';

/** A tie as an object; `from` and `to` are day numbers, null where open. */
export interface PlainTie {
  readonly id: string;
  readonly type: TieType;
  readonly a: string;
  readonly b: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly confidence: Confidence;
  readonly share: Share | null;
}

export interface PlainQuestion {
  readonly from: string;
  readonly to: string;
  readonly types: readonly TieType[];
  readonly minShare: string;
  readonly day: number | null;
  readonly maxLength: number;
  readonly count: number;
}

export interface PlainPath {
  readonly things: readonly string[];
  readonly ties: readonly PlainTie[];
}

/**
 * The first paths between two things, in the plainest way: every path without loops there is, sorted. Things are
 * compared by their place in `things`; of parallel ties equally certain the first counts.
 */
export function firstPaths(
  things: readonly string[],
  ties: readonly PlainTie[],
  question: PlainQuestion,
): PlainPath[] {
  const usable = ties.filter((tie) => isUsable(tie, question));
  const all: PlainPath[] = [];
  const goOn = (path: PlainPath): void => {
    const last = path.things.at(-1) ?? '';
    if (last === question.to) all.push(path);
    else if (path.ties.length < question.maxLength)
      for (const next of things.filter((thing) => !path.things.includes(thing))) {
        const tie = mostCertain(usable.filter(({ a, b }) => joins([a, b], [last, next])));
        if (tie) goOn({ things: [...path.things, next], ties: [...path.ties, tie] });
      }
  };
  if (question.from !== question.to) goOn({ things: [question.from], ties: [] });
  return all.sort((a, b) => compareKeys(keyOf(a, things), keyOf(b, things))).slice(0, question.count);
}

function isUsable({ type, share, from, to }: PlainTie, { types, minShare, day }: PlainQuestion): boolean {
  if (!types.includes(type)) return false;
  if (day !== null && ((from !== null && day < from) || (to !== null && to <= day))) return false;
  if (share === null) return true;
  const order = new Fraction(share.max).compare(new Fraction(minShare));
  return order > 0 || (order === 0 && !share.maxExclusive);
}

function joins([a, b]: readonly [string, string], [x, y]: readonly [string, string]): boolean {
  return (a === x && b === y) || (a === y && b === x);
}

const doubt = ({ confidence }: PlainTie): number => CONFIDENCES.indexOf(confidence);

function mostCertain(ties: readonly PlainTie[]): PlainTie | undefined {
  return ties.toSorted((a, b) => doubt(a) - doubt(b))[0];
}

function keyOf(path: PlainPath, things: readonly string[]): number[] {
  const doubts = path.ties.map(doubt);
  const sum = doubts.reduce((total, each) => total + each, 0);
  return [doubts.length, Math.max(...doubts), sum, ...path.things.map((thing) => things.indexOf(thing))];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
