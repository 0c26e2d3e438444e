import { describe, expect, it } from 'vitest';
import { xmlElements } from '../../server/readers/bytes/xml.ts';
import { all, inChunks, toldBy } from '../support/inputs.ts';

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
