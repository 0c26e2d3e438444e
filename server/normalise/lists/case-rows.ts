import type { RawRow } from '../../readers/raw-case.ts';
import { uniqueIds } from '../ids.ts';
import { citationsOf } from './citations.ts';
import type { CaseRows, ListEntry, ListId } from './entry.ts';
import { type FindParty, partyFinder, partyIds } from './entry-parties.ts';
import { tidy } from './list-names.ts';
import { listPartyId } from './list-party-id.ts';

/** What is known about the file that all the entries come from. */
export interface EntriesOf {
  readonly file: string;
  readonly date: string;
  readonly url?: string;
  /** Id of the series that a list is in, where it is not the list's own. */
  readonly seriesOf?: (list: string) => string;
}

/** Id of the source that stands for the edition of a list: `list/bis-entity-list/2024-12-31`. */
function sourceId(list: string, { date, seriesOf }: EntriesOf): string {
  return `list/${seriesOf?.(list) ?? list}/${date}`;
}

interface Placed {
  readonly entry: ListEntry;
  readonly party: string;
}

/**
 * Entries of a list as rows of a case file: a source for each list's edition, a party for each name, a listing for each
 * entry, and an affiliation where the list itself names a parent.
 */
export function caseRowsOf(entries: readonly ListEntry[], about: EntriesOf): CaseRows {
  const ids = partyIds(entries);
  const placed = entries.map((entry, at) => ({ entry, party: ids[at] ?? '' })).sort(byAge);
  const ties = tiesOf(placed, partyFinder(entries, ids));
  const lists = [...new Set(entries.map(({ list }) => list))].sort();
  return {
    sources: lists.map((list) => sourceRow(list, about)),
    parties: [...partyRows(placed, about), ...ties.parents.map((row) => row(about))],
    listings: listingRows(placed, about),
    affiliations: ties.affiliations.map((row) => row(about)),
  };
}

function sourceRow(list: ListId, about: EntriesOf): RawRow<'sources'> {
  const { file, date, url } = about;
  const title = `${about.seriesOf?.(list) ?? list}, edition of ${date}`;
  return {
    file,
    row: 'file',
    value: { id: sourceId(list, about), title, date, ...(url === undefined ? {} : { url }) },
  };
}

/**
 * The order in which several listings of one party under one country are numbered: by first citation, then by start, so
 * that an entry that is added comes last and changes no number before it, wherever it stands in the file.
 */
function byAge({ entry: a }: Placed, { entry: b }: Placed): number {
  return (
    compare(a.list, b.list) || compare(ageOf(a), ageOf(b)) || compare(a.from ?? '9999', b.from ?? '9999')
  );
}

function ageOf({ citation }: ListEntry): string {
  const [first] = citationsOf(citation);
  if (first === undefined) return '~';
  return `${String(first.volume).padStart(4, '0')} ${String(first.page).padStart(7, '0')}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function partyRows(placed: readonly Placed[], about: EntriesOf): RawRow<'parties'>[] {
  const byParty = new Map<string, ListEntry[]>();
  for (const { party, entry } of placed) {
    const entries = byParty.get(party);
    if (entries === undefined) byParty.set(party, [entry]);
    else entries.push(entry);
  }
  return [...byParty].flatMap(([id, entries]) => {
    const [first] = entries;
    return first === undefined ? [] : [partyRow(id, first, { entries, about })];
  });
}

function partyRow(
  id: string,
  first: ListEntry,
  { entries, about }: { entries: readonly ListEntry[]; about: EntriesOf },
): RawRow<'parties'> {
  const names = entries.flatMap(({ name, aliases }) => [name, ...aliases]);
  const original = entries.find(({ originalName }) => originalName !== '')?.originalName;
  const kind = entries.find((entry) => entry.kind !== null)?.kind ?? 'unknown';
  const jurisdiction = entries.find(({ country }) => country !== null)?.country;
  const note = distinct(entries.map(({ partyNote }) => partyNote)).join(' ');
  const value = {
    id,
    name: first.name,
    aliases: distinct(names).filter((name) => name !== first.name),
    ...(original === undefined ? {} : { originalName: { text: original } }),
    kind,
    ...(jurisdiction ? { jurisdiction } : {}),
    addresses: distinct(entries.flatMap(({ addresses }) => addresses)),
    roles: distinct(entries.flatMap(({ roles }) => roles)),
    identifiers: identifiersOf(entries),
    source: distinct(entries.map(({ list }) => sourceId(list, about))),
    confidence: first.confidence,
    ...(note === '' ? {} : { note }),
  };
  return { file: first.file, row: first.row, value };
}

function identifiersOf(entries: readonly ListEntry[]): { scheme: string; value: string }[] {
  const all = entries.flatMap(({ identifiers }) => identifiers);
  const byKey = new Map(all.map((each) => [`${each.scheme} ${each.value}`, { ...each }]));
  return [...byKey.values()];
}

function listingRows(placed: readonly Placed[], about: EntriesOf): RawRow<'listings'>[] {
  const unique = uniqueIds();
  return placed.map(({ entry, party }) => {
    const place = entry.registered === null ? [entry.country?.toLowerCase() ?? 'zz'] : [];
    const value = {
      id: unique(['listing', about.seriesOf?.(entry.list) ?? entry.list, party, ...place].join(':')),
      party,
      list: entry.list,
      from: entry.from,
      to: entry.to,
      footnotes: [...entry.footnotes],
      programs: [...entry.programs],
      citation: entry.citation,
      licenceRequirement: entry.licenceRequirement,
      reviewPolicy: entry.reviewPolicy,
      fromConfidence: entry.fromConfidence,
      source: sourceId(entry.list, about),
      confidence: entry.confidence,
      ...(entry.listingNote === '' ? {} : { note: entry.listingNote }),
    };
    return { file: entry.file, row: entry.row, value };
  });
}

type MakeRow<S extends 'parties' | 'affiliations'> = (about: EntriesOf) => RawRow<S>;

/** Affiliations that the list states, and the parents that have no entry of their own in this file. */
function tiesOf(
  placed: readonly Placed[],
  find: FindParty,
): { parents: MakeRow<'parties'>[]; affiliations: MakeRow<'affiliations'>[] } {
  const unique = uniqueIds();
  const known = new Set(placed.map(({ party }) => party));
  const parents = new Map<string, MakeRow<'parties'>>();
  const affiliations = new Map<string, MakeRow<'affiliations'>>();
  for (const { entry, party } of placed) {
    const { tie } = entry;
    if (tie === null) continue;
    const parent = find(entry, tie.name) ?? listPartyId(entry.list, tie.name);
    const key = `${tie.kind} ${party} ${parent}`;
    if (parent === party || affiliations.has(key)) continue;
    if (!known.has(parent) && !parents.has(parent)) parents.set(parent, parentRow(parent, entry, tie.name));
    const id = unique(['affiliation', tie.kind, party, parent].join(':'));
    affiliations.set(key, (about) => ({
      file: entry.file,
      row: entry.row,
      value: {
        ...{ id: inSeries(id, entry.list, about), a: party, b: parent, kind: tie.kind, note: tie.note },
        source: sourceId(entry.list, about),
        confidence: entry.confidence,
      },
    }));
  }
  return { parents: [...parents.values()], affiliations: [...affiliations.values()] };
}

function parentRow(id: string, { file, row, list, confidence }: ListEntry, name: string): MakeRow<'parties'> {
  const note = 'Named by the list in the entry of another party; has no entry of its own there.';
  return (about) => ({
    file,
    row,
    value: { id, name: tidy(name), source: sourceId(list, about), confidence, note },
  });
}

/** What a rendering of the list says too has its own id. */
function inSeries(id: string, list: string, { seriesOf }: EntriesOf): string {
  const series = seriesOf?.(list) ?? list;
  return series === list ? id : `${id}@${series}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
