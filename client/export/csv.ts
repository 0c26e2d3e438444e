import type { Drawing } from '../canvas/drawing.ts';

const COLUMNS = [
  'id',
  'type',
  'from_id',
  'from_name',
  'from_original_name',
  'to_id',
  'to_name',
  'to_original_name',
  'kind',
  'label',
  'from',
  'to',
  'holds',
  'confidence',
  'sources',
  'note',
  'row',
];

/** The ties of a drawing as CSV (RFC 4180), one a row, with the ids that everything else uses. */
export function toCsv({ edges, nodes }: Drawing): string {
  const name = (id: string): string => nodes.get(id)?.name ?? id;
  const original = (id: string): string => nodes.get(id)?.originalName ?? '';
  const rows = [...edges.values()].map((edge) => [
    edge.id,
    edge.type,
    edge.source,
    name(edge.source),
    original(edge.source),
    edge.target,
    name(edge.target),
    original(edge.target),
    edge.kind,
    edge.label,
    edge.from ?? '',
    edge.to ?? '',
    String(edge.active),
    edge.confidence,
    edge.sources.join(' '),
    edge.note,
    edge.row,
  ]);
  return `\uFEFF${[COLUMNS, ...rows].map(csvLine).join('\r\n')}\r\n`;
}

/** One line of CSV, every cell quoted. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

/** A quoted cell. A sign that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
