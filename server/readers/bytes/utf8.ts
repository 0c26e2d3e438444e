import { Buffer, isUtf8 } from 'node:buffer';
import type { Bytes } from '../reader.ts';
import { broken } from './broken.ts';
import { type Encoding, wholeSigns } from './encoding.ts';

const NEWLINE = 0x0a;

/**
 * The text as UTF-8 without a byte order mark, whatever it was in.
 *
 * @throws InputError naming the line of the first byte that is not of the encoding
 */
export function asUtf8(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array> {
  return encoding === 'utf-8' ? checkedUtf8(bytes) : decoded(bytes, encoding);
}

/** Passes UTF-8 on in whole signs; looks at every byte and copies only where a sign was cut in two. */
async function* checkedUtf8(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  let line = 1;
  let isFirst = true;
  for await (const chunk of bytes) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeSigns(joined);
    if (!isUtf8(whole)) throw wrongByte(line + newlinesBefore(whole, firstWrong(whole)));
    rest = Buffer.from(joined.subarray(whole.length));
    if (whole.length === 0) continue;
    line += newlinesBefore(whole, whole.length);
    yield isFirst ? withoutMark(whole) : whole;
    isFirst = false;
  }
  if (rest.length > 0) throw wrongByte(line);
}

async function* decoded(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const decode = (chunk: Uint8Array, stream: boolean): Buffer => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream }), 'utf8');
    } catch {
      throw broken({
        row: `after line ${line}`,
        message: `has bytes that are not ${encoding.toUpperCase()}, which the file starts in.`,
        fix: `Convert it to UTF-8: iconv -f ${encoding.toUpperCase()} -t UTF-8 FILE > NEW, and look where that stops.`,
      });
    }
  };
  for await (const chunk of bytes) {
    const text = decode(chunk, true);
    line += newlinesBefore(text, text.length);
    if (text.length > 0) yield text;
  }
  const last = decode(new Uint8Array(0), false);
  if (last.length > 0) yield last;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

/** Offset of the first byte that is not UTF-8, found by halving. */
function firstWrong(bytes: Uint8Array): number {
  let right = 0;
  let wrong = bytes.length;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (isUtf8(wholeSigns(bytes.subarray(0, middle)))) right = middle;
    else wrong = middle;
  }
  return right;
}

function newlinesBefore(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1))
    count += 1;
  return count;
}

function wrongByte(line: number): Error {
  return broken({
    row: `line ${line}`,
    message: 'has a byte that is not UTF-8.',
    fix: 'Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 FILE > NEW (or -f WINDOWS-1252).',
  });
}
