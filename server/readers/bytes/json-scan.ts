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
  /** Commas between two elements. */
  readonly commas: readonly number[];
  /** The bracket that closes the array; -1 when it is not in this chunk. */
  readonly close: number;
  /** Brackets nest deeper than `MAX_DEPTH`; the scan stopped there. */
  readonly isTooDeep: boolean;
}

/** Bytes that mean something outside of strings. */
const MARKS = new Uint8Array(256);
for (const byte of [QUOTE, COMMA, OPEN_ARRAY, OPEN_OBJECT, CLOSE_ARRAY, CLOSE_OBJECT]) MARKS[byte] = 1;

/** How brackets change the depth. */
const STEPS = new Int8Array(256);
for (const byte of [OPEN_ARRAY, OPEN_OBJECT]) STEPS[byte] = 1;
for (const byte of [CLOSE_ARRAY, CLOSE_OBJECT]) STEPS[byte] = -1;

/**
 * Walks over elements of an array without looking at what they are: only strings and brackets matter. UTF-8 needs no
 * care, as no byte of a longer sign looks like one of these.
 */
export function scanElements(chunk: Uint8Array, from: number, state: ScanState): ScanFound {
  let { depth } = state;
  const commas: number[] = [];
  let isTooDeep = false;
  let at = nextMark(chunk, state.inString ? endOfString(chunk, from, state) : from);
  while (at < chunk.length && !isTooDeep) {
    const byte = chunk[at];
    at += 1;
    if (byte === QUOTE) at = endOfString(chunk, at, state);
    else if (byte !== COMMA) {
      depth += STEPS[byte ?? 0] ?? 0;
      if (depth < 0) return { commas, close: at - 1, isTooDeep };
      isTooDeep = depth > MAX_DEPTH;
    } else if (depth === 0) commas.push(at - 1);
    at = nextMark(chunk, at);
  }
  state.depth = depth;
  return { commas, close: -1, isTooDeep };
}

function nextMark(chunk: Uint8Array, from: number): number {
  let at = from;
  while (at < chunk.length && MARKS[chunk[at] ?? 0] === 0) at += 1;
  return at;
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
