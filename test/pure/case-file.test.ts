import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeError, InputError, type Problem } from '../../server/errors.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import { readCaseFiles } from '../../server/readers/case-file.ts';
import { caseFileJsonSchema } from '../../server/readers/case-shape.ts';

function problems(text: string, requireSources = false): readonly Problem[] {
  try {
    normaliseCase(readCaseFiles([{ file: 'case.json', text }]), { requireSources });
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const PARTIES = '"parties":[{"id":"L"},{"id":"S"}]';

/** Bad input, and where and what the message must say. */
const BAD: readonly (readonly [what: string, text: string, row: string, field: string, message: RegExp])[] = [
  ['nothing', '', '', '', /empty/],
  ['no JSON', '{"parties": [}', 'line 1', '', /Not valid JSON/],
  ['JSON that breaks on a later line', '{\n"parties":\n[}', 'line 3', '', /Not valid JSON/],
  ['an HTML error page', '<html><body>502</body></html>', 'line 1', '', /Not valid JSON/],
  ['an array', '[]', '', '', /one JSON object/],
  ['an unknown section', '{"people":[]}', 'people', '', /unknown section/],
  ['a section that is no array', '{"parties":{}}', 'parties', '', /array of rows/],
  ['an unknown field', '{"parties":[{"id":"L","ceo":"x"}]}', 'parties[0] (L)', '', /unknown field "ceo"/],
  ['a missing field', '{"parties":[{"name":"L"}]}', 'parties[0]', 'id', /is missing/],
  [
    'a share over 100',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","share":101}]}`,
    'holdings[0]',
    'share',
    /101/,
  ],
  [
    'a share below 0',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","share":-1}]}`,
    'holdings[0]',
    'share',
    /-1/,
  ],
  [
    'a share in words',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","share":"half"}]}`,
    'holdings[0]',
    'share',
    /half/,
  ],
  [
    'a share that is infinite',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","share":1e999}]}`,
    'holdings[0]',
    'share',
    /./,
  ],
  [
    'bounds the wrong way round',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","share":{"min":60,"max":40}}]}`,
    'holdings[0]',
    'share',
    /greater than max/,
  ],
  [
    'an unknown party',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"X"}]}`,
    'holdings[0]',
    'owned',
    /party "X", which is not there/,
  ],
  [
    'an unknown source',
    '{"parties":[{"id":"L","source":"nowhere"}]}',
    'parties[0]',
    'source',
    /source "nowhere"/,
  ],
  [
    'an unknown facility',
    '{"facilities":[{"id":"F"}],"physicalLinks":[{"a":"F","b":"G","kind":"bridge"}]}',
    'physicalLinks[0]',
    'b',
    /facility "G"/,
  ],
  [
    'a party that holds itself',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"L"}]}`,
    'holdings[0]',
    'owned',
    /itself/,
  ],
  [
    'a fab linked to itself',
    '{"facilities":[{"id":"F"}],"physicalLinks":[{"a":"F","b":"F","kind":"bridge"}]}',
    'physicalLinks[0]',
    'b',
    /itself/,
  ],
  [
    'a comma in the id of a party',
    '{"parties":[{"id":"L,S"}]}',
    'parties[0] (L,S)',
    'id',
    /"L,S" must not hold a comma/,
  ],
  [
    'a comma in the id of a facility',
    '{"facilities":[{"id":"F,G"}]}',
    'facilities[0] (F,G)',
    'id',
    /"F,G" must not hold a comma/,
  ],
  [
    'an id of a party and of a facility',
    '{"parties":[{"id":"L"}],"facilities":[{"id":"F"},{"id":"L"}]}',
    'facilities[1]',
    'id',
    /"L" is already used at case\.json#parties\[0\]/,
  ],
  ['an id used twice', '{"parties":[{"id":"L"},{"id":"L"}]}', 'parties[1]', 'id', /already used/],
  [
    'an end before the start',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","from":"2024-01-02","to":"2024-01-01"}]}`,
    'holdings[0]',
    'to',
    /not after its start/,
  ],
  [
    'a day that does not exist',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","from":"2023-02-29"}]}`,
    'holdings[0]',
    'from',
    /not a day/,
  ],
  [
    'an American date',
    `{${PARTIES},"holdings":[{"owner":"L","owned":"S","from":"9/22/08"}]}`,
    'holdings[0]',
    'from',
    /not a day/,
  ],
  [
    'a country in words',
    '{"parties":[{"id":"L","jurisdiction":"China"}]}',
    'parties[0] (L)',
    'jurisdiction',
    /ISO 3166-1/,
  ],
  [
    'an unknown list',
    `{${PARTIES},"listings":[{"party":"L","list":"entity-list"}]}`,
    'listings[0]',
    'list',
    /entity-list/,
  ],
  [
    'an unknown kind of link',
    '{"facilities":[{"id":"F"},{"id":"G"}],"physicalLinks":[{"a":"F","b":"G","kind":"corridor"}]}',
    'physicalLinks[0]',
    'kind',
    /corridor/,
  ],
  [
    'a name of 20,000 characters',
    `{"parties":[{"id":"L","name":"${'x'.repeat(20_000)}"}]}`,
    'parties[0] (L)',
    'name',
    /10000/,
  ],
];

describe('a case file', () => {
  it.each(BAD)(
    'with %s is refused, naming file, row and field and the fix',
    (...[, text, row, field, message]) => {
      const found = problems(text);
      expect(found).toContainEqual(
        expect.objectContaining({ file: 'case.json', row, field, message: expect.stringMatching(message) }),
      );
      expect(found.every(({ fix }) => fix.length > 0)).toBe(true);
    },
  );

  it('is refused with all of its problems at once, not only the first', () => {
    const found = problems(
      `{${PARTIES},"holdings":[{"owner":"A","owned":"B"},{"owner":"C","owned":"S"}],"controls":[{"controller":"L","controlled":"D"}]}`,
    );
    expect(found.map(({ row, field }) => `${row} ${field}`)).toEqual([
      'holdings[0] owner',
      'holdings[0] owned',
      'holdings[1] owner',
      'controls[0] controlled',
    ]);
  });

  it('names the known fields when one is unknown', () => {
    const unknown = problems(`{${PARTIES},"controls":[{"owner":"L","owned":"S"}]}`).find(({ message }) =>
      message.includes('unknown field'),
    );
    expect(unknown?.fix).toContain('controller, controlled');
  });

  it('may leave everything out, and carry a byte order mark', () => {
    expect(problems('{}')).toEqual([]);
    expect(problems('\uFEFF{"parties":[]}')).toEqual([]);
  });

  it('must name a source for every fact where the seed asks for it', () => {
    expect(problems(`{${PARTIES}}`, true).map(({ message }) => message)).toEqual([
      'names no source.',
      'names no source.',
    ]);
  });

  it('is described for people in lines', () => {
    const lines = describeError(
      new InputError(problems(`{${PARTIES},"holdings":[{"owner":"L","owned":"X"}]}`)),
    );
    expect(lines).toEqual([
      'The input cannot be used; nothing was changed.',
      '  case.json: holdings[0]: owned: points at party "X", which is not there. Fix: Add it to parties, or correct the id.',
    ]);
  });

  it('is published as the JSON Schema that lies beside the seed', () => {
    const published: unknown = JSON.parse(readFileSync('seed/case-file.schema.json', 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(caseFileJsonSchema())));
  });
});
