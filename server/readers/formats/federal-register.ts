import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { isDate } from '../../facts/dates.ts';
import { broken } from '../bytes/broken.ts';
import type { Bytes, Reader, ReadItem } from '../reader.ts';
import { checkRow } from './check-row.ts';

const day = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
  .refine((value) => value === null || isDate(value), 'is not a day of the calendar written YYYY-MM-DD');
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** What is used of a document; the API has some sixty fields more, which say nothing about who is listed. */
const ruleShape = z.object({
  document_number: z.string().min(1),
  title: z.string().min(1),
  type: text,
  action: text,
  citation: text,
  publication_date: day,
  effective_on: day,
  html_url: text,
});

/** A rule or notice of the Federal Register: its number, days and citation. */
export type FederalRegisterRow = z.infer<typeof ruleShape>;

/** A page of search results is under one mebibyte. */
const MAX_BYTES = 64 * 2 ** 20;

/** One document of the Federal Register's API, or a page of `results`. */
export const federalRegister: Reader<FederalRegisterRow> = {
  id: 'federal-register',
  title: 'Federal Register documents, JSON',
  recognises: (head) =>
    /^\uFEFF?\s*\{/.test(head) && /"document_number"\s*:/.test(head) && /"publication_date"\s*:/.test(head),
  read,
};

async function* read(bytes: Bytes): AsyncGenerator<ReadItem<FederalRegisterRow>> {
  const document = parse(await whole(bytes));
  const page = z.object({ count: z.int().optional(), results: z.array(z.unknown()) }).safeParse(document);
  const found = page.success ? page.data.results : [document];
  for (const [index, value] of found.entries())
    yield checkRow(ruleShape, { row: page.success ? `results[${index}]` : 'document', value });
  const claims = page.success ? null : 1;
  yield { kind: 'about', date: null, claims, publisher: 'Federal Register' };
}

async function whole(bytes: Bytes): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MAX_BYTES)
      throw broken({
        message: 'is larger than any answer of the Federal Register.',
        fix: 'Look what it is.',
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw broken({ message: `Not valid JSON: ${reason}.`, fix: 'Fetch the document again, whole.' });
  }
}
