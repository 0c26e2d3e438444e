import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, NotFoundError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import type { Candidate } from '../identity/evidence.ts';
import { type Judgement, pairKey, writeJudgements } from '../identity/judgements.ts';
import { gather } from '../library/gather.ts';
import type { Inputs } from '../library/inputs.ts';
import { judgementsIn, type Library, readBase, readEditions } from './load-inputs.ts';

/** A party as a person who judges sees it. */
interface Judged {
  readonly id: string;
  readonly name: string;
  readonly originalName: string | null;
  readonly jurisdiction: string | null;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly identifiers: readonly string[];
}

/** Two ids that may be one party, with what speaks for it and against. */
export interface AskedPair {
  readonly a: Judged;
  readonly b: Judged;
  readonly evidence: readonly string[];
  /** Empty when nothing speaks against it. */
  readonly against: string;
}

/** What waits for a person, and what was judged. */
export interface Queue {
  readonly candidates: readonly AskedPair[];
  readonly judgements: readonly Judgement[];
  /** Judgements on ids that nothing loaded has; they wait. */
  readonly idle: readonly Judgement[];
}

/** Which ids may be one party, surest first as the evidence has them, and what was judged already. */
export async function judgingQueue(inputs: Inputs, library: Library): Promise<Queue> {
  const judgements = judgementsIn(library.data);
  const editions = await readEditions(inputs.editions, library);
  const { facts, identities } = gather(readBase(inputs, library).facts, editions, judgements);
  const seen = new Map(facts.parties.map((party) => [party.id, party]));
  const standing = (id: string) => seen.get(identities.canonical.get(id) ?? id) ?? seen.get(id);
  const asked = ({ a, b, evidence, against }: Candidate): AskedPair => ({
    ...{ a: judged(a, standing(a)), b: judged(b, standing(b)) },
    ...{ evidence, against },
  });
  return { candidates: identities.candidates.map(asked), judgements, idle: identities.idle };
}

function judged(id: string, party: Facts['parties'][number] | undefined): Judged {
  const { name = id, originalName = null, jurisdiction = null } = party ?? {};
  const { aliases = [], addresses = [], identifiers = [] } = party ?? {};
  return {
    ...{ id, name, jurisdiction, aliases, addresses, originalName: originalName?.text ?? null },
    identifiers: identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
  };
}

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
