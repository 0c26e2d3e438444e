import { isDeepStrictEqual } from 'node:util';
import { FACT_SECTIONS, type FactSection, type Facts } from '../facts/facts.ts';
import { type AnyFact, mapFacts } from '../facts/sections.ts';
import { addressRows } from './address-rows.ts';
import type { StampedRow } from './load-rows.ts';
import { operatorRow } from './tie-rows.ts';

/** What has to be done so that Neo4j holds what is stated now. */
export interface FactChanges {
  /** What is new, or said something else so far. */
  readonly changed: Facts;
  /** What is held and no longer stated, whole: the rows of its ties go with it. */
  readonly gone: Facts;
  /** Ids of ties that hang on a fact and go, though the fact may stay: where somebody is, who operates what. */
  readonly goneTies: readonly string[];
  /** Addresses that anything new, changed or gone is or was at: of several spellings of one, the first counts. */
  readonly addresses: readonly StampedRow[];
}

/**
 * Compares what is stated with what Neo4j holds, read back from it: a fact that somebody changed there by hand differs,
 * and is written again.
 *
 * @param held the facts that Neo4j holds
 * @param isAnew everything is to be written: other code may make other rows of the same facts
 */
export function factChanges(held: Facts, stated: Facts, isAnew: boolean): FactChanges {
  const changed = isAnew ? stated : mapFacts(stated, (rows, section) => differing(rows, held[section]));
  const gone = mapFacts(held, (rows, section) => missing(rows, stated[section]));
  const touched = mapFacts(held, (rows, section) => [
    ...missing(rows, stated[section]),
    ...named(rows, changed[section]),
  ]);
  const wanted = new Set(hangingTies(changed));
  return {
    changed,
    gone,
    goneTies: hangingTies(touched).filter((id) => !wanted.has(id)),
    addresses: addressesOf(stated, [changed, touched]),
  };
}

/** How many facts of each section are new or changed, and how many are gone. */
export function countChanges({ changed, gone }: FactChanges): Record<string, number> {
  const sizes = FACT_SECTIONS.map((section) => [section, changed[section].length] as const);
  const goneFacts = FACT_SECTIONS.reduce((sum, section) => sum + gone[section].length, 0);
  return { ...Object.fromEntries(sizes), goneFacts };
}

/** Ids of what goes, by section. */
export function goneIds({ gone }: FactChanges): Record<FactSection, string[]> {
  const ids = (section: FactSection) => gone[section].map(({ id }) => id);
  return {
    ...{ sources: ids('sources'), parties: ids('parties'), listings: ids('listings') },
    ...{ holdings: ids('holdings'), investments: ids('investments'), controls: ids('controls') },
    ...{ affiliations: ids('affiliations'), officers: ids('officers'), facilities: ids('facilities') },
    ...{ physicalLinks: ids('physicalLinks'), orders: ids('orders') },
  };
}

function differing<T extends AnyFact>(rows: readonly T[], held: readonly AnyFact[]): T[] {
  const before = new Map(held.map((fact) => [fact.id, fact]));
  return rows.filter((fact) => !isDeepStrictEqual(fact, before.get(fact.id)));
}

function missing<T extends AnyFact>(rows: readonly T[], stated: readonly AnyFact[]): T[] {
  const there = new Set(stated.map(({ id }) => id));
  return rows.filter(({ id }) => !there.has(id));
}

function named<T extends AnyFact>(rows: readonly T[], changed: readonly AnyFact[]): T[] {
  const ids = new Set(changed.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

function addressesOf(stated: Facts, touched: readonly Facts[]): StampedRow[] {
  const keys = new Set(touched.flatMap((facts) => addressRows(facts).nodes.map(({ id }) => id)));
  return addressRows(stated).nodes.filter(({ id }) => keys.has(id));
}

function hangingTies(facts: Facts): string[] {
  const { parties, facilities } = addressRows(facts);
  return [...parties, ...facilities, ...facts.facilities.flatMap(operatorRow)].map(({ id }) => id);
}
