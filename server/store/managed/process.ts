import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SetupError } from '../../errors.ts';
import { ROOT } from '../../root.ts';
import { paths } from './data-folder.ts';
import type { Neo4jJars } from './jars.ts';
import type { Jdk } from './jdk.ts';
import { type Neo4jMemory, neo4jMemory } from './memory.ts';

export interface LaunchOptions {
  readonly jdk: Jdk;
  readonly jars: Neo4jJars;
  readonly folder: string;
  readonly boltPort: number;
  readonly password: string;
}

/** A Neo4j child process that has said it is ready. */
export interface Neo4jProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with what it ended with. */
  readonly ended: Promise<string>;
  /** Ends it cleanly; resolves when it has ended. */
  readonly stop: () => Promise<void>;
  /** Ends it at once. What is committed is kept; the next start recovers. */
  readonly kill: () => void;
}

const STOP_WITHIN_MS = 30_000;
/** The kernel reaches into these at start; the server's own script opens them too. */
const OPENS = [
  'java.base/java.nio',
  'java.base/java.io',
  'java.base/sun.nio.ch',
  'java.base/java.util.concurrent',
];

/**
 * Starts Neo4j and waits until it is ready.
 *
 * @param stop ends the child while it starts, if it aborts
 * @throws SetupError when it does not start: data in use, port taken, store of a newer version, full disk
 */
export async function launch(options: LaunchOptions, stop?: AbortSignal): Promise<Neo4jProcess> {
  stop?.throwIfAborted();
  const { folder, boltPort } = options;
  const memory = neo4jMemory();
  writeFileSync(paths(folder).configuration, configurationOf(boltPort, memory));
  const child = spawnJava(options, memory.heap);
  const ended = endOf(child);
  const log = createWriteStream(paths(folder).log, { flags: 'w' });
  child.stderr?.pipe(log);
  child.stdin?.on('error', () => {});
  child.stdin?.write(`${options.password}\n`);
  const end = (): void => void child.kill('SIGKILL');
  stop?.addEventListener('abort', end);
  await ready(child, ended, folder);
  stop?.removeEventListener('abort', end);
  return {
    pid: child.pid ?? 0,
    ended,
    stop: () => endInOrder(child, ended),
    kill: () => child.kill('SIGKILL'),
  };
}

function configurationOf(boltPort: number, { transaction, transactions }: Neo4jMemory): string {
  const template = readFileSync(join(ROOT, 'server', 'store', 'managed', 'neo4j.conf'), 'utf8');
  return template
    .replaceAll('{port}', String(boltPort))
    .replace('{transaction}', `${transaction}m`)
    .replace('{transactions}', `${transactions}m`);
}

function spawnJava({ jdk, jars, folder }: LaunchOptions, heap: number): ChildProcess {
  const { store, configuration } = paths(folder);
  const flags = [`-Xmx${heap}m`, '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8'];
  const opens = OPENS.map((each) => `--add-opens=${each}=ALL-UNNAMED`);
  const command = [...flags, ...opens, '-cp', jars.classPath, 'Launcher', store, configuration];
  // Its own process group: Ctrl-C in the terminal reaches only Interlock, which then ends Neo4j in order.
  return spawn(join(jdk.home, 'bin', 'java'), command, { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
}

async function ready(child: ChildProcess, ended: Promise<string>, folder: string): Promise<void> {
  if (!child.stdout) throw new Error('The child has no standard output');
  const said = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      if (line === 'ready' || line.startsWith('failed: ')) resolve(line);
    });
  });
  const result = await Promise.race([said, ended.then((how) => `failed: it ended at once (${how})`)]);
  if (result === 'ready') return;
  appendFileSync(paths(folder).log, `${result}\n`);
  throw explainFailure(result.slice('failed: '.length), folder);
}

const KNOWN_FAILURES: readonly { readonly sign: RegExp; readonly message: string; readonly fix: string }[] = [
  {
    sign: /FileLock|StoreLock|lock file|already in use by another/i,
    message: 'The data is in use by another Neo4j.',
    fix: 'Stop the other one, or name another folder with --data.',
  },
  {
    sign: /BindException|PortBind|Address already in use/i,
    message: 'The Bolt port is in use.',
    fix: 'Stop what uses it, or name another with --bolt-port.',
  },
  {
    sign: /No space left|ENOSPC|disk/i,
    message: 'The disk is full.',
    fix: 'Free some room, or name another folder with --data.',
  },
];

function explainFailure(reason: string, folder: string): SetupError {
  const known = KNOWN_FAILURES.find(({ sign }) => sign.test(reason));
  if (known) return new SetupError(`Neo4j did not start: ${known.message}`, known.fix);
  return new SetupError(`Neo4j did not start: ${reason}`, `Its log is ${paths(folder).log}.`);
}

async function endInOrder(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
