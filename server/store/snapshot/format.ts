import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/**
 * A snapshot as bytes: 8 letters, the length and the checksum of the head, the head as JSON, then every array, each from
 * a multiple of 8 on, so that it is used where it lies. Every byte is under a checksum, the arrays in blocks, so that one
 * block is checked while others are read: CRC-32 (ISO 3309) notices each change of up to 32 bits in a row for certain.
 * It guards against accidents, not against somebody who may write here.
 */

/** What a snapshot was made of and by what. One that differs in any of it is not used. */
export interface SnapshotKey {
  /** Hash of the code that made it. */
  readonly code: string;
  /** Stamp of the load. */
  readonly run: string;
  /** The last change of the store, as `readMarker` gives it. */
  readonly marker: string;
}

export type StoredArray = Int32Array | Uint32Array | Uint8Array;

const MAGIC = Buffer.from('ILSNAP01');
const PREFIX = MAGIC.length + 8;
const ALIGNED = 8;
const MOST_HEAD = 1_000_000;
/** Bytes under one checksum. */
export const BLOCK = 4 * 2 ** 20;

const TYPES = { i32: Int32Array, u32: Uint32Array, u8: Uint8Array } as const;

const headShape = z.strictObject({
  key: z.strictObject({ code: z.string(), run: z.string(), marker: z.string() }),
  endianness: z.enum(['BE', 'LE']),
  size: z.int().min(0),
  /** Of each block of `BLOCK` bytes behind the head, the last one shorter. */
  checksums: z.array(z.int()),
  arrays: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['i32', 'u32', 'u8']),
      offset: z.int().min(0).multipleOf(ALIGNED),
      length: z.int().min(0),
    }),
  ),
});

/** What stands before the arrays; `size` is the number of bytes after it. */
export type SnapshotHead = z.infer<typeof headShape>;

/** The pieces of a snapshot, to be written one after the other. */
export function encodeSnapshot(key: SnapshotKey, arrays: ReadonlyMap<string, StoredArray>): Uint8Array[] {
  const entries: SnapshotHead['arrays'] = [];
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const [name, array] of arrays) {
    const bytes = bytesOf(array);
    entries.push({ name, type: typeOf(array), offset: size, length: array.length });
    const padding = new Uint8Array(alignedSize(bytes.length) - bytes.length);
    pieces.push(bytes, padding);
    size += bytes.length + padding.length;
  }
  const checksums = blockChecksums(pieces);
  const head: SnapshotHead = { key: { ...key }, endianness: endianness(), size, checksums, arrays: entries };
  return [...encodeHead(head), ...pieces];
}

function blockChecksums(pieces: readonly Uint8Array[]): number[] {
  const checksums: number[] = [];
  let size = 0;
  for (const piece of pieces) {
    for (let done = 0; done < piece.length; ) {
      const part = piece.subarray(done, done + BLOCK - (size % BLOCK));
      const before = size % BLOCK === 0 ? 0 : (checksums.pop() ?? 0);
      checksums.push(crc32(part, before));
      done += part.length;
      size += part.length;
    }
  }
  return checksums;
}

function encodeHead(head: SnapshotHead): Uint8Array[] {
  const json = Buffer.from(JSON.stringify(head));
  const padded = Buffer.alloc(alignedSize(json.length), ' ');
  json.copy(padded);
  const prefix = Buffer.alloc(PREFIX);
  MAGIC.copy(prefix);
  prefix.writeUInt32LE(padded.length, MAGIC.length);
  prefix.writeUInt32LE(crc32(padded), MAGIC.length + 4);
  return [prefix, padded];
}

function alignedSize(bytes: number): number {
  return Math.ceil(bytes / ALIGNED) * ALIGNED;
}

function bytesOf(array: StoredArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function typeOf(array: StoredArray): keyof typeof TYPES {
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Uint32Array ? 'u32' : 'u8';
}

/** How many bytes the head takes, from the first bytes of a file; null when they are not the beginning of a snapshot. */
export function headLength(start: Uint8Array): number | null {
  const prefix = Buffer.from(start.buffer, start.byteOffset, Math.min(PREFIX, start.length));
  if (prefix.length < PREFIX || prefix.compare(MAGIC, 0, MAGIC.length, 0, MAGIC.length) !== 0) return null;
  const length = PREFIX + prefix.readUInt32LE(MAGIC.length);
  return length <= MOST_HEAD ? length : null;
}

/** The head of a snapshot, from its first `headLength` bytes; null when anything in it is wrong. */
export function decodeHead(bytes: Uint8Array): SnapshotHead | null {
  const length = headLength(bytes);
  if (length === null || bytes.length < length) return null;
  const json = Buffer.from(bytes.buffer, bytes.byteOffset + PREFIX, length - PREFIX);
  const checksum = Buffer.from(bytes.buffer, bytes.byteOffset, PREFIX).readUInt32LE(MAGIC.length + 4);
  if (crc32(json) !== checksum) return null;
  const head = headShape.safeParse(JSON.parse(json.toString('utf8')));
  return head.success && head.data.endianness === endianness() ? head.data : null;
}

/** True when a block is as it was written. */
export function isBlock({ checksums }: SnapshotHead, index: number, block: Uint8Array): boolean {
  return crc32(block) === checksums[index];
}

/** The arrays behind a head, as views on the bytes; null when they do not lie as the head says. */
export function arraysIn({ size, arrays }: SnapshotHead, body: ArrayBuffer): Map<string, StoredArray> | null {
  const found = new Map<string, StoredArray>();
  let end = 0;
  for (const { name, type, offset, length } of arrays) {
    const bytes = length * TYPES[type].BYTES_PER_ELEMENT;
    if (offset !== end || offset + bytes > body.byteLength) return null;
    found.set(name, new TYPES[type](body, offset, length));
    end = offset + alignedSize(bytes);
  }
  return end === size && body.byteLength === size ? found : null;
}

export function isSameKey(a: SnapshotKey, b: SnapshotKey): boolean {
  return a.code === b.code && a.run === b.run && a.marker === b.marker;
}
