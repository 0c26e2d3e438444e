import { z } from 'zod';
import { CONFIDENCES } from '../facts/confidence.ts';

/** Grades of membership in a complex, strongest first. What each means stands in `complexes.json`. */
export const GRADES = ['member', 'strong', 'moderate', 'weak', 'shown'] as const;

export type Grade = (typeof GRADES)[number];

/** What a path rests on. */
export const BASES = [
  'listing',
  'ownership',
  'control',
  'investment',
  'affiliation',
  'leadership',
  'address',
] as const;

export type Basis = (typeof BASES)[number];

const grade = z.enum(GRADES);
const graded = z.strictObject({ grade, reason: z.string().min(1) });
/** A kind of tie; null for one that ties nobody. */
const gradedKind = z.strictObject({ kind: z.string(), grade: grade.nullable(), reason: z.string().min(1) });

/** What many parties have in common; crowded when so many have it that it says little. */
const gradedGroup = graded.extend({ crowdedFrom: z.int().min(2), crowded: graded });

const listingMark = z
  .strictObject({
    list: z.string(),
    footnote: z.string().optional(),
    citationStarts: z.string().min(1).optional(),
    citation: z.string().min(1),
    reason: z.string().min(1),
  })
  .refine(
    ({ footnote, citationStarts }) => footnote !== undefined || citationStarts !== undefined,
    'needs a footnote or the start of a citation: a whole list is no complex',
  );

/** Shape of `complexes.json`. Shares are percent, exact text. */
export const complexesShape = z.strictObject({
  note: z.string(),
  grades: z
    .array(z.strictObject({ id: grade, title: z.string(), meaning: z.string() }))
    .refine((found) => found.map(({ id }) => id).join() === GRADES.join(), `must be ${GRADES.join(', ')}`),
  confidences: z.array(
    z.strictObject({ confidence: z.enum(CONFIDENCES), atMost: grade, reason: z.string() }),
  ),
  mostSteps: z.int().min(1).max(6),
  complexes: z.array(z.strictObject({ id: z.string(), title: z.string(), listings: z.array(listingMark) })),
  ownership: z.strictObject({
    majorityFrom: z.string(),
    significantFrom: z.string(),
    branch: graded,
    majority: graded,
    undecided: graded,
    minority: graded,
    small: graded,
    parent: graded,
  }),
  controls: z.array(gradedKind),
  otherControl: graded,
  investment: graded,
  leadership: gradedGroup,
  address: gradedGroup,
  affiliations: z.array(
    gradedKind.extend({
      basis: z.enum(BASES).default('affiliation'),
      oneWay: z.boolean().default(false),
    }),
  ),
  otherAffiliation: graded,
});

/** How ties are graded, and which list entries make somebody a member: all of `complexes.json`. */
export type ComplexGrading = z.infer<typeof complexesShape>;

/** A grade and why. */
export type Graded = z.infer<typeof graded>;
