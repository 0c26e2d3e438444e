import type { DatedFact, Facts } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import { type AnyFact, joinFacts, mapFacts, NO_FACTS } from '../facts/sections.ts';
import type { Seen } from '../facts/seen.ts';
import { byList, type Edition, editionId } from './edition.ts';
import { latestOf } from './latest.ts';
import { periodsOf } from './merge-periods.ts';
import { ruleDays } from './rule-days.ts';
import { runsOf, type Version } from './runs.ts';

/**
 * What all editions of all lists say together, each fact with its days and the editions that have it. A pure function of
 * the set of editions: neither the order in which they arrived nor one given twice makes a difference, and taking one
 * away gives what was before it.
 *
 * A row is one fact with the start that the list gives it; an unknown start stays unknown. Gone from an edition, it ends
 * on that edition's day; amended, it is followed by another from the day of the rule that it cites since, where the list
 * dates that rule, else of the edition that first shows it; back again,
 * it has a second interval. Corrected dates and other spellings amend nothing: the last edition's are taken.
 *
 * @throws InputError when two different files claim to be the same list on the same day
 */
export function mergeEditions(editions: readonly Edition[]): Facts {
  let all = NO_FACTS;
  for (const ofList of byList(editions).values()) all = joinFacts(all, mergeList(ofList));
  return all;
}

function mergeList(editions: readonly Edition[]): Facts {
  const all = editions.reduce((facts, edition) => joinFacts(facts, edition.facts), NO_FACTS);
  const ids = editions.map(editionId);
  const series = { editions, rules: ruleDays(editions) };
  return mapFacts(all, (rows, section) => {
    // Rows stand in the order of the editions; how many each has tells which is whose.
    const places = editions.flatMap(({ facts }, at) => facts[section].map(() => at));
    const versions = rows.map((fact, index) => ({ at: places[index] ?? 0, fact }));
    return [...groupBy(versions, ({ fact }) => fact.id).values()].flatMap((each) => {
      if (section === 'sources') return each.slice(-1).map(({ fact }) => fact);
      return isDated(each) ? periodsOf(runsOf(each), series) : [latestOf(each, seenOf(each, ids))];
    });
  });
}

function isDated<T extends AnyFact>(versions: readonly Version<T>[]): versions is Version<T & DatedFact>[] {
  return versions.every(({ fact }) => 'fromPrecision' in fact);
}

/** First and last edition among these. */
function seenOf(versions: readonly Version<AnyFact>[], ids: readonly string[]): Seen {
  const [first, last] = [versions[0]?.at ?? 0, versions.at(-1)?.at ?? 0];
  return { first: ids[first] ?? '', last: last === ids.length - 1 ? null : (ids[last] ?? '') };
}
