import { foldName } from '../names.ts';
import type { ListEntry } from './entry.ts';

/** One entry of each rendering, and what joined them. */
interface Reconciled {
  readonly left: ListEntry;
  readonly right: ListEntry;
  /**
   * `parent`: it stands there within the entry of its parent; `beginning`: the names begin alike up to a comma, which
   * is no more than a candidate.
   */
  readonly by: 'name and country' | 'name' | 'alias' | 'parent' | 'beginning';
}

export interface Reconciliation {
  readonly same: readonly Reconciled[];
  readonly onlyLeft: readonly ListEntry[];
  readonly onlyRight: readonly ListEntry[];
}

type Keys = (entry: ListEntry) => readonly string[];

/** Ways to join two entries, the strictest first. Citations are none: renderings cite other pages of the same rule. */
const WAYS: readonly (readonly [by: Reconciled['by'], keys: Keys])[] = [
  ['name and country', (entry) => withCountry(entry, namesOf(entry))],
  ['name', namesOf],
  ['alias', (entry) => withCountry(entry, [...namesOf(entry), ...aliasesOf(entry)])],
  ['parent', (entry) => withCountry(entry, [...namesOf(entry), ...parentOf(entry)])],
  ['beginning', (entry) => withCountry(entry, [...namesOf(entry), ...beginningsOf(entry)])],
];

/**
 * Joins two renderings of one list, entry by entry: by name and country, then by name, then by names and aliases with the
 * country. Several rows of one party are joined one by one in their order, and all to the same where the other rendering
 * has fewer. What is left has no counterpart at all.
 */
export function reconcile(left: readonly ListEntry[], right: readonly ListEntry[]): Reconciliation {
  const there = matches(left, right);
  const joined = new Set(there.map((each) => each.right));
  const rest = right.filter((entry) => !joined.has(entry));
  const back = matches(rest, left).map(({ left: mine, right: other, by }) => ({
    ...{ left: other, right: mine, by },
  }));
  const seen = new Set([...there, ...back].flatMap((each) => [each.left, each.right]));
  return {
    same: [...there, ...back],
    onlyLeft: left.filter((entry) => !seen.has(entry)),
    onlyRight: right.filter((entry) => !seen.has(entry)),
  };
}

function matches(from: readonly ListEntry[], to: readonly ListEntry[]): Reconciled[] {
  const found: Reconciled[] = [];
  const taken = new Set<ListEntry>();
  let rest = from;
  for (const [by, keysOf] of WAYS) {
    const index = new Map<string, ListEntry[]>();
    for (const entry of to)
      for (const key of keysOf(entry)) index.set(key, [...(index.get(key) ?? []), entry]);
    rest = rest.filter((entry) => {
      const others = keysOf(entry).flatMap((key) => index.get(key) ?? []);
      const other = others.find((each) => !taken.has(each)) ?? others[0];
      if (other === undefined) return true;
      taken.add(other);
      found.push({ left: entry, right: other, by });
      return false;
    });
  }
  return found;
}

const OPEN_ALIAS = /\s*\((?:a\.k\.a|f\.k\.a)[^()]*$/i;

/** As printed, without what stands in parentheses, closed or not, and without the parent that is packed into it. */
function namesOf({ rawName, name }: ListEntry): string[] {
  const names = [rawName, rawName.replaceAll(/\([^()]*\)/g, ' '), rawName.replace(OPEN_ALIAS, ''), name];
  return [...new Set(names.map(foldName))].filter((each) => each !== '');
}

function parentOf({ tie }: ListEntry): string[] {
  if (tie === null) return [];
  return [tie.name, tie.name.replaceAll(/\([^()]*\)/g, ' ')].map(foldName);
}

/** `Chengdu Huawei Technologies Co., Ltd., Chengdu, Sichuan` without the places; one word alone is no name. */
function beginningsOf({ rawName }: ListEntry): string[] {
  const parts = rawName.split(',');
  return parts
    .slice(1)
    .map((_, at) =>
      foldName(
        parts
          .slice(0, at + 1)
          .join(',')
          .replaceAll(/\([^()]*\)/g, ' '),
      ),
    )
    .filter((name) => name.includes(' '));
}

/** Abbreviations of four letters and less join strangers. */
function aliasesOf({ aliases }: ListEntry): string[] {
  return aliases.map(foldName).filter((alias) => alias.length > 4);
}

function withCountry({ countries }: ListEntry, names: readonly string[]): string[] {
  return names.flatMap((name) => countries.map((code) => `${name} ${code}`));
}
