import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../server/readers/bytes/input.ts';
import { lines } from '../../server/readers/bytes/lines.ts';
import { all, textOfBytes, toldBy, withFile } from '../support/inputs.ts';
import { zipOf } from '../support/packed.ts';

const JSON_TEXT = `{"parties":[{"id":"L","name":"Größe 华为 — ${'x'.repeat(3000)}"}]}\n`;
const LIMITS = { unpacked: 2 ** 30, ratio: 50, free: 2 ** 20 };
const PACKED = gzipSync(JSON_TEXT);
const ZIPPED = zipOf([{ name: 'x.json', content: JSON_TEXT }]);
const damaged = Buffer.from(ZIPPED);
damaged.writeUInt8((damaged[60] ?? 0) ^ 0xff, 60);
const UNREAD = 'is a file of';

/** What a person is told of a file: name, content, and the one line. */
const BAD: readonly (readonly [why: string, content: string | Uint8Array, told: string | RegExp])[] = [
  ['an empty file', '', 'list: is empty. Fix: Fetch or save the file again.'],
  ['nothing but blanks', ' \n\n', 'list: is empty. Fix: Fetch or save the file again.'],
  ['nothing, packed', gzipSync(''), 'list: is empty. Fix: Fetch or save the file again.'],
  [
    'a web page saved as JSON',
    '\n<!DOCTYPE html><html><head><title>404 Not\nFound</title></head></html>',
    'list: is a web page ("404 Not\nFound"), not data. Fix: The server answered with a page in place of the file. Open the address in a browser, and save the file itself.',
  ],
  ['a web page without a title', '<!-- x --><HTML lang="en">', /^list: is a web page, not data\./],
  [
    'a web page, packed',
    gzipSync('<?xml version="1.0"?><!DOCTYPE html PUBLIC>'),
    /^list: is a web page, not data\./,
  ],
  [
    'gzip cut off',
    PACKED.subarray(0, PACKED.length - 20),
    'list: The gzip file ends in the middle. Fix: It was cut off on its way; fetch it again, whole.',
  ],
  [
    'gzip cut off in its sum',
    PACKED.subarray(0, PACKED.length - 3),
    /^list: The gzip file ends in the middle\./,
  ],
  [
    'gzip with a wrong sum',
    Buffer.concat([PACKED.subarray(0, -8), Buffer.alloc(8)]),
    'list: The gzip file is damaged (incorrect data check). Fix: Fetch it again.',
  ],
  [
    'zip cut off',
    ZIPPED.subarray(0, ZIPPED.length - 30),
    'list: The zip file ends in the middle, or is damaged. Fix: It was cut off on its way; fetch it again, whole.',
  ],
  ['zip with a wrong byte', damaged, /^list.*: The zip file is damaged: .+\. Fix: Fetch it again\.$/],
  [
    'a zip bomb',
    zipOf([{ name: 'x', content: Buffer.alloc(2 ** 22, 0x20) }]),
    /^list: unpacks from [\d,]+ bytes to more than 1 MiB: no list or register does; it may be made to fill the disk or memory\. Fix: Take the file from its publisher\./,
  ],
  [
    'a zip bomb that lies about its size',
    zipOf([{ name: 'x', content: Buffer.alloc(2 ** 22, 0x20), claims: 100 }]),
    /^list\/x: The zip file is damaged: too many bytes in the stream\. expected 100\. got at least \d+\. Fix: Fetch it again\.$/,
  ],
  [
    'a gzip bomb',
    gzipSync(`{"a":"${' '.repeat(2 ** 22)}"}`),
    /^list: unpacks from [\d,]+ bytes to more than 1 MiB/,
  ],
  [
    'a path that climbs',
    zipOf([{ name: '../../etc/cron.d/x', content: 'x' }]),
    'list: The zip file holds a path that leads out of it (invalid relative path: ../../etc/cron.d/x). Fix: Do not unpack it. Take the file from its publisher.',
  ],
  [
    'an absolute path',
    zipOf([{ name: '/etc/passwd', content: 'x' }]),
    /holds a path that leads out of it \(absolute path/,
  ],
  [
    'a path of Windows that climbs',
    zipOf([{ name: '..\\x', content: 'x' }]),
    /holds a path that leads out of it/,
  ],
  [
    'several files in a zip',
    zipOf(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, content: name }))),
    'list: The zip file holds 6 files: a, b, c, d, e, .... Fix: Unpack it and name the files that are meant.',
  ],
  [
    'no file in a zip',
    zipOf([{ name: 'a/', content: '' }]),
    'list: The zip file holds no file. Fix: Fetch or save the file again.',
  ],
  [
    'an encrypted zip',
    zipOf([{ name: 'x', content: 'x', isEncrypted: true }]),
    'list: The zip file is encrypted (x). Fix: Unpack it yourself and name the file that is in it.',
  ],
  ['gzip in gzip', gzipSync(PACKED), 'list: is packed twice. Fix: Unpack it once and name what comes out.'],
  [
    'a PDF',
    '%PDF-1.7\n',
    `list: ${UNREAD} PDF, which is not read. Fix: Take the list in JSON, CSV or XML from its publisher, or copy the rows into a sheet.`,
  ],
  [
    'an old Excel file',
    Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    `list: ${UNREAD} old Excel or Word (.xls, .doc), which is not read. Fix: Open it and save it as .xlsx or as CSV UTF-8.`,
  ],
  [
    'xz',
    Buffer.from('fd377a585a0000', 'hex'),
    `list: ${UNREAD} xz, which is not read. Fix: Unpack it: xz -d FILE.`,
  ],
  [
    'Word',
    zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
    `list: ${UNREAD} Word, which is not read. Fix: Open it and save it as .xlsx or as CSV UTF-8.`,
  ],
  [
    'Windows-1252',
    Buffer.from(`name\n${'Société Générale à Genève\n'.repeat(5)}`, 'latin1'),
    'list: is neither UTF-8, UTF-16 nor GB18030 text. Fix: Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW (or -f SHIFT_JIS, -f BIG5).',
  ],
  [
    'bytes that are no text',
    Buffer.from([1, 2, 0, 0, 0, 3, 0, 9, 200, 0]),
    /^list: is no text: it holds bytes of value 0\. Fix: Name a file in JSON/,
  ],
];

describe('a bad file', () => {
  it.each(BAD)('%s is told by its name, in one line, with what to do', async (_, content, told) => {
    const lines = await toldBy(() =>
      withFile('list', content, ([input]) => (input ? textOfBytes(input.bytes) : Promise.resolve('')), {
        limits: LIMITS,
      }),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      typeof told === 'string' ? new RegExp(`^${told.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : told,
    );
    expect(lines[0]).toMatch(/ Fix: .+/);
  });

  it('with a wrong byte far inside is told by its line, and nothing of that line is given', async () => {
    const good = `${'x'.repeat(99)}\n`.repeat(10_000);
    const content = Buffer.concat([Buffer.from(good), Buffer.from('ab\xe9cd\n', 'latin1')]);
    const seen: number[] = [];
    const told = await toldBy(() =>
      withFile('list', content, async ([input]) => {
        if (input) for await (const { number } of lines(input.bytes)) seen.push(number);
      }),
    );
    expect(told).toEqual([
      'list: line 10001: has a byte that is not UTF-8. Fix: Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 FILE > NEW (or -f WINDOWS-1252).',
    ]);
    expect(seen).not.toContain(10_001);
  });

  it('that ends inside of a sign is told by its line', async () => {
    const told = await toldBy(() =>
      withFile(
        'list',
        Buffer.from('one\n华').subarray(0, 6),
        async ([input]) => input && all(lines(input.bytes)),
      ),
    );
    expect(told).toEqual([expect.stringContaining('list: line 2: has a byte that is not UTF-8.')]);
  });

  it('that is not there, or is a folder, is told by its path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
    expect(await toldBy(() => openInput(join(folder, 'no')))).toEqual([
      `${join(folder, 'no')}: does not exist. Fix: Name a file that is there and may be read, or - for standard input.`,
    ]);
    expect(await toldBy(() => openInput(folder))).toEqual([
      `${folder}: is a folder or no plain file. Fix: Name the file in it.`,
    ]);
    rmSync(folder, { recursive: true });
  });
});
