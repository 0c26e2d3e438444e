import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../server/root.ts';
import type { Task } from '../made/task.ts';
import { writeTiesOnDay } from './graph-files.ts';
import { type Peer, startPeer } from './process.ts';

const SERVE = join(ROOT, 'test', 'bench', 'peers', 'python', 'serve.py');

/** Each library with what else its script imports. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  igraph: ['igraph'],
  networkx: ['networkx'],
  numpy: ['numpy'],
  scipy: ['scipy', 'numpy'],
  pandas: ['pandas', 'numpy'],
};
export const PYTHON_PEERS: readonly string[] = Object.keys(PACKAGES);

/** A virtual environment for the peers, which goes with its folder. */
export interface Environment {
  readonly python: string;
  readonly arrays: string;
  readonly folder: string;
}

/**
 * Makes the virtual environment and writes the graph for all Python peers.
 *
 * @throws Error when there is no `python3` with `venv`
 */
export function makeEnvironment(folder: string, task: Task): Environment {
  const home = join(folder, 'python');
  if (!existsSync(home)) execFileSync('python3', ['-m', 'venv', home], { stdio: 'pipe' });
  const arrays = join(folder, 'day');
  writeTiesOnDay(arrays, task);
  return { python: join(home, 'bin', 'python'), arrays, folder };
}

/**
 * Brings one library from the package index and starts its peer.
 *
 * @throws Error when it cannot be brought, or cannot read the graph
 */
export function startPython(
  { python, arrays, folder }: Environment,
  name: string,
  { graph, threshold }: Task,
): Promise<Peer> {
  const install = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--only-binary',
    ':all:',
  ];
  execFileSync(python, [...install, ...(PACKAGES[name] ?? [])], { stdio: 'pipe' });
  return startPeer({
    name,
    command: python,
    args: [SERVE, `with_${name}`, arrays, String(graph.parties), String(threshold)],
    membersFile: join(folder, `members-${name}`),
  });
}
