import { z } from 'zod';
import { date, ids, level, openDate, outcome } from './common.ts';

/** A question "as known on" a day: what was concluded from what was known then, beside what is known today. */

const outcomeShape = z.object({
  outcome,
  shareMin: z.string(),
  shareMax: z.string(),
  heldShare: z.string().describe('What restricted owners hold together, in words'),
  weak: z.boolean(),
  exempt: z.boolean(),
  from: openDate,
  to: openDate,
  heldBy: z.string().describe('Who holds the party, in words; empty when no restricted owner is recorded'),
  steps: z.array(z.string()).describe('The arithmetic, one sentence a line'),
});

export type KnownOutcome = z.infer<typeof outcomeShape>;

export const knownReplyShape = z
  .object({
    party: z.object({ id: z.string(), name: z.string() }),
    asOf: date,
    knownOn: date,
    wasKnown: z.boolean().describe('Was the party itself known that day?'),
    recordedSince: openDate.describe('Before this day nothing was learned; null when facts are undated'),
    regimes: z.array(
      z.object({
        regime: z.string(),
        regimeTitle: z.string(),
        inForce: z.boolean().describe('Is the regime in force on the day asked about?'),
        confirmed: z.boolean(),
        note: z.string(),
        before: outcomeShape.nullable().describe('From what was known that day; null for an unknown party'),
        now: outcomeShape.nullable().describe('From what is known today; null for a party given up since'),
        differs: z.boolean(),
      }),
    ),
    findings: z.array(
      z.object({
        id: z.string(),
        flag: z.string(),
        title: z.string(),
        level,
        text: z.string(),
        inForce: z.boolean(),
        raised: z.enum(['before', 'now', 'both']).describe('From which knowledge it is raised'),
      }),
    ),
    changes: z
      .array(
        z.object({
          id: z.string(),
          what: z.enum(['learned', 'changed', 'given-up']),
          day: openDate.describe('Day of the change'),
          text: z.string(),
          sources: ids,
        }),
      )
      .describe('Facts around the party that were learned, changed or given up since, newest first'),
    totalChanges: z.int().describe('How many there are, also those that are not given'),
    leftOut: z.int().describe('Facts known that day and left out, since an end of theirs was not known'),
  })
  .meta({ id: 'KnownReply', description: 'One party as known on a day, beside what is known today' });

export type KnownReply = z.infer<typeof knownReplyShape>;
