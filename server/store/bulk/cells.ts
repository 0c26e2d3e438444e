import neo4j from 'neo4j-driver';

/** Types of the import tool that the properties of Interlock have. */
export type ColumnType = 'string' | 'string[]' | 'double' | 'long' | 'boolean' | 'date';

/** Between the texts of a list: a sign that no text has. The import tool knows no way to escape it. */
export const LIST_DELIMITER = '\u001f';

/** What cannot be said in the files of the import tool; the ordinary load can. */
export class Unsayable extends Error {}

/**
 * The type of the column that a property goes into.
 *
 * @throws Unsayable for a type that Interlock does not write
 */
export function typeOf(value: unknown): ColumnType {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'string[]';
  if (isObject(value) && neo4j.isDate(value)) return 'date';
  if (neo4j.isInt(value)) return 'long';
  throw new Unsayable(`A property of another kind: ${String(value)}`);
}

/**
 * A property as a cell: text always in quotes, so that empty text is not taken for an absent one; nothing for what is
 * absent. Quotes are doubled (RFC 4180, section 2, rule 7), line breaks stay as they are.
 *
 * @throws Unsayable for a number that is none, and for a list that would be read otherwise than it is
 */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Unsayable(`No number: ${value}`);
  if (Array.isArray(value)) return listCell(value);
  return isObject(value) ? objectCell(value) : String(value);
}

const cells = new WeakMap<object, string>();

/** Days and whole numbers of Neo4j, which do not change; the same few days turn up millions of times. */
function objectCell(value: object): string {
  const made = cells.get(value) ?? String(value);
  cells.set(value, made);
  return made;
}

/** Text in quotes. */
export function quoted(text: string): string {
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}

function listCell(list: readonly unknown[]): string {
  for (const text of list)
    if (typeof text !== 'string' || text.includes(LIST_DELIMITER))
      throw new Unsayable(`Not said in a list: ${String(text)}`);
  // One empty text and no text at all look the same.
  if (list.length === 1 && list[0] === '') throw new Unsayable('A list of one empty text');
  return quoted(list.join(LIST_DELIMITER));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
