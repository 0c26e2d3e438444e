import { type ReactNode, useMemo, useState } from 'react';

export interface Column<T> {
  readonly name: string;
  readonly show: (row: T) => ReactNode;
  /** What the column is sorted by; numbers as numbers. */
  readonly sortBy: (row: T) => string | number;
}

interface SortableTableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  readonly isSelected: (row: T) => boolean;
  readonly onSelect: (row: T, more: boolean) => void;
}

/** A table whose columns sort and whose rows select: the twin of the canvas for keyboard and screen reader. */
export function SortableTable<T>({
  caption,
  columns,
  rows,
  idOf,
  isSelected,
  onSelect,
}: SortableTableProps<T>) {
  const [sorting, setSorting] = useState({ column: -1, descending: false });
  const sorted = useMemo(
    () => sortRows(rows, columns[sorting.column], sorting.descending),
    [rows, columns, sorting],
  );
  const [first, ...others] = columns;
  return (
    <table className="sortable">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name }, index) => (
            <th
              key={name}
              scope="col"
              aria-sort={
                sorting.column === index ? (sorting.descending ? 'descending' : 'ascending') : 'none'
              }
            >
              <button
                type="button"
                onClick={() =>
                  setSorting({ column: index, descending: sorting.column === index && !sorting.descending })
                }
              >
                {name}{' '}
                <span aria-hidden="true">
                  {sorting.column === index ? (sorting.descending ? '▾' : '▴') : ''}
                </span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={idOf(row)} data-id={idOf(row)} className={isSelected(row) ? 'is-selected' : ''}>
            <th scope="row">
              <button
                type="button"
                className="link"
                aria-pressed={isSelected(row)}
                onClick={(event) => onSelect(row, event.shiftKey)}
              >
                {first?.show(row)}
              </button>
            </th>
            {others.map(({ name, show }) => (
              <td key={name}>{show(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sortRows<T>(rows: readonly T[], column: Column<T> | undefined, descending: boolean): T[] {
  const copy = [...rows];
  if (!column) return copy;
  const sign = descending ? -1 : 1;
  return copy.sort((a, b) => {
    const [left, right] = [column.sortBy(a), column.sortBy(b)];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right));
    return order * sign;
  });
}
