import { z } from 'zod';
import { confidence, ids, level, openDate, outcome, seenShape, sourceShape } from './common.ts';
import { graphShape } from './graph.ts';

/** Verdicts with their arithmetic, findings with their proof, listings. */

const exclusive = z.boolean().default(false).describe('Is the bound itself outside the range?');

export const stepShape = z
  .object({
    tier: z.int(),
    party: z.string(),
    owner: z.string(),
    ownerOutcome: outcome,
    tie: z.enum(['holding', 'branch', 'control']),
    share: z.string(),
    shareMin: z.string(),
    shareMax: z.string(),
    shareMinExclusive: exclusive,
    shareMaxExclusive: exclusive,
    sumMin: z.string(),
    sumMax: z.string(),
    sumMinExclusive: exclusive,
    sumMaxExclusive: exclusive,
    sum: z.string().default('').describe('The running sum in words; empty in verdicts of an older Interlock'),
    threshold: z.string().nullable(),
    inclusive: z.boolean(),
    reaches: z.enum(['yes', 'perhaps', 'no']),
    facts: ids,
    sources: ids,
    confidence,
    from: openDate,
    to: openDate,
    text: z.string(),
  })
  .meta({ id: 'Step', description: 'One line of the arithmetic' });

export type WireStep = z.infer<typeof stepShape>;

const listedOwner = z.object({
  party: z.string(),
  list: z.string(),
  listing: z.string(),
  footnotes: z.array(z.string()),
  licenceRequirement: z.string(),
  reviewPolicy: z.string(),
});

export const verdictShape = z
  .object({
    id: z
      .string()
      .nullable()
      .describe('Null where nothing restricted is known upstream: no verdict is stored then'),
    party: z.string(),
    regime: z.string(),
    regimeTitle: z.string(),
    outcome,
    from: openDate,
    to: openDate,
    shareMin: z.string(),
    shareMax: z.string(),
    shareMinExclusive: exclusive,
    shareMaxExclusive: exclusive,
    heldShare: z.string().describe('What restricted owners hold together, in words'),
    threshold: z.string().nullable(),
    weak: z.boolean(),
    exempt: z.boolean(),
    heldBy: z.string(),
    steps: z.array(stepShape),
    mostRestrictive: listedOwner
      .extend({ allFootnotes: z.array(z.string()), contributors: z.array(listedOwner), order: z.string() })
      .nullable(),
    listings: ids,
    notes: z.array(z.string()),
    confidence,
    inForce: z.boolean().describe('Is the regime in force on the day asked for?'),
    confirmed: z.boolean().describe('Is that confirmed?'),
    regimeNote: z.string(),
    sentence: z.string().describe('The verdict as one sentence'),
  })
  .meta({ id: 'Verdict' });

export type WireVerdict = z.infer<typeof verdictShape>;

export const findingShape = z
  .object({
    id: z.string(),
    rule: z.string(),
    flag: z.string(),
    title: z.string(),
    level,
    subject: z.string(),
    subjectKind: z.enum(['party', 'facility']),
    subjectName: z.string(),
    subjectOriginalName: z.string().nullable(),
    from: openDate,
    to: openDate,
    inForce: z.boolean(),
    confirmed: z.boolean(),
    text: z.string(),
    asks: z.string(),
    citation: z.string(),
    note: z.string(),
    evidence: ids,
    verdict: z.string().nullable(),
    regime: z.string().nullable(),
    confidence,
  })
  .meta({ id: 'Finding' });

export type WireFinding = z.infer<typeof findingShape>;

export const listingShape = z
  .object({
    id: z.string(),
    party: z.string(),
    list: z.string(),
    listTitle: z.string(),
    code: z.string(),
    level,
    effect: z.string(),
    from: openDate,
    to: openDate,
    fromConfidence: confidence,
    footnotes: z.array(z.string()),
    programs: z.array(z.string()),
    citation: z.string(),
    licenceRequirement: z.string(),
    reviewPolicy: z.string(),
    active: z.boolean(),
    confidence,
    sources: ids,
    note: z.string(),
    row: z.string(),
    seen: seenShape,
  })
  .meta({ id: 'Listing' });

export type WireListing = z.infer<typeof listingShape>;

export const evidenceReplyShape = z
  .object({
    finding: findingShape,
    verdict: verdictShape.nullable(),
    graph: graphShape,
    sources: z.array(sourceShape),
  })
  .meta({ id: 'EvidenceReply' });
