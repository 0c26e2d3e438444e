import { describe, expect, it } from 'vitest';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import { fromSheets } from '../../server/normalise/lists/from-sheets.ts';
import { rowShapes } from '../../server/readers/case-shape.ts';
import { SHEETS, sheetTemplate } from '../../server/readers/formats/sheet-columns.ts';
import { textOf } from '../support/files.ts';
import { toldBy } from '../support/inputs.ts';
import { read, row } from '../support/section-rows.ts';

describe('a sheet', () => {
  it('of holdings gives rows of a case file, in any order of columns and with any delimiter', async () => {
    for (const mark of [',', ';', '\t']) {
      const text = [
        'owned,owner,share,from,note',
        'S,L,33.333,2024-01-31,',
        ',,,,',
        'T,L,100/3,,"a, b; c"',
        'U,L,50.0 %,,',
        'V,L,,,',
      ].join('\r\n');
      expect(
        await read(
          mark === ','
            ? text
            : text.replace('"a, b; c"', '"a; b\tc"').replaceAll(',', mark).replace('a; b', 'a; b'),
        ),
      ).toEqual([
        row(2, 'holdings', { owner: 'L', owned: 'S', share: '33.333', from: '2024-01-31' }),
        row(4, 'holdings', {
          owner: 'L',
          owned: 'T',
          share: '100/3',
          note: mark === ',' ? 'a, b; c' : 'a; b\tc',
        }),
        row(5, 'holdings', { owner: 'L', owned: 'U', share: '50.0' }),
        row(6, 'holdings', { owner: 'L', owned: 'V' }),
      ]);
    }
  });

  it('takes bounds of a share, lists, numbers, yes and no', async () => {
    expect(await read('owner,owned,shareMin,shareMax,source\nL,S,25%,50,a; b;\nL,T,25,,a')).toEqual([
      row(2, 'holdings', { owner: 'L', owned: 'S', share: { min: '25', max: '50' }, source: ['a', 'b'] }),
      row(3, 'holdings', { owner: 'L', owned: 'T', share: { min: '25' }, source: ['a'] }),
    ]);
    const facilities = await read(
      'id,operator,latitude,waferMm,advancedNode,country\nF,L,-31.5,300,Yes,CN\nG,,,,no,',
    );
    expect(facilities).toMatchObject([
      row(2, 'facilities', {
        id: 'F',
        operator: 'L',
        latitude: -31.5,
        waferMm: 300,
        advancedNode: true,
        country: 'CN',
      }),
      row(3, 'facilities', { id: 'G', operator: null, latitude: null, advancedNode: false, country: null }),
    ]);
    expect(await read('a,b,kind\nF,G,bridge\n')).toEqual([
      row(2, 'physicalLinks', { a: 'F', b: 'G', kind: 'bridge' }),
    ]);
    expect(await read('id,name,aliases\nL,Linden,"Linde; 菩提"\n')).toEqual([
      row(2, 'parties', { id: 'L', name: 'Linden', aliases: ['Linde', '菩提'] }),
    ]);
  });

  const BAD: readonly (readonly [why: string, rows: string, field: string, value: string, reason: RegExp])[] =
    [
      ['a share in words', 'L,S,a lot,', 'share', 'a lot', /^"a lot" /],
      ['a share above 100', 'L,S,100.1.1,', 'share', '100.1.1', /^"100\.1\.1" /],
      ['a decimal comma', 'L,S,"33,3",', 'share', '33,3', /^"33,3" /],
      [
        'a day of the United States',
        'L,S,50,9/22/08',
        'from',
        '9/22/08',
        /^"9\/22\/08" is not a day of the calendar written YYYY-MM-DD\.$/,
      ],
      ['a day that may be', 'L,S,50,circa 1956', 'from', 'circa 1956', /^"circa 1956" is not a day/],
      ['an owner left out', ',S,50,', 'owner', '', /^is missing\.$/],
      ['too many fields', 'L,S,50,2024-01-01,x', '', 'L,S,50,2024-01-01,x', /^has 5 fields, not 4$/],
      ['a quote inside', 'L,S 5" Ltd,50,', '', 'L,S 5" Ltd,50,', /^has a quote inside a field/],
    ];

  it.each(BAD)(
    'keeps %s aside, with its row, field, value and what to do, and reads on',
    async (...[, bad, field, value, reason]) => {
      const items = await read(`owner,owned,share,from\n${bad}\nL,T,50,\n`);
      expect(items).toHaveLength(2);
      expect(items).toContainEqual(row(3, 'holdings', { owner: 'L', owned: 'T', share: '50' }));
      const aside = items.find(({ kind }) => kind === 'aside');
      expect(aside).toMatchObject({ row: 'line 2', field, value });
      expect(aside).toHaveProperty('reason', expect.stringMatching(reason));
      expect(aside).toHaveProperty('fix', expect.stringMatching(/.+/));
    },
  );

  it.each([
    ['unknown', 'owner,owned,percent\n', 'mine: line 1: percent: unknown column "percent".'],
    [
      'of inherited names',
      'owner,owned,constructor\n',
      'mine: line 1: constructor: unknown column "constructor".',
    ],
    ['without a name', 'owner,owned,\n', 'mine: line 1: A column has no name.'],
    ['there twice', 'owner,owned,owner\n', 'mine: line 1: owner: the column "owner" is there twice.'],
  ])('with a column %s is refused', async (_, text, told) => {
    expect(await toldBy(() => read(text))).toEqual([
      `${told} Fix: Known columns: ${Object.keys(SHEETS.holdings).join(', ')}.`,
    ]);
  });

  it('becomes facts whose source is the sheet where a row names none', async () => {
    const items = await read('owner,owned,share\nL,S,50.1\n');
    const rows = fromSheets(
      'mine.csv',
      items.filter((item) => item.kind === 'row'),
    );
    const parties = fromSheets(
      'parties.csv',
      (await read('id,name,source\nL,L,x\nS,S,x\n')).filter((item) => item.kind === 'row'),
    );
    expect(rows.holdings).toEqual([
      {
        file: 'mine.csv',
        row: 'line 2',
        value: { owner: 'L', owned: 'S', share: '50.1', source: 'sheet/mine.csv' },
      },
    ]);
    const sources = [...rows.sources, { file: '', row: '', value: { id: 'x', title: 'X' } }];
    const facts = normaliseCase({ ...rows, parties: parties.parties, sources }, { requireSources: true });
    expect(facts.holdings).toMatchObject([
      { share: { min: '50.1', max: '50.1' }, sources: ['sheet/mine.csv'] },
    ]);
  });
});

describe('the templates', () => {
  const FILES = {
    sources: 'sources',
    parties: 'parties',
    holdings: 'holdings',
    facilities: 'facilities',
    physicalLinks: 'physical-links',
  } as const;

  it.each(['sources', 'parties', 'holdings', 'facilities', 'physicalLinks'] as const)(
    'of %s holds its columns, which are fields of the case file',
    async (section) => {
      const text = textOf(`seed/templates/${FILES[section]}.csv`);
      expect(text).toBe(sheetTemplate(section));
      const fields = Object.keys(rowShapes[section].shape);
      const columns = Object.keys(SHEETS[section]).filter((column) => !/^share(Min|Max)$/.test(column));
      expect(columns.filter((column) => !fields.includes(column))).toEqual([]);
      expect(await read(text)).toEqual([]);
    },
  );
});
