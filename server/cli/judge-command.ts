import { userInfo } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { InputError, SetupError } from '../errors.ts';
import { today } from '../facts/dates.ts';
import type { Inputs } from '../library/inputs.ts';
import { saveJudgements, withJudgement, withoutJudgement } from '../loading/judging.ts';
import { type AskedPair, judgingQueue } from '../loading/judging-queue.ts';
import { inputsOf, joinInputs, judgementsIn, readBase, readEditions } from '../loading/load-inputs.ts';
import { impactBetween } from '../loading/plan-load.ts';
import { touchedBy } from '../loading/touched.ts';
import { loadInput, readLaw } from '../pipeline.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { type DatabaseCommand, libraryOf, loadedLine, openFor, takingTurns } from './load-command.ts';
import { heeding, stopSignal } from './stop.ts';
import { tellImpact } from './tell-changes.ts';
import { print, progressBar, say } from './terminal.ts';

/** `interlock candidates`: ids that may be one party, for a person to judge, and what was judged. */
export async function candidatesCommand(command: DatabaseCommand): Promise<void> {
  const database = await openFor(command);
  try {
    const inputs = recorded(inputsOf(await database.store.read(readLoaded)));
    const queue = await judgingQueue(inputs, libraryOf(command.environment));
    if (command.json) return print(JSON.stringify(queue, null, 2));
    const { candidates, judgements } = queue;
    print(
      [
        `${candidates.length} pairs of ids may be one party.`,
        ...candidates.flatMap(pairLines),
        `${judgements.length} judgements.`,
        ...judgements.map(
          ({ a, b, verdict, by, on, why, isInForce }) =>
            `  ${a} and ${b}: ${verdict}, ${by} on ${on}: ${why}${isInForce ? '' : ' (waits: one of them is not loaded)'}`,
        ),
      ].join('\n'),
    );
  } finally {
    await database.close();
  }
}

function pairLines({ a, b, evidence, against }: AskedPair): string[] {
  const told = ({ id, name, originalName, jurisdiction }: AskedPair['a']) =>
    `${name}${originalName ? ` ${originalName}` : ''} (${jurisdiction ?? 'country unknown'}, ${id})`;
  return [
    `  ${told(a)}`,
    `    and ${told(b)}`,
    `    for: ${evidence.join('; ')}`,
    ...(against === '' ? [] : [`    against: ${against}`]),
    `    interlock judge same|different ${a.id} ${b.id} --why "..."`,
  ];
}

const VERDICTS = ['same', 'different', 'undo'] as const;
export type SaidVerdict = (typeof VERDICTS)[number];

/** @throws InvalidArgumentError naming what may be said */
export function toVerdict(text: string): SaidVerdict {
  const found = VERDICTS.find((verdict) => verdict === text);
  if (found === undefined) throw new InvalidArgumentError(`Say one of: ${VERDICTS.join(', ')}.`);
  return found;
}

export interface JudgeCommand extends DatabaseCommand {
  /** Who says so; the user of this machine when left out. */
  readonly by?: string | undefined;
  readonly why?: string | undefined;
}

/**
 * `interlock judge`: says that two ids are one party, or two, or takes that back; what is loaded follows at once. The
 * facts themselves stay as they were read, so that undoing it gives exactly what was before.
 *
 * @throws InputError or NotFoundError, and then nothing is judged
 */
export async function judgeCommand(
  verdict: SaidVerdict,
  pair: readonly [string, string],
  command: JudgeCommand,
): Promise<void> {
  const stop = stopSignal();
  // From reading the file to what is loaded: two at once would each write it without the other's judgement.
  await takingTurns(command.environment, () => judge(verdict, pair, { command, stop }), stop);
}

interface Judging {
  readonly command: JudgeCommand;
  readonly stop: AbortSignal;
}

async function judge(
  verdict: SaidVerdict,
  [a, b]: readonly [string, string],
  { command, stop }: Judging,
): Promise<void> {
  const { data } = command.environment;
  const before = judgementsIn(data);
  const after =
    verdict === 'undo'
      ? withoutJudgement(before, a, b)
      : withJudgement(before, said(verdict, [a, b], command));
  const library = libraryOf(command.environment);
  const database = await openFor(command, stop);
  let isSaved = false;
  try {
    const law = readLaw();
    const inputs = recorded(inputsOf(await database.store.read(readLoaded)));
    const editions = await readEditions(inputs.editions, library);
    const own = readBase(inputs, library);
    const former = joinInputs(inputs, editions, library, own);
    saveJudgements(data, after);
    isSaved = true;
    if (verdict !== 'undo') await known([a, b], inputs, command);
    const input = joinInputs(inputs, editions, library, own);
    const impact = impactBetween(former, input, law);
    for (const line of tellImpact(impact, input.facts)) say(line);
    const report = await loadInput(database.store, input, law, heeding(stop, progressBar()));
    const touched = touchedBy(impact, input.facts);
    print(
      command.json
        ? JSON.stringify({ judgements: after, ...report, impact, touched }, null, 2)
        : loadedLine(input, report),
    );
  } catch (error) {
    if (isSaved) saveJudgements(data, before);
    throw error;
  } finally {
    await database.close();
  }
}

function said(verdict: 'same' | 'different', [a, b]: readonly [string, string], { by, why }: JudgeCommand) {
  if (why === undefined || why.trim() === '') {
    const fix = 'Say in a few words what it rests on: --why "same LEI in both annual reports".';
    throw new InputError([{ file: 'command line', row: '', field: '--why', message: 'is missing.', fix }]);
  }
  return { a, b, verdict, by: by ?? userInfo().username, on: today(), why };
}

/** @throws InputError when nothing that is loaded has one of the ids */
async function known(ids: readonly string[], inputs: Inputs, command: JudgeCommand): Promise<void> {
  const { idle } = await judgingQueue(inputs, libraryOf(command.environment));
  if (!idle.some(({ a, b }) => ids.includes(a) && ids.includes(b))) return;
  const message = `one of ${ids.join(' and ')} is the id of no party that is loaded.`;
  const fix = '`interlock candidates` and the cards of parties give ids.';
  throw new InputError([{ file: 'command line', row: '', field: 'id', message, fix }]);
}

function recorded(inputs: Inputs | null): Inputs {
  if (inputs !== null) return inputs;
  throw new SetupError(
    'What is loaded was not recorded by the Interlock that loaded it, so that nothing can be judged in it.',
    'Load the case files again, or the seed (interlock load), and then the editions.',
  );
}
