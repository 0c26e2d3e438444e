/** Where a scan through the bytes of JSON stands; survives the end of a chunk. */
export interface ScanState {
  /** Brackets open inside the array. */
  depth: number;
  inString: boolean;
  /** The last byte of the chunk was a backslash inside a string. */
  escaped: boolean;
}

/** Deeper than any record of a list or register. */
export const MAX_DEPTH = 200;

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

/** What a scan of one chunk found: offsets into it. */
export interface ScanFound {
  /** Just after the last comma between two elements; -1 when there is none. */
  lastComma: number;
  /** The bracket that closes the array; -1 when it is not in this chunk. */
  close: number;
}

/** Bytes that mean something outside of strings: 1 opens, 2 closes, 3 quote, 4 comma. */
const MEANING = new Uint8Array(256);
MEANING[OPEN_ARRAY] = 1;
MEANING[OPEN_OBJECT] = 1;
MEANING[CLOSE_ARRAY] = 2;
MEANING[CLOSE_OBJECT] = 2;
MEANING[QUOTE] = 3;
MEANING[COMMA] = 4;

/**
 * Walks over elements of an array without looking at what they are: only strings and brackets matter. UTF-8 needs no
 * care, as no byte of a longer sign looks like one of these.
 *
 * @throws RangeError when brackets nest deeper than `MAX_DEPTH`
 */
export function scanElements(chunk: Uint8Array, from: number, state: ScanState): ScanFound {
  const end = chunk.length;
  let { depth } = state;
  let lastComma = -1;
  let at = state.inString ? endOfString(chunk, from, state) : from;
  while (at < end) {
    const meaning = MEANING[chunk[at] ?? 0] ?? 0;
    at += 1;
    if (meaning === 0) continue;
    if (meaning === 3) at = endOfString(chunk, at, state);
    else if (meaning === 4) {
      if (depth === 0) lastComma = at;
    } else if (meaning === 1) {
      depth += 1;
      if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
    } else {
      depth -= 1;
      if (depth < 0) return { lastComma, close: at - 1 };
    }
  }
  state.depth = depth;
  return { lastComma, close: -1 };
}

/** Just after the quote that closes the string, or the end of the chunk with the state set to go on. */
function endOfString(chunk: Uint8Array, from: number, state: ScanState): number {
  let at = state.escaped ? from + 1 : from;
  state.escaped = false;
  while (at < chunk.length) {
    const byte = chunk[at];
    at += 1;
    if (byte === QUOTE) {
      state.inString = false;
      return at;
    }
    if (byte === BACKSLASH) at += 1;
  }
  state.inString = true;
  state.escaped = at > chunk.length;
  return chunk.length;
}
