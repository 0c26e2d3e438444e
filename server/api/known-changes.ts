import { FACT_SECTIONS, type FactSection, type Facts } from '../facts/facts.ts';
import { isKnownOn } from '../facts/known-on.ts';
import type { KnownReply } from '../wire/known.ts';
import { FACT_TEXTS } from './fact-text.ts';

export interface ChangesQuestion {
  /** The facts that bear on the party, now and then. */
  readonly around: readonly (Facts | undefined)[];
  readonly facts: Facts;
  readonly former: Facts;
  readonly knownOn: string;
}

type FactChange = KnownReply['changes'][number];

/** Facts around a party that were learned, changed or given up after a day, newest first. Sources are not told. */
export function changesSince({ around, facts, former, knownOn }: ChangesQuestion): FactChange[] {
  const nameOf = namesOf(facts, former);
  const changes = FACT_SECTIONS.filter((section) => section !== 'sources').flatMap((section) => {
    const near = new Set(around.flatMap((each) => each?.[section].map(({ id }) => id) ?? []));
    return sectionChanges(section, { near, facts, former, knownOn, nameOf });
  });
  return changes.toSorted((a, b) => compare(b.day ?? '', a.day ?? '') || compare(a.id, b.id));
}

interface SectionQuestion extends Omit<ChangesQuestion, 'around'> {
  readonly near: ReadonlySet<string>;
  readonly nameOf: (id: string) => string;
}

function sectionChanges<S extends FactSection>(
  section: S,
  { near, facts, former, knownOn, nameOf }: SectionQuestion,
): FactChange[] {
  const textOf = FACT_TEXTS[section];
  const held: readonly Facts[S][number][] = facts[section];
  const before: readonly Facts[S][number][] = former[section];
  const then = before.filter((fact) => near.has(fact.id) && isKnownOn(fact, knownOn));
  const thenIds = new Set(then.map(({ id }) => id));
  const now = new Set(held.map(({ id }) => id));
  const learned = held
    .filter((fact) => near.has(fact.id) && !isKnownOn(fact, knownOn))
    .map((fact) => {
      const what: FactChange['what'] = thenIds.has(fact.id) ? 'changed' : 'learned';
      return { ...cited(fact), what, day: fact.knownFrom, text: textOf(fact, nameOf) };
    });
  const givenUp = then
    .filter(({ id }) => !now.has(id))
    .map((fact) => {
      const what: FactChange['what'] = 'given-up';
      return { ...cited(fact), what, day: fact.knownTo, text: textOf(fact, nameOf) };
    });
  return [...learned, ...givenUp];
}

function cited(fact: { readonly id: string; readonly sources?: readonly string[] }) {
  return { id: fact.id, sources: [...(fact.sources ?? [])] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names as they are now, and for what is no longer held as they were last. */
function namesOf(facts: Facts, former: Facts): (id: string) => string {
  const all = [...former.parties, ...former.facilities, ...facts.parties, ...facts.facilities];
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
