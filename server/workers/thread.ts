import { Worker } from 'node:worker_threads';
import { InterlockError, UnavailableError } from '../errors.ts';
import { errorOf } from '../told-error.ts';
import type { FromThread, ToThread } from './messages.ts';

/** One thread and the job that it does. It ends with the job when that has to be ended. */
export interface Thread {
  /** Resolves with the result as JSON; rejects when the job fails or the thread ends. */
  readonly start: (id: number, job: string, input: string) => Promise<string>;
  /** Tells the job that nobody waits any more; it may go on. */
  readonly tell: (id: number) => void;
  readonly end: () => Promise<void>;
  /** Is it there to do another job? */
  readonly isAlive: () => boolean;
}

/**
 * @param entry the file that serves the jobs
 * @param megabytes memory that one job may take; more ends its thread and nothing else
 */
export function startThread(entry: URL, megabytes: number): Thread {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  let waiting: {
    readonly resolve: (result: string) => void;
    readonly reject: (error: Error) => void;
  } | null = null;
  let alive = true;
  const lose = (error: Error): void => {
    alive = false;
    waiting?.reject(error);
    waiting = null;
  };
  worker.on('message', (message: FromThread) => {
    const asked = waiting;
    waiting = null;
    worker.unref();
    if ('result' in message) asked?.resolve(message.result);
    else asked?.reject(errorOf(message.failure) ?? lost());
  });
  worker.on('error', (error) => lose(explain(error)));
  worker.on('exit', () => lose(lost()));
  worker.unref();
  return {
    start: (id, job, input) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker.ref();
        post(worker, { id, job, input });
      }),
    tell: (id) => post(worker, { id, end: true }),
    end: async () => {
      alive = false;
      await worker.terminate();
    },
    isAlive: () => alive,
  };
}

function post(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}

function explain(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return lost(error);
  const fix = 'Ask for less at once: fewer rows, shorter lists, a smaller circle.';
  return new InterlockError('This needs more memory than one question may have, and was ended.', {
    ...{ status: 413, code: 'too-large', fix, cause: error },
  });
}

function lost(cause?: unknown): UnavailableError {
  return new UnavailableError('The thread that worked on this ended.', 'Ask again.', cause);
}
