import type { Confidence } from '../facts/confidence.ts';
import { CONFIDENCES } from '../facts/confidence.ts';
import { type Interval, isDate } from '../facts/dates.ts';
import { periodProblems } from '../facts/periods.ts';
import { LEVELS, type Level } from './finding.ts';
import { readHeader } from './header.ts';

/** Days over which a rule is in force, and whether that is confirmed. */
export interface InForce extends Interval {
  readonly confirmed: boolean;
  readonly note: string;
}

/** A red flag as its Cypher file states it: words, law and dates in the header, the pattern as the statement. */
export interface Rule {
  readonly id: string;
  readonly flag: string;
  readonly title: string;
  readonly level: Level;
  readonly citation: string;
  readonly confidence: Confidence;
  /** Intervals, or `regime`: as the regime of the verdict that the match rests on. */
  readonly inForce: readonly InForce[] | 'regime';
  /** Level on days on which the rule is not in force; null when it then says nothing. */
  readonly otherwise: Level | null;
  /** Sentence with `{words}` that the match fills. */
  readonly says: string;
  readonly asks: string;
  readonly falsePositives: string;
  readonly cypher: string;
}

const KEYS = [
  'id',
  'flag',
  'title',
  'level',
  'citation',
  'confidence',
  'otherwise',
  'says',
  'asks',
  'false positives',
];

/**
 * Reads a rule file. Key `in force` may stand several times: `2025-09-29 .. 2025-11-10`, open ends left empty, a note
 * after a semicolon, the word `unconfirmed` before the note; or the one word `regime`.
 *
 * @throws Error naming the file and the key that is missing or wrong
 */
export function parseRule(file: string, cypher: string): Rule {
  const header = readHeader(cypher);
  const value = (key: string): string => {
    const found = header.get(key)?.[0];
    if (found === undefined || found === '') throw new Error(`${file}: the header lacks "${key}"`);
    return found;
  };
  for (const key of KEYS) value(key);
  const otherwise = value('otherwise');
  return {
    id: value('id'),
    flag: value('flag'),
    title: value('title'),
    level: oneOf(LEVELS, value('level'), `${file}: level`),
    citation: value('citation'),
    confidence: oneOf(CONFIDENCES, value('confidence'), `${file}: confidence`),
    inForce: readInForce(file, header.get('in force') ?? []),
    otherwise: otherwise === 'none' ? null : oneOf(LEVELS, otherwise, `${file}: otherwise`),
    says: value('says'),
    asks: value('asks'),
    falsePositives: value('false positives'),
    cypher,
  };
}

function readInForce(file: string, lines: readonly string[]): readonly InForce[] | 'regime' {
  if (lines.length === 0) throw new Error(`${file}: the header lacks "in force"`);
  if (lines[0] === 'regime') return 'regime';
  const periods = lines.map((line) => {
    const match = /^(\S*) ?\.\. ?([^\s;]*)(?:; (unconfirmed, )?(.*))?$/.exec(line);
    const [from, to] = [match?.[1] || null, match?.[2] || null];
    const wrong = [from, to].some((date) => date !== null && !isDate(date));
    if (!match || wrong) throw new Error(`${file}: "in force: ${line}" is not FROM .. TO; note`);
    return { from, to, confirmed: match[3] === undefined, note: match[4] ?? '' };
  });
  for (const { at, message } of periodProblems(periods))
    throw new Error(`${file}: "in force: ${lines[at]}" ${message}`);
  return periods;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, what: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Error(`${what} is "${value}"; use one of ${allowed.join(', ')}`);
  return found;
}
