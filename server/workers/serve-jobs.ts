import { parentPort } from 'node:worker_threads';
import { tellError } from '../told-error.ts';
import type { FromThread, ToThread } from './messages.ts';

/** Work for a thread. The input has passed through JSON, and the result will. */
interface Job {
  /** @param signal aborted when nobody waits for the result any more */
  run(input: unknown, signal: AbortSignal): unknown;
}

/** Jobs by name. */
export type Jobs = Readonly<Record<string, Job>>;

/**
 * Does jobs in a thread that `Threads` has started, one after the other.
 *
 * @throws Error when this is no such thread
 */
export function serveJobs(jobs: Jobs): void {
  const port = parentPort;
  if (port === null) throw new Error('Jobs are done in a thread of their own.');
  const running = new Map<number, AbortController>();
  const say = (message: FromThread): void => port.postMessage(message);
  const work = async (id: number, name: string, input: string): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const job = jobs[name];
      if (!job) throw new Error(`There is no job "${name}".`);
      say({ id, result: JSON.stringify(await job.run(JSON.parse(input), controller.signal)) });
    } catch (error) {
      say({ id, failure: tellError(error) });
    } finally {
      running.delete(id);
    }
  };
  port.on('message', (message: ToThread) => {
    if ('end' in message) running.get(message.id)?.abort();
    else void work(message.id, message.job, message.input);
  });
}
