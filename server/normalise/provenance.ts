import { DEFAULT_CONFIDENCE } from '../facts/confidence.ts';
import type * as F from '../facts/facts.ts';
import type { RawRow } from '../readers/raw-case.ts';
import { type KnownFields, known } from './known.ts';

/** What all facts carry beside their own fields, from what their rows say. */

/** Place of a row as facts carry it and messages show it. */
export function placeOf(row: RawRow): string {
  return `${row.file}#${row.row}`;
}

export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

interface ProvenanceFields extends KnownFields {
  readonly source?: string | string[] | undefined;
  readonly confidence?: F.Provenance['confidence'] | undefined;
  readonly note?: string | undefined;
}

export function provenance(row: RawRow, value: ProvenanceFields): Omit<F.Provenance, 'id'> {
  return {
    sources: listOf(value.source),
    confidence: value.confidence ?? DEFAULT_CONFIDENCE,
    note: value.note ?? '',
    row: placeOf(row),
    ...known(value),
  };
}

interface DatedFields extends ProvenanceFields {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly fromPrecision?: F.DatePrecision | undefined;
  readonly toPrecision?: F.DatePrecision | undefined;
}

export function dated(row: RawRow, value: DatedFields): Omit<F.DatedFact, 'id'> {
  return {
    ...provenance(row, value),
    from: value.from ?? null,
    to: value.to ?? null,
    fromPrecision: value.fromPrecision ?? 'day',
    toPrecision: value.toPrecision ?? 'day',
  };
}
