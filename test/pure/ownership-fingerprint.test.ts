import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdingFindings } from '../../server/analysis/ownership/data-findings.ts';
import { printedComponents } from '../../server/analysis/ownership/fingerprint.ts';
import { createOwnershipIndex } from '../../server/analysis/ownership/ownership-index.ts';
import type { Facts } from '../../server/facts/facts.ts';
import type { Regulation } from '../../server/regulation/read.ts';
import { LAW } from '../support/cases.ts';
import { anyOwnership } from '../support/random-ownership.ts';

type Section = 'parties' | 'listings' | 'holdings' | 'controls';
const SECTIONS: readonly Section[] = ['parties', 'listings', 'holdings', 'controls'];
const OTHER: readonly unknown[] = [
  ...[null, 'A', 'B', 'CN', 'US', '2021-05-05', '2025-10-20', 'verified', 'reported', 'branch', 'equity'],
  ...['ofac-sdn', 'bis-entity-list', 'denial', ['x'], [], ['SDGT'], true, false],
  { min: '50', max: '50', minExclusive: false, maxExclusive: false, stated: true },
  { min: '0', max: '60', minExclusive: false, maxExclusive: true, stated: true },
];

const prints = (facts: Facts, law: Regulation = LAW.regulation): string[] =>
  printedComponents(facts, law)
    .map(({ fingerprint }) => fingerprint)
    .sort();

function conclusions(facts: Facts): string[] {
  const index = createOwnershipIndex(facts, LAW.regulation);
  return [...index.allVerdicts(), ...holdingFindings(index.graph)].map((each) => JSON.stringify(each)).sort();
}

/** Facts with one field of one fact replaced by something else that such a field may hold; null where that is none. */
function mutated(facts: Facts, { section, row, field, value }: Mutation): Facts | null {
  const rows = facts[section];
  const chosen = rows[row % Math.max(1, rows.length)];
  if (chosen === undefined) return null;
  const names = Object.keys(chosen).filter((name) => name !== 'id');
  const name = names[field % names.length] ?? '';
  const before: unknown = Object.entries(chosen).find(([key]) => key === name)?.[1];
  const fitting = OTHER.filter((each) => isAlike(each, before));
  const after = fitting[value % Math.max(1, fitting.length)];
  if (fitting.length === 0 || JSON.stringify(after) === JSON.stringify(before)) return null;
  return { ...facts, [section]: rows.map((each) => (each === chosen ? { ...each, [name]: after } : each)) };
}

interface Mutation {
  readonly section: Section;
  readonly row: number;
  readonly field: number;
  readonly value: number;
}

function isAlike(value: unknown, before: unknown): boolean {
  if (value === null) return typeof before === 'string' && isDay(before);
  if (before === null) return typeof value === 'string';
  return typeof value === typeof before && Array.isArray(value) === Array.isArray(before);
}

const mutation = fc.record({
  section: fc.constantFrom(...SECTIONS),
  row: fc.nat(20),
  field: fc.nat(20),
  value: fc.nat(20),
});

describe('fingerprints of components', () => {
  it('differ wherever one changed field changes a verdict or a data finding', () => {
    let [changed, same] = [0, 0];
    fc.assert(
      fc.property(anyOwnership, mutation, (facts, how) => {
        const other = mutated(facts, how);
        if (other === null || !hasSense(other)) return;
        const isOther = JSON.stringify(conclusions(facts)) !== JSON.stringify(conclusions(other));
        if (isOther) expect(prints(other)).not.toEqual(prints(facts));
        if (isOther) changed += 1;
        else same += 1;
      }),
      { numRuns: 1_500 },
    );
    expect([changed > 50, same > 50]).toEqual([true, true]);
  }, 60_000);

  it('do not depend on the order of the facts, nor on what no verdict shows', () => {
    fc.assert(
      fc.property(anyOwnership, (facts) => {
        const turned = {
          ...facts,
          parties: facts.parties.map((party) => ({ ...party, city: 'Elsewhere', note: 'moved' })).reverse(),
          holdings: facts.holdings.map((holding) => ({ ...holding, row: 'other' })).reverse(),
          listings: [...facts.listings].reverse(),
        };
        expect(prints(turned)).toEqual(prints(facts));
      }),
      { numRuns: 200 },
    );
  });

  it('are touched only where something changed, and all of them by a change of the law', () => {
    fc.assert(
      fc.property(anyOwnership, (facts) => {
        const before = printedComponents(facts, LAW.regulation);
        const [first] = facts.parties;
        const parties = facts.parties.map((party) =>
          party === first ? { ...party, name: 'Renamed' } : party,
        );
        const after = printedComponents({ ...facts, parties }, LAW.regulation);
        const kept = before.filter(({ fingerprint }, index) => fingerprint === after[index]?.fingerprint);
        expect(kept).toHaveLength(before.length - 1);
        const law = { ...LAW.regulation, minority: { ...LAW.regulation.minority, significantFrom: '26' } };
        const known = new Set(prints(facts));
        expect(prints(facts, law).filter((print) => known.has(print))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** A changed end must leave a tie between two parties, and days in their order. */
function hasSense({ holdings, controls, listings, parties }: Facts): boolean {
  const ids = new Set(parties.map(({ id }) => id));
  const ties = [
    ...holdings.map(({ owner, owned }) => [owner, owned]),
    ...controls.map(({ controller, controlled }) => [controller, controlled]),
  ];
  const dated = [...holdings, ...controls, ...listings];
  return (
    ties.every(([a = '', b = '']) => a !== b && ids.has(a) && ids.has(b)) &&
    listings.every(({ party }) => ids.has(party)) &&
    dated.every(({ from, to }) => isDay(from) && isDay(to) && (from === null || to === null || from < to))
  );
}

function isDay(text: string | null): boolean {
  return text === null || /^\d{4}-\d{2}-\d{2}$/.test(text);
}
