import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SetupError } from '../../errors.ts';
import { ROOT } from '../../root.ts';
import { INSTALL_JDK, type Jdk } from './jdk.ts';

const FOLDER = join(ROOT, 'server', 'store', 'managed');

/** The jars of one Neo4j and the launcher compiled against them. */
export interface Neo4jJars {
  readonly version: string;
  /** Class path for `java -cp`. */
  readonly classPath: string;
}

/** The pinned version, or `INTERLOCK_NEO4J_VERSION` where somebody tries another. */
export function neo4jVersion(environment: NodeJS.ProcessEnv = process.env): string {
  const asked = environment.INTERLOCK_NEO4J_VERSION;
  if (asked) return asked;
  const pinned = /<neo4j\.version>(.+?)</.exec(readFileSync(join(FOLDER, 'pom.xml'), 'utf8'))?.[1];
  if (pinned === undefined) throw new Error('server/store/managed/pom.xml does not name neo4j.version');
  return pinned;
}

/** Where jars are kept for all clones of a user: `INTERLOCK_CACHE`, `XDG_CACHE_HOME/interlock` or `~/.cache/interlock`. */
function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return (
    environment.INTERLOCK_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'interlock')
  );
}

/**
 * Makes sure the jars and the launcher are there; fetches them through Maven when they are not. The folder
 * appears under its name only when it is complete, so a broken fetch is simply done again.
 *
 * @throws SetupError when Maven is missing or cannot fetch
 */
export async function ensureJars(
  jdk: Jdk,
  say: (line: string) => void,
  stop?: AbortSignal,
): Promise<Neo4jJars> {
  const version = neo4jVersion();
  const folder = join(cacheFolder(), `neo4j-${version}-${fingerprint()}-jdk${jdk.version}`);
  if (!existsSync(folder)) await assemble({ jdk, version, folder, say, stop });
  return { version, classPath: `${join(folder, 'classes')}:${join(folder, 'lib', '*')}` };
}

/** Changes with the pom and the launcher, so that a change of either is assembled anew. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of ['pom.xml', 'Launcher.java']) hash.update(readFileSync(join(FOLDER, name)));
  return hash.digest('hex').slice(0, 8);
}

interface Assembly {
  readonly jdk: Jdk;
  readonly version: string;
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly stop: AbortSignal | undefined;
}

async function assemble(assembly: Assembly): Promise<void> {
  const { folder, version, say, stop } = assembly;
  const work = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(work, { recursive: true });
    cpSync(join(FOLDER, 'pom.xml'), join(work, 'pom.xml'));
    await runMaven(assembly, work);
    await compileLauncher(assembly.jdk, work);
    if (!existsSync(folder)) renameSync(work, folder);
    say(`Neo4j ${version} is there: ${readdirSync(join(folder, 'lib')).length} jars.`);
  } catch (error) {
    if (error instanceof SetupError || stop?.aborted) throw error;
    const fix = `Free some room or set INTERLOCK_CACHE to another folder; the folder is ${cacheFolder()}.`;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(`Neo4j could not be assembled: ${reason}`, fix, error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function compileLauncher({ home }: Jdk, work: string): Promise<void> {
  const options = ['-cp', join(work, 'lib', '*'), '-d', join(work, 'classes')];
  await promisify(execFile)(join(home, 'bin', 'javac'), [...options, join(FOLDER, 'Launcher.java')]);
}

const PROGRESS_EVERY = 25;

function runMaven({ jdk, version, say, stop }: Assembly, work: string): Promise<void> {
  const goals = [
    '-B',
    `-Dneo4j.version=${version}`,
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${join(work, 'lib')}`,
  ];
  return new Promise((resolve, reject) => {
    const maven = spawn('mvn', goals, {
      cwd: work,
      env: { ...process.env, JAVA_HOME: jdk.home },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stop,
    });
    const listener = mavenListener(say);
    maven.stdout.setEncoding('utf8').on('data', (text: string) => text.split('\n').forEach(listener.hear));
    maven.on('spawn', () => say(`Fetching Neo4j ${version} through Maven (about 120 MB, once) ...`));
    maven.on('error', () => reject(stop?.aborted ? stop.reason : mavenMissing()));
    maven.on('close', (code) => (code === 0 ? resolve() : reject(mavenFailed(listener.reason()))));
  });
}

/** Follows what Maven prints: says now and then how far it is, and remembers why it failed. */
function mavenListener(say: (line: string) => void): { hear: (line: string) => void; reason: () => string } {
  let fetched = 0;
  let reason = '';
  const hear = (line: string): void => {
    if (line.includes('ERROR')) reason = line.replace(/\[[^\]]*\]/g, '').trim() || reason;
    if (!/Downloaded from .*\.jar/.test(line)) return;
    fetched += 1;
    if (fetched % PROGRESS_EVERY === 0) say(`  ${fetched} files fetched ...`);
  };
  return { hear, reason: () => reason };
}

function mavenMissing(): SetupError {
  const fix =
    `Install Maven (on Debian: ${INSTALL_JDK}; or let \`npm start -- --install\` do it), ` +
    'or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to use a Neo4j that runs already.';
  return new SetupError('Maven (`mvn`), through which Interlock fetches Neo4j once, was not found.', fix);
}

function mavenFailed(reason: string): SetupError {
  const fix = 'Check the network or the Maven settings and start again; what was fetched is kept by Maven.';
  return new SetupError(`Maven could not fetch Neo4j${reason ? `: ${reason}` : '.'}`, fix);
}
