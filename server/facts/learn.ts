import { isDeepStrictEqual } from 'node:util';
import type { Facts } from './facts.ts';
import { type AnyFact, mapFacts } from './sections.ts';

export interface Learning {
  /** What a load states. */
  readonly stated: Facts;
  /** What was held before it. */
  readonly held: Facts;
  /** Day of the load, `YYYY-MM-DD`. */
  readonly day: string;
}

export interface Learned {
  /** The facts stated, each with the day on which it was learned. */
  readonly facts: Facts;
  /** Former contents that are no longer held, closed on the day of the load. */
  readonly former: Facts;
}

/**
 * What a load adds to what was known. A fact that says the same as before keeps the day on which it was learned; a new
 * one, and one that says something else under the same id, was learned on the day of the load, unless it names a day
 * of its own. What is gone or says something else now is kept as it was: knowledge is closed, never deleted.
 */
export function learn({ stated, held, day }: Learning): Learned {
  return {
    facts: mapFacts(stated, (rows, section) => {
      const before = byId(held[section]);
      return rows.map((fact) => ({ ...fact, knownFrom: learnedOn(fact, before.get(fact.id), day) }));
    }),
    former: mapFacts(held, (rows, section) => {
      const after = byId(stated[section]);
      return rows
        .filter((fact) => !saysTheSame(fact, after.get(fact.id)))
        .map((fact) => ({ ...fact, knownTo: day }));
    }),
  };
}

function byId(facts: readonly AnyFact[]): ReadonlyMap<string, AnyFact> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function learnedOn(fact: AnyFact, before: AnyFact | undefined, day: string): string | null {
  if (fact.knownFrom !== null) return fact.knownFrom;
  return before !== undefined && saysTheSame(fact, before) ? before.knownFrom : day;
}

/** True when two rows state the same, whatever place they were read from, whenever known, and in whatever editions seen. */
function saysTheSame(fact: AnyFact, other: AnyFact | undefined): boolean {
  return other !== undefined && isDeepStrictEqual(content(fact), content(other));
}

function content(fact: AnyFact): object {
  return { ...fact, row: '', knownFrom: null, knownTo: null, seen: null };
}
