import type { Affiliation, Listing, Party } from '../../facts/facts.ts';
import { groupBy } from '../../facts/group.ts';
import { addressKey } from '../../normalise/names.ts';
import type { RuleMatch } from '../finding.ts';
import { factItem, match, plain, type RuleGraph, thingItem } from '../rule-graph.ts';

/** Twins of the rules on ties that are neither shares nor control, in `cypher/rules/`. */

const ENTITY_LIST = 'bis-entity-list';

export function sharedLeadership(graph: RuleGraph): RuleMatch[] {
  const { officers } = graph.facts;
  return officers.flatMap((post) =>
    officers
      .filter((other) => other.person === post.person && other.party !== post.party)
      .flatMap((other) =>
        listingsOn(graph, other.party, ENTITY_LIST).flatMap((listing) =>
          match(graph.party(post.party), {
            evidence: [factItem(post), factItem(listing)],
            also: [factItem(other)],
            say: {
              person: graph.party(post.person)?.name ?? '',
              listed: graph.party(other.party)?.name ?? '',
              role: post.role === '' ? '' : ` (${post.role})`,
              otherRole: other.role === '' ? '' : ` (${other.role})`,
            },
          }),
        ),
      ),
  );
}

export function leadersFromListedParty(graph: RuleGraph): RuleMatch[] {
  const kinds = ['shared-leadership', 'former-executive-leads'];
  return graph.facts.affiliations
    .filter((tie) => kinds.includes(tie.kind))
    .flatMap((tie) =>
      listingsOn(graph, tie.b, ENTITY_LIST).flatMap((listing) =>
        match(graph.party(tie.a), {
          evidence: [factItem(tie), factItem(listing)],
          say: { listed: graph.party(tie.b)?.name ?? '', kind: plain(tie.kind) },
        }),
      ),
    );
}

export function distributorWithoutFacility(graph: RuleGraph): RuleMatch[] {
  return graph.facts.parties
    .filter(
      (party) =>
        party.roles.includes('distributor') &&
        !party.roles.includes('manufacturer') &&
        !graph.operates(party.id),
    )
    .flatMap((party) => match(party, { evidence: [thingItem(party)] }));
}

export function buysForAnother(graph: RuleGraph): RuleMatch[] {
  return graph.facts.affiliations
    .filter((tie) => tie.kind === 'procurement-for' && !graph.operates(tie.a))
    .flatMap((tie) =>
      match(graph.party(tie.a), {
        evidence: [factItem(tie)],
        say: { other: graph.party(tie.b)?.name ?? '' },
      }),
    );
}

/** Parties that a sentence names one by one; of more, so many, and how many more there are. */
const MOST_NAMED = 5;

export function sharedAddress(graph: RuleGraph): RuleMatch[] {
  const residents = new Map<string, Party[]>();
  for (const party of graph.facts.parties) {
    for (const key of new Set(party.addresses.map(addressKey))) {
      if (key !== null) residents.set(key, [...(residents.get(key) ?? []), party]);
    }
  }
  return [...residents].flatMap(([key, parties]) => {
    const listed = parties
      .flatMap((party) => restrictedListings(graph, party.id).map((each) => ({ ...each, party })))
      .sort((a, b) => compare(keyOf(a), keyOf(b)));
    return parties.flatMap((subject) => sharing(key, subject, listed));
  });
}

interface Listed {
  readonly party: Party;
  readonly listing: Listing;
  readonly title: string;
}

/** One match for all who are on one list over the same days, equally sure. */
function sharing(key: string, subject: Party, listed: readonly Listed[]): RuleMatch[] {
  const others = listed.filter(({ party }) => party.id !== subject.id);
  const alike = groupBy(others, ({ party, listing: { list, from, to, confidence } }) =>
    JSON.stringify([list, from, to, confidence, party.confidence]),
  );
  return [...alike.values()].flatMap((group) => {
    const parties = [...new Set(group.map(({ party }) => party))];
    return match(subject, {
      evidence: [
        addressItem(subject, key),
        ...parties.map((party) => addressItem(party, key)),
        ...group.map(({ listing }) => factItem(listing)),
      ],
      say: { listed: named(parties.map(({ name }) => name)), list: group[0]?.title ?? '' },
    });
  });
}

function named(names: readonly string[]): string {
  const told = names.slice(0, names.length > MOST_NAMED ? MOST_NAMED : -1);
  const rest = names.length > MOST_NAMED ? `${names.length - MOST_NAMED} more` : (names.at(-1) ?? '');
  return told.length === 0 ? rest : `${told.join(', ')} and ${rest}`;
}

const keyOf = ({ party, listing }: Listed): string => [party.name, party.id, listing.id].join('\0');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addressItem(party: Party, key: string): RuleMatch['evidence'][number] {
  const id = `address:${party.id}:${key}`;
  return { ...thingItem(party), id, facts: [id] };
}

export function sharedAddressReported(graph: RuleGraph): RuleMatch[] {
  return graph.facts.affiliations
    .filter((tie) => tie.kind === 'shared-address' || tie.kind === 'shared-site')
    .filter((tie) => !knownToShare(graph, tie))
    .flatMap((tie) => bothWays(tie).flatMap(([subject, listed]) => sharingTie(graph, tie, subject, listed)));
}

/** True when the addresses themselves already say so. */
function knownToShare(graph: RuleGraph, { a, b }: Affiliation): boolean {
  const keys = new Set(graph.party(a)?.addresses.map(addressKey));
  return (
    graph
      .party(b)
      ?.addresses.some((address) => addressKey(address) !== null && keys.has(addressKey(address))) ?? false
  );
}

function sharingTie(graph: RuleGraph, tie: Affiliation, subject: string, listed: string): RuleMatch[] {
  const isSite = tie.kind === 'shared-site';
  return restrictedListings(graph, listed).flatMap(({ listing, title }) =>
    match(graph.party(subject), {
      evidence: [factItem(tie), factItem(listing)],
      level: isSite ? 'lead' : null,
      say: { listed: graph.party(listed)?.name ?? '', list: title, what: isSite ? 'a site' : 'an address' },
    }),
  );
}

const NOT_A_TIE = ['affiliation-denied', 'false-friend', 'shared-address', 'shared-site'];
const NAMES_AS_PART = [
  'listed-alias',
  'clandestine-network',
  'reported-shadow-fab',
  'shared-staff-and-technology',
  'patents-and-engineers',
];

export function huaweiComplex(graph: RuleGraph): RuleMatch[] {
  return graph.facts.affiliations
    .filter((tie) => !NOT_A_TIE.includes(tie.kind))
    .flatMap((tie) =>
      bothWays(tie)
        .filter(([, anchor]) => graph.party(anchor)?.complex === 'huawei')
        .flatMap(([subject, anchor]) =>
          match(graph.party(subject), {
            evidence: [factItem(tie)],
            level: NAMES_AS_PART.includes(tie.kind) ? null : 'lead',
            say: { anchor: graph.party(anchor)?.name ?? '', kind: plain(tie.kind) },
          }),
        ),
    );
}

function bothWays({ a, b }: Affiliation): [string, string][] {
  return [
    [a, b],
    [b, a],
  ];
}

function listingsOn(graph: RuleGraph, party: string, list: string) {
  return graph.listingsOf(party).filter((listing) => listing.list === list);
}

function restrictedListings(graph: RuleGraph, party: string) {
  return graph.listingsOf(party).flatMap((listing) => {
    const list = graph.list(listing.list);
    return list?.level === 'restricted' ? [{ listing, title: list.title }] : [];
  });
}
