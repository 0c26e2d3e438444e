import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Timed } from '../compare.ts';

/** A program that runs the cascade when told to, and times itself. */
export interface Peer {
  readonly name: string;
  readonly measure: (times: number) => Promise<Timed>;
  /** The restricted parties that the last run found: one byte a party. */
  readonly members: () => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Where it may leave the restricted parties. */
  readonly membersFile: string;
}

/**
 * Starts a peer and waits until it has read the graph.
 *
 * @throws Error with what it wrote to standard error when it ends instead
 */
export async function startPeer({ name, command, args, membersFile }: Program): Promise<Peer> {
  const child = spawn(command, args);
  const ask = conversation(name, child);
  await ask('');
  return {
    name,
    measure: async (times) => {
      const [nanos, count] = (await ask(`${times}\n`)).split(' ').map(Number);
      return { count: count ?? 0, micros: (nanos ?? 0) / 1_000 };
    },
    members: async () => {
      await ask(`members ${membersFile}\n`);
      return readFileSync(membersFile);
    },
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** One line to the child, one line back. The first, empty question waits for its word that it is ready. */
function conversation(
  name: string,
  child: ChildProcessWithoutNullStreams,
): (question: string) => Promise<string> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stdin.on('error', () => {});
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`${name} ended (${code}): ${said.trim().slice(-1_000)}`)));
  });
  failed.catch(() => {});
  return async (question) => {
    child.stdin.write(question);
    const answer = await Promise.race([lines.next(), failed]);
    return answer.done === true ? failed : answer.value;
  };
}
