import { Buffer } from 'node:buffer';
import { FACT_SECTIONS, type Facts } from '../../server/facts/facts.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import type { CaseRows, ListFile } from '../../server/normalise/lists/entry.ts';
import type { RawCase } from '../../server/readers/raw-case.ts';
import type { About, Bytes, Reader, SetAside } from '../../server/readers/reader.ts';

/** Text as a file that comes in small pieces, so that every reader meets ends of pieces. */
export async function* bytesOf(text: string): Bytes {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 37) yield bytes.subarray(at, at + 37);
}

export interface ReadFile<T> extends ListFile<T> {
  readonly asides: readonly SetAside[];
  readonly about: About | undefined;
}

/** Everything that a reader gives of a text, as a file `made` of 2024-12-31. */
export async function readText<T>(reader: Reader<T>, text: string): Promise<ReadFile<T>> {
  const rows: { row: string; value: T }[] = [];
  const asides: SetAside[] = [];
  let about: About | undefined;
  for await (const item of reader.read(bytesOf(text), 'made')) {
    if (item.kind === 'row') rows.push({ row: item.row, value: item.value });
    else if (item.kind === 'aside') asides.push(item);
    else about = item;
  }
  return { file: 'made', date: '2024-12-31', rows, asides, about };
}

/** Facts of rows, through the same checks as all else. */
export function factsOf(rows: CaseRows): Facts {
  const raw: RawCase = {
    sources: rows.sources ?? [],
    parties: rows.parties ?? [],
    listings: rows.listings ?? [],
    holdings: rows.holdings ?? [],
    investments: rows.investments ?? [],
    controls: rows.controls ?? [],
    affiliations: rows.affiliations ?? [],
    officers: rows.officers ?? [],
    facilities: rows.facilities ?? [],
    physicalLinks: rows.physicalLinks ?? [],
    orders: rows.orders ?? [],
  };
  return normaliseCase(raw, { requireSources: true });
}

/** The facts without the places they were read from, as JSON: for comparing renderings of the same rows. */
export function withoutPlaces(facts: Facts): string {
  return JSON.stringify(
    FACT_SECTIONS.map((section) => facts[section]),
    (key, value: unknown) => (key === 'row' ? undefined : value),
    1,
  );
}
