import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { ROOT } from '../../server/root.ts';
import type { Store } from '../../server/store/connection.ts';
import { ask } from './database.ts';

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of the product that runs. */
export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line, on either output, that fits; fails when the process ends without having said it. */
  readonly line: (fits: RegExp) => Promise<string>;
}

export interface SpawnOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads from standard input; nothing when left out. */
  readonly input?: string;
}

/** The built command line. */
export const MAIN = join(ROOT, 'dist', 'server', 'main.js');
const started: Running[] = [];
const folders: string[] = [];

/** Starts the built product with these arguments. */
export function start(parameters: readonly string[], options: SpawnOptions = {}): Running {
  return startNode([MAIN, ...parameters], options);
}

/** Runs the built product to its end. */
export function run(parameters: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return start(parameters, options).ended;
}

/** Starts a script under this Node, with its two outputs kept apart. */
export function startNode(parameters: readonly string[], { env = {}, input = '' }: SpawnOptions): Running {
  const child = spawn(process.execPath, parameters, {
    env: environmentWith(env),
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  });
  const line = (fits: RegExp) => firstLine({ child, ended, said, fits });
  const running: Running = { pid: child.pid ?? 0, child, ended, line };
  started.push(running);
  return running;
}

interface Listening {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly said: { readonly stdout: string; readonly stderr: string };
  readonly fits: RegExp;
}

function firstLine({ child, ended, said, fits }: Listening): Promise<string> {
  const found = () =>
    `${said.stdout}\n${said.stderr}`.split('\n').find((each) => each !== '' && fits.test(each));
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const line = found();
      if (line !== undefined) resolve(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
    look();
    void ended.then(({ code, stderr }) => {
      look();
      reject(new Error(`It ended (${code}) without saying ${fits}:\n${stderr}`));
    }, reject);
  });
}

/** The environment of a process of the product that a test starts. */
export function environmentWith(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...ownEnvironment(), INTERLOCK_DATA: dataFolder(), ...env };
}

/** The environment of the tests without what would send the product to somebody's own Neo4j or folder. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(NEO4J_|INTERLOCK_(?!CACHE|NEO4J_VERSION|NEO4J_HEAP))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

let data: string | null = null;

/** Where a command keeps files when a test names no folder: not in that of the repository. */
function dataFolder(): string {
  data ??= mkdtempSync(join(inject('folder'), 'data-'));
  return data;
}

/** A new folder of its own, removed by `cleanUp`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
  folders.push(folder);
  return folder;
}

/** Ends what still runs and removes the folders; for `afterEach` or `afterAll`. */
export async function cleanUp(): Promise<void> {
  for (const { child, ended } of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended.catch(() => undefined);
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
}

/** True while a process runs. One that has ended and waits for its parent to notice does not run any more. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/** Looks again and again until it is so; the test's own time is the limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Process id of the Java that runs a Neo4j, as it says itself. */
export async function neo4jProcess(store: Store): Promise<number> {
  const [row] = await ask(
    store,
    "CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN attributes.Pid.value AS pid",
  );
  if (typeof row?.['pid'] !== 'number') throw new Error('This Neo4j does not tell its process');
  return row['pid'];
}
