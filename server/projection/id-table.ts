/**
 * Texts one behind the other as UTF-8: text `i` is `bytes[offsets[i] .. offsets[i + 1]]`. No object for any of them, so
 * that millions take no more than their letters, and a file holds them as they are.
 */
export interface IdTable {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** A table of distinct ids in which an id is found: `slots` is an open hash table of positions + 1, 0 where empty. */
export interface IdIndex extends IdTable {
  readonly slots: Int32Array;
}

const USUAL_LENGTH = 24;
/** UTF-8 takes at most so many bytes for one unit of a JavaScript text. */
const BYTES_PER_UNIT = 3;

/** Writes texts down, in linear time. */
export function makeIdTable(count: number, textOf: (index: number) => string): IdTable {
  const offsets = new Uint32Array(count + 1);
  let buffer = Buffer.allocUnsafe(count * USUAL_LENGTH + 1);
  let end = 0;
  for (let index = 0; index < count; index += 1) {
    const text = textOf(index);
    const most = end + text.length * BYTES_PER_UNIT;
    if (most > buffer.length) buffer = Buffer.concat([buffer], 2 * most);
    end += buffer.write(text, end, 'utf8');
    offsets[index + 1] = end;
  }
  return { bytes: new Uint8Array(buffer.subarray(0, end)), offsets };
}

/** How many texts a table has. */
export function sizeOf({ offsets }: IdTable): number {
  return offsets.length - 1;
}

/** The text at a position; empty beyond the end. */
export function textAt({ bytes, offsets }: IdTable, index: number): string {
  const start = offsets[index] ?? 0;
  const length = Math.max(0, (offsets[index + 1] ?? 0) - start);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString('utf8');
}

/** Adds the hash table by which `positionOf` finds. Linear; at most half of the slots are taken. */
export function indexIds(table: IdTable): IdIndex {
  const count = sizeOf(table);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  for (let index = 0; index < count; index += 1) {
    const [start, end] = [table.offsets[index] ?? 0, table.offsets[index + 1] ?? 0];
    let slot = hashOf(table.bytes, start, end) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = index + 1;
  }
  return { ...table, slots };
}

/** Position of an id, or -1. */
export function positionOf({ bytes, offsets, slots }: IdIndex, id: string): number {
  const wanted = Buffer.from(id, 'utf8');
  let slot = hashOf(wanted, 0, wanted.length) & (slots.length - 1);
  for (let found = slots[slot] ?? 0; found !== 0; found = slots[slot] ?? 0) {
    const [start, end] = [offsets[found - 1] ?? 0, offsets[found] ?? 0];
    if (wanted.compare(bytes, start, end) === 0) return found - 1;
    slot = (slot + 1) & (slots.length - 1);
  }
  return -1;
}

/** FNV-1a of 32 bits (Fowler, Noll and Vo; RFC 9923), mixed once more because only the low bits are used. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
