import { z } from 'zod';
import { date, ids } from './common.ts';
import { changedVerdict } from './editions.ts';

/** Whether two ids are one party: what waits for a person, what was said, and what saying it changed. */

const judgedPartyShape = z
  .object({
    id: z.string().describe('As its source has it'),
    name: z.string(),
    originalName: z.string().nullable().describe('In its own script, such as 中芯国际'),
    kind: z.string().nullable(),
    jurisdiction: z.string().nullable().describe('ISO 3166-1 alpha-2; null when unknown'),
    aliases: z.array(z.string()),
    addresses: z.array(z.string()),
    identifiers: z.array(z.string()).describe('Scheme and value: `lei 5493...`'),
    lists: z.array(z.string()).describe('Ids of lists that it is or was on'),
    sources: z.array(z.string()).describe('Titles of what the party was read from'),
    standing: z.string().describe('Id under which the party is loaded'),
    alsoKnownAs: ids.describe('Other ids of the same party'),
  })
  .meta({ id: 'JudgedParty' });

export type JudgedParty = z.infer<typeof judgedPartyShape>;

const askedPairShape = z
  .object({
    a: judgedPartyShape,
    b: judgedPartyShape,
    evidence: z.array(z.string()).describe('What speaks for their being one party'),
    against: z.string().describe('What speaks against it; empty when nothing does'),
  })
  .meta({ id: 'AskedPair' });

export type AskedPair = z.infer<typeof askedPairShape>;

const judgementShape = z
  .object({
    a: z.string(),
    b: z.string(),
    verdict: z.enum(['same', 'different']),
    by: z.string().describe('Who said so'),
    on: date.describe('When'),
    why: z.string(),
    names: z.tuple([z.string(), z.string()]).describe('Of a and b, as their own sources have them'),
    isInForce: z.boolean().describe('False while nothing loaded has one of the ids: it waits'),
  })
  .meta({ id: 'Judgement' });

export type Judgement = z.infer<typeof judgementShape>;

/** All of it, as `interlock candidates --json` gives it. */
export const queueShape = z.object({
  candidates: z.array(askedPairShape),
  judgements: z.array(judgementShape),
});

export type JudgingQueue = z.infer<typeof queueShape>;

export const candidatesReplyShape = z
  .object({
    total: z.int().describe('Pairs that wait'),
    found: z.int().describe('Of these, those that fit the words asked for'),
    candidates: z.array(askedPairShape).describe('Those that nothing speaks against first'),
  })
  .meta({ id: 'CandidatesReply' });

export type CandidatesReply = z.infer<typeof candidatesReplyShape>;

export const judgementsReplyShape = z
  .object({ judgements: z.array(judgementShape) })
  .meta({ id: 'JudgementsReply' });

export type JudgementsReply = z.infer<typeof judgementsReplyShape>;

/** What `interlock judge --json` gives, as far as it is told here. */
export const judgedShape = z.object({
  touched: z
    .object({
      stricter: z.int().describe('Verdicts that became stricter'),
      lessStrict: z.int(),
      raised: z.int().describe('Findings'),
      dropped: z.int(),
      facilities: z.int(),
      verdicts: z.array(changedVerdict).describe('The first fifty, stricter ones first'),
    })
    .describe('What it changed in what is loaded, at once'),
});

export const judgedReplyShape = judgedShape
  .extend({
    a: z.string(),
    b: z.string(),
    verdict: z.enum(['same', 'different', 'undo']),
  })
  .meta({ id: 'JudgedReply' });

export type JudgedReply = z.infer<typeof judgedReplyShape>;

/** What a person says of two ids. */
export interface Said {
  readonly a: string;
  readonly b: string;
  readonly verdict: JudgedReply['verdict'];
  readonly why?: string | undefined;
  readonly by?: string | undefined;
}
