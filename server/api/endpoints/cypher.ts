import { z } from 'zod';
import { InterlockError } from '../../errors.ts';
import { LIMITS, runReadOnly } from '../../store/read-only/run-read-only.ts';
import { savedQueries } from '../../store/saved-queries.ts';
import { cypherReplyShape, savedQueryShape } from '../../wire/cypher.ts';
import { asOf, defineRoute, limit, NO_BODY, NOTHING, type Route, regime } from '../route.ts';
import { onDay } from '../verdict-view.ts';

/** Queries of people that may run at one time; more would take the machine from everybody else. */
const AT_ONCE = 2;
let running = 0;

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
    handle: async ({ body }, { store, law, forceEnd }) => {
      if (running >= AT_ONCE) {
        const fix = 'Wait until one of them has ended.';
        throw new InterlockError(`${AT_ONCE} queries are running already.`, {
          status: 429,
          code: 'busy',
          fix,
        });
      }
      running += 1;
      try {
        const day = onDay(body, law.regulation.regimes);
        const limits = { ...LIMITS, rows: body.limit };
        return await runReadOnly(store(), {
          cypher: body.cypher,
          parameters: Object.fromEntries(
            Object.entries(body.parameters).map(([name, value]) => [name, asCypher(value)]),
          ),
          limits,
          day,
          forceEnd,
        });
      } finally {
        running -= 1;
      }
    },
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

/** A JSON value as the driver sends it: whole numbers as integers, which LIMIT, SKIP and indexes ask for. */
function asCypher(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(asCypher);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asCypher(each)]));
}
