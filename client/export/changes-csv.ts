import type { ChangeSet } from '../../server/wire/editions.ts';
import { csvLine } from './csv.ts';

const COLUMNS = [
  ...['list', 'before', 'after', 'change', 'party', 'name', 'original_name', 'country', 'citation'],
  ...['field', 'from_text', 'to_text'],
];

/** The entries of a change set as CSV (RFC 4180): a row for each field that changed, one for each entry without. */
export function changesCsv({ lists }: ChangeSet): string {
  const rows = lists.flatMap(({ list, before, after, rows: changed }) =>
    changed.flatMap((row) => {
      const own = [
        ...[list, before?.date ?? '', after.date, row.kind, row.party, row.name, row.originalName ?? ''],
        ...[row.country ?? '', row.citation],
      ];
      if (row.fields.length === 0) return [[...own, '', '', '']];
      return row.fields.map(({ field, before: was, after: is }) => [
        ...own,
        field,
        was.join('; '),
        is.join('; '),
      ]);
    }),
  );
  return `\uFEFF${[COLUMNS, ...rows].map(csvLine).join('\r\n')}\r\n`;
}
