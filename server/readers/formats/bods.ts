import type { Bytes, Reader, ReadItem } from '../reader.ts';
import { type BodsStatement, bods2Shape, bods4Shape } from './bods-shapes.ts';
import { aside, checked } from './checked.ts';
import { type JsonItem, jsonItems } from './json-items.ts';

/**
 * Beneficial Ownership Data Standard (standard.openownership.org): 0.4, and 0.2 / 0.3 of before. One array, one statement
 * a line, or one statement alone; the version is told from the statement, since many do not state it.
 */
export const BODS: Reader<BodsStatement> = {
  id: 'bods',
  title: 'Beneficial Ownership Data Standard, JSON or newline JSON',
  recognises: (head) =>
    /^\s*[[{]/.test(head) &&
    /"statementI[dD]"\s*:/.test(head) &&
    /"(recordType|recordId|statementType)"\s*:/.test(head),
  read: readBods,
};

async function* readBods(bytes: Bytes): AsyncGenerator<ReadItem<BodsStatement>> {
  yield { kind: 'about', date: null, claims: null, publisher: '' };
  for await (const item of jsonItems(bytes)) yield* readStatement(item);
}

function* readStatement({ row, value }: JsonItem): Generator<ReadItem<BodsStatement>> {
  if (typeof value !== 'object' || value === null)
    yield aside(row, ['', value], 'is no statement', 'A statement is a JSON object.');
  else if ('statementType' in value) yield* checked(bods2Shape, value, row);
  else yield* checked(bods4Shape, value, row);
}
