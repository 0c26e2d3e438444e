import { z } from 'zod';
import { graphShape } from './graph.ts';

/** The read-only Cypher page. */

export const savedQueryShape = z
  .object({
    id: z.string(),
    title: z.string(),
    purpose: z.string(),
    cypher: z.string(),
    parameters: z.record(z.string(), z.string()),
  })
  .meta({ id: 'SavedQuery' });

export type SavedQuery = z.infer<typeof savedQueryShape>;

export const cypherReplyShape = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.unknown())),
    truncated: z.boolean().describe('True when the row or size limit cut the result'),
    limit: z.int(),
    milliseconds: z.number(),
    graph: graphShape.describe(
      'Parties, facilities and ties among the values, with the same ids as everywhere',
    ),
  })
  .meta({ id: 'CypherReply' });

export type CypherReply = z.infer<typeof cypherReplyShape>;
