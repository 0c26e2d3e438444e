import type { CypherReply } from '../../server/wire/cypher.ts';
import { csvLine } from './csv.ts';

/** The rows of a Cypher result as CSV; nodes and relationships by their ids. */
export function toCsvRows({ columns, rows }: CypherReply): string {
  const lines = [columns, ...rows.map((row) => row.map(cellText))].map(csvLine);
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A value as text: the id of a thing or tie, plain values as they are, the rest as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  const id = idOf(value);
  return id ?? JSON.stringify(value);
}

/** The id of a node or relationship in a result; undefined for anything else. */
export function idOf(value: object): string | undefined {
  if (!('properties' in value) || typeof value.properties !== 'object' || value.properties === null)
    return undefined;
  return 'id' in value.properties ? String(value.properties.id) : undefined;
}
