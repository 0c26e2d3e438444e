/**
 * `npm start`: fetches and builds what is missing, then runs `interlock serve` in this process.
 * Everything after `--` goes to `serve`; `--install` is taken here.
 */
import { spawnSync } from 'node:child_process';
import { canInstall, install } from './debian.mjs';
import { fail, prepare } from './prepare.mjs';

const INSTALL = '--install';
const options = process.argv.slice(2);
const needsManagedNeo4j = !process.env.NEO4J_URI && !options.includes('--help');

endWithParent();
prepare();
if (options.includes(INSTALL) && needsManagedNeo4j) await installWhatIsMissing();
process.argv = [process.execPath, 'interlock', 'serve', ...options.filter((option) => option !== INSTALL)];
await import('../../dist/server/main.js');

/** The managed Neo4j wants a JDK with a compiler, and Maven to fetch it with. */
async function installWhatIsMissing() {
  const wanted = [
    ...((await hasJdk()) ? [] : [['openjdk-17-jdk-headless', 'openjdk-21-jdk-headless']]),
    ...(hasMaven() ? [] : [['maven']]),
  ];
  if (wanted.length === 0) return;
  const byHand = `install ${wanted.map((names) => names.join(' or ')).join(' and ')} by hand`;
  if (!canInstall()) fail(`${INSTALL} works on Debian and its kin, as root. Here, ${byHand}.`);
  if (!install(wanted)) fail(`apt-get could not install everything; the lines above say why, or ${byHand}.`);
}

async function hasJdk() {
  const { findJdk } = await import('../../dist/server/store/managed/jdk.js');
  const { neo4jVersion } = await import('../../dist/server/store/managed/jars.js');
  try {
    findJdk(neo4jVersion());
    return true;
  } catch {
    return false;
  }
}

function hasMaven() {
  return spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** npm passes signals on, but when it is killed nothing is passed on: then this process ends itself in order. */
function endWithParent() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== 'start') return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 1_000);
  timer.unref();
}
