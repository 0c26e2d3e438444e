import { describe, expect, it } from 'vitest';
import { READERS, recognise } from '../../server/readers/recognise.ts';
import { toldBy } from '../support/inputs.ts';
import { read } from '../support/section-rows.ts';

describe('a format', () => {
  const input = (head: string): { file: string; head: string } => ({ file: 'known-name.json', head });

  it('is known from content', () => {
    expect(recognise(input('{"parties": []}')).id).toBe('case-file');
    expect(recognise(input('{\n "$schema": "x", "parties": []}')).id).toBe('case-file');
    expect(recognise(input('note,owned,owner\n')).id).toBe('sheet-holdings');
    expect(recognise(input('"a","b","kind"\r\n')).id).toBe('sheet-physical-links');
    expect(new Set(READERS.map(({ id }) => id)).size).toBe(READERS.length);
  });

  it.each([
    [
      '{"message": "rate limit", "code": {"a": [1, "}"]}, "more": 1}',
      'a JSON object with the keys "message", "code", "more"',
    ],
    ['[{"x": 1}, {"y": 2}]', 'a JSON array of objects with the keys "x"'],
    ['{"x": 1}\n{"x": 2}\n', 'JSON objects, one a line, with the keys "x"'],
    ['[1, 2]', 'JSON without an object'],
    ['<?xml version="1.0"?><!-- <a> -->\n<rss version="2"><b/></rss>', 'XML with the root <rss>'],
    ['a;b;c;d;e;f;g;h;i\n', 'a table with the columns "a", "b", "c", "d", "e", "f", "g", "h" and 1 more'],
    ['Dear all,', 'a table with the columns "Dear all", ""'],
    ['hello there', 'a text that begins "hello there"'],
  ])('that nobody knows is refused by what was seen: %s', async (head, seen) => {
    const told = await toldBy(async () => recognise(input(head)));
    expect(told).toEqual([
      `known-name.json: is of no known format: ${seen}. Fix: Known formats: ${READERS.map(({ title }) => title).join('; ')}.`,
    ]);
  });

  it('of another kind than the one expected is noticed, whatever the name says', async () => {
    const told = await toldBy(async () => recognise(input('owner,owned\n'), READERS, ['case-file']));
    expect(told).toEqual([
      'known-name.json: is another kind of file: Sheet of holdings, CSV or Excel, where Interlock case file, JSON is expected. Fix: Name the file that is meant, or load this one as what it is.',
    ]);
  });

  it('of the case file gives its rows, and keeps every digit of a share', async () => {
    const items = await read(
      '{"parties":[{"id":"L"},{"id":"S"}],"holdings":[{"owner":"L","owned":"S","share":49.99999999999999999999}]}',
    );
    expect(items).toContainEqual({
      kind: 'row',
      row: 'holdings[0]',
      value: { section: 'holdings', value: { owner: 'L', owned: 'S', share: '49.99999999999999999999' } },
    });
    expect(await toldBy(() => read('{"parties":[{"id":"L","nome":"x"}]}'))).toEqual([
      expect.stringMatching(/^mine: parties\[0\] \(L\): unknown field "nome"\./),
    ]);
  });
});
