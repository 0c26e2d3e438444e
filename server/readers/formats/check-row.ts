import type { z } from 'zod';
import type { ReadRow, SetAside } from '../reader.ts';

/** One row as its file gives it, with its place. */
export interface Found {
  /** `line 12`, `results[5]` */
  readonly row: string;
  readonly value: unknown;
}

/** A row that fits its shape, or what is wrong with its first field that does not. */
export function checkRow<T>(shape: z.ZodType<T>, { row, value }: Found): ReadRow<T> | SetAside {
  const result = shape.safeParse(value);
  if (result.success) return { kind: 'row', row, value: result.data };
  const [issue] = result.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : '';
  const path = unknown === '' ? (issue?.path ?? []) : [...(issue?.path ?? []), unknown];
  return {
    kind: 'aside',
    row,
    field: path.map(String).join('.'),
    value: shown(path.reduce(step, value)),
    reason: unknown === '' ? (issue?.message ?? 'does not fit') : `unknown field "${unknown}"`,
    fix:
      unknown === ''
        ? 'Correct the field at its source, or leave the row out; the other rows are read.'
        : 'The publisher may have changed the format: look whether the field says something that matters.',
  };
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A value as a person may see it: text as it is, all else as JSON; at most 200 characters. */
function shown(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200);
}
