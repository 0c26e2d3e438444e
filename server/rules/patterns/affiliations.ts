import type { Affiliation, Party } from '../../facts/facts.ts';
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

export function sharedAddress(graph: RuleGraph): RuleMatch[] {
  const residents = new Map<string, Party[]>();
  for (const party of graph.facts.parties) {
    for (const key of new Set(party.addresses.map(addressKey))) {
      if (key !== null) residents.set(key, [...(residents.get(key) ?? []), party]);
    }
  }
  return [...residents].flatMap(([key, parties]) =>
    parties.flatMap((subject) => parties.flatMap((other) => sharing(graph, key, subject, other))),
  );
}

function sharing(graph: RuleGraph, key: string, subject: Party, other: Party): RuleMatch[] {
  if (subject.id === other.id) return [];
  return restrictedListings(graph, other.id).flatMap(({ listing, title }) =>
    match(subject, {
      evidence: [addressItem(subject, key), addressItem(other, key), factItem(listing)],
      say: { listed: other.name, list: title },
    }),
  );
}

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
