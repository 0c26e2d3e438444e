import { z } from 'zod';
import { date } from './common.ts';
import { heldShape } from './control.ts';

/** What listed owners hold of a party through chains, for the line beside a verdict's steps. Never a verdict. */
export const lookThroughReplyShape = z
  .object({
    asOf: date,
    party: z.string(),
    regime: z.string(),
    method: z.string().describe('How it was found, and that no rule does it so'),
    owners: z.int().describe('Number of parties above that are listed that day in a way that counts'),
    held: heldShape,
    reason: z.string().describe('Why there is no number; empty where there is one'),
    text: z.string().describe('The same as a sentence, labelled as not the rule'),
  })
  .meta({ id: 'LookThroughReply' });

export type LookThroughReply = z.infer<typeof lookThroughReplyShape>;
