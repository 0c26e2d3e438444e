import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJson } from '../../server/readers/exact-json.ts';
import { BODS } from '../../server/readers/formats/bods.ts';
import { cslJson } from '../../server/readers/formats/csl-json.ts';
import { entity, relation, shares } from '../support/bods.ts';
import { all, inChunks } from '../support/inputs.ts';
import { csl } from '../support/made-files.ts';
import { BETA, screeningRow } from '../support/made-screening-list.ts';
import { take } from '../support/registers.ts';

const LONG = '12345678901234567891';

describe('JSON with exact numbers', () => {
  it.each([
    ['{"a":12345678901234567890}', { a: '12345678901234567890' }],
    ['[1, 49.99999999999999999]', [1, '49.99999999999999999']],
    ['{"a": -0.30000000000000000001}', { a: '-0.30000000000000000001' }],
    ['[1e-400,1e400]', ['1e-400', '1e400']],
    ['[0.1000000000000000,100.00000000000000]', [0.1, 100]],
    ['12345678901234567890', '12345678901234567890'],
    ['{"a":"12345678901234567890","b":12.5}', { a: '12345678901234567890', b: 12.5 }],
  ])('%s', (text, value) => {
    expect(exactJson(text)).toEqual(value);
  });

  it('is JSON.parse where a double holds every number', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(exactJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('gives back the digits of every number that a double cannot hold', () => {
    const digits = fc.tuple(fc.nat({ max: 100 }), fc.stringMatching(/^\d{17,40}[1-9]$/));
    fc.assert(
      fc.property(digits, ([whole, decimals]) => {
        expect(exactJson(`{"share":${whole}.${decimals}}`)).toEqual({ share: `${whole}.${decimals}` });
      }),
    );
  });
});

describe('a number of more than 15 digits', () => {
  it('is kept as an id of a list, digit by digit', async () => {
    const text = csl({ ...screeningRow(BETA), id: 'ID' }).replace('"ID"', LONG);
    const rows = (await all(cslJson.read(inChunks(text), 'x'))).filter((item) => item.kind === 'row');
    expect(rows.map(({ value }) => value.id)).toEqual([LONG]);
  });

  it.each([
    ['an array', (text: string) => `[${text.trim().split('\n').join(',')}]`],
    ['lines', (text: string) => text],
  ])('is kept as a share, in %s', async (_, form) => {
    const statements = [entity('a'), entity('b'), relation('r', ['a', 'b'], [shares({ exact: 50 })])];
    const text = statements
      .map((each) => JSON.stringify(each))
      .join('\n')
      .replace('"exact":50', '"exact":49.99999999999999999');
    const { rows, asides } = await take(BODS, form(text));
    expect(asides).toEqual([]);
    expect(JSON.stringify(rows)).toContain('"exact":"49.99999999999999999"');
  });
});
