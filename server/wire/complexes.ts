import { z } from 'zod';
import { confidence, date, ids, openDate } from './common.ts';

/** Complexes such as Huawei's: who is tied to them, how strongly, by which paths. */

export const grade = z.enum(['member', 'strong', 'moderate', 'weak', 'shown']);

export type WireGrade = z.infer<typeof grade>;

const basis = z.enum([
  'listing',
  'ownership',
  'control',
  'investment',
  'affiliation',
  'leadership',
  'address',
]);

const stepShape = z
  .object({
    a: z.string().describe('The party nearer to the one that the complex is named after'),
    aName: z.string(),
    b: z.string(),
    bName: z.string(),
    tie: z.string().describe('Read between the two: `holds 20 % of`'),
    basis,
    grade: grade.describe('Of this step alone, not above what its confidence allows'),
    reason: z.string(),
    confidence,
    facts: ids.describe('Facts, listings or addresses that say so'),
    from: openDate,
    to: openDate,
  })
  .meta({ id: 'ComplexStep' });

const pathShape = z
  .object({
    grade,
    basis: basis.describe('What its weakest step rests on'),
    confidence,
    from: openDate,
    to: openDate,
    active: z.boolean().describe('Does it hold on the day asked for?'),
    text: z.string(),
    things: ids.describe('Parties, people and addresses on the way, to draw it'),
    steps: z.array(stepShape),
  })
  .meta({ id: 'ComplexPath' });

export type WireComplexPath = z.infer<typeof pathShape>;

const memberShape = z
  .object({
    id: z.string(),
    name: z.string(),
    originalName: z.string().nullable(),
    kind: z.string(),
    jurisdiction: z.string().nullable(),
    isAnchor: z.boolean().describe('The complex is named after it'),
    grade,
    from: openDate.describe('Since when it has this grade'),
    to: openDate,
    listed: z.boolean().describe('Does it stand on a list that restricts, on the day asked for?'),
    codes: z.array(z.string()),
    paths: z.array(pathShape).describe('Those of the day asked for, strongest first'),
    complete: z.boolean().describe('False when there are still more paths, none of them stronger'),
  })
  .meta({ id: 'ComplexMember' });

export type WireComplexMember = z.infer<typeof memberShape>;

const gradeInfoShape = z.object({ id: grade, title: z.string(), meaning: z.string() });

export type GradeInfo = z.infer<typeof gradeInfoShape>;

const summaryShape = z
  .object({
    id: z.string(),
    title: z.string(),
    anchors: z.array(z.object({ id: z.string(), name: z.string() })),
    total: z.int().describe('Parties tied to it on the day, in whatever grade'),
    counts: z.array(z.object({ grade, count: z.int(), unlisted: z.int() })),
  })
  .meta({ id: 'Complex' });

export type ComplexSummary = z.infer<typeof summaryShape>;

export const complexesReplyShape = z
  .object({ asOf: date, grades: z.array(gradeInfoShape), complexes: z.array(summaryShape) })
  .meta({ id: 'ComplexesReply' });

export type ComplexesReply = z.infer<typeof complexesReplyShape>;

export const complexReplyShape = z
  .object({
    asOf: date,
    complex: summaryShape,
    grades: z.array(gradeInfoShape),
    total: z.int().describe('Members that fit what was asked'),
    members: z.array(memberShape).describe('Strongest first'),
  })
  .meta({ id: 'ComplexReply' });

export type ComplexReply = z.infer<typeof complexReplyShape>;

const membershipShape = z
  .object({
    id: z.string(),
    title: z.string(),
    isAnchor: z.boolean(),
    grade: grade.nullable().describe('Null on a day on which nothing recorded ties it to the complex'),
    sentence: z.string(),
    periods: z.array(z.object({ grade, from: openDate, to: openDate })),
    paths: z.array(pathShape).describe('Of any day; those of the day asked for first'),
    complete: z.boolean(),
  })
  .meta({ id: 'ComplexMembership' });

export type WireMembership = z.infer<typeof membershipShape>;

export const partyComplexesShape = z
  .object({
    asOf: date,
    party: z.string(),
    grades: z.array(gradeInfoShape),
    complexes: z.array(membershipShape),
  })
  .meta({ id: 'PartyComplexesReply' });

export type PartyComplexes = z.infer<typeof partyComplexesShape>;
