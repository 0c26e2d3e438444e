import type { Problem } from '../errors.ts';
import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import type { AnyFact } from '../facts/sections.ts';

/**
 * Finds facts whose days of knowledge cannot be: given up before they were learned, or learned or given up after
 * today.
 *
 * @param today unchecked when left out
 */
export function checkKnown(all: readonly Facts[], today?: string): Problem[] {
  return all.flatMap((facts) =>
    FACT_SECTIONS.flatMap((section) =>
      facts[section].flatMap((fact: AnyFact) => [...checkOrder(fact), ...checkFuture(fact, today)]),
    ),
  );
}

function checkOrder({ row, knownFrom, knownTo }: AnyFact): Problem[] {
  if (knownFrom === null || knownTo === null || knownFrom < knownTo) return [];
  const message = `${knownTo} is not after ${knownFrom}, when it was learned.`;
  return [problem(row, 'knownTo', message, '`knownTo` is the first day on which it was no longer held.')];
}

function checkFuture({ row, knownFrom, knownTo }: AnyFact, today: string | undefined): Problem[] {
  if (today === undefined) return [];
  return Object.entries({ knownFrom, knownTo }).flatMap(([field, day]) => {
    if (day === null || day <= today) return [];
    const fix = 'Days of knowledge say what has happened. When a fact holds is said with `from` and `to`.';
    return [problem(row, field, `${day} is still to come.`, fix)];
  });
}

function problem(place: string, field: string, message: string, fix: string): Problem {
  const cut = place.lastIndexOf('#');
  return { file: place.slice(0, cut), row: place.slice(cut + 1), field, message, fix };
}
