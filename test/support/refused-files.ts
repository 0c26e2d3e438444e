import { gzipSync } from 'node:zlib';
import { A, B, type Content, code, csl, HEADER, line, TABLE, table } from './made-files.ts';
import { BIS_EL, OFAC_ADD } from './made-lists.ts';
import { zipOf } from './packed.ts';

const MEBI = 2 ** 20;
const LONG = 50 * MEBI;
const EXPANDING = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
const REACHING = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const CASE = { parties: [{ id: 'L' }, { id: 'S' }] };

/** Files that are refused: why, name, content, and what is told. */
export const REFUSED: readonly (readonly [string, string, Content, RegExp])[] = [
  [
    'gzip cut off',
    'csl-2024-12-31.json.gz',
    () => gzipSync(csl(A, B)).subarray(0, 100),
    /The gzip file ends in the middle/,
  ],
  [
    'JSON cut off',
    'csl-2024-12-31.json',
    () => csl(A, B).slice(0, -300),
    /results\[1\]: The file ends in the/,
  ],
  ['XML cut off', 'code-2024-12-31.xml', () => code('Made Co').slice(0, -60), /line 5: The file ends in the/],
  [
    'Windows-1252',
    'csl-2024-12-31.csv',
    () => Buffer.from(table(line('1', { name: 'Société à Genève' })), 'latin1'),
    /is neither UTF-8, UTF-16 nor GB18030 text/,
  ],
  [
    'a wrong byte far inside',
    'csl-2024-12-31.csv',
    () =>
      Buffer.concat([
        Buffer.from(table(...Array<string>(999).fill('')) + TABLE),
        Buffer.from('\n\xe9', 'latin1'),
      ]),
    /line 1003: has a byte that is not UTF-8/,
  ],
  [
    'a column missing',
    'csl-2024-12-31.csv',
    () => TABLE.replace(',start_date', ''),
    /line 1: start_date: The columns are not those .* missing start_date; unknown none/,
  ],
  [
    'a column renamed',
    'csl-2024-12-31.csv',
    () => TABLE.replace('start_date', 'begin'),
    /line 1: start_date: .* missing start_date; unknown begin/,
  ],
  [
    'a column of another table renamed',
    'el-2024-12-31.csv',
    () => BIS_EL.replace('Effective Date', 'Start'),
    /line 1: Effective Date: .* missing "Effective Date"; unknown "Start"/,
  ],
  [
    'a line of 50 MB',
    'csl-2024-12-31.csv',
    () => table(line('1', { name: 'A'.repeat(LONG) })),
    /line 2: is longer/,
  ],
  [
    'a quote of 50 MB',
    'csl-2024-12-31.csv',
    () => table(line('1', { name: `"${'A'.repeat(LONG)}` })),
    /line 2: is longer than 4 MiB/,
  ],
  [
    'a record of 50 MB',
    'csl-2024-12-31.json',
    () => csl(A, { ...B, remarks: 'A'.repeat(LONG) }),
    /results\[1\]: is longer than 16 MiB/,
  ],
  [
    'a line of newline JSON of 50 MB',
    'ftm-2024-12-31.jsonl',
    () => `{"id":"a","schema":"Company","properties":{"name":["${'A'.repeat(LONG)}"]}}\n`,
    /line 1: is longer than 16 MiB/,
  ],
  [
    'a name of 50 MB',
    'case.json',
    () => JSON.stringify({ parties: [{ id: 'L', name: 'A'.repeat(LONG) }] }),
    /parties\[0\] \(L\): name: "A+\.\.\. Too big/,
  ],
  [
    'XML entities that expand',
    'code-2024-12-31.xml',
    () => code('&b;', EXPANDING),
    /line 1: has a DOCTYPE, which can make entities that expand or reach outside/,
  ],
  [
    'XML entities that reach outside',
    'code-2024-12-31.xml',
    () => code('&a;', REACHING),
    /line 1: has a DOCTYPE/,
  ],
  [
    'an unknown XML entity',
    'code-2024-12-31.xml',
    () => code('&nobody;'),
    /line 5: Not well-formed XML: undefined/,
  ],
  [
    'a zip bomb',
    'csl-2024-12-31.zip',
    () => zipOf([{ name: 'x.csv', content: Buffer.alloc(128 * MEBI, 0x20) }]),
    /unpacks from [\d,]+ bytes to more than 64 MiB/,
  ],
  [
    'a gzip bomb',
    'csl-2024-12-31.json.gz',
    () => gzipSync(Buffer.concat([Buffer.from('{"results":['), Buffer.alloc(128 * MEBI, 0x20)])),
    /unpacks from [\d,]+ bytes to more than 64 MiB/,
  ],
  [
    'a path that climbs',
    'csl-2024-12-31.zip',
    () => zipOf([{ name: '../../etc/cron.d/x', content: TABLE }]),
    /holds a path that leads out of it/,
  ],
  [
    'an id twice in a case file',
    'case.json',
    () => JSON.stringify({ parties: [{ id: 'L' }, { id: 'L' }] }),
    /parties\[1\]: id: the id "L" is already used at case\.json#parties\[0\]/,
  ],
  ['a key twice', 'case.json', () => '{"parties":[{"id":"L",\n"id":"M"}]}', /line 2: .*Duplicate key 'id'/],
  [
    'an id twice in a sheet',
    'parties-2024-06-01.csv',
    () => 'id,name\nx,One\nx,Two\n',
    /line 3: id: the id "x" is already used at .*#line 2/,
  ],
  [
    'a day as 9/22/08 in a case file',
    'case.json',
    () => JSON.stringify({ ...CASE, holdings: [{ owner: 'L', owned: 'S', from: '9/22/08' }] }),
    /holdings\[0\]: from: "9\/22\/08" is not a day of the calendar written YYYY-MM-DD/,
  ],
  ['an empty file', 'csl-2024-12-31.csv', () => '', /is empty/],
  ['an empty file, packed', 'csl-2024-12-31.json.gz', () => gzipSync(''), /is empty/],
  ['a table without rows', 'csl-2024-12-31.csv', () => HEADER, /holds no listing \(0 rows read\)/],
  [
    'a web page saved as JSON',
    'csl-2024-12-31.json',
    () => '<!DOCTYPE html><html><head><title>404 Not Found</title></head></html>',
    /is a web page \("404 Not Found"\), not data/,
  ],
  [
    'an error saved as JSON',
    'csl-2024-12-31.json',
    () => '{"error":{"code":429}}',
    /unknown section "error"/,
  ],
  ['an empty JSON object', 'csl-2024-12-31.json', () => '{}', /holds no row in any section/],
  ['a JSON array that is no list', 'csl-2024-12-31.json', () => '[]', /A case file is one JSON object/],
  ['JSON that nests without end', 'csl-2024-12-31.json', () => '['.repeat(100_000), /nests deeper than/],
  [
    'a part of another list under a known name',
    'csl-2024-12-31.csv',
    () => OFAC_ADD,
    /says nothing without the parties that its rows belong to/,
  ],
  [
    'a PDF under a known name',
    'csl-2024-12-31.json',
    () => '%PDF-1.7\n',
    /is a file of PDF, which is not read/,
  ],
];
