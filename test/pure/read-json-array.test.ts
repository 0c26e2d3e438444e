import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBeside, jsonRecords } from '../../server/readers/bytes/json-array.ts';
import { all, inChunks, toldBy } from '../support/inputs.ts';

const chunk = fc.integer({ min: 1, max: 40 });

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
