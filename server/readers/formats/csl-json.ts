import { z } from 'zod';
import { jsonRecords } from '../bytes/json-array.ts';
import type { About, Bytes, Reader, ReadItem } from '../reader.ts';
import { checkCslRow, onceById } from './csl-row.ts';
import type { CslRow } from './csl-shape.ts';

const besideShape = z.object({
  total: z.int().nonnegative().optional(),
  search_performed_at: z.string().optional(),
  sources_used: z
    .array(z.object({ source: z.string(), source_last_updated: z.string().nullish() }))
    .optional(),
});

/**
 * The Consolidated Screening List of the International Trade Administration as JSON: one object with `results` and, beside
 * them, when each of its lists was last updated. The day of the file is the latest of these days.
 */
export const cslJson: Reader<CslRow> = {
  id: 'csl-json',
  title: 'US Consolidated Screening List, JSON',
  recognises: (head) =>
    /^\uFEFF?\s*\{/.test(head) &&
    /"results"\s*:\s*\[/.test(head) &&
    /"federal_register_notice"\s*:/.test(head),
  read: (bytes) => onceById(read(bytes)),
};

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<CslRow>> {
  let beside: Readonly<Record<string, unknown>> = {};
  const records = jsonRecords(bytes, 'results', (rest) => {
    beside = rest;
  });
  for await (const { index, value } of records) yield checkCslRow({ row: `results[${index}]`, value });
  yield aboutOf(beside);
}

function aboutOf(beside: Readonly<Record<string, unknown>>): About {
  const result = besideShape.safeParse(beside);
  const { total = null, search_performed_at, sources_used = [] } = result.success ? result.data : {};
  const updated = sources_used.map(({ source_last_updated }) => source_last_updated ?? '').sort();
  const stamp = updated.at(-1) || search_performed_at || '';
  const date = /^\d{4}-\d{2}-\d{2}/.exec(stamp)?.[0] ?? null;
  return { kind: 'about', date, claims: total, publisher: 'International Trade Administration' };
}
