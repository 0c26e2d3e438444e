import { describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../server/errors.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';

function problems(facility: object): readonly Problem[] {
  return problemsOf(JSON.stringify({ facilities: [{ id: 'E' }, { id: 'F', ...facility }] }));
}

function problemsOf(text: string): readonly Problem[] {
  try {
    normaliseCase(readCaseFiles([{ file: 'case.json', text }]), { requireSources: false });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const messagesOf = (text: string): string[] => problemsOf(text).map(({ message }) => message);

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

describe('the technologies of a facility', () => {
  it.each([
    [{ kind: 'logic', nodeNm: 0 }, 'technologies.0.nodeNm', /Give a number above 0/],
    [{ kind: 'logic', nodeNm: '-16' }, 'technologies.0.nodeNm', /Give a number above 0/],
    [{ kind: 'logic', nodeNm: 'fine' }, 'technologies.0.nodeNm', /Give a number above 0/],
    [{ kind: 'logic', nodeNm: true }, 'technologies.0.nodeNm', /Give a number above 0/],
    [{ kind: 'analog' }, 'technologies.0.kind', /logic, nand, dram/],
    [{ kind: 'logic', transistor: 'FinFET' }, 'technologies.0.transistor', /planar, non-planar/],
    [{ kind: 'logic', layers: 128 }, 'technologies.0.layers', /transistor, nodeNm/],
    [{ kind: 'nand', transistor: 'planar' }, 'technologies.0.transistor', /layers/],
    [{ kind: 'nand', from: END, to: START }, 'technologies.0.to', /later than `from`/],
    [{ kind: 'nand', from: '2025-02-30' }, 'technologies.0.from', /day that exists, written YYYY-MM-DD/],
    [{ kind: 'nand', source: 'nobody' }, 'source', /Add it to sources/],
  ])('are refused: %j', (technology, field, fix) => {
    const found = problems({ technologies: [technology] });
    expect(found).toMatchObject([{ field, fix: expect.stringMatching(fix) }]);
  });

  it('keep every digit, and take sources and confidence of the facility where they name none', () => {
    const text = `{"sources":[{"id":"s","title":"S"},{"id":"t","title":"T"}],"facilities":[{"id":"F","source":"s",
      "confidence":"secondary","technologies":[{"kind":"dram","cellAreaUm2":0.00190000000000000000001},
      {"kind":"nand","layers":128,"source":"t","confidence":"reported"}]}]}`;
    const all = normaliseCase(readCaseFiles([{ file: 'case.json', text }]), { requireSources: true });
    expect(all.facilities[0]?.technologies).toMatchObject([
      { cellAreaUm2: '0.00190000000000000000001', sources: ['s'], confidence: 'secondary', layers: null },
      { layers: '128', sources: ['t'], confidence: 'reported' },
    ]);
  });
});

describe('an order', () => {
  const ordersOf = (order: object) => {
    const rows = {
      parties: [{ id: 'P' }],
      facilities: [{ id: 'F' }],
      orders: [{ item: 'a tool', ...order }],
    };
    return messagesOf(JSON.stringify(rows));
  };
  const GOOD = { facility: 'F', needs: 'advanced-node', date: START };

  it.each([
    [{ ...GOOD, facility: undefined }, /neither a facility nor a party/],
    [{ ...GOOD, party: 'P' }, /a facility and a party/],
    [{ ...GOOD, facility: 'G' }, /points at facility "G"/],
    [{ ...GOOD, needs: 'EUV' }, /known words/],
    [{ ...GOOD, date: undefined }, /date|missing/],
  ])('is refused: %j', (order, words) => {
    expect(ordersOf(order)).toEqual([expect.stringMatching(words)]);
  });

  it.each([GOOD, { ...GOOD, facility: undefined, party: 'P' }])('is taken: %j', (order) => {
    expect(ordersOf(order)).toEqual([]);
  });
});
