import { z } from 'zod';
import { isMeasureText, NEEDS, TECHNOLOGY_KINDS, TRANSISTORS } from '../facts/technology.ts';
import { confidence, date, id, known, sources, text } from './field-shapes.ts';
import { withFix } from './fix-of.ts';

/** Shapes of what a fab makes and of what is ordered for it. */

const measure = withFix(
  z.union([
    z.number().min(0.000_001).max(1_000_000_000),
    z.string().refine(isMeasureText, 'is not a number above 0'),
  ]),
  'Give a number above 0, or leave it out when it is not known.',
).nullish();

export const technologyShape = z.strictObject({
  kind: z.enum(TECHNOLOGY_KINDS),
  transistor: z.enum(TRANSISTORS).nullish(),
  nodeNm: measure.describe('Technology node of logic in nanometres'),
  layers: measure.describe('Layers of NAND'),
  halfPitchNm: measure.describe('Half-pitch of DRAM in nanometres'),
  cellAreaUm2: measure.describe('Memory cell area of DRAM in square micrometres'),
  densityGbPerMm2: measure.describe('Memory density of DRAM in gigabits a square millimetre'),
  tsvPerDie: measure.describe('Through-silicon vias a DRAM die'),
  from: date.nullish().describe('First day on which it is made there; leave out when unknown'),
  to: date.nullish(),
  source: sources.optional(),
  confidence: confidence.optional(),
  note: z.string().max(10_000).optional(),
});

export const orderShape = z.strictObject({
  ...known,
  id: id.optional(),
  facility: id.optional().describe('Facility that the item is ordered for; or `party`'),
  party: id.optional().describe('Party that orders, where the facility is not known'),
  item: text.describe('What is ordered, as printed'),
  needs: z
    .enum(NEEDS)
    .describe('`advanced-node`: designed for making advanced-node ICs, and not needed for others'),
  date: date.describe('Day of the order'),
  source: sources.optional(),
  confidence: confidence.optional(),
  note: z.string().max(10_000).optional(),
});
