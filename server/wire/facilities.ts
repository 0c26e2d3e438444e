import { z } from 'zod';
import { confidence, date, ids, openDate } from './common.ts';
import { graphShape } from './graph.ts';

/** Node classes over time, and the chains from owners and affiliates to joined facilities. */

export const nodeClassShape = z
  .object({
    id: z.string(),
    nodeClass: z.enum(['advanced', 'not-advanced', 'unknown']),
    basis: z
      .enum(['stated', 'technology', 'none'])
      .describe('Stated by a source, found by testing a technology, or nothing known'),
    clauses: ids.describe('Clauses of the definition that decide or agree'),
    citation: z.string(),
    text: z.string(),
    startKnown: z.boolean().describe('False where the first day on which it is made there is not known'),
    confidence,
    sources: ids,
    from: openDate,
    to: openDate,
  })
  .meta({ id: 'NodeClass' });

export type WireNodeClass = z.infer<typeof nodeClassShape>;

export const contradictionShape = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  from: openDate,
  to: openDate,
});

const combinedPathShape = z
  .object({
    party: z.string(),
    operator: z.string(),
    facility: z.string().describe('The facility that the operator runs'),
    other: z.string().describe('The facility that physical links make one with it'),
    advanced: z.string().describe('Which of the two makes, or may make, advanced-node ICs'),
    advancedNode: z.enum(['advanced', 'unknown']),
    things: ids.describe('Everything on the way, party first'),
    ties: ids.describe('Facts between them, in the same order'),
    hops: z.int().describe('Physical links among the ties'),
    confidence,
    weakestTie: z.string(),
    weakestText: z.string().describe('The weakest tie in words'),
    listed: z.boolean().describe('Does the party stand on a list on the day?'),
    text: z.string().describe('The chain as one sentence'),
  })
  .meta({ id: 'CombinedPath' });

export type WireCombinedPath = z.infer<typeof combinedPathShape>;

export const combinedReplyShape = z
  .object({
    asOf: date,
    total: z.int().describe('All there are'),
    paths: z.array(combinedPathShape).describe('Listed parties first, then the shorter and more certain'),
    graph: graphShape,
  })
  .meta({ id: 'CombinedReply' });

export type CombinedReply = z.infer<typeof combinedReplyShape>;
