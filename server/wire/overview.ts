import { z } from 'zod';
import { confidence, date, level, openDate, outcome } from './common.ts';
import { findingShape } from './verdict.ts';

/** What is in force, what is flagged, what is loaded, which rules there are. */

export const regimeShape = z
  .object({
    id: z.string(),
    title: z.string(),
    citation: z.string(),
    inForce: z.boolean(),
    confirmed: z.boolean(),
    note: z.string(),
    notes: z.array(z.string()),
    intervals: z.array(z.object({ from: openDate, to: openDate, confirmed: z.boolean(), note: z.string() })),
    threshold: z.string().describe('As words: `50 % or more`'),
    control: z.boolean(),
    restrictedOwners: z.array(z.string()),
  })
  .meta({ id: 'Regime' });

export type WireRegime = z.infer<typeof regimeShape>;

export const ruleShape = z
  .object({
    id: z.string(),
    flag: z.string(),
    title: z.string(),
    level,
    citation: z.string(),
    confidence,
    inForce: z
      .array(z.object({ from: openDate, to: openDate, confirmed: z.boolean(), note: z.string() }))
      .nullable()
      .describe('Null: as the regime of the verdict'),
    says: z.string(),
    asks: z.string(),
    falsePositives: z.string(),
    cypher: z.string(),
  })
  .meta({ id: 'Rule' });

export type WireRule = z.infer<typeof ruleShape>;

const flagCountShape = z.object({ flag: z.string(), title: z.string(), level, count: z.int() });

export const storyShape = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    asOf: date,
    start: z.string().describe('What opens: `party/ID` or `facility/ID`'),
    view: z.string().describe('What is drawn, as in the address bar'),
    ended: z.boolean().default(false).describe('Also ties that do not hold on the day'),
    days: z.array(z.object({ asOf: date, label: z.string() })).describe('Days worth comparing'),
  })
  .meta({ id: 'Story' });

export type Story = z.infer<typeof storyShape>;

export const overviewShape = z
  .object({
    asOf: date,
    regimes: z.array(regimeShape),
    flags: z.array(flagCountShape),
    stories: z.array(storyShape),
    lists: z
      .array(z.object({ id: z.string(), code: z.string(), title: z.string() }))
      .describe('Every list that the product knows, loaded or not'),
    editions: z.array(
      z.object({ list: z.string(), title: z.string(), code: z.string(), date, ageDays: z.int() }),
    ),
    loaded: z.object({
      input: z.string(),
      finishedAt: z.string(),
      software: z.string(),
      waitingPairs: z.int().describe('Pairs of ids that may be one party and wait for a person'),
      counts: z.record(z.string(), z.number()),
    }),
  })
  .meta({ id: 'Overview' });

export type Overview = z.infer<typeof overviewShape>;

export const findingsReplyShape = z
  .object({ total: z.int(), offset: z.int(), limit: z.int(), findings: z.array(findingShape) })
  .meta({ id: 'FindingsReply' });

export type FindingsReply = z.infer<typeof findingsReplyShape>;

export const verdictsReplyShape = z
  .object({
    total: z.int(),
    offset: z.int(),
    limit: z.int(),
    verdicts: z.array(
      z.object({
        id: z.string(),
        party: z.string(),
        partyName: z.string(),
        regime: z.string(),
        outcome,
        shareMin: z.string(),
        shareMax: z.string(),
        shareMinExclusive: z.boolean().describe('Is the bound itself outside the range?'),
        shareMaxExclusive: z.boolean(),
        heldShare: z.string().describe('What restricted owners hold together, in words'),
        heldBy: z.string(),
        from: openDate,
        to: openDate,
        inForce: z.boolean().describe('Is the regime in force on the day asked for?'),
        confirmed: z.boolean().describe('False where that is not settled'),
      }),
    ),
  })
  .meta({ id: 'VerdictsReply' });

export const healthShape = z
  .object({ status: z.enum(['ok', 'starting', 'unavailable']), version: z.string(), detail: z.string() })
  .meta({ id: 'Health' });

export type Health = z.infer<typeof healthShape>;
