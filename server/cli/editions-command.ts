import { existsSync } from 'node:fs';
import { InputError, NotFoundError } from '../errors.ts';
import { type EditionInput, type Inputs, namesEdition, SEED_ALONE, tellEdition } from '../library/inputs.ts';
import { changeRecord } from '../loading/change-record.ts';
import { classify } from '../loading/classify.ts';
import { compareEditions, type ReadEdition } from '../loading/compare-editions.ts';
import { inputsOf, joinInputs, readBase, readEditions } from '../loading/load-inputs.ts';
import { impactBetween } from '../loading/plan-load.ts';
import { loadInput, readLaw } from '../pipeline.ts';
import type { Law } from '../store/load-report.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { warmingPlans } from '../store/warm-plans.ts';
import {
  type LoadCommand,
  libraryOf,
  loadedLine,
  type Opened,
  openFor,
  takingTurns,
} from './load-command.ts';
import { heeding, stopSignal } from './stop.ts';
import { tellDiff, tellImpact } from './tell-changes.ts';
import { print, progressBar, say } from './terminal.ts';

/** `interlock editions`: what is loaded beside the base. */
export async function editionsCommand(command: LoadCommand): Promise<void> {
  const database = await openFor(command);
  try {
    const inputs = inputsOf(await database.store.read(readLoaded));
    if (command.json) return print(JSON.stringify(inputs, null, 2));
    const lines = (inputs?.editions ?? []).map(tellEdition).sort();
    print([`Base: ${baseName(inputs)}.`, ...lines].join('\n'));
  } finally {
    await database.close();
  }
}

function baseName(inputs: Inputs | null): string {
  if (inputs === null) return 'not recorded';
  return inputs.base.kind === 'seed' ? 'the seed' : inputs.base.name;
}

/**
 * `interlock rollback`: what was before an edition, exactly. Its file stays kept, so that it can be loaded again.
 *
 * @throws NotFoundError when no edition, or more than one, is called so
 */
export async function rollbackCommand(name: string, command: LoadCommand): Promise<void> {
  const stop = stopSignal();
  const database = await openFor(command, stop);
  try {
    await takingTurns(command.environment, () => takeBack(name, command, { database, stop }), stop);
  } finally {
    await database.close();
  }
}

async function takeBack(name: string, command: LoadCommand, opened: Opened): Promise<void> {
  const { store } = opened.database;
  const law = readLaw();
  const before = inputsOf(await store.read(readLoaded)) ?? SEED_ALONE;
  const edition = chosen(before.editions, name);
  await warmingPlans(store, law.rules, () => takeBackFrom(before, edition, command, { ...opened, law }));
}

async function takeBackFrom(
  before: Inputs,
  edition: EditionInput,
  command: LoadCommand,
  { database, stop, law }: Opened & { readonly law: Law },
): Promise<void> {
  const library = libraryOf(command.environment);
  const inputs = { ...before, editions: before.editions.filter((each) => each !== edition) };
  const others = await readEditions(inputs.editions, library);
  const gone = await readEditions([edition], library);
  const own = readBase(inputs, library);
  const after = joinInputs(inputs, others, library, own);
  const impact = impactBetween(joinInputs(before, [...others, ...gone], library, own), after, law);
  const changes = changeRecord({ by: 'rollback', changed: gone, others, impact, input: after });
  const input = { ...after, changes };
  for (const line of tellImpact(impact, input.facts)) say(line);
  const report = await loadInput(database.store, input, law, heeding(stop, progressBar()));
  const line = `Took back ${tellEdition(edition)}. ${loadedLine(input, report)}`;
  print(command.json ? JSON.stringify({ tookBack: edition, ...report, impact }, null, 2) : line);
}

function chosen(editions: readonly EditionInput[], name: string): EditionInput {
  const found = editions.filter((each) => namesEdition(each, name));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const there = editions.map(tellEdition).join('\n  ');
  throw new NotFoundError(
    `${found.length === 0 ? 'No edition' : 'More than one edition'} that is loaded is called "${name}".`,
    editions.length === 0 ? 'None is loaded.' : `Name one by its file, list@day or sha256:\n  ${there}`,
  );
}

/**
 * `interlock diff`: two editions of a list, entry by entry, and what their difference changes for the product's own
 * facts. Two files need no database; an edition that is loaded is named as `editions` names it, `list@day`.
 *
 * @throws InputError when a file cannot be read; NotFoundError when they have no list in common
 */
export async function diffCommand(paths: readonly [string, string], command: LoadCommand): Promise<void> {
  const library = libraryOf(command.environment);
  const loaded = paths.some(isName) ? await loadedEditions(command) : [];
  const [first, second] = await Promise.all(paths.map((path) => one(path, loaded, command)));
  if (first === undefined || second === undefined)
    throw new NotFoundError('Name two files of a list, or editions that are loaded.');
  const { diffs, impact, facts, changes } = compareEditions([first, second], library, readLaw());
  if (command.json) return print(JSON.stringify({ diffs, impact, changes }, null, 2));
  const lines = diffs.flatMap(({ list, diff }) => [
    `${list}, ${first.input.date} -> ${second.input.date}:`,
    ...tellDiff(diff),
  ]);
  print([...lines, ...tellImpact(impact, facts)].join('\n'));
}

/** `bis-entity-list@2024-12-31`, or the beginning of a hash: what no file is called. */
function isName(path: string): boolean {
  return (path.includes('@') || /^[0-9a-f]{8,64}$/i.test(path)) && !existsSync(path);
}

async function loadedEditions(command: LoadCommand): Promise<readonly EditionInput[]> {
  const database = await openFor(command);
  try {
    return inputsOf(await database.store.read(readLoaded))?.editions ?? [];
  } finally {
    await database.close();
  }
}

async function one(
  path: string,
  loaded: readonly EditionInput[],
  { environment, date }: LoadCommand,
): Promise<ReadEdition | undefined> {
  const library = libraryOf(environment);
  if (!isName(path)) {
    const [edition] = (await classify([path], { files: library.files, date })).editions;
    if (edition?.input.isDelta) throw onlyChanges(edition.input);
    return edition;
  }
  const input = chosen(loaded, path);
  return { input, editions: await readEditions([input], library) };
}

function onlyChanges({ file }: EditionInput): InputError {
  const message = 'holds changes only, which can be compared when they are loaded.';
  const fix = 'Load it, and name it as `interlock editions` does.';
  return new InputError([{ file, row: '', field: '', message, fix }]);
}
