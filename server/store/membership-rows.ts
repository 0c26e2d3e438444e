import neo4j from 'neo4j-driver';
import { memberships } from '../analysis/complexes/grade-periods.ts';
import { findComplexes } from '../analysis/complexes/memberships.ts';
import type { Facts } from '../facts/facts.ts';
import type { ComplexGrading } from '../regulation/complex-shape.ts';
import { namesOf } from './conclusion-rows.ts';
import { neo4jDate, type StampedRow } from './load-rows.ts';

/** Rows of who belongs to which complex, from which day to which. */
export function membershipRows(facts: Facts, grading: ComplexGrading): StampedRow[] {
  return memberships(findComplexes(facts, grading), namesOf(facts)).map((membership) => {
    const { id, party, from, to, paths } = membership;
    const dates = { from: neo4jDate(from), to: neo4jDate(to) };
    return { id, party, properties: { ...membership, ...dates, paths: neo4j.int(paths) } };
  });
}
