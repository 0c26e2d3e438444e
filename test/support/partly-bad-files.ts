import { A, B, type Content, csl, line, TABLE, table } from './made-files.ts';
import { BIS_EL, METI } from './made-lists.ts';

/** What is kept aside: its place, field and value; null when nothing is. */
interface Aside {
  readonly row: string;
  readonly field: string;
  readonly value?: string;
}

/** Files that are read, with what of them is kept aside: why, name, content, rows and the one row aside. */
export const ASIDE: readonly (readonly [string, string, Content, { rows: number; aside: Aside | null }])[] = [
  [
    'GB18030',
    'csl-2024-12-31.csv',
    () => Buffer.concat([Buffer.from(table('').trimEnd()), gb18030Line()]),
    { rows: 1, aside: null },
  ],
  [
    'UTF-16 with a mark',
    'csl-2024-12-31.csv',
    () => Buffer.from(`\uFEFF${TABLE}`, 'utf16le'),
    { rows: 2, aside: null },
  ],
  [
    'UTF-16 without a mark',
    'csl-2024-12-31.csv',
    () => Buffer.from(TABLE, 'utf16le'),
    { rows: 2, aside: null },
  ],
  ['a byte order mark', 'csl-2024-12-31.csv', () => `\uFEFF${TABLE}`, { rows: 2, aside: null }],
  ['a byte order mark in JSON', 'csl-2024-12-31.json', () => `\uFEFF${csl(A, B)}`, { rows: 2, aside: null }],
  [
    'a row with too many fields',
    'csl-2024-12-31.csv',
    () => table(line('1', {}), line('2', {}, ',x,y'), line('3', {})),
    { rows: 2, aside: { row: 'line 3', field: '' } },
  ],
  [
    'an id twice in a list',
    'csl-2024-12-31.csv',
    () => table(line('1', {}), line('1', { name: 'Other' })),
    { rows: 1, aside: { row: 'line 3', field: 'id', value: '1' } },
  ],
  [
    'an id twice in a list in JSON',
    'csl-2024-12-31.json',
    () => csl(A, { ...B, id: A.id }),
    { rows: 1, aside: { row: 'results[1]', field: 'id', value: A.id } },
  ],
  [
    'a day as 9/22/08',
    'csl-2024-12-31.json',
    () => csl({ ...A, start_date: '9/22/08' }, B),
    { rows: 1, aside: { row: 'results[0]', field: 'start_date', value: '9/22/08' } },
  ],
  [
    'a day as 9/22/08 where the publisher writes so',
    'el-2024-12-31.csv',
    () => BIS_EL.replaceAll('11/21/2011', '9/22/08'),
    { rows: 2, aside: null },
  ],
  [
    'a day as circa 1956',
    'csl-2024-12-31.csv',
    () => table(line('1', { start_date: 'circa 1956' }), line('2', {})),
    { rows: 1, aside: { row: 'line 2', field: 'start_date', value: 'circa 1956' } },
  ],
  [
    'a birth circa 1956',
    'csl-2024-12-31.json',
    () => csl({ ...A, dates_of_birth: ['circa 1956'] }, B),
    { rows: 2, aside: null },
  ],
  [
    'a day as circa 1956 in a sheet',
    'holdings-2024-06-01.csv',
    () => 'owner,owned,share,from\nA,B,51,circa 1956\nA,C,51,2020-01-01\n',
    { rows: 1, aside: { row: 'line 2', field: 'from', value: 'circa 1956' } },
  ],
  [
    'another list that is known by its content',
    'csl-2024-12-31.json',
    () => JSON.stringify(JSON.parse(METI).slice(0, 2)),
    { rows: 2, aside: null },
  ],
];

/** A line whose name is four signs of Chinese in GB18030. */
function gb18030Line(): Uint8Array {
  const [before = '', after = ''] = line('1', { name: '@' }).split('@');
  const name = Buffer.from('bbaacea6bcbccaf5d3d0cfdeb9abcbbe', 'hex');
  return Buffer.concat([Buffer.from(`\n${before}`), name, Buffer.from(after)]);
}
