import { groupBy } from '../facts/group.ts';
import { addressKey, foldName } from '../normalise/names.ts';
import type { Ambiguous, ListRow, RowPair } from './diff-rows.ts';

/** What is left of two editions after the rows that are the same were taken out of both. */
export interface Matched {
  readonly pairs: readonly RowPair[];
  readonly ambiguous: readonly Ambiguous[];
  readonly removed: readonly ListRow[];
  readonly added: readonly ListRow[];
}

/** A key under which rows are the same entry, when each edition has exactly one row of it. */
interface Key {
  readonly by: string;
  /** Keys of a row; none when this way of telling does not apply to it. */
  readonly of: (row: ListRow) => readonly string[];
  /** True when several rows of one key on both sides are told as ambiguous, not left to the next key. */
  readonly isLast?: boolean;
}

const country = ({ party }: ListRow): string => party.jurisdiction ?? '';
const cited = (row: ListRow, text: string): string[] =>
  row.firstCitation === '' || text === '' ? [] : [`${row.firstCitation}|${text}`];

/**
 * From the surest to the least. The publisher's own row ids are never used: an amended row gets another one. A party's id
 * is made of its printed name, so rows of one party are those of one name.
 */
const KEYS: readonly Key[] = [
  { by: 'the same row', of: (row) => [`${row.party.id}|${saysOf(row)}`] },
  { by: 'the same name and first citation', of: (row) => cited(row, `${row.listing.id}|${row.party.id}`) },
  {
    by: 'the same name, first citation and start',
    of: (row) => cited(row, `${row.party.id}|${row.listing.from}`),
  },
  { by: 'the same name and first citation', of: (row) => cited(row, row.party.id) },
  { by: 'the same name, as the only one', of: (row) => [row.party.id], isLast: true },
  { by: 'the same name in another spelling', of: (row) => [`${foldName(row.party.name)}|${country(row)}`] },
  { by: 'the same first citation, address and alias', of: (row) => both(row) },
  { by: 'the same first citation and alias', of: (row) => names(row), isLast: true },
  { by: 'the same first citation and address', of: (row) => addresses(row), isLast: true },
];

/** Rows of two editions of one list, paired where they are the same entry. */
export function matchRows(before: readonly ListRow[], after: readonly ListRow[]): Matched {
  const left = { before: new Set(before), after: new Set(after) };
  const pairs: RowPair[] = [];
  const ambiguous: Ambiguous[] = [];
  for (const key of KEYS) {
    for (const each of metBy(key, left)) {
      const [one, other] = [each.before[0], each.after[0]];
      if (each.before.length === 1 && each.after.length === 1 && one && other)
        pairs.push({ before: one, after: other, by: key.by });
      else ambiguous.push({ ...each, why: `Several rows have ${key.by}.` });
    }
  }
  return { pairs, ambiguous, removed: [...left.before], added: [...left.after] };
}

/** Rows that meet under a key, one by one or, for the last key of their kind, several; they are taken out of `left`. */
function* metBy(
  key: Key,
  left: { readonly before: Set<ListRow>; readonly after: Set<ListRow> },
): Iterable<Pick<Ambiguous, 'before' | 'after'>> {
  const later = keyed(left.after, key);
  for (const [text, rows] of keyed(left.before, key)) {
    const before = rows.filter((row) => left.before.has(row));
    const after = (later.get(text) ?? []).filter((row) => left.after.has(row));
    const isOne = before.length === 1 && after.length === 1;
    if (before.length === 0 || after.length === 0 || (!isOne && key.isLast !== true)) continue;
    for (const row of before) left.before.delete(row);
    for (const row of after) left.after.delete(row);
    yield { before, after };
  }
}

function keyed(rows: Iterable<ListRow>, { of }: Key): Map<string, ListRow[]> {
  const all = [...rows].flatMap((row) => [...new Set(of(row))].map((text) => ({ row, text })));
  const groups = groupBy(all, ({ text }) => text);
  return new Map([...groups].map(([text, each]) => [text, each.map(({ row }) => row)]));
}

function saysOf({ listing }: ListRow): string {
  const { footnotes, programs, citation, licenceRequirement, reviewPolicy, from, to } = listing;
  return JSON.stringify([footnotes, programs, citation, licenceRequirement, reviewPolicy, from, to]);
}

function names(row: ListRow): string[] {
  const { name, aliases } = row.party;
  return [name, ...aliases]
    .map(foldName)
    .flatMap((text) => cited(row, text === '' ? '' : `${text}|${country(row)}`));
}

function addresses(row: ListRow): string[] {
  return row.party.addresses.map((text) => addressKey(text) ?? '').flatMap((text) => cited(row, text));
}

function both(row: ListRow): string[] {
  const places = row.party.addresses.map((text) => addressKey(text)).filter((key) => key !== null);
  return names(row).flatMap((name) => places.map((place) => `${name}|${place}`));
}
