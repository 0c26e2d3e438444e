import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines } from '../../server/readers/bytes/lines.ts';
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
