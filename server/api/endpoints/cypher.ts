import { z } from 'zod';
import { InterlockError } from '../../errors.ts';
import { endByForce, LIMITS } from '../../store/read-only/run-read-only.ts';
import { savedQueries } from '../../store/saved-queries.ts';
import { cypherReplyShape, savedQueryShape } from '../../wire/cypher.ts';
import type { Deps } from '../deps.ts';
import { DOES_NOT_END } from '../jobs/cypher-job.ts';
import { asOf, defineRoute, limit, NO_BODY, NOTHING, type Route, regime } from '../route.ts';
import { onDay } from '../verdict-view.ts';

/** The Cypher page: read-only queries, and the saved ones. */
export const cypherRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/cypher',
    summary: 'Runs a read-only query: its plan is checked first, its time and rows are bounded',
    params: NOTHING,
    query: NOTHING,
    body: z.strictObject({
      cypher: z.string().min(1).max(20_000).describe('One query that only reads'),
      parameters: z.record(z.string(), z.unknown()).default({}).describe('Values by the names of `$name`'),
      limit: limit(LIMITS.rows, 10_000),
      asOf,
      regime,
    }),
    reply: cypherReplyShape,
    handle: ({ body, signal }, deps) => run(body, signal, deps),
  }),
  defineRoute({
    method: 'get',
    path: '/cypher/saved',
    summary: 'The saved queries of `cypher/saved`, with the defaults of their parameters',
    params: NOTHING,
    query: NOTHING,
    body: NO_BODY,
    reply: z.object({ queries: z.array(savedQueryShape) }),
    handle: async () => ({ queries: savedQueries() }),
  }),
];

interface Wanted {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly limit: number;
  readonly asOf: string;
  readonly regime?: string | undefined;
}

/** In a thread of its own: rows may be long, and reading them would hold up everybody's answers. */
async function run({ cypher, parameters, limit: rows, ...asked }: Wanted, signal: AbortSignal, deps: Deps) {
  const day = onDay(asked, deps.law.regulation.regimes);
  const { address } = deps.store();
  const limits = { ...LIMITS, rows };
  try {
    return await deps.threads.queries.run(
      'cypher',
      { address, cypher, parameters, limits, day },
      { milliseconds: limits.milliseconds + READING_MS, tooLong: tooMuch, grace: GRACE_MS, signal },
    );
  } catch (error) {
    if (error instanceof InterlockError && error.code === DOES_NOT_END) throw await endByForce(deps.forceEnd);
    throw error;
  }
}

/** For how long rows may be read when the query itself has ended, and in which a query ends when it is told to. */
const READING_MS = 20_000;
const GRACE_MS = 2_000;

function tooMuch(): InterlockError {
  const fix = 'Give less in one row: shorter lists, fewer properties, a LIMIT.';
  return new InterlockError('Reading the rows took too long, and was ended.', {
    ...{ status: 408, code: 'too-long', fix },
  });
}
