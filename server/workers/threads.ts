import { InterlockError } from '../errors.ts';
import type { Jobs } from './serve-jobs.ts';
import { startThread, type Thread } from './thread.ts';

/** For how long a job may run, and who waits for it. */
export interface Terms {
  readonly milliseconds: number;
  /** The error for a job that takes longer. */
  readonly tooLong: () => Error;
  /** Aborted when nobody waits any more: the job is ended. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that a job has to end by itself when it is told to; 0 ends its thread at once. */
  readonly grace?: number;
}

/** Some threads beside the one that answers requests, so that no work holds up other people's answers. */
export interface Threads<J extends Jobs> {
  /**
   * Does a job in a thread of its own.
   *
   * @throws InterlockError when too many wait, nobody waits any more, the time is over or the thread ended; else
   *   what the job throws
   */
  readonly run: <K extends keyof J & string>(
    job: K,
    input: Parameters<J[K]['run']>[0],
    terms: Terms,
  ) => Promise<Awaited<ReturnType<J[K]['run']>>>;
  /** Starts a thread before it is needed. */
  readonly warmUp: () => void;
  /** Ends all threads with what they do. */
  readonly close: () => Promise<void>;
}

interface Options {
  /** The file that serves the jobs. */
  readonly entry: URL;
  /** Threads at one time. */
  readonly size: number;
  /** Jobs that may wait for a thread. */
  readonly waiting: number;
  /** Memory that one job may take, in MB; more ends its thread and nothing else. */
  readonly megabytes: number;
  /** What the jobs are when there are too many: `queries`. */
  readonly what: string;
}

/** Threads that start when needed, are used again, and are replaced when they end. They keep no process alive. */
export function createThreads<J extends Jobs>(options: Options): Threads<J> {
  const { entry, size, waiting, megabytes, what } = options;
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const queue: (() => void)[] = [];
  let busy = 0;
  let ids = 0;
  const make = (): Thread => {
    const made = startThread(entry, megabytes);
    all.add(made);
    return made;
  };
  const take = async (): Promise<Thread> => {
    if (busy >= size && queue.length >= waiting) throw tooMany(size + waiting, what);
    if (busy >= size) await new Promise<void>((resolve) => queue.push(resolve));
    else busy += 1;
    for (let found = idle.pop(); found; found = idle.pop()) if (found.isAlive()) return found;
    return make();
  };
  const giveBack = (thread: Thread): void => {
    if (thread.isAlive()) idle.push(thread);
    else all.delete(thread);
    const next = queue.shift();
    if (next) next();
    else busy -= 1;
  };
  return {
    run: async (job, input, terms) => {
      const thread = await take();
      try {
        if (terms.signal?.aborted) throw nobodyWaits();
        ids += 1;
        return JSON.parse(await attended(thread, { id: ids, job, input: JSON.stringify(input) }, terms));
      } finally {
        giveBack(thread);
      }
    },
    warmUp: () => void (all.size === 0 && idle.push(make())),
    close: async () => {
      await Promise.all([...all].map((thread) => thread.end()));
      all.clear();
    },
  };
}

interface Task {
  readonly id: number;
  readonly job: string;
  readonly input: string;
}

/** The result of a job, or why it is not waited for. A job that does not end by itself then ends with its thread. */
async function attended(thread: Thread, { id, job, input }: Task, terms: Terms): Promise<string> {
  const { signal, milliseconds, tooLong, grace = 0 } = terms;
  const result = thread.start(id, job, input);
  const given = giveUp(signal, milliseconds, tooLong);
  try {
    return await Promise.race([result, given.up]);
  } catch (error) {
    if (given.isUp()) await endJob(thread, { id, result, grace });
    throw error;
  } finally {
    given.cancel();
  }
}

interface Ending {
  readonly id: number;
  readonly result: Promise<unknown>;
  readonly grace: number;
}

async function endJob(thread: Thread, { id, result, grace }: Ending): Promise<void> {
  const ended = result.then(
    () => true,
    () => true,
  );
  if (grace > 0) {
    thread.tell(id);
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), grace);
    });
    const isEnded = await Promise.race([ended, over]);
    clearTimeout(timer);
    if (isEnded) return;
  }
  await thread.end();
}

/** Rejects when the time is over or nobody waits any more. */
function giveUp(signal: AbortSignal | undefined, milliseconds: number, tooLong: () => Error) {
  let isUp = false;
  let cancel = (): void => {};
  const up = new Promise<never>((_, reject) => {
    const because = (error: Error): void => {
      isUp = true;
      reject(error);
    };
    const timer = setTimeout(() => because(tooLong()), milliseconds);
    const leave = (): void => because(nobodyWaits());
    signal?.addEventListener('abort', leave);
    cancel = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    };
  });
  return { up, isUp: () => isUp, cancel };
}

function nobodyWaits(): InterlockError {
  return new InterlockError('The question was taken back, and the work on it ended.', {
    ...{ status: 499, code: 'taken-back', fix: 'Ask again if the answer is still wanted.' },
  });
}

function tooMany(most: number, what: string): InterlockError {
  return new InterlockError(`${most} ${what} are running already.`, {
    ...{ status: 429, code: 'busy', fix: 'Wait until one of them has ended.' },
  });
}
