import type { z } from 'zod';
import type { ReadItem, SetAside } from '../reader.ts';

/**
 * One value against the shape of its format: the row, or one aside for each thing that is wrong with it. A field that
 * the shape does not know stops the row.
 */
export function* checked<T>(shape: z.ZodType<T>, value: unknown, row: string): Generator<ReadItem<T>> {
  const result = shape.safeParse(value);
  if (result.success) yield { kind: 'row', row, value: result.data };
  else for (const issue of result.error.issues) yield asideOf(issue, value, row);
}

/** A field and its value as read. */
export type FieldValue = readonly [field: string, value: unknown];

/** An aside about one field of a row. */
export function aside(row: string, [field, value]: FieldValue, reason: string, fix: string): SetAside {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return { kind: 'aside', row, field, value: text.slice(0, 200), reason, fix };
}

function asideOf(issue: z.core.$ZodIssue, value: unknown, row: string): SetAside {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const named = [...issue.path, issue.keys[0] ?? ''];
    const reason = `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    return aside(
      row,
      [named.join('.'), valueAt(value, named)],
      reason,
      'Interlock must learn it before the row can be read.',
    );
  }
  const found = valueAt(value, issue.path);
  const reason = found === undefined ? 'is missing' : issue.message;
  return aside(row, [field, found ?? ''], reason, 'Correct the value, or report it to the publisher.');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
