import type { Edition } from '../editions/edition.ts';
import { mergeEditions } from '../editions/merge.ts';
import { InputError } from '../errors.ts';
import type { Facts } from '../facts/facts.ts';
import { joinFacts } from '../facts/sections.ts';
import type { Judgement } from '../identity/judgements.ts';
import { type Identities, resolveIdentities } from '../identity/resolve.ts';
import { uniteParties } from '../identity/unite.ts';
import { checkEnds } from '../normalise/check-references.ts';
import { partiesByNumber } from './parties-by-number.ts';
import { type Superseded, supersede } from './supersede.ts';

/** One base and all editions as one body of facts. */
export interface Gathered {
  readonly facts: Facts;
  readonly identities: Identities;
  /** Id that stands for a party, by each id of it that was put under another. */
  readonly canonical: ReadonlyMap<string, string>;
  readonly replaced: Superseded['replaced'];
  readonly unmatched: Superseded['unmatched'];
}

/**
 * The facts that follow from what is loaded: editions merged by their days, parties known under several ids put under
 * one, rows that name a party by its registered number joined to it, and the base's word on a list replaced by the list's own. Pure: the same parts give the same facts in any order.
 *
 * @throws InputError naming every row, of own sheets say, that points at what none of them has
 */
export function gather(
  base: Facts,
  editions: readonly Edition[],
  judgements: readonly Judgement[],
): Gathered {
  const merged = mergeEditions(editions);
  const all = joinFacts(base, merged);
  const called = partiesByNumber(all);
  const problems = checkEnds(all, called.keys());
  if (problems.length > 0) throw new InputError(problems);
  const preferred = new Set(base.parties.map(({ id }) => id));
  const identities = resolveIdentities(all.parties, { judgements, preferred });
  const canonical = apartInBase(identities, preferred, judgements);
  for (const [number, id] of called) canonical.set(number, canonical.get(id) ?? id);
  const united = uniteParties(all, canonical);
  const ofBase = new Set(base.listings.map(({ id }) => id));
  const { facts, replaced, unmatched } = supersede(ofBase, united.facts);
  return { facts, identities, canonical, replaced, unmatched };
}

/**
 * The base keeps its own parties apart: it is curated, and two of one name in it are two on purpose. Only a person's
 * judgement makes them one.
 */
function apartInBase(
  { canonical }: Identities,
  base: ReadonlySet<string>,
  judgements: readonly Judgement[],
): Map<string, string> {
  const judged = new Set(
    judgements.filter(({ verdict }) => verdict === 'same').flatMap(({ a, b }) => [a, b]),
  );
  return new Map([...canonical].filter(([id]) => !base.has(id) || judged.has(id)));
}
