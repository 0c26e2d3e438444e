import { serveJobs } from '../../workers/serve-jobs.ts';
import { JOBS } from './jobs.ts';

/** What a thread of the API runs. */
serveJobs(JOBS);
