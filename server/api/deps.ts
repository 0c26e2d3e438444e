import type { Store } from '../store/connection.ts';
import type { Law } from '../store/load-report.ts';
import type { Story } from '../wire/overview.ts';
import type { Comparing } from './comparing.ts';
import type { ApiThreads } from './jobs/open-threads.ts';
import type { Judging } from './judging.ts';
import type { Model } from './model.ts';

/** What the endpoints work with. Nothing here is opened by the API itself. */
export interface Deps {
  /** The store, or an UnavailableError while Neo4j starts or is away. */
  readonly store: () => Store;
  readonly law: Law;
  readonly model: Model;
  readonly stories: readonly Story[];
  readonly threads: ApiThreads;
  readonly judging: Judging;
  readonly comparing: Comparing;
  readonly version: string;
  /** Ends a query that does not end: restarts the managed Neo4j; null when it is not ours. */
  readonly forceEnd: (() => Promise<void>) | null;
}
