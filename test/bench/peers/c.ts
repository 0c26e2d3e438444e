import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../server/root.ts';
import type { Task } from '../made/task.ts';
import { writeAllTies } from './graph-files.ts';
import { type Peer, startPeer } from './process.ts';

const SOURCE = join(ROOT, 'test', 'bench', 'peers', 'cascade.c');

/**
 * The same worklist in C, compiled on this machine for this machine's kind of processor in general.
 *
 * @throws Error when there is no `cc`
 */
export function startC(folder: string, task: Task): Promise<Peer> {
  const program = join(folder, 'cascade');
  execFileSync('cc', ['-O2', '-std=c11', '-D_POSIX_C_SOURCE=199309L', '-Wall', '-o', program, SOURCE]);
  const arrays = join(folder, 'all');
  writeAllTies(arrays, task);
  return startPeer({
    name: 'C',
    command: program,
    args: [arrays, task.graph.parties, task.day, task.threshold].map(String),
    membersFile: join(folder, 'members-c'),
  });
}
