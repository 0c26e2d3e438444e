import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/**
 * A snapshot as bytes: 8 letters, the length and the checksum of the head, the head as JSON, then every array, each from
 * a multiple of 8 on, so that it is used where it lies. Every byte is under a checksum: CRC-32 (ISO 3309) notices each
 * change of up to 32 bits in a row for certain. It guards against accidents, not against somebody who may write here.
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

const TYPES = { i32: Int32Array, u32: Uint32Array, u8: Uint8Array } as const;

const headShape = z.strictObject({
  key: z.strictObject({ code: z.string(), run: z.string(), marker: z.string() }),
  endianness: z.enum(['BE', 'LE']),
  size: z.int().min(0),
  arrays: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['i32', 'u32', 'u8']),
      offset: z.int().min(0).multipleOf(ALIGNED),
      length: z.int().min(0),
      checksum: z.int(),
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
    entries.push({
      ...{ name, type: typeOf(array), offset: size, length: array.length, checksum: crc32(bytes) },
    });
    const padding = new Uint8Array(alignedSize(bytes.length) - bytes.length);
    pieces.push(bytes, padding);
    size += bytes.length + padding.length;
  }
  const head: SnapshotHead = { key: { ...key }, endianness: endianness(), size, arrays: entries };
  return [...encodeHead(head), ...pieces];
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

/** The arrays behind a head, as views on the bytes; null when any byte of them is not as it was written. */
export function decodeArrays(
  { size, arrays }: SnapshotHead,
  body: ArrayBuffer,
): Map<string, StoredArray> | null {
  if (body.byteLength !== size) return null;
  const found = new Map<string, StoredArray>();
  let end = 0;
  for (const { name, type, offset, length, checksum } of arrays) {
    const bytes = length * TYPES[type].BYTES_PER_ELEMENT;
    if (offset !== end || offset + bytes > size) return null;
    if (crc32(new Uint8Array(body, offset, bytes)) !== checksum) return null;
    found.set(name, new TYPES[type](body, offset, length));
    end = offset + alignedSize(bytes);
    if (new Uint8Array(body, offset + bytes, end - offset - bytes).some((each) => each !== 0)) return null;
  }
  return end === size ? found : null;
}

export function isSameKey(a: SnapshotKey, b: SnapshotKey): boolean {
  return a.code === b.code && a.run === b.run && a.marker === b.marker;
}
