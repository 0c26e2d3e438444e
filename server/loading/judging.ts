import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, NotFoundError } from '../errors.ts';
import { type Judgement, pairKey, writeJudgements } from '../identity/judgements.ts';

/**
 * The judgements with one more.
 *
 * @throws InputError when the opposite is said of the same two: that one is to be undone first
 */
export function withJudgement(judgements: readonly Judgement[], judgement: Judgement): Judgement[] {
  const key = pairKey(judgement.a, judgement.b);
  const before = judgements.find(({ a, b }) => pairKey(a, b) === key);
  if (before !== undefined && before.verdict !== judgement.verdict) {
    const message = `${before.by} said on ${before.on} that they are ${before.verdict}: ${before.why}`;
    const fix = `Undo it first: interlock judge undo ${before.a} ${before.b}`;
    throw new InputError([{ file: 'judgements.json', row: key, field: 'verdict', message, fix }]);
  }
  return [...judgements.filter((each) => each !== before), judgement];
}

/**
 * The judgements without the one on two ids.
 *
 * @throws NotFoundError when there is none
 */
export function withoutJudgement(judgements: readonly Judgement[], a: string, b: string): Judgement[] {
  const left = judgements.filter((each) => pairKey(each.a, each.b) !== pairKey(a, b));
  if (left.length < judgements.length) return left;
  throw new NotFoundError(`Nothing is judged of ${a} and ${b}.`, '`interlock candidates` tells what is.');
}

/** Writes the file of judgements: whole or not at all, on the disk when it returns. */
export function saveJudgements(data: string, judgements: readonly Judgement[]): void {
  mkdirSync(data, { recursive: true });
  const path = join(data, 'judgements.json');
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, writeJudgements(judgements));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
