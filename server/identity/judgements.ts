import { z } from 'zod';
import { InputError } from '../errors.ts';
import { isDate } from '../facts/dates.ts';

const text = z.string().trim().min(1);

const judgementShape = z.strictObject({
  a: text.describe('Id of a party'),
  b: text.describe('Id of another'),
  verdict: z.enum(['same', 'different']),
  by: text.describe('Who says so'),
  on: z.string().refine(isDate, 'is not a day such as 2026-07-09'),
  why: text,
});

const fileShape = z.strictObject({ judgements: z.array(judgementShape) });

/** What a person says of two ids: one party, or two. Removing it undoes it. */
export type Judgement = Readonly<z.infer<typeof judgementShape>>;

/**
 * Judgements from their file, `{"judgements": [{"a", "b", "verdict", "by", "on", "why"}]}`, which may be kept under
 * version control.
 *
 * @throws InputError naming each field that is wrong, a party compared with itself, and two that contradict each other
 */
export function readJudgements(content: string, file: string): Judgement[] {
  const result = fileShape.safeParse(parse(content, file));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => ({
      ...{ file, row: path.slice(0, 2).join('.'), field: path.slice(2).join('.'), message },
      fix: 'Give a, b, verdict (same or different), by, on and why.',
    }));
    throw new InputError(problems);
  }
  const problems = contradictions(result.data.judgements).map((message) => ({
    ...{ file, row: 'judgements', field: 'verdict', message },
    fix: 'Keep the judgement that holds and remove the other.',
  }));
  if (problems.length > 0) throw new InputError(problems);
  return result.data.judgements;
}

/** The file of these judgements, in an order of its own, so that versions of it compare well. */
export function writeJudgements(judgements: readonly Judgement[]): string {
  const ordered = judgements
    .map(({ a, b, verdict, by, on, why }) => ({ ...pairOf(a, b), verdict, by, on, why }))
    .sort((one, other) => (pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1));
  return `${JSON.stringify({ judgements: ordered }, null, 2)}\n`;
}

/** The same for both orders of two ids. */
export function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

function pairOf(a: string, b: string): { a: string; b: string } {
  return a < b ? { a, b } : { a: b, b: a };
}

function parse(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    const fix = 'Give {"judgements": []} at least.';
    throw new InputError([{ file, row: '', field: '', message: 'is not JSON.', fix }]);
  }
}

function contradictions(judgements: readonly Judgement[]): string[] {
  const said = new Map<string, Judgement['verdict']>();
  return judgements.flatMap(({ a, b, verdict }) => {
    if (a === b) return [`${a} is compared with itself.`];
    const before = said.get(pairKey(a, b));
    said.set(pairKey(a, b), verdict);
    return before === undefined || before === verdict ? [] : [`${a} and ${b} are said to be both.`];
  });
}
