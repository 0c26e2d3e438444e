import { describe, expect, it } from 'vitest';
import { toldBy, withFile } from '../support/inputs.ts';
import { type Cell, workbookOf } from '../support/packed.ts';
import { read, row } from '../support/section-rows.ts';

describe('a workbook', () => {
  const holdings: readonly (readonly Cell[])[] = [
    ['owner', 'owned', 'share', 'from', 'note'],
    ['L', 'S', { n: '0.33300000000000002', style: 2 }, { n: '45322', style: 1 }, 'one&#10;two, "three"'],
    [],
    ['L', 'T', { n: '50.100000000000001' }, { n: '45322', style: 3 }],
    ['L', 'U', null, null, { xml: '<c t="inlineStr"><is><t>x</t></is></c>' }],
    ['L', 'V', { xml: '<c><f>1/2</f><v>50</v></c>' }],
  ];

  it('is read sheet by sheet, with percentages, days and numbers as they were typed', async () => {
    const content = workbookOf({
      Holdings: holdings,
      Empty: [],
      Links: [
        ['a', 'b', 'kind'],
        ['F', 'G', 'bridge'],
      ],
    });
    const files = await withFile('x', content, async (inputs) =>
      inputs.map(({ file, size }) => [file, size]),
    );
    expect(files).toEqual([
      ['x/Holdings', content.length],
      ['x/Links', content.length],
    ]);
    expect(await read(content)).toEqual([
      row(2, 'holdings', {
        owner: 'L',
        owned: 'S',
        share: '33.3',
        from: '2024-01-31',
        note: 'one two, "three"',
      }),
      row(4, 'holdings', { owner: 'L', owned: 'T', share: '50.1', from: '2024-01-31' }),
      row(5, 'holdings', { owner: 'L', owned: 'U', note: 'x' }),
      row(6, 'holdings', { owner: 'L', owned: 'V', share: '50' }),
      row(2, 'physicalLinks', { a: 'F', b: 'G', kind: 'bridge' }),
    ]);
  });

  it.each([
    ['0', '0%', 'plain'],
    ['0.5', '50%', ''],
    ['1', '100%', ''],
    ['1e-7', '0.00001%', ''],
    ['0.25001', '25.001%', ''],
    ['0.28999999999999998', '29%', ''],
  ])('writes %s in a cell of percent as %s', async (n, text) => {
    const content = workbookOf({
      A: [
        ['x', 'y'],
        ['1', { n, style: 2 }],
      ],
    });
    expect(await withFile('x', content, async ([input]) => input?.head)).toBe(`x,y\n1,${text}\n`);
  });

  it.each([
    ['', '1', '1900-01-01'],
    ['', '59', '1900-02-28'],
    ['', '61', '1900-03-01'],
    ['', '45322', '2024-01-31'],
    ['', '45322.5', '2024-01-31T12:00:00'],
    ['<workbookPr date1904="1"/>', '43860', '2024-01-31'],
    ['<workbookPr date1904="1"/>', '0', '1904-01-01'],
  ])('writes day %s%s as %s', async (settings, n, text) => {
    const content = workbookOf(
      {
        A: [
          ['x', 'y'],
          ['1', { n, style: 1 }],
        ],
      },
      settings,
    );
    expect(await withFile('x', content, async ([input]) => input?.head)).toBe(`x,y\n1,${text}\n`);
  });

  it.each([
    ['nothing in it', { A: [] }, 'mine: The workbook is empty. Fix: Fill a sheet, and save it.'],
    [
      'a formula without a value',
      { A: [['x'], [{ xml: '<c><f>1+1</f></c>' }]] },
      'mine/A: row 2: A2: has a formula without a value. Fix: Open the workbook, correct the formula or put its value there, and save it.',
    ],
    [
      'a formula that failed',
      { A: [['x'], [{ xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }]] },
      'mine/A: row 2: A2: holds the error #DIV/0!. Fix: Open the workbook, correct the formula or put its value there, and save it.',
    ],
    [
      'entities that expand',
      { A: [['x'], [{ xml: '<c t="inlineStr"><is><t>&x;</t></is></c>' }]] },
      expect.stringMatching(/^mine\/A: line 1: Not well-formed XML: undefined entity\. Fix: Only &amp;/),
    ],
    [
      'a sheet of no known format',
      {
        Notes: [
          ['who', 'what'],
          ['me', 'this'],
        ],
      },
      expect.stringMatching(
        /^mine\/Notes: is of no known format: a table with the columns "who", "what"\. Fix: Known formats: .*Sheet of holdings/,
      ),
    ],
  ])('with %s is refused', async (_, sheets, told) => {
    expect(await toldBy(() => read(workbookOf(sheets)))).toEqual([told]);
  });
});
