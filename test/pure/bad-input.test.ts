import { describe, expect, it } from 'vitest';
import { describeError, InputError } from '../../server/errors.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';

/** What a person is told of a case: the lines of the error, or none. */
function told(content: object | string): readonly string[] {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  try {
    normaliseCase(readCaseFiles([{ file: 'case.json', text }]), { requireSources: false });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return describeError(error).slice(1);
  }
  return [];
}

const parties = [{ id: 'L' }, { id: 'S' }];
const facilities = [{ id: 'F' }, { id: 'G' }];
const holding = (more: object): object => ({ parties, holdings: [{ owner: 'L', owned: 'S', ...more }] });
const share = (text: string): string =>
  `{"parties":[{"id":"L"},{"id":"S"}],"holdings":[{"owner":"L","owned":"S","share":${text}}]}`;

describe('a share', () => {
  it.each([
    ['-0.0001', /-0\.0001/],
    ['-5e-1', /-0\.5/],
    ['100.0000000000000000001', /100\.0000000000000000001/],
    ['"100.1"', /100\.1/],
    ['"101/1"', /101/],
    ['1e3', /1000/],
    ['1e-400', /1e-400/],
    ['"NaN"', /NaN/],
    ['"Infinity"', /Infinity/],
    ['"50 %"', /50 %/],
    ['"0x20"', /0x20/],
    ['"1/0"', /1\/0/],
    ['""', /""/],
    ['true', /true/],
    ['null', /null/],
    ['[50]', /\[50\]/],
    ['{"min":60,"max":40}', /min 60 is greater than max 40/],
    ['{"min":"60","max":"59.999999999999999999"}', /greater than max/],
    ['{"min":-1}', /-1/],
    ['{"max":101}', /101/],
    ['{"min":50,"max":50,"exclusiveMin":true}', /empty/],
    ['{"min":"a lot"}', /a lot/],
    ['{"from":10,"to":20}', /"from", "to"|from/],
  ])('of %s is told by file, row, field, value and fix', (text, value) => {
    const lines = told(share(text));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ {2}case\.json: holdings\[0\]: share(\.\w+)?: .+ Fix: .+/);
    expect(lines[0]).toMatch(value);
  });

  it.each(['0', '100', '49.99999999999999999999', '"100/3"', '{}', '{"min":0,"max":100}', '1e-20'])(
    'of %s is one',
    (text) => {
      expect(told(share(text))).toEqual([]);
    },
  );
});

/** Each tie of a thing to itself, each interval that is none, each reference to nothing: section, row, field. */
const TIES = [
  ['holdings', { owner: 'L', owned: 'S' }, 'owner', 'owned'],
  ['controls', { controller: 'L', controlled: 'S' }, 'controller', 'controlled'],
  ['investments', { investor: 'L', target: 'S' }, 'investor', 'target'],
  ['affiliations', { a: 'L', b: 'S', kind: 'shared-address' }, 'a', 'b'],
  ['officers', { person: 'L', party: 'S' }, 'person', 'party'],
  ['physicalLinks', { a: 'F', b: 'G', kind: 'bridge' }, 'a', 'b'],
] as const;

describe.each(TIES)('a row of %s', (section, row, first, second) => {
  const of = (more: object): object => ({ parties, facilities, [section]: [{ ...row, ...more }] });

  it('is one when both ends are there', () => {
    expect(told(of({}))).toEqual([]);
  });

  it('of a thing with itself is refused', () => {
    const [end] = Object.values(row);
    const [line, ...more] = told(of({ [second]: end }));
    expect(more).toEqual([]);
    expect(line).toBe(
      `  case.json: ${section}[0]: ${second}: "${end}" cannot be tied to itself. Fix: Leave the row out (own shares are no holding of another), or correct one id.`,
    );
  });

  it.each([first, second])('that points at nothing with its %s is refused', (field) => {
    const lines = told(of({ [field]: 'nobody' }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(
        `^  case\\.json: ${section}\\[0\\]: ${field}: points at .* "nobody", which is not there\\. Fix: Add it`,
      ),
    );
  });

  it.each([
    ['2024-02-02', '2024-02-02'],
    ['2024-02-02', '2024-02-01'],
    ['2024-02-02', '1999-12-31'],
  ])('from %s to %s is refused: it never holds', (from, to) => {
    const lines = told(of({ from, to }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      `case.json: ${section}[0]: to: ends on ${to}, not after its start on ${from}. Fix:`,
    );
  });

  it.each([
    '2023-02-29',
    '2024-04-31',
    '2024-13-01',
    '0000-00-00',
    '2024-1-1',
    '20240101',
    '2024-01-01T00:00',
    'soon',
    '',
  ])('from %s is refused: there is no such day', (from) => {
    const lines = told(of({ from }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(`case\\.json: ${section}\\[0\\]: from: "${from}" is not a day of the calendar.* Fix: .+`),
    );
  });
});

describe('other bad input', () => {
  it.each([
    [
      'a listing of nobody',
      { listings: [{ party: 'X', list: 'bis-entity-list' }] },
      /listings\[0\]: party: points at party "X"/,
    ],
    [
      'a facility run by nobody',
      { facilities: [{ id: 'F', operator: 'X' }] },
      /facilities\[0\]: operator: points at party "X"/,
    ],
    ['a fact from no source', holding({ source: 'X' }), /holdings\[0\]: source: points at source "X"/],
    [
      'a footnote as a number',
      { parties, listings: [{ party: 'L', list: 'bis-entity-list', footnotes: [5] }] },
      /listings\[0\]: footnotes\.0: 5 is not a string/,
    ],
    ['a row that is text', { parties: ['L'] }, /parties\[0\]/],
    ['a row that is nothing', { parties: [null] }, /parties\[0\]/],
    ['a section that is nothing', { parties: null }, /parties: a section is an array of rows/],
    [
      'a name of 10,001 characters',
      { parties: [{ id: 'L', name: 'x'.repeat(10_001) }] },
      /parties\[0\] \(L\): name: /,
    ],
    ['an id of 301 characters', { parties: [{ id: 'x'.repeat(301) }] }, /parties\[0\] \(x+\.*\): id: /],
    ['an empty id', { parties: [{ id: ' ' }] }, /parties\[0\].*: id: /],
  ])('%s is told in one line, with its fix', (_, content, line) => {
    const lines = told(content);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(lines[0]).toMatch(/ Fix: .+/);
    expect(lines[0]?.length).toBeLessThan(700);
  });

  it.each([
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['a key given twice', '{"parties":[{"id":"L","id":"S"}]}'],
    ['a comma too many', '{"parties":[{"id":"L"},]}'],
    ['a number with a plus', share('+50')],
    ['an endless number', share('NaN')],
  ])('%s is no JSON, and the line is told', (_, text) => {
    const lines = told(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ {2}case\.json: .*Not valid JSON: .+ Fix: .+/);
  });

  it('of a key that JavaScript knows is an unknown section like any other', () => {
    expect(told('{"__proto__":[{"id":"L"}]}')).toEqual([
      expect.stringContaining('unknown section "__proto__"'),
    ]);
    expect(told('{"constructor":[]}')).toEqual([expect.stringContaining('unknown section "constructor"')]);
  });

  it('takes a name of 10,000 characters, in any script', () => {
    expect(
      told({ parties: [{ id: 'L', name: 'é'.repeat(10_000), aliases: ['华'.repeat(10_000)] }] }),
    ).toEqual([]);
  });
});
