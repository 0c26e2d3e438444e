import { z } from 'zod';
import { isPercentText } from '../../facts/share.ts';

/**
 * Statements of the Beneficial Ownership Data Standard (Open Ownership), version 0.4 and the older 0.2 / 0.3. Fields
 * that Interlock does not use are named too, so that one that is new stops the statement.
 */

const text = z.string();
const unused = z.unknown().optional();
/** Only who published is of use; what is said of it otherwise refuses no statement. */
const publication = z
  .object({ publisher: z.object({ name: z.string() }) })
  .optional()
  .catch(undefined);
/** A number, or the text of one that a double cannot hold. */
const percent = z.union([z.number(), z.string().refine(isPercentText, 'is not a percentage')]);
const place = z.strictObject({ name: text.optional(), code: text.optional() });

const share = z.strictObject({
  exact: percent.optional(),
  minimum: percent.optional(),
  maximum: percent.optional(),
  /** The bound itself in 0.4; whether the bound is outside in 0.2 and 0.3. */
  exclusiveMinimum: z.union([z.boolean(), percent]).optional(),
  exclusiveMaximum: z.union([z.boolean(), percent]).optional(),
});

const interestShape = z.strictObject({
  type: text.optional(),
  directOrIndirect: z.enum(['direct', 'indirect', 'unknown']).optional(),
  /** The name of 0.2. */
  interestLevel: z.enum(['direct', 'indirect', 'unknown']).optional(),
  beneficialOwnershipOrControl: z.boolean().optional(),
  share: share.optional(),
  startDate: text.optional(),
  endDate: text.optional(),
  details: text.optional(),
});

const identifiers = z
  .array(
    z.strictObject({
      id: text.optional(),
      scheme: text.optional(),
      schemeName: text.optional(),
      uri: unused,
    }),
  )
  .optional();
const addresses = z
  .array(
    z.strictObject({
      type: unused,
      address: text.optional(),
      postCode: text.optional(),
      country: z.union([text, place]).optional(),
    }),
  )
  .optional();
const names = z
  .array(
    z.strictObject({
      type: text.optional(),
      fullName: text.optional(),
      familyName: text.optional(),
      givenName: text.optional(),
      patronymicName: text.optional(),
    }),
  )
  .optional();
const unspecified = z.strictObject({ reason: text.optional(), description: text.optional() });

const common = {
  isComponent: z.boolean().optional(),
  identifiers,
  addresses,
};

const entityDetails = z.strictObject({
  ...common,
  entityType: z.strictObject({ type: text, subtype: text.optional(), details: text.optional() }).optional(),
  name: text.optional(),
  alternateNames: z.array(text).optional(),
  jurisdiction: place.optional(),
  incorporatedInJurisdiction: place.optional(),
  foundingDate: text.optional(),
  dissolutionDate: text.optional(),
  publicListing: unused,
  formedByStatute: unused,
  unspecifiedEntityDetails: unspecified.optional(),
  uri: unused,
});

const personDetails = z.strictObject({
  ...common,
  personType: text.optional(),
  names,
  nationalities: z.array(place).optional(),
  birthDate: unused,
  deathDate: unused,
  placeOfBirth: unused,
  taxResidencies: unused,
  politicalExposure: unused,
  unspecifiedPersonDetails: unspecified.optional(),
});

const relationshipDetails = z.strictObject({
  isComponent: z.boolean().optional(),
  componentRecords: z.array(text).optional(),
  subject: z.union([text, unspecified]),
  interestedParty: z.union([text, unspecified]),
  interests: z.array(interestShape).optional(),
});

const statement = {
  statementId: text,
  statementDate: text.optional(),
  annotations: unused,
  publicationDetails: publication,
  source: unused,
  declaration: unused,
  declarationSubject: unused,
  recordId: text,
  recordStatus: z.enum(['new', 'updated', 'closed']).optional(),
};

export const bods4Shape = z.discriminatedUnion('recordType', [
  z.strictObject({ ...statement, recordType: z.literal('entity'), recordDetails: entityDetails }),
  z.strictObject({ ...statement, recordType: z.literal('person'), recordDetails: personDetails }),
  z.strictObject({ ...statement, recordType: z.literal('relationship'), recordDetails: relationshipDetails }),
]);

const old = {
  statementID: text,
  statementDate: text.optional(),
  replacesStatements: z.array(text).optional(),
  isComponent: z.boolean().optional(),
  publicationDetails: publication,
  source: unused,
  annotations: unused,
};
const described = {
  describedByEntityStatement: text.optional(),
  describedByPersonStatement: text.optional(),
};

export const bods2Shape = z.discriminatedUnion('statementType', [
  z.strictObject({
    ...old,
    statementType: z.literal('entityStatement'),
    entityType: z
      .union([text, z.strictObject({ type: text, subtype: text.optional(), details: text.optional() })])
      .optional(),
    entitySubtype: unused,
    unspecifiedEntityDetails: unspecified.optional(),
    name: text.optional(),
    alternateNames: z.array(text).optional(),
    incorporatedInJurisdiction: place.optional(),
    jurisdiction: place.optional(),
    identifiers,
    addresses,
    foundingDate: text.optional(),
    dissolutionDate: text.optional(),
    publicListing: unused,
    formedByStatute: unused,
    uri: unused,
  }),
  z.strictObject({
    ...old,
    statementType: z.literal('personStatement'),
    personType: text.optional(),
    unspecifiedPersonDetails: unspecified.optional(),
    names,
    identifiers,
    addresses,
    nationalities: z.array(place).optional(),
    birthDate: unused,
    deathDate: unused,
    placeOfBirth: unused,
    placeOfResidence: unused,
    taxResidencies: unused,
    hasPepStatus: unused,
    pepStatusDetails: unused,
    politicalExposure: unused,
  }),
  z.strictObject({
    ...old,
    statementType: z.literal('ownershipOrControlStatement'),
    componentStatementIDs: z.array(text).optional(),
    subject: z.strictObject(described),
    interestedParty: z.strictObject({ ...described, unspecified: unspecified.optional() }),
    interests: z.array(interestShape).optional(),
  }),
]);

export type Bods4Statement = z.infer<typeof bods4Shape>;
export type Bods2Statement = z.infer<typeof bods2Shape>;
export type BodsStatement = Bods4Statement | Bods2Statement;
export type BodsInterest = z.infer<typeof interestShape>;
