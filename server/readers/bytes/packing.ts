import { Buffer } from 'node:buffer';
import { broken } from './broken.ts';

/** How a file is packed, by its first bytes. */
export type Packing = 'none' | 'gzip' | 'zip';

const startsWith = (head: Uint8Array, hex: string): boolean =>
  Buffer.from(head.subarray(0, hex.length / 2)).toString('hex') === hex;

/** Formats that are known by their first bytes and not read, with what to do. */
const NOT_READ: readonly (readonly [hex: string, name: string, fix: string])[] = [
  ['fd377a585a00', 'xz', 'Unpack it: xz -d FILE.'],
  ['425a68', 'bzip2', 'Unpack it: bzip2 -d FILE.'],
  ['28b52ffd', 'Zstandard', 'Unpack it: zstd -d FILE.'],
  ['377abcaf271c', '7z', 'Unpack it: 7z x FILE.'],
  ['526172211a07', 'RAR', 'Unpack it: unrar x FILE.'],
  [
    '255044462d',
    'PDF',
    'Take the list in JSON, CSV or XML from its publisher, or copy the rows into a sheet.',
  ],
  ['d0cf11e0a1b11ae1', 'old Excel or Word (.xls, .doc)', 'Open it and save it as .xlsx or as CSV UTF-8.'],
  ['50415231', 'Parquet', 'Write it as newline JSON or CSV first.'],
  ['53514c69746520666f726d6174203300', 'SQLite', 'Write its tables as newline JSON or CSV first.'],
];

/** @throws InputError naming the format when it is one that is not read */
export function packingOf(head: Uint8Array): Packing {
  if (startsWith(head, '1f8b')) return 'gzip';
  if (startsWith(head, '504b0304') || startsWith(head, '504b0506')) return 'zip';
  const known = NOT_READ.find(([hex]) => startsWith(head, hex));
  if (known !== undefined)
    throw broken({ message: `is a file of ${known[1]}, which is not read.`, fix: known[2] });
  return 'none';
}
