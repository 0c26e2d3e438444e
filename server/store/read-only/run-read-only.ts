import type { Session, Transaction } from 'neo4j-driver';
import { InterlockError, UnavailableError } from '../../errors.ts';
import type { Graph } from '../../wire/graph.ts';
import type { Store } from '../connection.ts';
import { readEvidence } from '../queries/graph.ts';
import type { OnDay } from '../queries/on-day.ts';
import { checkPlan } from './check-plan.ts';
import { checkText } from './check-text.ts';
import { EXPLAIN, explainCypherError, tooLong } from './cypher-errors.ts';
import { type FoundIds, toPlain } from './values.ts';

export interface ReadOnlyLimits {
  /** Rows after which the result is cut. */
  readonly rows: number;
  /** Characters of JSON after which the result is cut. */
  readonly characters: number;
  /** Milliseconds after which the server ends the query. */
  readonly milliseconds: number;
}

export const LIMITS: ReadOnlyLimits = { rows: 1_000, characters: 4_000_000, milliseconds: 20_000 };

/** How long the server may take to notice that the time is over, before Interlock ends it. */
const GRACE_MS = 5_000;

export interface ReadOnlyQuery {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly limits: ReadOnlyLimits;
  readonly day: OnDay;
  /** Ends a query that does not end by itself: restarts the managed Neo4j. Null when that is not ours to do. */
  readonly forceEnd: (() => Promise<void>) | null;
  /** Aborted when nobody waits for the result any more: the transaction is then ended at once. */
  readonly signal?: AbortSignal;
}

export interface ReadOnlyResult {
  readonly columns: string[];
  readonly rows: unknown[][];
  readonly truncated: boolean;
  readonly limit: number;
  readonly milliseconds: number;
  readonly graph: Graph;
}

/**
 * Runs a query of a person, read-only and bounded: its text and its plan are checked first, then it runs in a READ
 * transaction with a time limit, and rows are taken only up to the limits.
 *
 * @throws RefusedError for anything that does more than read; InputError for a mistake in the query; InterlockError
 *   when it takes too long or too much memory, or is taken back
 */
export async function runReadOnly(store: Store, query: ReadOnlyQuery): Promise<ReadOnlyResult> {
  checkText(query.cypher);
  await explainFirst(store, query);
  const started = performance.now();
  const found: FoundIds = { nodes: new Set(), relationships: new Set() };
  const taken = await bounded(store, query, found);
  const milliseconds = Math.round(performance.now() - started);
  const graph = await store.read((tx) =>
    readEvidence(tx, [...found.relationships], [...found.nodes], query.day),
  );
  return { ...taken, limit: query.limits.rows, milliseconds, graph };
}

async function explainFirst(store: Store, { cypher, parameters }: ReadOnlyQuery): Promise<void> {
  const session = store.session('READ');
  try {
    const { summary } = await session.run(`${EXPLAIN}${cypher}`, parameters);
    if (!summary.plan)
      throw new UnavailableError('Neo4j gave no plan to check, so the query was not run.', '');
    checkPlan(summary.plan, summary.queryType);
  } catch (error) {
    throw explainCypherError(error);
  } finally {
    await session.close();
  }
}

interface Taken {
  readonly columns: string[];
  readonly rows: unknown[][];
  readonly truncated: boolean;
}

async function bounded(store: Store, query: ReadOnlyQuery, found: FoundIds): Promise<Taken> {
  const session = store.driver.session({ ...sessionOptions(store), fetchSize: query.limits.rows + 1 });
  const timer = deadline(query.limits.milliseconds + GRACE_MS);
  const taken = takenBack(query.signal);
  try {
    const tx = await session.beginTransaction({ timeout: query.limits.milliseconds });
    return await Promise.race([take(tx, query, found), timer.passed, taken.back]);
  } catch (error) {
    if (error === TOO_LATE) throw await endByForce(query.forceEnd);
    if (error === TAKEN_BACK) throw await endAtOnce(session);
    throw explainCypherError(error);
  } finally {
    timer.cancel();
    taken.cancel();
    void session.close().catch(() => undefined);
  }
}

function sessionOptions({ address: { database } }: Store) {
  return database === undefined
    ? { defaultAccessMode: 'READ' as const }
    : { defaultAccessMode: 'READ' as const, database };
}

async function take(
  tx: Transaction,
  { cypher, parameters, limits }: ReadOnlyQuery,
  found: FoundIds,
): Promise<Taken> {
  const result = tx.run(cypher, parameters);
  const columns = [...(await result.keys())].map(String);
  const rows: unknown[][] = [];
  let characters = 0;
  let truncated = false;
  for await (const record of result) {
    const row = columns.map((column) => toPlain(record.get(column), found));
    characters += JSON.stringify(row).length;
    truncated = rows.length >= limits.rows || characters > limits.characters;
    if (truncated) break;
    rows.push(row);
  }
  await tx.rollback();
  return { columns, rows, truncated };
}

const TOO_LATE = Symbol('too late');

function deadline(milliseconds: number): { passed: Promise<never>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(TOO_LATE), milliseconds);
  });
  passed.catch(() => undefined);
  return { passed, cancel: () => clearTimeout(timer) };
}

const TAKEN_BACK = Symbol('taken back');

function takenBack(signal?: AbortSignal): { back: Promise<never>; cancel: () => void } {
  let leave = (): void => {};
  const back = new Promise<never>((_, reject) => {
    leave = () => reject(TAKEN_BACK);
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave);
  });
  back.catch(() => undefined);
  return { back, cancel: () => signal?.removeEventListener('abort', leave) };
}

/** Closing a session with an open transaction resets its connection, which stops the query in the database. */
async function endAtOnce(session: Session): Promise<InterlockError> {
  await session.close().catch(() => undefined);
  return new InterlockError('The query was taken back and ended.', {
    ...{ status: 499, code: 'taken-back', fix: 'Run it again if the result is still wanted.' },
  });
}

/**
 * Ends a query whose time is over. Some expressions never look whether it is; then only a restart of the database ends
 * them.
 *
 * @returns the error that says so
 */
export async function endByForce(forceEnd: ReadOnlyQuery['forceEnd']): Promise<InterlockError> {
  const fix = 'Bound the query: smaller ranges, a LIMIT, fewer variable-length steps.';
  if (forceEnd === null)
    return tooLong('The query does not end and runs on in a Neo4j that is not ours to restart.', fix);
  await forceEnd();
  return tooLong(
    'The query did not end when its time was over, so Neo4j was restarted. Nothing was lost.',
    fix,
  );
}
