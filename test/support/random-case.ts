import fc from 'fast-check';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import { LINK_KINDS } from '../../server/facts/links.ts';
import { NEEDS } from '../../server/facts/technology.ts';
import { facts } from './cases.ts';

/** Made-up case files with every kind of fact, small enough that ties meet, dated so that some have ended. */

const PARTIES = ['A', 'B', 'C', 'D', 'E'];
const FABS = ['F', 'G', 'H'];
const DAYS = ['2019-01-01', '2024-12-02', '2025-09-29', '2025-10-20', '2026-01-01'];
const LISTS = [
  'bis-entity-list',
  'bis-entity-list',
  'bis-unverified',
  'ofac-sdn',
  'eu-consolidated',
  'dod-1260h',
];
const TIE_KINDS = [
  'supplier',
  'false-friend',
  'shared-address',
  'shared-site',
  'reported-shadow-fab',
  'procurement-for',
  'former-executive-leads',
];
const ADDRESSES = ['1 Long Road, Shenzhen', '1 LONG ROAD, Shenzhen', '7 Other Street, Wuhan', 'Wuhan'];

const TECHNOLOGIES = [
  { kind: 'logic', nodeNm: 14, transistor: 'non-planar', from: '2019-01-01' },
  { kind: 'logic', nodeNm: 28, transistor: 'planar', confidence: 'reported' },
  { kind: 'dram', cellAreaUm2: 0.0022, densityGbPerMm2: 0.1, tsvPerDie: 0.5 },
  { kind: 'nand', layers: 232, to: '2026-01-01', confidence: 'reported' },
  { kind: 'nand' },
];

const party = fc.constantFrom(...PARTIES);
const twoParties = fc.tuple(party, party).filter(([a, b]) => a !== b);
const twoFabs = fc.tuple(fc.constantFrom(...FABS), fc.constantFrom(...FABS)).filter(([a, b]) => a !== b);
const confidence = fc.constantFrom(...CONFIDENCES);

const interval = fc
  .tuple(fc.option(fc.nat(DAYS.length - 2)), fc.option(fc.nat(DAYS.length - 1)))
  .map(([from, to]) => ({
    ...(from === null ? {} : { from: DAYS[from] }),
    ...(to === null || to <= (from ?? -1) ? {} : { to: DAYS[to] }),
  }));

const share = fc.oneof(
  fc.constant({}),
  fc.constantFrom(0, 5, 10, 25, 49.99, 50, 50.01, 60, 100).map((each) => ({ share: each })),
  fc.tuple(fc.nat(50), fc.integer({ min: 50, max: 100 })).map(([min, max]) => ({ share: { min, max } })),
);

/** A tie with its dates and how sure it is. */
function dated<T extends object>(tie: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return fc.tuple(tie, interval, confidence).map(([a, b, c]) => ({ ...a, ...b, confidence: c }));
}

/** Up to `most` of them, each pair of ends once: two rows on one tie and day are another test's business. */
function some(tie: fc.Arbitrary<object>, ends: readonly string[], most: number): fc.Arbitrary<object[]> {
  const key = (each: object) =>
    JSON.stringify(ends.map((end) => Object.entries(each).find(([name]) => name === end)?.[1]));
  return fc.uniqueArray(tie, { maxLength: most, selector: key });
}

const ends = (a: string, b: string) => (pair: readonly [string, string]) => ({ [a]: pair[0], [b]: pair[1] });
const both = (left: fc.Arbitrary<object>, right: fc.Arbitrary<object>) =>
  fc.tuple(left, right).map(([a, b]): object => ({ ...a, ...b }));

const listing = both(
  party.map((each) => ({ party: each })),
  fc.constantFrom(...LISTS).map((list) => ({ list })),
);
const affiliation = both(
  twoParties.map(ends('a', 'b')),
  fc.constantFrom(...TIE_KINDS).map((kind) => ({ kind })),
);
const link = both(
  twoFabs.map(ends('a', 'b')),
  fc.constantFrom(...LINK_KINDS).map((kind) => ({ kind })),
);

const parties = fc.tuple(
  ...PARTIES.map((id) =>
    fc.record({
      id: fc.constant(id),
      roles: fc.constantFrom([], ['distributor'], ['distributor', 'manufacturer']),
      addresses: fc.subarray(ADDRESSES, { maxLength: 2 }),
      complex: fc.constantFrom(undefined, undefined, 'huawei'),
      jurisdiction: fc.constantFrom('CN', 'US', 'SG'),
    }),
  ),
);

const facilities = fc.tuple(
  ...FABS.map((id) =>
    fc.record({
      id: fc.constant(id),
      operator: fc.option(party),
      country: fc.option(fc.constantFrom('CN', 'CN', 'MO', 'IE')),
      advancedNode: fc.option(fc.boolean()),
      technologies: fc.array(fc.constantFrom(...TECHNOLOGIES), { maxLength: 2 }),
    }),
  ),
);

const order = fc
  .tuple(
    fc.oneof(
      party.map((each) => ({ party: each })),
      fc.constantFrom(...FABS).map((each) => ({ facility: each })),
    ),
    fc.record({ needs: fc.constantFrom(...NEEDS), date: fc.constantFrom(...DAYS), confidence }),
  )
  .map(([subject, rest]): object => ({ item: 'a tool', ...subject, ...rest }));

const anyContent = fc.record({
  parties,
  facilities,
  listings: some(dated(listing), ['party', 'list'], 4),
  holdings: some(dated(both(twoParties.map(ends('owner', 'owned')), share)), ['owner', 'owned'], 6),
  controls: some(dated(twoParties.map(ends('controller', 'controlled'))), ['controller', 'controlled'], 3),
  investments: some(dated(twoParties.map(ends('investor', 'target'))), ['investor', 'target'], 3),
  affiliations: some(dated(affiliation), ['a', 'b', 'kind'], 5),
  officers: some(dated(twoParties.map(ends('person', 'party'))), ['person', 'party'], 3),
  physicalLinks: some(dated(link), ['a', 'b'], 3),
  orders: fc.array(order, { maxLength: 2 }),
});

/** Facts of any kind, as normalised from a case file. */
export const anyCase = anyContent.map((content) => facts(content));

/** The same of several cases side by side, which have nothing in common but addresses. */
export const casesBeside = fc.array(anyContent, { minLength: 2, maxLength: 3 }).map((contents) => {
  const apart = contents.map((content, at) =>
    Object.entries<object>(JSON.parse(JSON.stringify(content).replace(/"([A-H])"/g, `"$1${at}"`))),
  );
  const sections = new Map<string, unknown[]>();
  for (const [section, rows] of apart.flat())
    sections.set(section, [...(sections.get(section) ?? []), ...Object.values(rows)]);
  return facts(Object.fromEntries(sections));
});
