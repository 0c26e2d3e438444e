import { z } from 'zod';
import { DATE_PRECISIONS, HOLDING_KINDS, PARTY_KINDS } from '../facts/facts.ts';
import { LINK_KINDS } from '../facts/links.ts';
import { isPercentText } from '../facts/share.ts';
import { orderShape, technologyShape } from './fab-shapes.ts';
import { confidence, country, date, id, known, sources, text, thingId } from './field-shapes.ts';
import { withFix } from './fix-of.ts';

/**
 * The case file: the one JSON format of the seed, of hand-made what-if cases, of tests and of `interlock assess`.
 * These shapes check it, describe it (`seed/case-file.schema.json` is made from them) and refuse what they do
 * not know: an unknown field is an error, never dropped.
 */

/** Lists that a party can stand on. Titles, authorities and effects are in `server/regulation/lists.json`. */
export const LIST_IDS = [
  'bis-entity-list',
  'bis-meu',
  'bis-unverified',
  'bis-denied-persons',
  'ofac-sdn',
  'ofac-ns-cmic',
  'dod-1260h',
  'eu-consolidated',
  'uk-sanctions',
  'meti-end-user',
  'ofac-fse',
  'ofac-ssi',
  'ofac-ns-mbs',
  'ofac-capta',
  'ofac-plc',
  'state-isn',
  'state-itar-debarred',
] as const;

const percent = withFix(
  z
    .union([
      z.number().min(0).max(100),
      z.string().refine(isPercentText, 'is not a percentage such as 50.1 or "100/3"'),
    ])
    .describe('Percent, 0 to 100, exact; a fraction such as "100/3" as text'),
  'Give a percentage from 0 to 100.',
);

const share = withFix(
  z
    .union([
      percent,
      z.strictObject({
        min: percent.optional(),
        max: percent.optional(),
        exclusiveMin: z.boolean().optional(),
        exclusiveMax: z.boolean().optional(),
      }),
    ])
    .describe('A percentage, or inclusive bounds; leave it out when the share is unknown'),
  'Give a percentage from 0 to 100, or {"min":..,"max":..}, or leave it out.',
);

const provenance = {
  ...known,
  id: id.optional(),
  source: sources.optional(),
  confidence: confidence.optional(),
  note: z.string().max(10_000).optional(),
};

const dated = {
  ...provenance,
  from: date.nullish().describe('First day on which it holds; leave out when unknown'),
  to: date.nullish().describe('First day on which it no longer holds; leave out when it still does'),
  fromPrecision: z.enum(DATE_PRECISIONS).optional(),
  toPrecision: z.enum(DATE_PRECISIONS).optional(),
};

const sourceShape = z.strictObject({
  ...known,
  id,
  title: text,
  url: z.string().max(2_000).optional(),
  citation: z.string().optional(),
  date: z.string().optional(),
  note: z.string().optional(),
});

const partyShape = z.strictObject({
  ...provenance,
  id: thingId,
  name: text.optional().describe('Name in Latin letters; the id stands in when it is left out'),
  aliases: z.array(text).optional(),
  originalName: z
    .strictObject({
      text,
      language: z.string().optional(),
      source: sources.optional(),
      confidence: confidence.optional(),
    })
    .optional(),
  kind: z.enum(PARTY_KINDS).optional(),
  jurisdiction: country.optional(),
  city: z.string().optional(),
  addresses: z.array(text).optional(),
  roles: z.array(text).optional(),
  identifiers: z
    .array(
      z.strictObject({
        scheme: text,
        value: text,
        source: sources.optional(),
        confidence: confidence.optional(),
      }),
    )
    .optional(),
  complex: z.string().optional().describe('Name of the complex that this party is the anchor of'),
});

const listingShape = z.strictObject({
  ...dated,
  party: id,
  list: z.enum(LIST_IDS),
  footnotes: z.array(text).optional(),
  programs: z.array(text).optional(),
  citation: z.string().optional(),
  licenceRequirement: z.string().optional(),
  reviewPolicy: z.string().optional(),
  fromConfidence: confidence.optional(),
});

const holdingShape = z.strictObject({
  ...dated,
  owner: id,
  owned: id,
  share: share.optional(),
  kind: z.enum(HOLDING_KINDS).optional(),
});

const investmentShape = z.strictObject({
  ...dated,
  investor: id,
  target: id,
  amount: z.string().optional(),
  round: z.string().optional(),
});

const controlShape = z.strictObject({
  ...dated,
  controller: id,
  controlled: id,
  kind: text.optional(),
});
const affiliationShape = z.strictObject({ ...dated, a: id, b: id, kind: text });
const officerShape = z.strictObject({ ...dated, person: id, party: id, role: z.string().optional() });

const facilityShape = z.strictObject({
  ...provenance,
  id: thingId,
  name: text.optional(),
  operator: id.nullable().default(null),
  operatorConfidence: confidence.optional(),
  country: country.nullable().default(null),
  city: z.string().default(''),
  address: z.string().default(''),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  kind: z.string().default(''),
  status: z.string().default(''),
  startYear: z.int().min(1900).max(2100).nullable().default(null),
  waferMm: z.number().positive().nullable().default(null),
  node: z.string().default(''),
  advancedNode: z
    .boolean()
    .nullable()
    .default(null)
    .describe('Makes advanced-node ICs (15 CFR 772.1); leave out when unknown'),
  advancedFrom: date.nullable().default(null),
  advancedTo: date.nullable().default(null),
  technologies: z
    .array(technologyShape)
    .max(100)
    .default([])
    .describe(
      'What is made there, by the measures of 15 CFR 772.1; decides where `advancedNode` is left out',
    ),
});

const physicalLinkShape = z.strictObject({ ...dated, a: id, b: id, kind: z.enum(LINK_KINDS) });

export const rowShapes = {
  sources: sourceShape,
  parties: partyShape,
  listings: listingShape,
  holdings: holdingShape,
  investments: investmentShape,
  controls: controlShape,
  affiliations: affiliationShape,
  officers: officerShape,
  facilities: facilityShape,
  physicalLinks: physicalLinkShape,
  orders: orderShape,
} as const;

const caseFileShape = z.strictObject({
  $schema: z.string().optional(),
  sources: z.array(sourceShape).optional(),
  parties: z.array(partyShape).optional(),
  listings: z.array(listingShape).optional(),
  holdings: z.array(holdingShape).optional(),
  investments: z.array(investmentShape).optional(),
  controls: z.array(controlShape).optional(),
  affiliations: z.array(affiliationShape).optional(),
  officers: z.array(officerShape).optional(),
  facilities: z.array(facilityShape).optional(),
  physicalLinks: z.array(physicalLinkShape).optional(),
  orders: z.array(orderShape).optional(),
});

/** The case file as a JSON Schema (draft 2020-12), for editors and other programs. */
export function caseFileJsonSchema(): object {
  const schema = z.toJSONSchema(caseFileShape, { io: 'input' });
  return { ...schema, title: 'Interlock case file' };
}
