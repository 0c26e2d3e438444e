import { Buffer, isUtf8 } from 'node:buffer';
import { broken } from './broken.ts';

/** Encodings that are read; all else is refused. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * What encoding a text is in, by its first bytes. A byte order mark decides; else UTF-8 when the bytes are; else UTF-16
 * when every other byte is 0, as in Latin text; else GB18030 when nearly all signs beyond ASCII are pairs of the common
 * Chinese ones.
 *
 * @throws InputError when it is none of these: Windows-1252, Shift JIS, Big5, or no text at all
 */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = zeroShares(head);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  if (zeros.even + zeros.odd > 0.01) throw notText();
  if (isUtf8(wholeSigns(head))) return 'utf-8';
  // A wrong byte late in what is UTF-8 elsewhere is an error of the file, told with its line.
  if (isMostlyUtf8(head)) return 'utf-8';
  if (isChinese(head)) return 'gb18030';
  throw broken({
    message: 'is neither UTF-8, UTF-16 nor GB18030 text.',
    fix: 'Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW (or -f SHIFT_JIS, -f BIG5).',
  });
}

/** Cut before a sign of UTF-8 that the end leaves incomplete. */
export function wholeSigns(bytes: Uint8Array): Uint8Array {
  let start = bytes.length - 1;
  while (start >= 0 && start > bytes.length - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length > bytes.length ? bytes.subarray(0, Math.max(start, 0)) : bytes;
}

function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = Math.max(bytes.length / 2, 1);
  return { even: even / half, odd: odd / half };
}

/** Of the signs beyond ASCII, nine of ten are right UTF-8 of three bytes or more, or of two. */
function isMostlyUtf8(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('utf8');
  const wrong = text.split('\uFFFD').length - 1;
  const right = [...text.matchAll(/[^\p{ASCII}\uFFFD]/gu)].length;
  return wrong * 9 <= right;
}

/** Nine of ten signs beyond ASCII are pairs of the common Chinese ones (GB 2312). */
function isChinese(head: Uint8Array): boolean {
  let pairs = 0;
  let others = 0;
  for (let at = 0; at < head.length - 1; at += 1) {
    const byte = head[at] ?? 0;
    if (byte < 0x80) continue;
    const next = head[at + 1] ?? 0;
    if (byte >= 0xa1 && byte <= 0xf7 && next >= 0xa1 && next <= 0xfe) pairs += 1;
    else others += 1;
    at += next >= 0x40 ? 1 : 0;
  }
  return pairs > 0 && others * 9 <= pairs;
}

function notText(): Error {
  return broken({
    message: 'is no text: it holds bytes of value 0.',
    fix: 'Name a file in JSON, CSV, XML or Excel (.xlsx) form, packed as gzip or zip if you like.',
  });
}
