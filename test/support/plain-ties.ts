import fc from 'fast-check';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import { fromDay } from '../../server/facts/dates.ts';
import type { DatedFact, Facts } from '../../server/facts/facts.ts';
import { makeShare } from '../../server/facts/share.ts';
import { TIE_TYPES } from '../../server/projection/tie-graph.ts';
import { facts } from './cases.ts';
import type { PlainTie } from './oracle/all-paths.ts';

/** Made-up ties among few things: many of them parallel, some of a thing with itself, dates and shares that meet. */

export const THINGS = ['p0', 'p1', 'p10', 'p2', 'p3', 'p4', 'p5'] as const;

const PERCENTS = [
  '0',
  '24.999999999999999999',
  '25',
  '25.000000000000000001',
  '100/3',
  '33.333333333333333',
  '50',
];

const share = fc.oneof(
  fc.constantFrom(...PERCENTS).map((percent) => makeShare(percent)),
  fc.constantFrom(...PERCENTS.slice(1)).map((max) => makeShare({ min: 0, max, exclusiveMax: true })),
  fc.constant(makeShare(undefined)),
);

const day = fc.option(fc.integer({ min: 0, max: 3 }));

export const percent = fc.constantFrom(...PERCENTS);

/** One tie; the id is given when it is put among others. */
const tie = fc.record({
  type: fc.constantFrom(...TIE_TYPES),
  a: fc.constantFrom(...THINGS),
  b: fc.constantFrom(...THINGS),
  from: day,
  to: day,
  confidence: fc.constantFrom(...CONFIDENCES),
  share,
});

export const plainTies = fc.array(tie, { maxLength: 16 }).map((ties) =>
  // The order of the sections in facts, so that the first of equal ties is the same one everywhere.
  TIE_TYPES.flatMap((type) => ties.filter((each) => each.type === type)).map(
    (each, index): PlainTie => ({
      ...each,
      id: each.type === 'OPERATES' ? `operates:${each.a}:${each.b}` : `tie ${index}`,
      share: each.type === 'OWNS' ? each.share : null,
    }),
  ),
);

/** The ties as facts of the product, among things in the order given. Operators have no dates there and are left out. */
export function factsOf(ties: readonly PlainTie[], things: readonly string[] = THINGS): Facts {
  const of = <T>(type: PlainTie['type'], make: (tie: PlainTie) => T): (DatedFact & T)[] =>
    ties.filter((each) => each.type === type).map((each) => ({ ...datedFact(each), ...make(each) }));
  return {
    ...facts({ parties: things.map((id) => ({ id, jurisdiction: 'CN' })) }),
    holdings: of('OWNS', ({ a, b, share: held }) => ({
      ...{ owner: a, owned: b, share: held ?? makeShare(undefined), kind: 'equity' },
    })),
    controls: of('CONTROLS', ({ a, b }) => ({ controller: a, controlled: b, kind: 'board' })),
    investments: of('INVESTED_IN', ({ a, b }) => ({ investor: a, target: b, amount: '', round: '' })),
    affiliations: of('AFFILIATED_WITH', ({ a, b }) => ({ a, b, kind: 'supplier' })),
    officers: of('OFFICER_OF', ({ a, b }) => ({ person: a, party: b, role: '' })),
    physicalLinks: of('PHYSICALLY_LINKED_TO', ({ a, b }) => ({ a, b, kind: 'bridge' })),
  };
}

function datedFact({ id, from, to, confidence }: PlainTie): DatedFact {
  const date = (number: number | null): string | null => (number === null ? null : fromDay(number));
  return {
    ...{
      id,
      confidence,
      from: date(from),
      to: date(to),
      fromPrecision: 'day',
      toPrecision: 'day',
      knownFrom: null,
      knownTo: null,
    },
    ...{ sources: [], note: '', row: '' },
  };
}
