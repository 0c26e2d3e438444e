import { InterlockError } from '../../errors.ts';
import { type Neo4jAddress, openStore, type Store } from '../../store/connection.ts';
import type { OnDay } from '../../store/queries/on-day.ts';
import {
  type ReadOnlyLimits,
  type ReadOnlyResult,
  runReadOnly,
} from '../../store/read-only/run-read-only.ts';

/** A query of a person, with the Neo4j that it is for. */
export interface CypherInput {
  readonly address: Neo4jAddress;
  readonly cypher: string;
  /** As JSON gives them. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly limits: ReadOnlyLimits;
  readonly day: OnDay;
}

/** Code of the error for a query that goes on although its time is over: the caller ends it. */
export const DOES_NOT_END = 'does-not-end';

/** The connection of this thread, kept from one query to the next. */
let opened: { readonly key: string; readonly store: Store } | null = null;

/** Runs the query over a connection of this thread, so that it ends with the thread. */
export async function cypherJob(input: CypherInput, signal: AbortSignal): Promise<ReadOnlyResult> {
  const { address, cypher, parameters, limits, day } = input;
  const given = Object.entries(parameters).map(([name, value]) => [name, asCypher(value)]);
  return runReadOnly(await storeAt(address), {
    ...{ cypher, parameters: Object.fromEntries(given), limits, day, signal },
    forceEnd: () => Promise.reject(doesNotEnd()),
  });
}

async function storeAt(address: Neo4jAddress): Promise<Store> {
  const key = JSON.stringify(address);
  if (opened?.key === key) return opened.store;
  await opened?.store.close();
  opened = { key, store: await openStore(address) };
  return opened.store;
}

function doesNotEnd(): InterlockError {
  return new InterlockError('The query does not end.', { status: 408, code: DOES_NOT_END });
}

/** A JSON value as the driver sends it: whole numbers as integers, which LIMIT, SKIP and indexes ask for. */
function asCypher(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(asCypher);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asCypher(each)]));
}
