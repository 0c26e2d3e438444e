import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../server/readers/bytes/csv.ts';
import { jsonBeside, jsonRecords } from '../../server/readers/bytes/json-array.ts';
import { lines } from '../../server/readers/bytes/lines.ts';
import { xmlElements } from '../../server/readers/bytes/xml.ts';
import type { SetAside } from '../../server/readers/reader.ts';
import { all, inChunks, toldBy } from '../support/inputs.ts';

const chunk = fc.integer({ min: 1, max: 40 });

describe('lines', () => {
  it('are numbered from 1, blank ones counted and left out, whatever the chunks', async () => {
    for (const size of [1, 2, 3, 1000]) {
      const found = await all(lines(inChunks('\uFEFFone\r\n\n  \nfour é 华\nfive', size)));
      expect(found).toEqual([
        { number: 1, text: 'one' },
        { number: 4, text: 'four é 华' },
        { number: 5, text: 'five' },
      ]);
    }
  });

  it('are those that a plain split gives', async () => {
    const text = fc.array(fc.string({ unit: 'binary' }).map((line) => line.replace(/[\r\n\uFEFF]/g, '')));
    await fc.assert(
      fc.asyncProperty(text, chunk, async (wanted, size) => {
        const found = await all(lines(inChunks(wanted.join('\n'), size)));
        expect(found.map((line) => line.text)).toEqual(wanted.filter((line) => line.trim() !== ''));
      }),
    );
  });

  it.each([
    ['alone', 'x'.repeat(50 * 2 ** 20), 1],
    ['after others', `a\nb\n${'x'.repeat(50 * 2 ** 20)}\nc`, 3],
  ])('of 50 MB, %s, are refused by number', async (_, text, number) => {
    for (const size of [2 ** 18, 2 ** 27])
      expect(await toldBy(() => all(lines(inChunks(text, size))))).toEqual([
        `line ${number}: is longer than 16 MiB. Fix: Give one record a line. If the file is one JSON document, it is of no known format.`,
      ]);
  });
});

describe('records of a JSON array', () => {
  it('are those that JSON.parse gives, with all that stands beside them, whatever the chunks', async () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const records = fc.array(value);
    const rest = fc.dictionary(fc.string(), value).map(({ results: _, ...others }) => others);
    await fc.assert(
      fc.asyncProperty(
        records,
        rest,
        chunk,
        fc.constantFrom(undefined, 2),
        async (wanted, beside, size, indent) => {
          const text = JSON.stringify({ ...beside, results: wanted }, null, indent);
          const parsed: unknown = JSON.parse(text);
          const found = await all(jsonRecords(inChunks(text, size), 'results'));
          const others = await jsonBeside(inChunks(text, size), 'results');
          expect({ ...others, results: found.map((record) => record.value) }).toEqual(parsed);
          expect(found.map(({ index }) => index)).toEqual(wanted.map((_, index) => index));
        },
      ),
    );
  });

  it('stand at the top when no key is named', async () => {
    const found = await all(jsonRecords(inChunks('\uFEFF [ {"a":"]},["} , [1,[2]] ,"\\\\" ] ', 1), null));
    expect(found.map(({ value }) => value)).toEqual([{ a: ']},[' }, [1, [2]], '\\']);
  });

  it('come with what stands beside them when the file ends', async () => {
    const seen: unknown[] = [];
    await all(
      jsonRecords(inChunks('{"a":{"results":[9]},"results":[1],"total":1}'), 'results', (rest) =>
        seen.push(rest),
      ),
    );
    expect(seen).toEqual([{ a: { results: [9] }, total: 1 }]);
  });

  it.each([
    ['cut off inside of a record', '{"results":[{"a":1},{"b"', 'results[1]: The file ends in the middle.'],
    ['cut off after the array', '{"results":[1,2]', 'The file ends in the middle.'],
    ['no such key', '{"rows":[1]}', 'results: has no array under "results".'],
    ['another thing under the key', '{"results":{"0":1}}', 'results: has no array under "results".'],
    ['the array twice', '{"results":[1],"results":[2]}', 'results: stands twice.'],
    [
      'a comma at the end',
      '{"results":[1,]}',
      'results[1]: Not valid JSON: nothing stands before or after a comma.',
    ],
    [
      'two commas',
      '{"results":[1,,2]}',
      'results[1]: Not valid JSON: nothing stands before or after a comma.',
    ],
    ['closed by another bracket', '{"results":[1}}', 'Not valid JSON beside the records: '],
    ['a wrong record', '{"results":[1,{"a":x},2]}', 'results[1]: Not valid JSON: '],
    ['a wrong rest', '{"results":[1],"a":x}', 'Not valid JSON beside the records: '],
    ['a wrong bracket in a record', '{"results":[[1}]}', 'results[0]: Not valid JSON: '],
    ['nothing', ' \n', 'is empty.'],
    ['deep nesting', `{"results":[1,${'['.repeat(100_000)}`, 'results[1]: nests deeper than 200 levels.'],
    ['deep nesting beside', '['.repeat(100_000), 'nests deeper than 200 levels.'],
    [
      'a record of 17 MiB',
      `{"results":[1,"${'x'.repeat(17 * 2 ** 20)}"]}`,
      'results[1]: is longer than 16 MiB.',
    ],
  ])('tell %s', async (_, text, told) => {
    for (const size of text.length > 1000 ? [2 ** 18] : [1, 5, 1000]) {
      const lines = await toldBy(() => all(jsonRecords(inChunks(text, size), 'results')));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(told);
      expect(lines[0]).toMatch(/ Fix: .+/);
    }
  });
});

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
      'line 3: opens a quote that is never closed. Fix: Close the quote, or double it if it belongs to the text.',
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
      'line 2: is longer than 4 MiB. Fix: Close the quote, or double it if it belongs to the text.',
    ]);
  });
});

describe('elements of XML', () => {
  const xml = `<?xml version="1.0"?>
<p:list xmlns:p="x"><head>H</head>
<p:row p:id="1">A &amp; <b>B<i/></b> C &#x534E;<![CDATA[<]]></p:row><row><row>inner</row></row></p:list>`;

  it('are small trees with their texts in order, whatever the chunks', async () => {
    for (const size of [1, 5, 1000]) {
      const found = await all(xmlElements(inChunks(xml, size), ['row', 'head']));
      expect(found.map(({ name, text, line }) => [name, text, line])).toEqual([
        ['head', 'H', 2],
        ['row', 'A & B C 华<', 3],
        ['row', 'inner', 3],
      ]);
      expect(found[1]?.attributes).toEqual({ 'p:id': '1' });
      expect(found[1]?.children.map(({ name, children }) => [name, children.length])).toEqual([['b', 1]]);
      expect(found[2]?.children.map(({ text }) => text)).toEqual(['inner']);
    }
  });

  it.each([
    [
      'entities that expand',
      '<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "bbbb">]><a>&a;</a>',
      /^line 1: has a DOCTYPE, which can make entities that expand or reach outside\. Fix: No list/,
    ],
    [
      'entities that reach outside',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      /DOCTYPE/,
    ],
    [
      'entities that nobody knows',
      '<a>\n&nbsp;</a>',
      /^line 2: Not well-formed XML: undefined entity.*Fix: Only &amp;/,
    ],
    ['a tag that closes another', '<a>\n<b></a>', /^line 2: Not well-formed XML: unexpected close tag/],
    ['a file cut off', '<a><b>', /^line 1: The file ends in the middle\. Fix: It was cut off/],
    ['a file cut off in a tag', '<a><b', /^line 1: The file ends in the middle\./],
    ['no XML', 'hello', /^line 1: Not well-formed XML/],
    ['nothing', ' ', /^line 1: is empty, or no XML\./],
    ['deep nesting', '<b>'.repeat(100_000), /^line 1: nests deeper than 100 elements\./],
    [
      'a huge element',
      `<a><b>${'x<i/>'.repeat(2 ** 20)}`,
      /^line 1: has an element <b> larger than 16 MiB\./,
    ],
    ['a huge text', `<a><b>${'x '.repeat(10 * 2 ** 20)}`, /^line 1: has no tag for more than 16 MiB\./],
  ])('tell %s', async (_, text, told) => {
    const lines = await toldBy(() => all(xmlElements(inChunks(text, 2 ** 16), ['b'])));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(told);
    expect(lines[0]).toMatch(/ Fix: .+/);
  });
});
