import { Buffer } from 'node:buffer';
import type { Facts } from '../../server/facts/facts.ts';
import { normaliseKnowledge } from '../../server/normalise/from-case.ts';
import type { Edition, Normalised } from '../../server/normalise/registers/case-builder.ts';
import type { Placed } from '../../server/normalise/registers/from-gleif.ts';
import type { About, Reader, SetAside } from '../../server/readers/reader.ts';

export const EDITION: Edition = {
  id: 'register/test/2024-06-01',
  title: 'Test register',
  date: '2024-06-01',
};

/** All that a reader makes of a text. */
export interface Taken<T> {
  readonly rows: readonly Placed<T>[];
  readonly asides: readonly SetAside[];
  readonly about: About | null;
}

/** Reads a text in two chunks, so that a record is cut somewhere. */
export async function take<T>(reader: Reader<T>, text: string): Promise<Taken<T>> {
  const bytes = Buffer.from(text);
  const half = bytes.length >> 1;
  const chunks = [bytes.subarray(0, half), bytes.subarray(half)];
  const again = { [Symbol.asyncIterator]: () => chunksOf(chunks) };
  const rows: Placed<T>[] = [];
  const asides: SetAside[] = [];
  let about: About | null = null;
  for await (const item of reader.read(again, 'test')) {
    if (item.kind === 'row') rows.push({ file: 'test', row: item.row, value: item.value });
    else if (item.kind === 'aside') asides.push(item);
    else about = item;
  }
  return { rows, asides, about };
}

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** The facts that follow; fails the test when the case file would refuse them. */
export function factsOf({ rows }: Normalised): Facts {
  return normaliseKnowledge(rows, { requireSources: true }).facts;
}

/** One JSON object a line. */
export function jsonl(...values: readonly object[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}
