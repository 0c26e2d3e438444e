import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../server/readers/bytes/input.ts';
import { textOfBytes, withFile } from '../support/inputs.ts';
import { zipOf } from '../support/packed.ts';

const JSON_TEXT = `{"parties":[{"id":"L","name":"Größe 华为 — ${'x'.repeat(3000)}"}]}\n`;
const CHINESE = `名称,地址\n${'华为技术有限公司,深圳市龙岗区坂田\n'.repeat(40)}`;
const GB_CHINESE = gb18030Of(CHINESE);

/** GB18030 of a text whose signs are all found by decoding every pair. */
function gb18030Of(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let first = 0xa1; first <= 0xf7; first += 1)
    for (let second = 0xa1; second <= 0xfe; second += 1)
      table.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return Buffer.from([...text].flatMap((sign) => table.get(sign) ?? [sign.charCodeAt(0)]));
}

function utf16be(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

describe('an input', () => {
  it.each([
    ['as it is', Buffer.from(JSON_TEXT), 'list', 'utf-8'],
    ['with a byte order mark', Buffer.from(`\uFEFF${JSON_TEXT}`), 'list', 'utf-8'],
    ['as UTF-16 with a mark', Buffer.from(`\uFEFF${JSON_TEXT}`, 'utf16le'), 'list', 'utf-16le'],
    ['as UTF-16 without one', Buffer.from(JSON_TEXT, 'utf16le'), 'list', 'utf-16le'],
    ['as UTF-16, big end first', utf16be(JSON_TEXT), 'list', 'utf-16be'],
    ['as gzip', gzipSync(JSON_TEXT), 'list', 'utf-8'],
    [
      'as gzip of two parts',
      Buffer.concat([gzipSync(JSON_TEXT.slice(0, 9)), gzipSync(JSON_TEXT.slice(9))]),
      'list',
      'utf-8',
    ],
    [
      'as zip, beside what macOS adds',
      zipOf([
        { name: 'a/', content: '' },
        { name: 'a/x.json', content: JSON_TEXT },
        { name: '__MACOSX/a/._x.json', content: 'x' },
      ]),
      'list/a/x.json',
      'utf-8',
    ],
  ])('%s gives the same text, whatever its name', async (_, bytes, file, encoding) => {
    await withFile('list', bytes, async ([input, ...more]) => {
      expect(more).toEqual([]);
      expect(input).toMatchObject({ file, encoding, size: bytes.length, head: JSON_TEXT });
      expect(input?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      // Twice: each reading starts anew.
      for (const _ of [1, 2]) expect(input && (await textOfBytes(input.bytes))).toBe(JSON_TEXT);
      expect(input?.position()).toBe(bytes.length);
    });
  });

  it('in GB18030 is read as such', async () => {
    await withFile('list.csv', GB_CHINESE, async ([input]) => {
      expect(input?.encoding).toBe('gb18030');
      expect(input && (await textOfBytes(input.bytes))).toBe(CHINESE);
    });
  });

  it('comes through standard input, packed or not, and leaves nothing behind', async () => {
    const folders = (): string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('interlock-input-'));
    for (const bytes of [
      Buffer.from(JSON_TEXT),
      gzipSync(JSON_TEXT),
      zipOf([{ name: 'x', content: JSON_TEXT }]),
    ]) {
      const before = folders();
      const opened = await openInput('-', { stdin: Readable.from([bytes]) });
      const [input] = opened.inputs;
      expect(input?.file).toMatch(/^stdin/);
      expect(input && (await textOfBytes(input.bytes))).toBe(JSON_TEXT);
      await opened.close();
      expect(folders().filter((name) => !before.includes(name))).toEqual([]);
    }
  });

  it('tells how far it was read, and starts again from nothing', async () => {
    const text = `${'x'.repeat(1023)}\n`.repeat(1024);
    await withFile('list', text, async ([input]) => {
      if (!input) throw new Error('no input');
      for await (const _ of input.bytes) break;
      expect(input.position()).toBeGreaterThan(0);
      expect(input.position()).toBeLessThan(input.size);
      await textOfBytes(input.bytes);
      expect(input.position()).toBe(input.size);
    });
  });
});
