import { z } from 'zod';
import { isDate } from '../../facts/dates.ts';
import { jsonRecords } from '../bytes/json-array.ts';
import type { Bytes, Reader, ReadItem } from '../reader.ts';
import { checkRow } from './check-row.ts';

const day = z
  .string()
  .nullable()
  .refine((value) => value === null || isDate(value), 'is not a day of the calendar written YYYY-MM-DD');

const metiShape = z
  .strictObject({
    id: z.string(),
    list_id: z.literal('jp-end-user-list', 'is not the end-user list of Japan'),
    entity_name: z.string(),
    entity_type: z.enum(['organization', 'individual', 'other']),
    aliases: z.array(z.string()),
    addresses: z.array(z.string()),
    country: z.string().describe('Country of the list, not of the party'),
    reason: z.string(),
    date_added: day,
    last_verified: day,
    source_list_name: z.string(),
    source_url: z.string(),
  })
  .refine(({ entity_name, addresses }) => [entity_name, ...addresses].join('').trim() !== '', {
    path: ['entity_name'],
    message: 'is empty, and there is no address that could hold the name',
  });

/** A row of Japan's end-user list. */
export type MetiRow = z.infer<typeof metiShape>;

/** Japan's Foreign End User List as JSON: a flat array; its day is the last on which a row was compared with METI's. */
export const metiJson: Reader<MetiRow> = {
  id: 'meti-json',
  title: 'METI Foreign End User List, JSON',
  recognises: (head) => /^\uFEFF?\s*\[/.test(head) && /"list_id"\s*:\s*"jp-end-user-list"/.test(head),
  read,
};

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<MetiRow>> {
  let date: string | null = null;
  for await (const { index, value } of jsonRecords(bytes, null)) {
    const item = checkRow(metiShape, { row: `[${index}]`, value });
    if (item.kind === 'row' && (item.value.last_verified ?? '') > (date ?? ''))
      date = item.value.last_verified;
    yield item;
  }
  yield { kind: 'about', date, claims: null, publisher: 'METI' };
}
