import { z } from 'zod';
import { InputError, type Problem } from '../errors.ts';
import { today } from '../facts/dates.ts';
import type { Deps } from './deps.ts';

/** What an endpoint is given: the parts of the request, checked and typed. */
interface Parts<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Aborted when the one who asked has gone. */
  readonly signal: AbortSignal;
}

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: 'get' | 'post';
  /** Path below `/api/v1`, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  readonly handle: (parts: Parts<z.infer<P>, z.infer<Q>, z.infer<B>>, deps: Deps) => Promise<z.input<R>>;
}

/** A raw request, before any check. */
interface RawRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

/** An endpoint: what the OpenAPI document says of it, and how it answers. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly shapes: {
    readonly params: z.ZodType;
    readonly query: z.ZodType;
    readonly body: z.ZodType;
    readonly reply: z.ZodType;
  };
  readonly answer: (request: RawRequest, deps: Deps) => Promise<unknown>;
}

export const NOTHING = z.strictObject({});
export const NO_BODY = z.unknown();
export const ID = z.object({
  id: z.string().min(1).max(500).describe('Id as the facts give it, the same everywhere'),
});

/** Not a default in the schema: the document is made once, and today moves on. */
export const asOf = z.iso
  .date()
  .optional()
  .transform((day) => day ?? today())
  .describe('Day of the question, YYYY-MM-DD; today when left out');
export const regime = z
  .string()
  .max(100)
  .optional()
  .describe('Regime whose outcome marks the parties; the BIS one in force that day when left out');

/** `?limit=` between 1 and `most`. */
export function limit(otherwise: number, most: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(most)
    .default(otherwise)
    .describe(`At most so many are given, up to ${most}`);
}

export const offset = z.coerce
  .number()
  .int()
  .min(0)
  .max(1_000_000)
  .default(0)
  .meta({ type: 'integer', description: 'So many are left out from the start' });

/** Are ties wanted that do not hold on the day? */
export const ended = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
  .describe('Also former and future ties, which do not hold on the day');

/**
 * Ties an endpoint's shapes to its handler. Requests that do not fit give an InputError that names the field; a
 * reply that does not fit its own shape is a mistake of ours and fails loudly.
 */
export function defineRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(definition: Definition<P, Q, B, R>): Route {
  const { method, path, summary, params, query, body, reply, handle } = definition;
  return {
    method,
    path,
    summary,
    shapes: { params, query, body, reply },
    answer: async (request, deps) => {
      const parts = {
        params: check(params, request.params, 'path'),
        query: check(query, request.query, 'query'),
        body: check(body, request.body, 'body'),
        signal: request.signal,
      };
      return reply.parse(await handle(parts, deps));
    },
  };
}

function check<T extends z.ZodType>(shape: T, value: unknown, file: string): z.infer<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues.map((issue) => toProblem(issue, file)),
    'The request does not fit.',
  );
}

function toProblem(issue: z.core.$ZodIssue, file: string): Problem {
  const field = issue.path.join('.');
  return { file, row: '', field, message: `${issue.message}.`, fix: fixOf(issue, file) };
}

function fixOf(issue: z.core.$ZodIssue, file: string): string {
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.join(', ')}.`;
  if (issue.code === 'unrecognized_keys')
    return 'Leave it out; GET /api/v1/openapi.json lists what there is.';
  if (file === 'body' && issue.path.length === 0)
    return 'Send a JSON object, with the header Content-Type: application/json.';
  return 'Correct it, or leave it out for its default.';
}
