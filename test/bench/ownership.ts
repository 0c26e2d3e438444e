import { analyse } from '../../server/analysis/analyse.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { judge } from '../../server/rules/judge.ts';
import type { Law } from '../../server/store/load-report.ts';
import type { Comparison, Work } from './compare.ts';
import { register } from './register.ts';
import { conglomerate, mixed, wholeChain } from './shapes.ts';

/** Days on which a register changes, over some sixteen years. */
const CALENDAR = 2_000;
/** The rules in memory serve cases, not registers: Neo4j runs them there. */
const MOST_JUDGED = 20_000;

/** How all verdicts with their steps, and the rules, grow with the size of a register and its shape. */
export function ownershipComparisons(parties: number, law: Law): Comparison[] {
  return [...sizes(parties, law), ...shapes(parties / 5, law)];
}

function sizes(parties: number, law: Law): Comparison[] {
  const judged = Math.min(parties, MOST_JUDGED);
  return [
    {
      name: 'register, 10 times the parties',
      unit: 'holdings',
      meaning: 'every verdict of many groups, with its steps',
      prepare: () => ({
        base: analysis(register({ parties: parties / 10, days: CALENDAR }, mixed), law),
        other: analysis(register({ parties, days: CALENDAR }, mixed), law),
      }),
    },
    {
      name: 'rules in memory, 10 times the parties',
      unit: 'holdings',
      meaning: 'red flags from conclusions, as `interlock assess` raises them',
      prepare: () => ({
        base: rules(register({ parties: judged / 10, days: CALENDAR }, mixed), law),
        other: rules(register({ parties: judged, days: CALENDAR }, mixed), law),
      }),
    },
  ];
}

function shapes(parties: number, law: Law): Comparison[] {
  return [
    {
      name: 'chains of 100 instead of 10',
      unit: 'holdings',
      meaning: 'as many parties, held deeper; about 10 when each verdict tells all tiers above it',
      prepare: () => ({
        base: analysis(register({ parties, days: 0 }, wholeChain(10)), law),
        other: analysis(register({ parties, days: 0 }, wholeChain(100)), law),
      }),
    },
    {
      name: '1,000 owners instead of 10',
      unit: 'holdings',
      meaning: 'as many holdings, in parties with more owners; their subsidiaries tell all of those again',
      prepare: () => ({
        base: analysis(register({ parties, days: 0 }, conglomerate(10, 1)), law),
        other: analysis(register({ parties, days: 0 }, conglomerate(1_000, 100)), law),
      }),
    },
  ];
}

function analysis(facts: Facts, { regulation }: Law): Work {
  return { size: facts.holdings.length, run: () => analyse(facts, regulation).verdicts.length };
}

function rules(facts: Facts, law: Law): Work {
  const conclusions = analyse(facts, law.regulation);
  return { size: facts.holdings.length, run: () => judge({ facts, conclusions, ...law }).length };
}
