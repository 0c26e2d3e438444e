import type { Facts } from '../facts/facts.ts';
import { registeredOf } from '../identity/party-keys.ts';
import { unknownParties } from '../normalise/check-references.ts';

/**
 * Parties that rows name by a registered number and not by an id: an LEI, a company number (`01234567`), or either with
 * its scheme before it (`gb-coh/01234567`). Own sheets and case files may name what registers and lists hold so. A number
 * that stands in two schemes names nobody for certain, and is left to be told as unknown; of several parties that bear the
 * one number, which are one party, the first by id stands.
 *
 * @returns id of the party by what it is called
 */
export function partiesByNumber(facts: Facts): ReadonlyMap<string, string> {
  const asked = unknownParties(facts);
  if (asked.size === 0) return new Map();
  const bearers = bearersOf(facts);
  const found = new Map<string, string>();
  for (const called of asked) {
    const [id, ...others] = new Set(keysOf(called).flatMap((key) => bearers.get(key) ?? []));
    if (id !== undefined && others.length === 0) found.set(called, id);
  }
  return found;
}

/** The first party of each number, with the scheme and, where no other scheme has it, without. */
function bearersOf({ parties }: Facts): ReadonlyMap<string, readonly string[]> {
  const first = new Map<string, string>();
  const schemes = new Map<string, Set<string>>();
  for (const party of parties) {
    for (const [scheme, values] of registeredOf(party)) {
      for (const value of values) {
        const key = `${scheme}/${value}`;
        const before = first.get(key);
        if (before === undefined || party.id < before) first.set(key, party.id);
        schemes.set(value, (schemes.get(value) ?? new Set()).add(key));
      }
    }
  }
  const bearers = new Map<string, string[]>([...first].map(([key, id]) => [key, [id]]));
  for (const [value, keys] of schemes)
    bearers.set(
      value,
      [...keys].flatMap((key) => first.get(key) ?? []),
    );
  return bearers;
}

function keysOf(called: string): string[] {
  const cut = called.search(/[/:]/);
  const folded = (text: string): string => text.toUpperCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
  const whole = folded(called);
  if (cut < 0) return whole === '' ? [] : [whole];
  return [`${called.slice(0, cut).trim().toLowerCase()}/${folded(called.slice(cut + 1))}`];
}
