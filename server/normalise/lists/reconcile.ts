import { foldName } from '../names.ts';
import type { ListEntry } from './entry.ts';

/** One entry of each rendering, and what joined them. */
export interface Reconciled {
  readonly left: ListEntry;
  readonly right: ListEntry;
  readonly by: 'name and country' | 'name' | 'alias';
}

export interface Reconciliation {
  readonly same: readonly Reconciled[];
  readonly onlyLeft: readonly ListEntry[];
  readonly onlyRight: readonly ListEntry[];
}

type Keys = (entry: ListEntry) => readonly string[];

const nameOf = ({ rawName }: ListEntry): string => foldName(rawName);
const bareNameOf = ({ rawName }: ListEntry): string => foldName(rawName.replaceAll(/\([^()]*\)/g, ' '));

/** Ways to join two entries, the strictest first. Citations are none: renderings cite other pages of the same rule. */
const WAYS: readonly (readonly [by: Reconciled['by'], left: Keys, right: Keys])[] = [
  ['name and country', withCountry(nameOf), withCountry(nameOf)],
  ['name and country', withCountry(bareNameOf), withCountry(bareNameOf)],
  ['name', (entry) => [nameOf(entry)], (entry) => [nameOf(entry)]],
  ['name', (entry) => [bareNameOf(entry)], (entry) => [bareNameOf(entry)]],
  ['alias', (entry) => aliasesOf(entry), (entry) => [...aliasesOf(entry), nameOf(entry), bareNameOf(entry)]],
  ['alias', (entry) => [nameOf(entry), bareNameOf(entry)], (entry) => aliasesOf(entry)],
];

/**
 * Joins two renderings of one list, entry by entry: by name and country, then by name, then by aliases. Each entry is
 * joined once at the most; several rows of one party are joined in their order.
 */
export function reconcile(left: readonly ListEntry[], right: readonly ListEntry[]): Reconciliation {
  const same: Reconciled[] = [];
  let [restLeft, restRight] = [left, right];
  for (const [by, keysLeft, keysRight] of WAYS) {
    const waiting = new Map<string, ListEntry[]>();
    for (const entry of restRight)
      for (const key of keysRight(entry)) waiting.set(key, [...(waiting.get(key) ?? []), entry]);
    const taken = new Set<ListEntry>();
    for (const entry of restLeft) {
      const match = keysLeft(entry)
        .flatMap((key) => waiting.get(key) ?? [])
        .find((other) => !taken.has(other));
      if (match === undefined) continue;
      taken.add(match).add(entry);
      same.push({ left: entry, right: match, by });
    }
    restLeft = restLeft.filter((entry) => !taken.has(entry));
    restRight = restRight.filter((entry) => !taken.has(entry));
  }
  return { same, onlyLeft: restLeft, onlyRight: restRight };
}

function withCountry(name: (entry: ListEntry) => string): Keys {
  return (entry) => entry.countries.map((code) => `${name(entry)} ${code}`);
}

function aliasesOf({ aliases }: ListEntry): string[] {
  return aliases.map(foldName).filter((alias) => alias.length > 4);
}
