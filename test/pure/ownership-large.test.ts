import { describe, expect, it } from 'vitest';
import { createCascade } from '../../server/analysis/ownership/cascade.ts';
import { type ListedDays, ListedPlaces } from '../../server/analysis/ownership/listed-places.ts';
import { groupAt, ownersFirst } from '../../server/analysis/ownership/owners-first.ts';
import { createOwnershipIndex } from '../../server/analysis/ownership/ownership-index.ts';
import type { PartyStandings } from '../../server/analysis/ownership/party-standings.ts';
import { BIT, outcomeOfBits } from '../../server/analysis/ownership/standing.ts';
import { sweepRegimes } from '../../server/analysis/ownership/sweep.ts';
import { sweptGraph } from '../../server/analysis/ownership/sweep-graph.ts';
import type { Outcome } from '../../server/analysis/verdict.ts';
import { DAY_MAX, DAY_MIN, fromDay } from '../../server/facts/dates.ts';
import { type FlatOwnership, flatOwnership, type TieArrays } from '../../server/projection/flat-ownership.ts';
import { facts, LAW } from '../support/cases.ts';

/** Shapes that break plain algorithms: the deep, the wide, the round and the restless. */

const BIS = LAW.regulation.regimes.find(({ id }) => id === 'bis-affiliates')?.tests ?? [];
const ALWAYS: ListedDays = { from: DAY_MIN, to: DAY_MAX, certain: true, firm: true };
const LISTED_FIRST = new Map([[0, [ALWAYS]]]);

interface Rows extends Partial<Pick<TieArrays, 'from' | 'to'>> {
  readonly parties: number;
  readonly ties: number;
  readonly owner: (tie: number) => number;
  readonly owned: (tie: number) => number;
  /** Hundredths of a percent. */
  readonly min: (tie: number) => number;
  readonly max?: (tie: number) => number;
}

function flat({ parties, ties, owner, owned, min, max = min, ...days }: Rows): FlatOwnership {
  const numbers = (read: (tie: number) => number) => Int32Array.from({ length: ties }, (_, tie) => read(tie));
  const ends = { parties, owner: numbers(owner), owned: numbers(owned) };
  return flatOwnership({ ...ends, ...days, min: numbers(min), max: numbers(max), perPercent: 100 }).flat;
}

function standings(
  graph: FlatOwnership,
  listings: ReadonlyMap<number, readonly ListedDays[]>,
): PartyStandings {
  const exactTicks = () => {
    throw new Error('no share has that many digits');
  };
  const swept = sweptGraph(graph, exactTicks);
  const sweep = sweepRegimes(swept, [{ tests: BIS, listed: new ListedPlaces(swept, listings) }])[0]?.[0];
  if (!sweep) throw new Error('the regime has a test');
  return sweep.standings;
}

const outcome = (all: PartyStandings, party: number, day = 0): Outcome => outcomeOfBits(all.on(party, day));

describe('a chain of 100,000', () => {
  const size = 100_000;
  const chain = flat({
    parties: size,
    ties: size - 1,
    owner: (tie) => tie,
    owned: (tie) => tie + 1,
    min: () => 5_000,
  });

  it('is captured to its end', () => {
    expect(outcome(standings(chain, LISTED_FIRST), size - 1)).toBe('captured');
    const question = {
      day: null,
      bound: 'lower' as const,
      test: { control: false, branches: 'all' as const },
    };
    expect(createCascade(chain)({ ...question, needed: 5_000 }, [0])).toHaveLength(size);
    expect(createCascade(chain)({ ...question, needed: 5_001 }, [0])).toHaveLength(1);
  });
});

describe('an owner of 5,000, each with one of its own', () => {
  const size = 5_000;
  // The first holds half of every other, and a quarter of the rest, of which the second holds another quarter.
  const hub = flat({
    parties: 2 + 2 * size,
    ties: 2 * size + size / 2,
    owner: (tie) => (tie < size ? 0 : tie < 2 * size ? 2 + tie - size : 1),
    owned: (tie) => (tie < size ? 2 + tie : tie < 2 * size ? 2 + tie : 3 + 2 * (tie - 2 * size)),
    min: (tie) => (tie < size ? (tie % 2 === 0 ? 5_000 : 2_500) : tie < 2 * size ? 10_000 : 2_500),
  });
  const question = { day: null, bound: 'lower' as const, test: { control: false, branches: 'all' as const } };

  it('bears on all that it holds enough of, and on what they hold', () => {
    const cascade = createCascade(hub);
    const members = [...cascade({ ...question, needed: 5_000 }, [0])].sort((a, b) => a - b);
    const held = Array.from({ length: size / 2 }, (_, at) => 2 + 2 * at);
    expect(members).toEqual([0, ...held, ...held.map((party) => party + size)]);
    expect(cascade({ ...question, needed: 5_000 }, [0, 1])).toHaveLength(hub.parties);
    expect(cascade({ ...question, needed: 5_001 }, [0, 1])).toHaveLength(2);
  });
});

describe('a chain of 20,000 in a case file', () => {
  it('is told tier by tier', () => {
    const size = 20_000;
    const parties = Array.from({ length: size }, (_, id) => ({ id: `p${id}` }));
    const holdings = parties.slice(1).map(({ id }, index) => ({ owner: `p${index}`, owned: id, share: 60 }));
    const index = createOwnershipIndex(
      facts({ parties, holdings, listings: [{ party: 'p0', list: 'bis-entity-list' }] }),
      LAW.regulation,
    );
    const [last] = index.verdictsOf(`p${size - 1}`, 'bis-affiliates');
    expect([last?.outcome, last?.steps.length, last?.steps.at(-1)?.tier]).toEqual([
      'captured',
      size - 1,
      size - 1,
    ]);
  });
});

describe('10,000 owners of one party', () => {
  const size = 10_000;
  const one = (min: number, max = min): FlatOwnership =>
    flat({
      parties: size + 1,
      ties: size,
      owner: (tie) => tie,
      owned: () => size,
      min: () => min,
      max: () => max,
    });
  const half = new Map(Array.from({ length: size / 2 }, (_, party) => [party, [ALWAYS]]));

  it('add up exactly: half of them hold 50', () => {
    expect(outcome(standings(one(1), half), size)).toBe('captured');
    half.delete(0);
    expect(outcome(standings(one(1), half), size)).toBe('not-captured');
    expect(outcome(standings(one(0, 1), new Map([...half, [0, [ALWAYS]]])), size)).toBe('cannot-exclude');
  });
});

describe('a circle of 50,000', () => {
  const size = 50_000;
  const ring = (min: number): FlatOwnership =>
    flat({
      parties: size + 1,
      ties: size + 1,
      owner: (tie) => tie,
      owned: (tie) => (tie === size ? 1 : tie + 1),
      min: (tie) => (tie === 0 ? 100 : min),
    });

  it('is one group, and circular where it holds itself up below a listed party', () => {
    const order = ownersFirst(ring(6_000));
    expect(groupAt(order, order.circles[0] ?? 0)).toHaveLength(size);
    const all = standings(ring(6_000), LISTED_FIRST);
    expect([outcome(all, 1), outcome(all, size)]).toEqual(['circular', 'circular']);
  });

  it('is nothing where no listed party stands above, or where it holds too little', () => {
    const elsewhere = new Map([[size, [{ ...ALWAYS, from: 10, to: 11 }]]]);
    expect(outcome(standings(ring(6_000), elsewhere), 1, 5)).toBe('not-captured');
    const loose = standings(ring(4_900), LISTED_FIRST);
    expect([outcome(loose, 1), loose.always(size)]).toEqual(['not-captured', 0]);
  });
});

describe('2,000 days on which something changes', () => {
  const days = 2_000;
  const size = 3_000;
  /** A top that holds everybody for ever, and one holding that changes hands every day: only its party varies. */
  const graph = flat({
    parties: size + days,
    ties: size - 1 + days,
    owner: (tie) => (tie < size - 1 ? 0 : size + tie - (size - 1)),
    owned: (tie) => (tie < size - 1 ? tie + 1 : 1),
    min: (tie) => (tie < size - 1 ? 4_000 : 2_000),
    from: Int32Array.from({ length: size - 1 + days }, (_, tie) =>
      tie < size - 1 ? DAY_MIN : tie - size + 1,
    ),
    to: Int32Array.from({ length: size - 1 + days }, (_, tie) => (tie < size - 1 ? DAY_MAX : tie - size + 2)),
  });
  const listings = new Map(
    [0, ...Array.from({ length: days / 2 }, (_, day) => size + 2 * day)].map((each) => [each, [ALWAYS]]),
  );

  it('give runs to the party that changes, and one byte to the others', () => {
    const all = standings(graph, listings);
    expect(all.count(1)).toBe(1 + days + 1);
    expect([outcome(all, 1, 0), outcome(all, 1, 1), outcome(all, 1, 1_998)]).toEqual([
      'captured',
      'not-captured',
      'captured',
    ]);
    const others = Array.from({ length: size - 2 }, (_, index) => all.always(index + 2));
    expect(new Set(others)).toEqual(new Set([BIT.speaks]));
    expect(all.stretches(1, DAY_MAX).slice(0, 2)).toEqual([
      { day: DAY_MIN, to: 0, bits: BIT.speaks },
      { day: 0, to: 1, bits: all.on(1, 0) },
    ]);
  });

  it('are all found in a case file, too', () => {
    const parties = [{ id: 'L' }, { id: 'S' }, { id: 'T' }];
    const holdings = Array.from({ length: days }, (_, day) => ({
      ...{ owner: 'L', owned: 'S', share: 10 + (day % 2) * 60 },
      ...{ from: fromDay(day), to: fromDay(day + 1) },
    }));
    const below = { owner: 'S', owned: 'T', share: 100 };
    const listed = [{ party: 'L', list: 'ofac-sdn', programs: ['SDGT'] }];
    const index = createOwnershipIndex(
      facts({ parties, listings: listed, holdings: [...holdings, below] }),
      LAW.regulation,
    );
    const [own, owned] = ['S', 'T'].map((party) =>
      index.verdictsOf(party, 'ofac-50').map(({ outcome: each }) => each),
    );
    expect([own?.length, owned?.length]).toEqual([days, days / 2]);
    expect(new Set(owned)).toEqual(new Set(['captured']));
  });
});
