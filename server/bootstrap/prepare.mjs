/**
 * What a fresh clone lacks, in plain JavaScript for the Node that is there: dependencies as the lockfile pins them,
 * and a build that is no older than its sources. Both commands of the README begin here.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const OLDEST_NODE = [20, 19];
const BUILT = join(ROOT, 'dist', '.built');
const SOURCES = ['server', 'client', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** Says something to a person: standard error, so that standard output stays for results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says what is wrong and what to do, and ends with exit code 1. */
export function fail(line) {
  say(line);
  process.exit(1);
}

/** Runs a command in the root folder, its output before the user's eyes; gives true when it went well. */
export function run(command, parameters) {
  const { status } = spawnSync(command, parameters, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  return status === 0;
}

/** Runs a tool of `node_modules` under this very Node. */
export function runTool(path, parameters) {
  return run(process.execPath, [join(ROOT, 'node_modules', path), ...parameters]);
}

/** Checks Node, fetches dependencies and builds, each only where needed. */
export function prepare() {
  checkNode();
  ensureDependencies();
  ensureBuilt();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Interlock needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

function ensureDependencies() {
  const installed = newest(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed > 0 && installed >= newest(join(ROOT, 'package-lock.json'))) return;
  say('Installing dependencies (once) ...');
  if (run('npm', ['ci', '--no-audit', '--no-fund'])) return;
  fail('The dependencies could not be installed. Check the network or the npm settings, and start again.');
}

function ensureBuilt() {
  const sources = Math.max(...SOURCES.map((name) => newest(join(ROOT, name))));
  if (newest(BUILT) >= sources) return;
  say('Building (only after a change) ...');
  rmSync(BUILT, { force: true });
  rmSync(join(ROOT, 'dist', 'server'), { recursive: true, force: true });
  const steps = [
    ['server', 'typescript/bin/tsc', ['-p', '.']],
    ['client', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']],
  ];
  for (const [name, tool, parameters] of steps) {
    say(`  ${name} ...`);
    if (!runTool(tool, parameters)) fail(`The ${name} could not be built; the lines above say why.`);
  }
  // `npx interlock` runs the file itself; npm makes it executable only when it links it.
  chmodSync(join(ROOT, 'dist', 'server', 'main.js'), 0o755);
  writeFileSync(BUILT, '');
}

/** Time of the newest file under a path, in milliseconds; 0 when there is none. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
