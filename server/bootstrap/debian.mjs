/** Installs packages where that can be done without asking: on Debian and its kin, as root. */
import { spawnSync } from 'node:child_process';
import { run, say } from './prepare.mjs';

/** True where `apt-get install` may be run. */
export function canInstall() {
  const isRoot = process.getuid?.() === 0;
  return isRoot && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * Installs packages, saying so first.
 *
 * @param wanted for each thing the package names that give it, best first; the first that Debian has is taken
 * @returns true when all of them are there
 */
export function install(wanted) {
  say('Refreshing the package lists ...');
  run('apt-get', ['update', '-qq']);
  const packages = wanted.map((names) => names.find(isOffered) ?? names[0]);
  say(`Installing ${packages.join(' and ')} through apt-get ...`);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function isOffered(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}
