/**
 * `npm run bench`: how the work grows, as ratios within one run; no test measures time. Compiles the benchmark beside
 * the built product and runs that under a Node of its own, which may use most of the memory and can be told to collect
 * garbage between two measurements. Everything after `--` goes to `main.ts`.
 */
import { spawnSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fail, prepare, ROOT, runTool } from '../../server/bootstrap/prepare.mjs';

const MEMORY_SHARE = 0.75;

prepare();
if (!runTool('typescript/bin/tsc', ['-p', join('test', 'bench')]))
  fail('The benchmark could not be compiled.');
const megabytes = Math.floor((totalmem() * MEMORY_SHARE) / 2 ** 20);
const main = join(ROOT, 'dist', 'test', 'bench', 'main.js');
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', `--max-old-space-size=${megabytes}`, main, ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
