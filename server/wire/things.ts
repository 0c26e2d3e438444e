import { z } from 'zod';
import { confidence, date, ids, openDate, outcome, seenShape, sourceShape } from './common.ts';
import { contradictionShape, nodeClassShape } from './facilities.ts';
import { neighbourCountShape } from './graph.ts';
import { findingShape, listingShape, verdictShape } from './verdict.ts';

/** Parties, facilities and what a search finds. */

const partyKind = z.enum(['company', 'person', 'fund', 'government', 'vessel', 'unknown']);

const partyShape = z
  .object({
    id: z.string(),
    name: z.string(),
    originalName: z.string().nullable(),
    originalNameConfidence: confidence.nullable(),
    aliases: z.array(z.string()),
    kind: partyKind,
    jurisdiction: z.string().nullable(),
    jurisdictionName: z.string(),
    city: z.string(),
    addresses: z.array(z.string()),
    roles: z.array(z.string()),
    identifiers: z.array(z.string()),
    confidence,
    sources: ids,
    note: z.string(),
    row: z.string(),
    seen: seenShape,
  })
  .meta({ id: 'Party' });

const dataFindingShape = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  facts: ids,
  from: openDate,
  to: openDate,
});

const periodShape = z.object({
  regime: z.string(),
  outcome,
  from: openDate,
  to: openDate,
  share: z.string(),
  verdict: z.string(),
});

export const partyReplyShape = z
  .object({
    asOf: date,
    party: partyShape,
    verdicts: z.array(verdictShape).describe('One a regime, on the day asked for'),
    deciding: z.string().describe('Id of the regime whose verdict comes first that day'),
    listings: z.array(listingShape),
    findings: z.array(findingShape).describe('On the day asked for, gravest first'),
    otherFindings: z.int().describe('Findings on other days'),
    timeline: z.array(periodShape),
    facilities: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        country: z.string().nullable(),
        advancedNode: z.boolean().nullable(),
      }),
    ),
    cautions: z
      .array(
        z.object({
          id: z.string(),
          other: z.string(),
          otherName: z.string(),
          kind: z.string(),
          note: z.string(),
          sources: ids,
        }),
      )
      .describe('Name traps and denials'),
    dataFindings: z.array(dataFindingShape).describe('Contradictions in the data on the day asked for'),
    neighbours: z.array(neighbourCountShape),
    sources: z.array(sourceShape),
  })
  .meta({ id: 'PartyReply' });

export type PartyReply = z.infer<typeof partyReplyShape>;

const facilityShape = z
  .object({
    id: z.string(),
    name: z.string(),
    operator: z
      .object({ id: z.string(), name: z.string(), originalName: z.string().nullable(), confidence })
      .nullable(),
    country: z.string().nullable(),
    countryName: z.string(),
    city: z.string(),
    kind: z.string(),
    status: z.string(),
    startYear: z.int().nullable(),
    waferMm: z.number().nullable(),
    node: z.string(),
    advancedNode: z.boolean().nullable(),
    advancedFrom: openDate.describe('First day on which it makes advanced-node ICs, where known'),
    advancedTo: openDate.describe('First day on which it no longer does'),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    confidence,
    sources: ids,
    note: z.string(),
    row: z.string(),
    seen: seenShape,
  })
  .meta({ id: 'Facility' });

const joinedShape = z.object({
  id: z.string(),
  other: z.string(),
  otherName: z.string(),
  advancedNode: z.enum(['advanced', 'unknown']),
  destination: z.enum(['covered', 'elsewhere', 'unknown']),
  path: z.enum(['most-certain', 'shortest']).describe('`shortest` only where it is not the most certain'),
  hops: z.int(),
  links: ids,
  kinds: z.array(z.string()).describe('Kinds of the links, in their order'),
  via: ids.describe('Facilities passed, both ends included'),
  viaNames: z.array(z.string()),
  confidence,
  weakestLink: z.string(),
  from: openDate,
  to: openDate,
});

const physicalLinkShape = z.object({
  id: z.string(),
  other: z.string(),
  otherName: z.string(),
  kind: z.string(),
  joins: z.boolean(),
  from: openDate,
  to: openDate,
  confidence,
  note: z.string(),
  sources: ids,
});

export const facilityReplyShape = z
  .object({
    asOf: date,
    facility: facilityShape,
    nodeClass: nodeClassShape.describe('On the day asked for'),
    nodeClasses: z.array(nodeClassShape).describe('Of all times, in order'),
    dataFindings: z
      .array(contradictionShape)
      .describe('Stated node classes that technologies contradict on the day asked for'),
    sentence: z.string().describe('What follows from its physical links, as one sentence'),
    operatorVerdict: verdictShape.nullable(),
    physicalLinks: z.array(physicalLinkShape),
    joined: z.array(joinedShape).describe('Advanced or unknown facilities that it counts as one with'),
    findings: z.array(findingShape),
    neighbours: z.array(neighbourCountShape),
    sources: z.array(sourceShape),
  })
  .meta({ id: 'FacilityReply' });

export type FacilityReply = z.infer<typeof facilityReplyShape>;

export const searchHitShape = z
  .object({
    id: z.string(),
    type: z.enum(['party', 'facility']),
    kind: z.string(),
    name: z.string(),
    originalName: z.string().nullable(),
    country: z.string().nullable(),
    outcome: outcome.nullable().describe('Under the regime and on the day asked for; null for facilities'),
    weak: z.boolean().describe('Undecided only because of facts that confirm nothing'),
    codes: z.array(z.string()).describe('Lists of that day, with footnotes: `EL·5`'),
    flags: z.array(z.string()).describe('Red flags and restrictions raised that day'),
    matched: z.string().describe('The name that matched, where it is not the first one'),
    score: z.number(),
  })
  .meta({ id: 'SearchHit' });

export type SearchHit = z.infer<typeof searchHitShape>;
