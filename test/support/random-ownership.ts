import fc from 'fast-check';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import { facts } from './cases.ts';

/**
 * Made-up ownership, small enough that ties meet and circles close: ranges with exclusive bounds, exact ties at the
 * threshold (50, three thirds), shares of very many digits, branches, control, weak facts, and the same holding stated
 * twice.
 */
const PARTIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const DAYS = [
  '2019-01-01',
  '2021-05-05',
  '2024-07-03',
  '2024-12-02',
  '2025-09-29',
  '2025-10-20',
  '2026-01-01',
];
const LISTS = ['bis-entity-list', 'bis-meu', 'ofac-sdn', 'eu-consolidated', 'uk-sanctions'];
const PERCENTS = [
  0,
  5,
  20,
  25,
  30,
  40,
  49.99,
  50,
  50.01,
  60,
  100,
  '100/3',
  '50/3',
  '49.99999999999999999999',
];

const party = fc.constantFrom(...PARTIES);
const twoParties = fc.tuple(party, party).filter(([a, b]) => a !== b);
const confidence = fc.constantFrom('verified', 'verified', ...CONFIDENCES);

const interval = fc.oneof(
  fc.constant({}),
  fc.tuple(fc.option(fc.nat(DAYS.length - 2)), fc.option(fc.nat(DAYS.length - 1))).map(([from, to]) => ({
    ...(from === null ? {} : { from: DAYS[from] }),
    ...(to === null || to <= (from ?? -1) ? {} : { to: DAYS[to] }),
  })),
);

const exact = fc.constantFrom(...PERCENTS).map((share) => ({ share }));
const range = fc
  .record({ a: fc.nat(10), b: fc.nat(10), exclusiveMin: fc.boolean(), exclusiveMax: fc.boolean() })
  .filter(({ a, b }) => a !== b)
  .map(({ a, b, ...open }) => ({ share: { min: Math.min(a, b) * 10, max: Math.max(a, b) * 10, ...open } }));
const share = fc.oneof(fc.constant({}), exact, exact, range);

const holding = fc
  .tuple(twoParties, share, interval, confidence, fc.constantFrom('equity', 'equity', 'equity', 'branch'))
  .map(([[owner, owned], held, days, sure, kind]) => ({
    owner,
    owned,
    ...held,
    ...days,
    confidence: sure,
    kind,
  }));
const control = fc
  .tuple(twoParties, interval, confidence)
  .map(([[controller, controlled], days, sure]) => ({ controller, controlled, ...days, confidence: sure }));
const listing = fc
  .tuple(party, fc.constantFrom(...LISTS), interval, confidence, fc.constantFrom([], ['SDGT'], ['OTHER']))
  .map(([listed, list, days, sure, programs]) => ({
    ...{ party: listed, list, ...days, confidence: sure },
    ...(list === 'ofac-sdn' ? { programs } : {}),
  }));

/** Facts about ownership alone, as normalised from a case file. */
export const anyOwnership = fc
  .record({
    parties: fc.tuple(
      ...PARTIES.map((id) =>
        fc.constantFrom('CN', 'US', undefined).map((jurisdiction) => ({ id, jurisdiction })),
      ),
    ),
    listings: fc.uniqueArray(listing, { maxLength: 4, selector: (each) => each.party + each.list }),
    holdings: fc.uniqueArray(holding, { maxLength: 14, selector: (each) => JSON.stringify(each) }),
    controls: fc.uniqueArray(control, { maxLength: 3, selector: (each) => JSON.stringify(each) }),
  })
  .map((content) => facts(content));
