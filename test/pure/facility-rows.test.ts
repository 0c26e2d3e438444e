import { describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../server/errors.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';

function problems(facility: object): readonly Problem[] {
  const text = JSON.stringify({ facilities: [{ id: 'E' }, { id: 'F', ...facility }] });
  try {
    normaliseCase(readCaseFiles([{ file: 'case.json', text }]), { requireSources: false });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const [START, END] = ['2024-01-01', '2025-01-01'];

describe('the node class of a facility', () => {
  it.each([
    ['ends before it starts', { advancedNode: true, advancedFrom: END, advancedTo: START }],
    ['ends on the day on which it starts', { advancedNode: true, advancedFrom: START, advancedTo: START }],
  ])('is refused when it %s, naming row, field and the fix', (_, facility) => {
    const message = `${facility.advancedTo} is not after the start on ${facility.advancedFrom}.`;
    const fix = expect.stringContaining('later than `advancedFrom`');
    expect(problems(facility)).toEqual([
      { file: 'case.json', row: 'facilities[1]', field: 'advancedTo', message, fix },
    ]);
  });

  it.each([
    ['is false', { advancedNode: false, advancedFrom: START }, /^is false, .* \(advancedFrom\)/],
    ['is false', { advancedNode: false, advancedTo: END }, /^is false, .* \(advancedTo\)/],
    [
      'is left out',
      { advancedFrom: START, advancedTo: END },
      /^is left out, .* \(advancedFrom and advancedTo\)/,
    ],
    ['is null', { advancedNode: null, advancedFrom: START }, /^is left out, .* \(advancedFrom\)/],
  ])('is refused when it %s but has days: %j', (_, facility, message) => {
    expect(problems(facility)).toMatchObject([
      { row: 'facilities[1]', field: 'advancedNode', message: expect.stringMatching(message) },
    ]);
    expect(problems(facility)[0]?.fix).toMatch(/Set `advancedNode` to true, or leave advanced\w+/);
  });

  it('is refused for both at once', () => {
    const found = problems({ advancedNode: false, advancedFrom: END, advancedTo: START });
    expect(found.map(({ field }) => field)).toEqual(['advancedTo', 'advancedNode']);
  });

  it.each([
    {},
    { advancedNode: false },
    { advancedNode: true },
    { advancedNode: true, advancedFrom: START },
    { advancedNode: true, advancedTo: END },
    { advancedNode: true, advancedFrom: START, advancedTo: END },
  ])('is taken as it is: %j', (facility) => {
    expect(problems(facility)).toEqual([]);
  });
});
