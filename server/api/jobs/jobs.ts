import type { ReadOnlyResult } from '../../store/read-only/run-read-only.ts';
import { controlJob } from './control-job.ts';
import type { CypherInput } from './cypher-job.ts';
import { lookThroughJob } from './look-through-job.ts';
import { questionsJob } from './questions-job.ts';

/** All that is done in threads: what can take longer than other people's answers may wait. */
export const JOBS = {
  control: { run: controlJob },
  lookThrough: { run: lookThroughJob },
  questions: { run: questionsJob },
  cypher: {
    /** The driver is loaded only in threads that run queries. */
    run: async (input: CypherInput, signal: AbortSignal): Promise<ReadOnlyResult> =>
      (await import('./cypher-job.ts')).cypherJob(input, signal),
  },
} as const;
