import type { Bytes } from '../reader.ts';
import { broken, sizeText } from './broken.ts';

/** How far an input may swell when it is unpacked. */
export interface Limits {
  /** Bytes; the largest register known unpacks to some 10 GiB. */
  readonly unpacked: number;
  /** Unpacked to packed; lists in JSON and XML come to 10 to 40. */
  readonly ratio: number;
  /** Bytes under which no ratio is too high. */
  readonly free: number;
}

export const LIMITS: Limits = { unpacked: 64 * 2 ** 30, ratio: 200, free: 64 * 2 ** 20 };

/**
 * Passes unpacked bytes on until they are more than an honest file would give.
 *
 * @param packed size before unpacking, in bytes
 * @throws InputError when it is a bomb: it swells beyond the limits
 */
export async function* within(limits: Limits, packed: number, bytes: Bytes): AsyncGenerator<Uint8Array> {
  const most = Math.min(limits.unpacked, Math.max(limits.free, packed * limits.ratio));
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) throw tooLarge(packed, most);
    yield chunk;
  }
}

/** The error for what swells beyond the limits. */
export function tooLarge(packed: number, most: number): Error {
  return broken({
    message: `unpacks from ${sizeText(packed)} to more than ${sizeText(most)}: no list or register does; it may be made to fill the disk or memory.`,
    fix: 'Take the file from its publisher. If it is honest, unpack it yourself and name the file that is in it.',
  });
}
