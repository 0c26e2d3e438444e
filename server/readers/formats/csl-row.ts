import type { ReadItem, ReadRow, SetAside } from '../reader.ts';
import { checkRow, type Found } from './check-row.ts';
import { type CslRow, cslShape } from './csl-shape.ts';
import { CSL_SOURCES, isCslSource } from './csl-sources.ts';
import { once } from './once.ts';

/** A row of the Consolidated Screening List, or what is wrong with it, with the list that it says it is of. */
export function checkCslRow(found: Found): ReadRow<CslRow> | SetAside {
  const item = checkRow(cslShape, found);
  return item.kind === 'row' ? item : { ...item, ...listOf(found.value) };
}

function listOf(value: unknown): { list?: string } {
  const source = typeof value === 'object' && value !== null && 'source' in value ? value.source : null;
  return typeof source === 'string' && isCslSource(source) ? { list: CSL_SOURCES[source] } : {};
}

/** The rows with each id of the publisher once. */
export function onceById(items: AsyncIterable<ReadItem<CslRow>>): AsyncGenerator<ReadItem<CslRow>> {
  return once(items, ({ id, source }) => ({ id, list: CSL_SOURCES[source] }));
}
