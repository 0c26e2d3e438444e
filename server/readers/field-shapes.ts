import { z } from 'zod';
import { CONFIDENCES } from '../facts/confidence.ts';
import { isCountryCode, whyNoCountry } from '../facts/countries.ts';
import { isDate } from '../facts/dates.ts';
import { withFix } from './fix-of.ts';

/** Shapes of the fields that many rows of a case file have. */

export const text = withFix(
  z.string().trim().min(1).max(10_000),
  'Give some text of at most 10,000 characters, or leave the field out where it may be.',
);
export const id = withFix(
  z.string().trim().min(1).max(300).describe('Stable id, unique among its kind'),
  'Give an id: a text of 1 to 300 characters.',
);
/** Lists of things go into one parameter of an address, parted by commas. */
export const thingId = withFix(
  id.regex(/^[^,]*$/, 'must not hold a comma'),
  'Give an id: a text of 1 to 300 characters without a comma.',
);
export const date = withFix(
  z.string().refine(isDate, 'is not a day of the calendar written YYYY-MM-DD').meta({ format: 'date' }),
  'Give a day that exists, written YYYY-MM-DD.',
);
export const country = withFix(
  z.string().refine(isCountryCode, { error: ({ input }) => whyNoCountry(String(input)) }),
  'Give the two capital letters of a country, such as CN.',
);
export const confidence = z.enum(CONFIDENCES);
export const sources = withFix(
  z.union([id, z.array(id)]).describe('Id or ids of the sources that state it'),
  'Give the id of a source, or several ids in [ ].',
);

/** When Interlock knew the row, which is another question than when the fact holds. */
export const known = {
  knownFrom: date
    .nullish()
    .describe('Day on which it was learned; leave out for the day of the load that first brings it'),
  knownTo: date
    .nullish()
    .describe('Day from which it was no longer held: a former version, kept for questions as known then'),
};
