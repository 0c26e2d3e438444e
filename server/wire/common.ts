import { z } from 'zod';

/** Words and shapes that all of the wire uses. Percentages are exact text; dates are `YYYY-MM-DD`, `from`
 * inclusive, `to` exclusive, null when unknown or open.
 */

export const date = z.iso.date();

export const openDate = date.nullable();

export const precision = z.enum(['day', 'month', 'year']);

export type Precision = z.infer<typeof precision>;

export const confidence = z.enum(['verified', 'secondary', 'reported', 'inferred']);

export type Confidence = z.infer<typeof confidence>;

export const outcome = z.enum(['listed', 'captured', 'cannot-exclude', 'circular', 'not-captured']);

export type Outcome = z.infer<typeof outcome>;

export const level = z.enum(['restricted', 'red-flag', 'cannot-exclude', 'lead', 'information']);

export type Level = z.infer<typeof level>;

export const ids = z.array(z.string());

/** In which editions of its list a fact stands; null for facts of no edition: the seed's and hand-made ones. */
export const seenShape = z
  .object({
    first: z.string().describe('`list/bis-entity-list/2024-12-31`'),
    last: z.string().nullable().describe('Null while it stands in the newest edition loaded'),
  })
  .nullable()
  .default(null);

export type WireSeen = z.infer<typeof seenShape>;

export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    problems: z
      .array(
        z.object({
          file: z.string(),
          row: z.string(),
          field: z.string(),
          message: z.string(),
          fix: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457, application/problem+json)' });

export type Problem = z.infer<typeof problemShape>;

export const sourceShape = z
  .object({
    id: z.string(),
    title: z.string(),
    url: z.string(),
    citation: z.string(),
    date: z.string(),
    note: z.string(),
  })
  .meta({ id: 'Source' });

export type WireSource = z.infer<typeof sourceShape>;
