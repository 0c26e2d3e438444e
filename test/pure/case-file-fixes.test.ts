import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InputError, type Problem } from '../../server/errors.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';
import { rowShapes } from '../../server/readers/case-shape.ts';
import { fixOf } from '../../server/readers/fix-of.ts';

function problems(section: string, row: object): readonly Problem[] {
  try {
    readCaseFiles([{ file: 'case.json', text: JSON.stringify({ [section]: [row] }) }]);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const TIE = { owner: 'A', owned: 'B' };
const SHARE = 'Give a percentage from 0 to 100, or {"min":..,"max":..}, or leave it out.';
const PERCENT = 'Give a percentage from 0 to 100.';
const SOURCES = 'Give the id of a source, or several ids in [ ].';
const MEASURE = 'Give a number above 0, or leave it out when it is not known.';
const DAY = 'Give a day that exists, written YYYY-MM-DD.';

/** Every union of the case file, and the fields that many rows have, each with what helps. */
const CASES: readonly (readonly [section: string, row: object, field: string, fix: string])[] = [
  ['holdings', { ...TIE, share: true }, 'share', SHARE],
  ['holdings', { ...TIE, share: 101 }, 'share', SHARE],
  ['holdings', { ...TIE, share: -1 }, 'share', SHARE],
  ['holdings', { ...TIE, share: 'half' }, 'share', SHARE],
  ['holdings', { ...TIE, share: [] }, 'share', SHARE],
  ['holdings', { ...TIE, share: null }, 'share', SHARE],
  ['holdings', { ...TIE, share: { min: 101 } }, 'share.min', PERCENT],
  ['holdings', { ...TIE, share: { max: 'most' } }, 'share.max', PERCENT],
  ['holdings', { ...TIE, source: 5 }, 'source', SOURCES],
  ['holdings', { ...TIE, source: [''] }, 'source.0', 'Give an id: a text of 1 to 300 characters.'],
  ['parties', { id: 'A', source: {} }, 'source', SOURCES],
  [
    'facilities',
    { id: 'F', technologies: [{ kind: 'logic', nodeNm: {} }] },
    'technologies.0.nodeNm',
    MEASURE,
  ],
  ['facilities', { id: 'F', technologies: [{ kind: 'nand', layers: -1 }] }, 'technologies.0.layers', MEASURE],
  ['facilities', { id: 'F', technologies: [{ kind: 'nand', source: 1 }] }, 'technologies.0.source', SOURCES],
  ['holdings', { ...TIE, from: '2025-02-30' }, 'from', DAY],
  ['holdings', { ...TIE, to: 2025 }, 'to', DAY],
  [
    'parties',
    { id: 'A', jurisdiction: 'China' },
    'jurisdiction',
    'Give the two capital letters of a country, such as CN.',
  ],
  ['parties', { id: 'A,B' }, 'id', 'Give an id: a text of 1 to 300 characters without a comma.'],
  ['parties', { id: '' }, 'id', 'Give an id: a text of 1 to 300 characters without a comma.'],
  ['facilities', { id: 'F', latitude: 91 }, 'latitude', 'Give 90 or less.'],
  ['facilities', { id: 'F', startYear: 1800 }, 'startYear', 'Give 1900 or more.'],
  ['parties', { id: 'A', note: 'x'.repeat(10_001) }, 'note', 'Give 10000 characters or less.'],
];

describe('a wrong value', () => {
  it.each(CASES)('in %s, %j: what to do is said at %s: %s', (...[section, row, field, fix]) => {
    expect(problems(section, row)).toMatchObject([{ field, fix }]);
  });

  it('of any union of the case file gets advice of its own, never only "Correct the value."', () => {
    const unions = Object.values(rowShapes).flatMap((row) =>
      unionsIn(row, []).map((path) => ({ row, path })),
    );
    expect(unions.length).toBeGreaterThan(15);
    for (const { row, path } of unions) {
      const fix = fixOf({ code: 'invalid_union', errors: [], path, message: '', input: undefined }, row);
      expect([path.join('.'), fix]).not.toEqual([path.join('.'), 'Correct the value.']);
    }
  });
});

/** Where unions stand below a shape. */
function unionsIn(shape: z.core.$ZodType, path: readonly PropertyKey[]): PropertyKey[][] {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable || shape instanceof z.ZodDefault)
    return unionsIn(shape.unwrap(), path);
  if (shape instanceof z.ZodUnion)
    return [[...path], ...shape.options.flatMap((option) => unionsIn(option, path))];
  if (shape instanceof z.ZodArray) return unionsIn(shape.element, [...path, 0]);
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape).flatMap(([key, field]) => unionsIn(field, [...path, key]));
}
