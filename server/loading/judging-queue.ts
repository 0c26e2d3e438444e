import type { Facts, Party } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import type { Candidate } from '../identity/evidence.ts';
import type { Judgement } from '../identity/judgements.ts';
import { gather } from '../library/gather.ts';
import type { Inputs } from '../library/inputs.ts';
import { judgementsIn, type Library, readBase, readEditions } from './load-inputs.ts';
import { entriesOfTheirOwn } from './own-entries.ts';

/** A party as a person who judges sees it. */
interface Judged {
  readonly id: string;
  readonly name: string;
  readonly originalName: string | null;
  readonly kind: string | null;
  readonly jurisdiction: string | null;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
  readonly identifiers: readonly string[];
  /** Ids of the lists that it is or was on. */
  readonly lists: readonly string[];
  /** Where the party itself was read. */
  readonly sources: readonly string[];
  /** Id under which the party is loaded. */
  readonly standing: string;
  /** Every other id of the same party. */
  readonly alsoKnownAs: readonly string[];
}

/** Two ids that may be one party, with what speaks for it and against. */
export interface AskedPair {
  readonly a: Judged;
  readonly b: Judged;
  readonly evidence: readonly string[];
  /** Empty when nothing speaks against it. */
  readonly against: string;
}

/** A judgement with the names of the two, as each source has them. */
interface Told extends Judgement {
  readonly names: readonly [string, string];
  /** False while nothing loaded has one of the ids: the judgement waits. */
  readonly isInForce: boolean;
}

/** What waits for a person, and what was judged. */
export interface Queue {
  readonly candidates: readonly AskedPair[];
  readonly judgements: readonly Told[];
  /** Judgements on ids that nothing loaded has; they wait. */
  readonly idle: readonly Judgement[];
}

/**
 * Which ids may be one party, and what was judged already. Pairs that nothing speaks against come first, those with more
 * evidence before others.
 */
export async function judgingQueue(inputs: Inputs, library: Library): Promise<Queue> {
  const judgements = judgementsIn(library.data);
  const editions = await readEditions(inputs.editions, library);
  const base = readBase(inputs, library).facts;
  const { facts, identities, canonical } = gather(base, editions, judgements);
  const see = seeing(facts, canonical);
  const isApart = entriesOfTheirOwn(editions);
  const asked = ({ a, b, evidence, against }: Candidate): AskedPair => ({
    ...{ a: see(a), b: see(b), evidence },
    against: [against, isApart(a, b) ? APART : ''].filter((each) => each !== '').join('; '),
  });
  const own = [base, ...editions.map((edition) => edition.facts)].flatMap(({ parties }) => parties);
  const names = new Map(own.map(({ id, name }) => [id, name]));
  const waits = new Set(identities.idle);
  const told = (each: Judgement): Told => ({
    ...each,
    ...{ names: [names.get(each.a) ?? each.a, names.get(each.b) ?? each.b], isInForce: !waits.has(each) },
  });
  const candidates = identities.candidates.map(asked).sort(surestFirst);
  return { candidates, judgements: judgements.map(told), idle: identities.idle };
}

function surestFirst(one: AskedPair, other: AskedPair): number {
  const doubt = Number(one.against !== '') - Number(other.against !== '');
  return doubt || other.evidence.length - one.evidence.length;
}

/** How each id looks to a person: all that is known of the party that it stands for by now. */
function seeing(facts: Facts, canonical: ReadonlyMap<string, string>): (id: string) => Judged {
  const parties = new Map(facts.parties.map((party) => [party.id, party]));
  const lists = groupBy(facts.listings, ({ party }) => party);
  const titles = new Map(facts.sources.map(({ id, title }) => [id, title]));
  const others = groupBy([...canonical.keys()], (id) => canonical.get(id) ?? id);
  return (id) => {
    const standing = parties.get(canonical.get(id) ?? id);
    if (standing === undefined) return { ...NOTHING_KNOWN, id, standing: id, name: id };
    return {
      ...judged(id, standing),
      lists: unique((lists.get(standing.id) ?? []).map(({ list }) => list)),
      sources: unique(standing.sources.map((source) => titles.get(source) ?? source)),
      standing: standing.id,
      alsoKnownAs: [standing.id, ...(others.get(standing.id) ?? [])].filter((each) => each !== id),
    };
  };
}

const APART = 'one edition of a list has an entry of its own for each';

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

const NOTHING_KNOWN = {
  ...{ originalName: null, kind: null, jurisdiction: null },
  ...{ aliases: [], addresses: [], identifiers: [], lists: [], sources: [], alsoKnownAs: [] },
};

function judged(id: string, { originalName, identifiers, ...party }: Party) {
  const { name, kind, jurisdiction, aliases, addresses } = party;
  return {
    ...{ id, name, kind, jurisdiction, aliases, addresses, originalName: originalName?.text ?? null },
    identifiers: identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
  };
}
