import type { Party } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import type { Judgement } from './judgements.ts';
import { contradiction, exactName, natureOf, otherNames, registeredOf } from './party-keys.ts';

/** Why two ids are one party, surest first. */
export const GROUNDS = ['judgement', 'identifier', 'name'] as const;
type Ground = (typeof GROUNDS)[number];

export interface Join {
  readonly a: string;
  readonly b: string;
  readonly ground: Ground;
  /** In words: `the same lei 5493...`. */
  readonly why: string;
}

/** Two ids that may be one party: for a person to confirm or refuse. */
export interface Candidate {
  readonly a: string;
  readonly b: string;
  readonly evidence: readonly string[];
  /** What speaks against it; empty when nothing does. */
  readonly against: string;
}

/** More parties than these under one key say nothing of any two of them. */
const MOST_ALIKE = 20;

export interface Evidence {
  readonly joins: readonly Join[];
  readonly candidates: readonly Candidate[];
}

/** All that speaks for two parties being one, from judgements, identifiers and names. */
export function evidenceOf(parties: readonly Party[], judgements: readonly Judgement[]): Evidence {
  const byName = namesakes(parties);
  return {
    joins: [...judged(parties, judgements), ...identified(parties), ...byName.joins],
    candidates: [...byName.candidates, ...alikes(parties)],
  };
}

function judged(parties: readonly Party[], judgements: readonly Judgement[]): Join[] {
  const known = new Set(parties.map(({ id }) => id));
  return judgements
    .filter(({ a, b, verdict }) => verdict === 'same' && known.has(a) && known.has(b))
    .map(({ a, b, by, on, why }) => ({ a, b, ground: 'judgement', why: `${by} on ${on}: ${why}` }));
}

/** An identifier of one register that is also the id of a party there is the list's own cross-reference. */
function identified(parties: readonly Party[]): Join[] {
  const keyed = parties.flatMap((party) =>
    [...registeredOf(party)].flatMap(([scheme, values]) =>
      [...values].map((value) => ({ party, key: `${scheme} ${value}` })),
    ),
  );
  return [...groupBy(keyed, ({ key }) => key)].flatMap(([key, group]) =>
    chain(group.map(({ party }) => party)).map((pair) => ({
      ...pair,
      ground: 'identifier',
      why: `the same ${key}`,
    })),
  );
}

/** Exact folded name and country join, unless they are people or vessels, or one group holds two that cannot be one. */
function namesakes(parties: readonly Party[]): Evidence {
  const joins: Join[] = [];
  const candidates: Candidate[] = [];
  const groups = groupBy(parties, ({ name, jurisdiction }) => `${exactName(name)}|${jurisdiction ?? ''}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < 2 || first.jurisdiction === null) continue;
    const why = `the same name and country, ${first.name} (${first.jurisdiction})`;
    const isSure = exactName(first.name) !== '' && group.every(isOrganisation) && !hasTwo(group);
    if (isSure) joins.push(...chain(group).map((pair): Join => ({ ...pair, ground: 'name', why })));
    else candidates.push(...candidatesIn(group, why));
  }
  return { joins, candidates };
}

/** Of what is listed without a kind most are organisations, and names of those are distinct. */
const isOrganisation = (party: Party): boolean => (natureOf(party) ?? 'organisation') === 'organisation';

/** True when two of them have different identifiers. */
function hasTwo(group: readonly Party[]): boolean {
  if (group.length > MOST_ALIKE) return true;
  return group.some((a, at) => group.slice(at + 1).some((b) => contradiction(a, b)?.isFinal));
}

/** An alias that is another's name, in one country; the same name where the country of one is unknown. */
function alikes(parties: readonly Party[]): Candidate[] {
  const named = groupBy(
    parties.flatMap((party) =>
      [exactName(party.name), ...otherNames(party)].map((name, at) => ({ party, name, isAlias: at > 0 })),
    ),
    ({ name }) => name,
  );
  return [...named].flatMap(([name, group]) => {
    if (group.length < 2 || group.length > MOST_ALIKE || name.length < 4) return [];
    return group.flatMap((one, at) =>
      group.slice(at + 1).flatMap((other) => {
        if (one.party.id === other.party.id || !mayMeet(one.party, other.party)) return [];
        const isJoined = one.party.jurisdiction !== null && other.party.jurisdiction !== null;
        if (isJoined && !one.isAlias && !other.isAlias) return [];
        return candidatesIn([one.party, other.party], `both are called “${name}”`);
      }),
    );
  });
}

function mayMeet(a: Party, b: Party): boolean {
  return a.jurisdiction === null || b.jurisdiction === null || a.jurisdiction === b.jurisdiction;
}

/** Each pair that identifiers do not forbid. */
function candidatesIn(group: readonly Party[], why: string): Candidate[] {
  return group.slice(0, MOST_ALIKE).flatMap((a, at) =>
    group.slice(at + 1, MOST_ALIKE).flatMap((b) => {
      const against = contradiction(a, b);
      if (against?.isFinal) return [];
      const [one, other] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
      return [{ a: one, b: other, evidence: [why], against: against?.why ?? '' }];
    }),
  );
}

/** Parties of one key as links from the first to each other: being one is transitive. */
function chain(group: readonly Party[]): { a: string; b: string }[] {
  const ids = [...new Set(group.map(({ id }) => id))].sort();
  const [first = ''] = ids;
  return ids.slice(1).map((b) => ({ a: first, b }));
}
