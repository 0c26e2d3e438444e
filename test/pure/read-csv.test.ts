import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../server/readers/bytes/csv.ts';
import type { SetAside } from '../../server/readers/reader.ts';
import { all, inChunks, toldBy } from '../support/inputs.ts';

const chunk = fc.integer({ min: 1, max: 40 });

describe('rows of CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ';', '\t', 'é', '华') });

  it('are those that were written, whatever the delimiter and the chunks', async () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), chunk, async (wanted, delimiter, size) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = wanted.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
        const found = await all(csvRows(inChunks(text, size), { delimiter, header: null }));
        expect(found.map(({ cells }) => cells)).toEqual(wanted);
      }),
    );
  });

  it('know the line they start on', async () => {
    const text = '\uFEFFa,b\r\n\r\n"x\ny",2\n\n1,"z"\n\u001A';
    for (const size of [1, 3, 1000])
      expect(await all(csvRows(inChunks(text, size), { delimiter: ',', header: ['a', 'b'] }))).toEqual([
        { line: 3, cells: ['x\ny', '2'] },
        { line: 6, cells: ['1', 'z'] },
      ]);
  });

  const FIX =
    'Fix: Put quotes around a field that holds the delimiter, a quote or the end of a line, and double quotes inside.';
  const COLUMNS =
    'Fix: Give exactly: a, b. If the publisher renamed a column, this version does not know the format yet.';

  it.each([
    ['too many fields', 'a,b\n1,2\n1,2,3\n4,5', `line 3: has 3 fields, not 2. ${FIX}`],
    ['too few fields', 'a,b\n1', `line 2: has 1 fields, not 2. ${FIX}`],
    [
      'a quote inside',
      'a,b\n1,5" pipe',
      `line 2: has a quote inside a field that does not start with one. ${FIX}`,
    ],
    ['text after a quote', 'a,b\n1,"5"6', `line 2: has "6" after a closing quote. ${FIX}`],
    [
      'a quote left open',
      'a,b\n1,2\n3,"4\n5,6\n',
      'line 3: opens a quote that is never closed. Fix: Close the quote that it opens, or double it if it belongs to the text; without one, look whether the file is what it is named.',
    ],
    [
      'a column missing',
      'a\n1',
      `line 1: b: The columns are not those of this format: missing "b". ${COLUMNS}`,
    ],
    [
      'a column renamed',
      'a,c\n1,2',
      `line 1: b: The columns are not those of this format: missing "b"; unknown "c". ${COLUMNS}`,
    ],
    [
      'columns in another order',
      'b,a\n1,2',
      `line 1: The columns are not those of this format: another order, or one twice. ${COLUMNS}`,
    ],
    ['nothing', '\n \n', ': is empty. Fix: Fetch or save the file again.'],
  ])('tell %s', async (_, text, told) => {
    for (const size of [1, 1000])
      expect(
        await toldBy(() => all(csvRows(inChunks(text, size), { delimiter: ',', header: ['a', 'b'] }))),
      ).toEqual([told]);
  });

  it('with another number of fields are kept aside where they can be', async () => {
    const aside: SetAside[] = [];
    const options = {
      delimiter: ',',
      header: ['a', 'b'],
      aside: (row: SetAside) => aside.push(row),
    } as const;
    const found = await all(csvRows(inChunks('a,b\n1,2\n1,2,3\n4,5'), options));
    expect(found.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['4', '5'],
    ]);
    expect(aside).toEqual([
      {
        kind: 'aside',
        row: 'line 3',
        field: '',
        value: '1,2,3',
        reason: 'has 3 fields, not 2',
        fix: FIX.slice(5),
      },
    ]);
  });

  it('refuse a row without end', async () => {
    const text = `a,b\n"${'x'.repeat(5 * 2 ** 20)}`;
    const told = await toldBy(() => all(csvRows(inChunks(text, 2 ** 16), { delimiter: ',', header: null })));
    expect(told).toEqual([
      'line 2: is longer than 4 MiB. Fix: Close the quote that it opens, or double it if it belongs to the text; without one, look whether the file is what it is named.',
    ]);
  });
});
