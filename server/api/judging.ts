import { NotFoundError } from '../errors.ts';
import type { Store } from '../store/connection.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import { type JudgedReply, type JudgingQueue, judgedShape, queueShape, type Said } from '../wire/judging.ts';

/** Runs a command of the product and gives the JSON that it prints. */
export type RunCommand = (parameters: readonly string[]) => Promise<unknown>;

/** Which ids are one party, judged by the very commands that the command line has. */
export interface Judging {
  /** What waits and what was judged. Asked again after each load; many may ask at once. */
  readonly queue: (store: Store) => Promise<JudgingQueue>;
  /** What is loaded follows before it resolves. One at a time, whoever judges. */
  readonly judge: (said: Said) => Promise<JudgedReply>;
}

export function createJudging(run: RunCommand): Judging {
  let kept: { readonly of: string; readonly queue: Promise<JudgingQueue> } | null = null;
  const forget = (): void => {
    kept = null;
  };
  return {
    queue: async (store) => {
      const loaded = await store.read(readLoaded);
      if (loaded === null) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
      const of = `${loaded.run} ${loaded.finishedAt}`;
      if (kept?.of !== of) {
        const queue = run(['candidates', '--json']).then((told) => queueShape.parse(told));
        queue.catch(forget);
        kept = { of, queue };
      }
      return kept.queue;
    },
    judge: async ({ a, b, verdict, why, by }) => {
      const options = [...optionOf('why', why), ...optionOf('by', by)];
      const told = await run(['judge', '--json', ...options, '--', verdict, a, b]).finally(forget);
      return { ...judgedShape.parse(told), a, b, verdict };
    },
  };
}

/** As one word: a text may begin with a dash. */
function optionOf(name: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`--${name}=${text}`];
}
