import { createThreads, type Threads } from '../../workers/threads.ts';
import type { JOBS } from './jobs.ts';

/** The threads of the API. They are two rooms, so that a query of a person keeps no verdict waiting. */
export interface ApiThreads {
  readonly analysis: Threads<typeof JOBS>;
  readonly queries: Threads<typeof JOBS>;
}

/** Queries of people that may run at one time; more would take the machine from everybody else. */
const QUERIES = 2;
/** Analyses at one time, and those that wait for one of them. */
const ANALYSES = 2;
const WAITING = 50;
/** For each of them: a large circle takes a tenth of it. */
const MEGABYTES = 1_000;

/** Makes the threads; each starts when it is first needed. Whoever makes them closes them. */
export function openThreads(): ApiThreads {
  const common = { entry: entryFile(), megabytes: MEGABYTES };
  return {
    analysis: createThreads({ ...common, size: ANALYSES, waiting: WAITING, what: 'long questions' }),
    queries: createThreads({ ...common, size: QUERIES, waiting: 0, what: 'queries' }),
  };
}

export async function closeThreads({ analysis, queries }: ApiThreads): Promise<void> {
  await Promise.all([analysis.close(), queries.close()]);
}

/** Node 20 runs no TypeScript in a thread: from the sources, as in tests, the built file is the one. */
function entryFile(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? '../../../dist/server/api/jobs/thread.js' : './thread.js', import.meta.url);
}
