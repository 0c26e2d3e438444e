import { foldName } from '../names.ts';
import type { ListEntry } from './entry.ts';
import { listPartyId } from './list-party-id.ts';

/**
 * Which party each entry is of. Entries of one list under the same printed name are one party when they share a country
 * or one says "See alternate address under" the other's country; otherwise they are namesakes: each country's party gets
 * its country added to the id, all of them, so that one that leaves the list never hands its id to another.
 *
 * @returns ids in the order of the entries
 */
export function partyIds(entries: readonly ListEntry[]): string[] {
  const byName = new Map<string, ListEntry[]>();
  for (const entry of entries) {
    if (entry.registered !== null) continue;
    const id = listPartyId(entry.list, entry.rawName);
    byName.set(id, [...(byName.get(id) ?? []), entry]);
  }
  const ids = new Map<ListEntry, string>();
  for (const [id, namesakes] of byName) {
    const groups = joined(namesakes);
    for (const group of groups)
      for (const entry of group) ids.set(entry, groups.length === 1 ? id : `${id}-${placeOf(group)}`);
  }
  return entries.map((entry) => entry.registered ?? ids.get(entry) ?? listPartyId(entry.list, entry.rawName));
}

function joined(entries: readonly ListEntry[]): ListEntry[][] {
  let groups: ListEntry[][] = [];
  for (const entry of entries) {
    const same = groups.filter((group) => group.some((other) => isSame(entry, other)));
    groups = [...groups.filter((group) => !same.includes(group)), [...same.flat(), entry]];
  }
  return groups;
}

function isSame(a: ListEntry, b: ListEntry): boolean {
  if (a.countries.length === 0 && b.countries.length === 0) return true;
  const meets = (some: readonly string[], others: readonly string[]) =>
    some.some((code) => others.includes(code));
  return meets(a.countries, [...b.countries, ...b.seeAlso]) || meets(a.seeAlso, b.countries);
}

/** Groups of namesakes share no country, so the first in the alphabet names each. */
function placeOf(group: readonly ListEntry[]): string {
  const [code = 'zz'] = group.flatMap(({ countries }) => countries).sort();
  return code.toLowerCase();
}

/** Finds the party that an entry names as its parent among the entries of the same file. */
export type FindParty = (child: ListEntry, name: string) => string | null;

/**
 * By the printed name, then by alias or by the short form in parentheses at the end of a name (`... (CETC 13)`), and only
 * when these name one party; of namesakes the one in the country of the child.
 *
 * @param ids of the entries, in their order
 */
export function partyFinder(entries: readonly ListEntry[], ids: readonly string[]): FindParty {
  const byName = new Map<string, Map<string, ListEntry>>();
  const byAlias = new Map<string, Map<string, ListEntry>>();
  const add = (index: typeof byName, name: string, entry: ListEntry, id: string): void => {
    const key = foldName(name);
    if (key === '') return;
    const found = index.get(key) ?? new Map<string, ListEntry>();
    if (!found.has(id)) found.set(id, entry);
    index.set(key, found);
  };
  for (const [at, entry] of entries.entries()) {
    const id = ids[at] ?? '';
    add(byName, entry.tie === null ? entry.rawName : entry.name, entry, id);
    for (const alias of [entry.name, ...entry.aliases, ...shortForms(entry.name)])
      add(byAlias, alias, entry, id);
  }
  return (child, name) =>
    onlyOne(byName.get(foldName(name)), child) ?? onlyOne(byAlias.get(foldName(name)), child);
}

function onlyOne(found: ReadonlyMap<string, ListEntry> | undefined, child: ListEntry): string | null {
  const all = [...(found ?? [])];
  const near = all.filter(([, { countries }]) => countries.some((code) => child.countries.includes(code)));
  const [only, ...others] = all.length === 1 ? all : near;
  return only === undefined || others.length > 0 ? null : only[0];
}

function shortForms(name: string): string[] {
  const match = /^(.+?)\s*\(([^()]{2,40})\)$/.exec(name);
  return match === null ? [] : [match[1] ?? '', match[2] ?? ''];
}
