import type { CypherReply } from '../../server/wire/cypher.ts';
import { cellText, idOf } from '../export/csv-rows.ts';

/** Rows of a result. Things and ties show their name and id, with everything else in the tooltip. */
export function CypherTable({ reply: { columns, rows } }: { readonly reply: CypherReply }) {
  if (rows.length === 0) return <p className="state muted">The query ran and found nothing.</p>;
  return (
    <div className="cypher-table">
      <table className="sortable">
        <caption className="visually-hidden">Rows of the result</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a result have no other identity
            <tr key={index}>
              {row.map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its columns
                <td key={column}>
                  <Cell value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ value }: { readonly value: unknown }) {
  if (typeof value !== 'object' || value === null)
    return <span className={typeof value === 'number' ? 'number' : ''}>{cellText(value)}</span>;
  const id = idOf(value);
  if (id === undefined) return <code>{cellText(value)}</code>;
  return (
    <span title={JSON.stringify(value, null, 1)} data-id={id}>
      <em>{kindOf(value)}</em> {nameOf(value)} <code>{id}</code>
    </span>
  );
}

function kindOf(value: object): string {
  if ('relationship' in value) return String(value.relationship);
  return 'node' in value && Array.isArray(value.node) ? value.node.join(':') : '';
}

function nameOf(value: object): string {
  if (!('properties' in value) || typeof value.properties !== 'object' || value.properties === null)
    return '';
  return 'name' in value.properties ? String(value.properties.name) : '';
}
