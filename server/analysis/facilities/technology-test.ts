import Fraction from 'fraction.js';
import { covers } from '../../facts/dates.ts';
import { MEASURES, type Technology } from '../../facts/technology.ts';
import type { AdvancedNodeLaw, NodeTest } from '../../regulation/read.ts';
import type { NodeClass } from './joined.ts';

/** How a technology stands to the definition in force on a day. */
export interface TechnologyTest {
  readonly nodeClass: NodeClass;
  /** Ids of the clauses that decided: the one met, or all that were not met; none before the definition. */
  readonly clauses: readonly string[];
  /** Why, in words. */
  readonly text: string;
  readonly citation: string;
  /** Was there a definition for this kind of IC on the day? */
  readonly inForce: boolean;
}

/**
 * Tests a technology against the definition of advanced-node ICs (15 CFR 772.1) in force on a day. One clause that is
 * met makes it advanced. It is not advanced only when every clause was tested and failed; where a measure that a
 * clause asks for is not given, the class is unknown. Limits are compared exactly.
 *
 * @param day `YYYY-MM-DD`, or null for the time before every dated fact
 */
export function testTechnology(
  technology: Technology,
  law: AdvancedNodeLaw,
  day: string | null,
): TechnologyTest {
  const period = law.periods.find(
    (each) => each.kind === technology.kind && (day === null ? each.from === null : covers(each, day)),
  );
  if (!period) return { ...NO_DEFINITION, citation: law.citation };
  const told = { citation: period.citation, inForce: true };
  const met = period.tests.find((test) => isMet(test, technology) === true);
  if (met) {
    const text = `${givenFor(met, technology)}: the definition says ${met.words}`;
    return { nodeClass: 'advanced', clauses: [met.id], text, ...told };
  }
  const open = period.tests.filter((test) => isMet(test, technology) === null);
  const asked = open.length > 0 ? open : period.tests;
  const words = asked.map((test) => test.words).join(', or ');
  return {
    nodeClass: open.length > 0 ? 'unknown' : 'not-advanced',
    clauses: asked.map(({ id }) => id),
    text: open.length > 0 ? `not given whether it has ${words}` : `it has not ${words}`,
    ...told,
  };
}

const NO_DEFINITION = {
  nodeClass: 'not-advanced',
  clauses: [],
  text: 'advanced-node ICs were not yet defined',
  inForce: false,
} as const satisfies Partial<TechnologyTest>;

/** Whether a clause is met; null where the measure is not given. */
function isMet(test: NodeTest, technology: Technology): boolean | null {
  if ('is' in test) return technology.transistor === null ? null : technology.transistor === test.is;
  const value = technology[test.measure];
  if (value === null) return null;
  const exact = new Fraction(value);
  if ('atMost' in test) return exact.compare(test.atMost) <= 0;
  if ('atLeast' in test) return exact.compare(test.atLeast) >= 0;
  return 'below' in test ? exact.compare(test.below) < 0 : exact.compare(test.above) > 0;
}

function givenFor(test: NodeTest, technology: Technology): string {
  if ('is' in test) return `${technology.transistor} transistors`;
  return `${technology[test.measure]} ${MEASURES[test.measure]}`;
}
