import { z } from 'zod';
import { isDate } from '../../facts/dates.ts';
import { broken } from '../bytes/broken.ts';
import { jsonRecords } from '../bytes/json-array.ts';
import type { Bytes, Reader, ReadItem, ReadRow, SetAside } from '../reader.ts';
import { checkRow } from './check-row.ts';

/** Lists that are found in this form, with our ids of them. */
const PARSED_LISTS = {
  'bis-entity-list': 'bis-entity-list',
  'bis-meu': 'bis-meu',
  'dow-1260h': 'dod-1260h',
  'ofac-nscmic': 'ofac-ns-cmic',
} as const;

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? '');

const entityShape = z.strictObject({
  name: z.string().refine((value) => value.trim() !== '', 'is empty'),
  aliases: z.array(z.string()),
  country: text,
  address: text,
  status: text,
  effective_date: z
    .string()
    .nullable()
    .refine((value) => value === null || isDate(value), 'is not a day of the calendar written YYYY-MM-DD'),
  federal_register: text,
  notes: text,
});

/** One entity, with the list that stands at the top of its file. */
export interface ParsedRow {
  readonly list: (typeof PARSED_LISTS)[keyof typeof PARSED_LISTS];
  readonly entity: z.infer<typeof entityShape>;
}

const besideShape = z.object({
  list_id: z.enum(['bis-entity-list', 'bis-meu', 'dow-1260h', 'ofac-nscmic']),
  source_file: z.string().optional(),
  extracted: z.string().refine(isDate).optional(),
  count: z.int().nonnegative().optional(),
});

/**
 * US lists that others have read out of the published text or PDF: an object with `list_id` and `entities`. The entities
 * may stand before the id, so they wait until the end of the file; no list of this kind has 10,000.
 */
export const parsedList: Reader<ParsedRow> = {
  id: 'parsed-us-list',
  title: 'US list parsed to JSON (list_id, entities)',
  recognises: (head) =>
    /^\uFEFF?\s*\{/.test(head) && /"list_id"\s*:/.test(head) && /"entities"\s*:\s*\[/.test(head),
  read,
};

type Checked = ReadRow<z.infer<typeof entityShape>> | SetAside;

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<ParsedRow>> {
  const waiting: Checked[] = [];
  let beside: Readonly<Record<string, unknown>> = {};
  const records = jsonRecords(bytes, 'entities', (rest) => {
    beside = rest;
  });
  for await (const { index, value } of records)
    waiting.push(checkRow(entityShape, { row: `entities[${index}]`, value }));
  const about = besideShape.safeParse(beside);
  if (!about.success)
    throw broken({
      field: about.error.issues[0]?.path.map(String).join('.') ?? '',
      message: `What stands beside the entities is not understood: ${about.error.issues[0]?.message ?? ''}.`,
      fix: `\`list_id\` is one of ${Object.keys(PARSED_LISTS).join(', ')}.`,
    });
  const { list_id, extracted = null, count = null, source_file = '' } = about.data;
  const list = PARSED_LISTS[list_id];
  for (const item of waiting)
    yield item.kind === 'row' ? { ...item, value: { list, entity: item.value } } : item;
  yield { kind: 'about', date: extracted, claims: count, publisher: source_file };
}
