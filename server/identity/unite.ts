import type { Facts, Party } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import type { AnyFact } from '../facts/sections.ts';
import { exactName } from './party-keys.ts';

/** Fields of facts that name a party. */
const ENDS = [
  'party',
  'owner',
  'owned',
  'investor',
  'target',
  'controller',
  'controlled',
  'a',
  'b',
  'person',
  'operator',
];

export interface United {
  readonly facts: Facts;
  /** Ids of ties that would lead from a party to itself. */
  readonly leftOut: readonly string[];
  /** Parties made of several: what each source says of them, whole, by the id that stands. */
  readonly members: ReadonlyMap<string, readonly Party[]>;
}

/**
 * The facts with one id for each party: what every source says under another id is said of the one that stands for it,
 * with the id that the source has kept in `asStated`. Parties of one id are one, with all names, addresses and
 * identifiers. Ties that would then lead from a party to itself are left out and told. The facts given stay as they are:
 * without the judgement that joined two, everything is as before.
 */
export function uniteParties(facts: Facts, canonical: ReadonlyMap<string, string>): United {
  const leftOut: string[] = [];
  const rest = <T extends AnyFact>(rows: readonly T[]): T[] =>
    rows.flatMap((fact) => {
      const renamed = withEnds(fact, canonical);
      if (renamed === null) leftOut.push(fact.id);
      return renamed === null ? [] : [renamed];
    });
  const groups = groupBy(facts.parties, ({ id }) => canonical.get(id) ?? id);
  return {
    facts: {
      sources: [...new Map(facts.sources.map((source) => [source.id, source])).values()],
      parties: [...groups].map(([id, parties]) => onePartyOf(id, parties)),
      listings: rest(facts.listings),
      holdings: rest(facts.holdings),
      investments: rest(facts.investments),
      controls: rest(facts.controls),
      affiliations: rest(facts.affiliations),
      officers: rest(facts.officers),
      facilities: rest(facts.facilities),
      physicalLinks: facts.physicalLinks,
      orders: rest(facts.orders),
    },
    leftOut,
    members: new Map([...groups].filter(([, parties]) => parties.length > 1)),
  };
}

/** The fact with the ids that stand; null when both its ends are then one party. */
function withEnds<T extends AnyFact>(fact: T, canonical: ReadonlyMap<string, string>): T | null {
  const stated: [string, string][] = Object.entries(fact).filter(
    ([field, value]) => ENDS.includes(field) && typeof value === 'string' && canonical.has(value),
  );
  if (stated.length === 0) return fact;
  const now = Object.fromEntries(stated.map(([field, id]) => [field, canonical.get(id) ?? id]));
  const united = { ...fact, ...now, asStated: Object.fromEntries(stated) };
  const ends = Object.entries(united).filter(([field, value]) => ENDS.includes(field) && value !== null);
  return ends.length === 2 && ends[0]?.[1] === ends[1]?.[1] ? null : united;
}

/** The parties of one id as one; what the party of that very id says comes first. */
function onePartyOf(id: string, parties: readonly Party[]): Party {
  const ordered = [...parties].sort((a, b) => rank(a, id) - rank(b, id) || (a.id < b.id ? -1 : 1));
  const [first, ...others] = ordered;
  if (first === undefined) throw new RangeError('A party has at least one row.');
  if (others.length === 0 && first.id === id) return first;
  const names = ordered.flatMap(({ name, aliases }) => [name, ...aliases]);
  const ids = ordered.map((party) => party.id).filter((other) => other !== id);
  const note = distinct([...ordered.map((each) => each.note), joinedNote(ids)]);
  return {
    ...first,
    id,
    sources: distinct(ordered.flatMap(({ sources }) => sources)),
    note: note.join(' '),
    aliases: distinctBy(names, exactName).filter((name) => exactName(name) !== exactName(first.name)),
    originalName: ordered.find(({ originalName }) => originalName !== null)?.originalName ?? null,
    kind: ordered.find(({ kind }) => kind !== 'unknown')?.kind ?? 'unknown',
    jurisdiction: ordered.find(({ jurisdiction }) => jurisdiction !== null)?.jurisdiction ?? null,
    city: ordered.find(({ city }) => city !== '')?.city ?? '',
    addresses: distinctBy(
      ordered.flatMap(({ addresses }) => addresses),
      exactName,
    ),
    roles: distinct(ordered.flatMap(({ roles }) => roles)),
    identifiers: identifiersOf(ordered),
    complex: ordered.find(({ complex }) => complex !== null)?.complex ?? null,
  };
}

const rank = (party: Party, id: string): number => (party.id === id ? 0 : 1);

function joinedNote(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `Also known here as ${ids.join(', ')}.`;
}

/** Each identifier once, with its own sources, or those of the party that states it. */
function identifiersOf(parties: readonly Party[]): Party['identifiers'] {
  const all = parties.flatMap(({ identifiers, sources }) =>
    identifiers.map((each) => ({ ...each, sources: each.sources.length === 0 ? sources : each.sources })),
  );
  const groups = groupBy(all, ({ scheme, value }) => `${scheme} ${value}`);
  return [...groups.values()].flatMap((each) =>
    each
      .slice(0, 1)
      .map((first) => ({ ...first, sources: distinct(each.flatMap(({ sources }) => sources)) })),
  );
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

function distinctBy(texts: readonly string[], keyOf: (text: string) => string): string[] {
  const byKey = new Map<string, string>();
  for (const text of texts) if (!byKey.has(keyOf(text))) byKey.set(keyOf(text), text);
  return [...byKey.values()].filter((text) => text !== '');
}
