import type { Party } from '../facts/facts.ts';
import { foldName } from '../normalise/names.ts';

/** Identifiers of which each names one party only, and a party has one of: two that differ are two parties. */
const REGISTERED = /^(?:lei|duns|imo|cn-uscc|ofac|[a-z]{2}-coh|registration(?:-[a-z]{2})?)$/;

/** Spellings of one legal form. Another form is another party: nothing is left out. */
const FORMS: Readonly<Record<string, string>> = {
  company: 'co',
  limited: 'ltd',
  corporation: 'corp',
  incorporated: 'inc',
};

/** Registered identifiers of a party by scheme, and the one that its id is made of (`lei/5493...`). */
export function registeredOf({
  id,
  identifiers,
  jurisdiction,
}: Party): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  const add = (scheme: string, value: string): void => {
    const folded = value.toUpperCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
    if (!REGISTERED.test(scheme) || folded === '') return;
    const values = all.get(scheme) ?? new Set();
    all.set(scheme, values.add(folded));
  };
  const [register = '', number] = id.split('/', 2);
  if (number !== undefined) add(register.toLowerCase(), number);
  for (const { scheme, value } of identifiers) {
    const name = scheme.toLowerCase();
    // A number in a company register names nobody without the country of the register.
    if (name !== 'registration') add(name, value);
    else if (jurisdiction !== null) add(`registration-${jurisdiction.toLowerCase()}`, value);
  }
  return all;
}

/** A name folded exactly: case, punctuation, width and accents, and the spelling of its legal form. */
export function exactName(name: string): string {
  const words = foldName(name).split(' ');
  return words.map((word) => FORMS[word] ?? word).join(' ');
}

/** What the names of a party say when spelled without difference. */
export function otherNames({ name, aliases, originalName }: Party): string[] {
  const others = [...aliases, ...(originalName === null ? [] : [originalName.text])].map(exactName);
  return [...new Set(others)].filter((text) => text !== '' && text !== exactName(name));
}

/** Why two parties cannot be one; null when nothing says so. Only a person overrules the kind, nobody the identifiers. */
export function contradiction(
  a: Party,
  b: Party,
): { readonly why: string; readonly isFinal: boolean } | null {
  const [mine, theirs] = [registeredOf(a), registeredOf(b)];
  for (const [scheme, values] of mine) {
    const others = theirs.get(scheme);
    if (others === undefined || [...values].some((value) => others.has(value))) continue;
    const why = `different ${scheme}: ${[...values].sort().join(', ')} and ${[...others].sort().join(', ')}`;
    return { why, isFinal: true };
  }
  const [one, other] = [natureOf(a), natureOf(b)];
  return one === other || one === null || other === null
    ? null
    : { why: `of different kinds: ${one} and ${other}`, isFinal: false };
}

/** Only people and vessels are told apart from all else: sources differ on what is a company, a fund or an office. Null where none says. */
export function natureOf({ kind }: Party): 'person' | 'vessel' | 'organisation' | null {
  if (kind === 'unknown') return null;
  return kind === 'person' || kind === 'vessel' ? kind : 'organisation';
}
