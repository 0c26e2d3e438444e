import type { RequestListener, Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { createApp } from '../api/app.ts';
import { createComparing } from '../api/comparing.ts';
import { type ApiThreads, closeThreads, openThreads } from '../api/jobs/open-threads.ts';
import { createJudging, type RunCommand } from '../api/judging.ts';
import { closeServer, type ListenOptions, listen } from '../api/listen.ts';
import { createModel, type Model } from '../api/model.ts';
import { readStories } from '../api/stories.ts';
import { UnavailableError } from '../errors.ts';
import { SEED_ALONE } from '../library/inputs.ts';
import { hashOf, inputsOf, judgementsIn, readInputs } from '../loading/load-inputs.ts';
import { concluderOf, loadInput, readInput, readLaw, SEED, stampOf } from '../pipeline.ts';
import type { Store } from '../store/connection.ts';
import { type Database, openDatabase } from '../store/database.ts';
import type { Law } from '../store/load-report.ts';
import { paths } from '../store/managed/data-folder.ts';
import { type Loaded, readLoaded } from '../store/queries/loaded.ts';
import { codeHash, VERSION } from '../version.ts';
import { childCommand } from './child-command.ts';
import type { Environment } from './environment.ts';
import { libraryOf, takingTurns } from './load-command.ts';
import { keepUpdated } from './scheduled-update.ts';
import { stopSignal } from './stop.ts';
import { EXIT, print, progressBar, say } from './terminal.ts';
import { warmUp } from './warm-up.ts';

export interface ServeOptions {
  readonly environment: Environment;
  readonly boltPort: number | null;
  /** Print the address as one JSON object. */
  readonly json: boolean;
  /** Hours between two updates of lists from their sources; null for none. */
  readonly updateEvery: number | null;
}

/**
 * Starts the product: server first, so that the page is there at once, then Neo4j, then the seed if nothing newer
 * is loaded. Runs until it is told to stop, and then leaves the data for the next start.
 *
 * @throws SetupError or UnavailableError with what to do; nothing is left behind then
 */
export async function serve({ environment, boltPort, json, updateEvery }: ServeOptions): Promise<void> {
  const { host, port, data, neo4j: address, allowedHosts } = environment;
  const law = readLaw();
  const threads = openThreads();
  const model = createModel({ folder: data, code: codeHash(), say });
  let database: Database | null = null;
  const app = createApp({
    deps: { ...deps(law, model, threads, () => database), ...commandsOn(data) },
    allowedHosts: [...allowedHosts, ...ownName(host)],
    log: say,
  });
  const listener: RequestListener = (request, response) => void app(request, response);
  const server = await listen(listener, { host, port });
  const stop = stopSignal();
  try {
    database = await openDatabase({ address, folder: data, boltPort, say, share: false, stop });
    database.managed?.onLost((how) => giveUp(server, how));
    const { store } = database;
    const loaded = takingTurns(environment, () => ensureLoaded(store, environment, law), stop);
    await unlessStopped(stop, loaded);
    const passwordFile = address === null ? paths(data).password : null;
    const url = urlOf(server, { host, port });
    announce(store, { url, json, passwordFile });
    threads.analysis.warmUp();
    void warmUp(url, stop).then(() => model.ties(store).catch(() => undefined));
    if (updateEvery !== null) await keepUpdated({ hours: updateEvery, data, stop });
    else await new Promise((resolve) => stop.addEventListener('abort', resolve));
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await closeServer(server);
    await closeThreads(threads);
    await database?.close();
  }
  say('Stopped. The data is kept for the next start.');
}

interface Ready {
  readonly url: string;
  readonly json: boolean;
  /** Where the password of the managed Neo4j lies; null for another one. */
  readonly passwordFile: string | null;
}

function announce({ address }: Store, { url, json, passwordFile }: Ready): void {
  print(json ? JSON.stringify({ url, neo4j: address.uri }) : `Interlock is ready: ${url}`);
  const password = passwordFile === null ? '' : `, password in ${passwordFile}`;
  say(`Neo4j: ${address.uri}, user ${address.user}${password}. Ctrl-C stops what was started here.`);
}

function urlOf(server: Server, { host, port }: ListenOptions): string {
  const listening = server.address();
  const shown = typeof listening === 'object' && listening !== null ? listening.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${shown}`;
}

function giveUp(server: Server, how: string): void {
  say(`Neo4j ended (${how}) and could not be started again. The data is safe; start Interlock again.`);
  process.exitCode = EXIT.error;
  void closeServer(server).then(() => process.exit());
}

/** The name that browsers send for the address listened on: none for "every address", IPv6 in brackets and short. */
export function ownName(host: string): string[] {
  const [address = ''] = host.split('%');
  const name = isIPv6(address) ? new URL(`http://[${address}]`).hostname : host;
  return ['0.0.0.0', '[::]', '127.0.0.1'].includes(name) ? [] : [name];
}

/** Through the Neo4j that this server runs or uses: the commands find it as this process did. */
function commandsOn(data: string) {
  const [, main = ''] = process.argv;
  const child = { main, env: { ...process.env, INTERLOCK_DATA: data } };
  const run: RunCommand = (parameters) => childCommand(parameters, child);
  return { judging: createJudging(run), comparing: createComparing(run) };
}

function deps(law: Law, model: Model, threads: ApiThreads, current: () => Database | null) {
  const managed = () => current()?.managed ?? null;
  return {
    law,
    model,
    threads,
    stories: readStories(SEED),
    version: VERSION,
    store: () => {
      const database = current();
      if (!database)
        throw new UnavailableError(
          'Interlock is starting: Neo4j is not ready yet.',
          'Try again in a moment.',
        );
      return database.store;
    },
    get forceEnd() {
      const neo4j = managed();
      return neo4j === null ? null : () => neo4j.restart();
    },
  };
}

/**
 * Loads the seed into an empty database. What was loaded on the seed is loaded again when the seed, the rules, a
 * judgement or Interlock itself has changed: editions are read from the files that were kept.
 */
async function ensureLoaded(store: Store, environment: Environment, law: Law): Promise<void> {
  const loaded = await store.read(readLoaded);
  const inputs = inputsOf(loaded);
  if (loaded !== null && inputs?.base.kind !== 'seed') return loadedLines(loaded, law).forEach(say);
  const wanted = inputs ?? SEED_ALONE;
  const hash = hashOf(wanted, readInput([SEED]).hash, judgementsIn(environment.data));
  const what = wanted.editions.length === 0 ? 'the seed' : `the seed and ${wanted.editions.length} editions`;
  if (loaded?.run === stampOf({ hash }, law)) return say(`Loaded: ${what} (${loaded.finishedAt}).`);
  say(loaded === null ? 'Loading the seed ...' : 'The seed or the rules have changed; loading again ...');
  await loadInput(store, await readInputs(wanted, libraryOf(environment)), law, progressBar());
}

/**
 * What a start says of a user's own load. It is not loaded anew by itself: its files may have moved or changed, so
 * that only the user can say what to load.
 */
export function loadedLines({ input, finishedAt, concludedBy }: Loaded, law: Law): string[] {
  const loaded = `Loaded: ${input} (${finishedAt}).`;
  if (concludedBy === concluderOf(law)) return [loaded];
  const what = `What is loaded (${input}) was concluded by another version of the rules or of Interlock`;
  return [loaded, `${what}; load it again: interlock load ${input.split(', ').join(' ')}`];
}

/** Waits for `work`, but no longer than until the process is asked to stop. */
function unlessStopped<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason));
  });
  return Promise.race([work, stopped]);
}
