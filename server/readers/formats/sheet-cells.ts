import type { CellKind, Columns } from './sheet-columns.ts';

/**
 * The cells of one row as a row of a case file. An empty cell is a field left out. Lists are parted by semicolons; a
 * share may end with `%`; what cannot be what its column says is left as text, which the shape of the row then refuses.
 */
export function rowOf(header: readonly string[], cells: readonly string[], columns: Columns): object {
  const fields = header.flatMap((name, index): [string, unknown][] => {
    const text = (cells[index] ?? '').trim();
    const kind = columns[name];
    return text === '' || kind === undefined ? [] : [[name, cellValue(text, kind)]];
  });
  const { shareMin, shareMax, ...row } = Object.fromEntries(fields);
  if (shareMin === undefined && shareMax === undefined) return row;
  // A share and bounds at once contradict each other: the shape refuses the three together.
  const bounds = {
    ...(shareMin === undefined ? {} : { min: shareMin }),
    ...(shareMax === undefined ? {} : { max: shareMax }),
  };
  return { ...row, share: row.share === undefined ? bounds : { ...bounds, share: row.share } };
}

function cellValue(text: string, kind: CellKind): unknown {
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'yes-no') return yesNo(text);
  if (kind === 'list') return listOf(text);
  return kind === 'share' ? text.replace(/\s*%$/, '') : text;
}

function yesNo(text: string): boolean | string {
  if (/^(yes|true)$/i.test(text)) return true;
  return /^(no|false)$/i.test(text) ? false : text;
}

function listOf(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
