import { z } from 'zod';
import { date, ids, outcome } from './common.ts';

/** What would change a verdict: the questions that settle it, the smallest set that suffices, divestments. */

const askShape = z.object({
  kind: z.enum([
    'share',
    'control',
    'branch',
    'country',
    'listing',
    'programmes',
    'unrecorded-holders',
    'other-control',
  ]),
  party: z.string(),
  owners: ids,
  percent: z.string().nullable().describe('The limit in percent, exact; null where no share is asked for'),
  inclusive: z.boolean().describe('Is the limit itself enough?'),
  listing: z.string().nullable(),
  text: z.string(),
});

const questionShape = z
  .object({
    text: z.string(),
    asks: z.array(askShape),
    when: z.enum(['all', 'any']).describe('Is it yes when all that is asked is so, or when any of it is?'),
    size: z.int().describe('How many unknown facts the answer needs'),
    yes: outcome,
    no: outcome,
    follows: z.string().describe('What follows from each answer, in words'),
    facts: ids,
    sources: ids,
  })
  .meta({ id: 'ChangeQuestion', description: 'A question that settles an undecided verdict' });

export type WireQuestion = z.infer<typeof questionShape>;

const sufficientShape = z
  .object({
    isSmallest: z.boolean().describe('False where a smaller set may exist'),
    ties: z.array(
      z.object({
        owner: z.string(),
        party: z.string(),
        tie: z.enum(['holding', 'branch', 'control']),
        share: z.string(),
        facts: ids,
      }),
    ),
    text: z.string(),
  })
  .meta({ id: 'SufficientSet', description: 'The fewest ties that capture a party by certain shares alone' });

const divestmentShape = z
  .object({
    cuts: z.array(
      z.object({
        party: z.string(),
        owners: ids,
        limit: z.string().describe('Percent, exact: the owners must hold less together, or at most this'),
        under: z.boolean().describe('Must they hold less than the limit?'),
        held: z.string(),
        heldExclusive: z.boolean().describe('Do they hold more than `held`?'),
        points: z.string(),
        facts: ids,
        text: z.string(),
      }),
    ),
    points: z.string().describe('Percentage points of all cuts together, exact'),
    leaves: outcome.describe('Outcome after it'),
    text: z.string(),
  })
  .meta({ id: 'Divestment', description: 'What must be sold for a capture to end' });

export type WireDivestment = z.infer<typeof divestmentShape>;

export const questionsReplyShape = z
  .object({
    asOf: date,
    party: z.string(),
    partyName: z.string(),
    regime: z.string(),
    regimeTitle: z.string(),
    outcome,
    suffices: sufficientShape.nullable(),
    questions: z.array(questionShape).describe('Those that decide alone first, then the smallest sets'),
    divestment: z.array(divestmentShape).describe('Fewest percentage points first'),
    complete: z.boolean().describe('False when others exist that were not looked for or are not given'),
    notes: z.array(z.string()),
  })
  .meta({ id: 'QuestionsReply' });

export type QuestionsReply = z.infer<typeof questionsReplyShape>;
