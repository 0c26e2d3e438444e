import fc from 'fast-check';
import Fraction from 'fraction.js';
import { createOwnershipIndex } from '../../server/analysis/ownership/ownership-index.ts';
import type { Sensitivity } from '../../server/analysis/sensitivity/question.ts';
import { sensitivityOf } from '../../server/analysis/sensitivity/sensitivity.ts';
import type { Outcome } from '../../server/analysis/verdict.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { formatExact } from '../../server/facts/share.ts';
import type { Regime } from '../../server/regulation/read.ts';
import { facts, LAW } from './cases.ts';

/** Small made-up registers; whatever is said of them is held against the verdicts of the real analysis. */
export const PARTIES = ['A', 'B', 'C', 'D', 'E'];
const DAY = '2025-10-15';
const LIST: Readonly<Record<string, string>> = {
  'bis-affiliates': 'bis-entity-list',
  'ofac-50': 'ofac-sdn',
  'eu-own-or-control': 'eu-consolidated',
  'uk-own-or-control': 'uk-sanctions',
  'bis-legally-distinct': 'bis-entity-list',
};

const confidence = fc.constantFrom('verified', 'verified', 'verified', 'reported');
export const pair = fc
  .tuple(fc.constantFrom(...PARTIES), fc.constantFrom(...PARTIES.slice(1)))
  .filter(([a, b]) => a !== b);
const percent = fc.constantFrom(0, 10, 20, 25, 30, 40, 49.99, 50, 60, 100);
const bounds = fc
  .tuple(percent, percent, fc.boolean(), fc.boolean())
  .filter(([a, b]) => a !== b)
  .map(([a, b, exclusiveMin, exclusiveMax]) => ({
    min: Math.min(a, b),
    max: Math.max(a, b),
    exclusiveMin,
    exclusiveMax,
  }));
const share = fc.oneof(
  fc.constant({}),
  percent.map((each) => ({ share: each })),
  bounds.map((each) => ({ share: each })),
);
const holding = fc
  .tuple(pair, share, confidence, fc.constantFrom('equity', 'equity', 'equity', 'equity', 'equity', 'branch'))
  .map(([[owner, owned], size, sure, kind]) => ({ owner, owned, confidence: sure, kind, ...size }));
const control = fc
  .tuple(pair, confidence)
  .map(([[controller, controlled], sure]) => ({ controller, controlled, confidence: sure }));

export interface Case {
  readonly all: Facts;
  readonly regime: Regime;
}

export const anyCase = fc
  .record({
    regime: fc.constantFrom(...LAW.regulation.regimes),
    holdings: fc.uniqueArray(holding, {
      minLength: 3,
      maxLength: 7,
      selector: ({ owner, owned }) => `${owner}>${owned}`,
    }),
    controls: fc.uniqueArray(control, {
      maxLength: 2,
      selector: ({ controller, controlled }) => `${controller}>${controlled}`,
    }),
    second: fc.option(fc.tuple(fc.constantFrom(...PARTIES.slice(1)), confidence)),
    countries: fc.tuple(...PARTIES.map(() => fc.constantFrom('CN', 'CN', 'SG', 'US', undefined))),
    programs: fc.constantFrom([], ['SDGT']),
  })
  .map(({ regime, holdings, controls, second, countries, programs }): Case => {
    const list = LIST[regime.id] ?? 'bis-entity-list';
    const listings = [
      { party: 'A', list, confidence: 'verified', programs },
      ...(second ? [{ party: second[0], list, confidence: second[1], programs }] : []),
    ];
    const parties = PARTIES.map((id, at) => ({ id, jurisdiction: countries[at] }));
    return { all: facts({ parties, listings, holdings, controls }), regime };
  });

function outcomesOf(all: Facts, regime: Regime): ReadonlyMap<string, Outcome> {
  const verdicts = createOwnershipIndex(all, { ...LAW.regulation, regimes: [regime] }).allVerdicts();
  const now = verdicts.filter((verdict) => covers(verdict, DAY));
  return new Map(now.map(({ party, outcome }) => [party, outcome]));
}

export function outcomeOf(all: Facts, regime: Regime, party: string): Outcome {
  return outcomesOf(all, regime).get(party) ?? 'not-captured';
}

export const isBound = (outcome: Outcome): boolean => outcome === 'captured' || outcome === 'listed';
export const ask = (all: Facts, regime: Regime, party: string): Sensitivity =>
  sensitivityOf(all, { party, asOf: DAY, regime, listings: all.listings }, LAW.regulation);

/** A percentage a little more or less. */
export function nudged(percent: string, by: 1 | -1): string {
  return formatExact(new Fraction(percent).add(new Fraction(by, 1_000_000)));
}
