import type { AnyFact } from '../facts/sections.ts';
import type { Seen } from '../facts/seen.ts';
import { foldName } from '../normalise/names.ts';
import { runsOf, type Version } from './runs.ts';

interface Named extends AnyFact {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly note: string;
}

/**
 * A party or facility as the last edition that has it puts it. Names that only earlier editions print stay as aliases, so
 * that they still find it; addresses that only earlier ones print join nobody any more and are told in its note.
 */
export function latestOf<T extends AnyFact>(versions: readonly Version<T>[], seen: Seen): T {
  const latest = newest(versions);
  if (!isNamed(latest)) return { ...latest, seen };
  const former = versions.map(({ fact }) => fact).filter(isNamed);
  const aliases = onlyFormer(
    [latest.name, ...latest.aliases],
    former.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const addresses = onlyFormer(
    latest.addresses,
    former.flatMap((each) => each.addresses),
  );
  const said = addresses.length === 0 ? '' : `Earlier editions gave: ${addresses.join('; ')}.`;
  return {
    ...latest,
    aliases: [...latest.aliases, ...aliases],
    note: [latest.note, said].filter((part) => part !== '').join(' '),
    seen,
  };
}

/** The last version, from the earliest edition since which it is the same. */
function newest<T extends AnyFact>(versions: readonly Version<T>[]): T {
  // Editions without it are no matter here: places are counted anew.
  const run = runsOf(versions.map(({ fact }, at) => ({ at, fact }))).at(-1);
  if (run === undefined) throw new RangeError('A fact has at least one version.');
  return run.fact;
}

function isNamed<T extends AnyFact>(fact: T): fact is T & Named {
  return 'aliases' in fact && 'addresses' in fact && 'name' in fact;
}

function onlyFormer(now: readonly string[], before: readonly string[]): string[] {
  const exactly = new Set(now);
  const others = before.filter((text) => !exactly.has(text));
  if (others.length === 0) return [];
  const known = new Set(now.map(foldName));
  const former: string[] = [];
  for (const text of others) {
    if (known.has(foldName(text))) continue;
    known.add(foldName(text));
    former.push(text);
  }
  return former;
}
