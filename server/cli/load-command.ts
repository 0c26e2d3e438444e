import { InputError, UnavailableError } from '../errors.ts';
import { tellEdition } from '../library/inputs.ts';
import { keptFiles } from '../library/kept-files.ts';
import { type Classified, classify, type NewEdition } from '../loading/classify.ts';
import { cacheOf } from '../loading/load-inputs.ts';
import { type LoadPlan, planLoad } from '../loading/plan-load.ts';
import { inTurn } from '../loading/turns.ts';
import { type Input, loadInto, readInput, readLaw, SEED } from '../pipeline.ts';
import { type Database, openDatabase } from '../store/database.ts';
import type { Law, LoadReport } from '../store/load-report.ts';
import { type Loaded, readLoaded } from '../store/queries/loaded.ts';
import { warmingPlans } from '../store/warm-plans.ts';
import type { Environment } from './environment.ts';
import { heeding, stopped, stopSignal } from './stop.ts';
import { tellImpact } from './tell-changes.ts';
import { fail, print, progressBar, say } from './terminal.ts';

export interface DatabaseCommand {
  readonly environment: Environment;
  readonly json: boolean;
}

export interface LoadCommand extends DatabaseCommand {
  /** Day of the editions, where their files do not say it. */
  readonly date?: string | undefined;
  /** Load an edition although something speaks against it. */
  readonly accept?: boolean | undefined;
  /** Say what would change, and change nothing. */
  readonly dryRun?: boolean | undefined;
}

/** `interlock load`: files into Neo4j with all conclusions, whole or not at all. */
export async function loadCommand(paths: readonly string[], command: LoadCommand): Promise<void> {
  const stop = stopSignal();
  // Nothing is open before Neo4j is: a long file need not be read to its end.
  const end = (): void => {
    fail(stopped());
    process.exit();
  };
  stop.addEventListener('abort', end);
  const found = await read(paths, command);
  stop.removeEventListener('abort', end);
  await loadFound(found, command, stop);
}

/** Loads what was read: the same for files that were named and for files that were fetched. */
export async function loadFound(
  found: Classified,
  command: LoadCommand,
  stop: AbortSignal = stopSignal(),
): Promise<void> {
  for (const edition of found.editions) tellTaken(edition);
  const database = await openFor(command, stop);
  try {
    const go = (): Promise<void> => loadPlanned(found, command, { database, stop });
    // Two at once would each leave out what the other adds.
    await (command.dryRun === true ? go() : takingTurns(command.environment, go, stop));
  } finally {
    await database.close();
  }
}

/** What a command that changes what is loaded works with. */
export interface Opened {
  readonly database: Database;
  readonly stop: AbortSignal;
}

async function loadPlanned(found: Classified, command: LoadCommand, opened: Opened): Promise<void> {
  const { store } = opened.database;
  const law = readLaw();
  const loaded = await store.read(readLoaded);
  const go = (): Promise<void> => planAndLoad(found, command, { ...opened, law, loaded });
  await (command.dryRun === true || loaded === null ? go() : warmingPlans(store, law.rules, go));
}

interface Ready extends Opened {
  readonly law: Law;
  readonly loaded: Loaded | null;
}

async function planAndLoad(found: Classified, command: LoadCommand, ready: Ready): Promise<void> {
  const { database, stop, law, loaded } = ready;
  const library = libraryOf(command.environment);
  const plan = await planLoad(found, { loaded, library, law });
  for (const note of plan.input.notes) say(`Note: ${note}`);
  tellPlan(plan);
  if (command.dryRun === true) return print(dryLine(plan, command.json));
  if (plan.held.length > 0 && command.accept !== true) throw heldBack(plan);
  const report = await loadInto(database, plan.input, { law, progress: heeding(stop, progressBar()) });
  for (const { input, editions } of plan.fresh) await cacheOf(library).keep(input, editions);
  print(said(plan, report, command.json));
}

/** Changes what is loaded while nobody else on the data folder does. */
export async function takingTurns(
  { data }: Pick<Environment, 'data'>,
  work: () => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const onWait = (): void => say('Another load or judgement is going on; waiting for it ...');
  try {
    await inTurn(data, work, { onWait, stop });
  } catch (error) {
    throw error instanceof UnavailableError && stop.aborted ? stopped() : error;
  }
}

/** Where editions are kept. */
export function libraryOf({ data }: Environment) {
  return { data, files: keptFiles(data) };
}

export async function openFor(
  { environment }: Pick<LoadCommand, 'environment'>,
  stop?: AbortSignal,
): Promise<Database> {
  const { neo4j: address, data: folder } = environment;
  try {
    return await openDatabase({ address, folder, boltPort: null, say, share: true, stop });
  } catch (error) {
    throw stop?.aborted ? stopped() : error;
  }
}

/** Reads what was named before Neo4j is opened: what is wrong is said at once. */
async function read(paths: readonly string[], command: LoadCommand): Promise<Classified> {
  if (paths.length === 0) {
    readInput([SEED]);
    return { base: { kind: 'seed' }, texts: [], editions: [] };
  }
  const { files } = libraryOf(command.environment);
  return classify(paths, { files, date: command.date });
}

function tellTaken({ input, asides }: NewEdition): void {
  say(`Read ${tellEdition(input)}.`);
  for (const { row, field, value, reason, fix } of asides.slice(0, 5))
    say(
      `  Kept aside: ${[row, field].filter((part) => part !== '').join(', ')}: ${reason} (${value}). ${fix}`,
    );
  if (asides.length > 5) say(`  ... and ${asides.length - 5} more rows kept aside.`);
}

function tellPlan({ known, impact, input, held }: LoadPlan): void {
  for (const each of known) say(`Loaded already, nothing to add: ${each.input.file} of ${each.input.date}.`);
  if (impact !== null) for (const line of tellImpact(impact, input.facts)) say(line);
  for (const { message, fix } of held) say(`Speaks against it: ${message} ${fix}`);
}

function heldBack({ held, input }: LoadPlan): InputError {
  const problems = held.map(({ message, fix }) => ({ file: input.name, row: '', field: '', message, fix }));
  return new InputError(problems, 'The edition was held back; nothing was changed.');
}

function dryLine({ input, held, impact, fresh }: LoadPlan, json: boolean): string {
  if (json) return JSON.stringify({ dryRun: true, wouldLoad: input.name, held, impact }, null, 2);
  return `Dry run: ${fresh.length} new editions; nothing was changed.`;
}

function said({ input, impact, held }: LoadPlan, report: LoadReport, json: boolean): string {
  if (!json) return loadedLine(input, report);
  const more = impact === null ? {} : { impact };
  return JSON.stringify(
    { loaded: input.name, ...report, ...(held.length > 0 ? { held } : {}), ...more },
    null,
    2,
  );
}

/** `Loaded seed: 812 parties (2 written), 913 verdicts (3 written) ...`; what was all written says only how much. */
export function loadedLine({ name }: Pick<Input, 'name'>, { counts, written }: LoadReport): string {
  const { formerFacts = 0, goneFacts = 0, ...others } = written;
  const sizes = Object.entries(counts).map(([what, count]) => {
    const part = others[what];
    return part === undefined || part === count ? `${count} ${what}` : `${count} ${what} (${part} written)`;
  });
  const kept = formerFacts === 0 ? '' : ` ${formerFacts} former versions of facts kept for "as known on".`;
  const gone = goneFacts === 0 ? '' : ` ${goneFacts} facts gone.`;
  return `Loaded ${name}: ${sizes.join(', ')}.${gone}${kept}`;
}
