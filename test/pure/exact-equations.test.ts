import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { holdingsAbove } from '../../server/analysis/control/holdings-above.ts';
import { integratedOwners } from '../../server/analysis/control/integrated-owners.ts';
import { fractionOf, ratioOf } from '../../server/analysis/control/ratio.ts';
import { solve } from '../../server/analysis/control/solve.ts';
import { graph } from '../support/cases.ts';
import { solve as eliminate } from '../support/oracle/elimination.ts';
import { lookThroughOneByOne } from '../support/oracle/look-through-one-by-one.ts';
import { ALL, controlOf, controlOfFacts, plenty, SIZE, type Tie, ties } from '../support/random-ties.ts';

const numbers = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.integer(),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const entry = fc
  .tuple(numbers, fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 10n ** 30n })))
  .map(([n, d]) => new Fraction(BigInt(n), d));
const systems = fc.integer({ min: 0, max: 6 }).chain((size) =>
  fc.array(fc.array(entry, { minLength: size + 1, maxLength: size + 1 }), {
    minLength: size,
    maxLength: size,
  }),
);

/** The last equation says what the first does: there is no unique solution. */
const twice = (rows: Fraction[][]): Fraction[][] =>
  rows.map((row, at) => (at === rows.length - 1 ? (rows[0] ?? row).map((value) => value.mul(-7)) : row));

function solved(rows: readonly (readonly Fraction[])[]) {
  const system = rows.map((row) => row.map(ratioOf));
  return solve({
    rows: system.map((row) => row.slice(0, -1)),
    right: system.flatMap((row) => row.slice(-1)),
  });
}

const texts = (all: readonly Fraction[] | undefined) => all?.map((each) => each.toFraction());

describe('equations solved modulo primes, against elimination', () => {
  it('have the same unknowns, and none where elimination finds none', () => {
    fc.assert(
      fc.property(systems, fc.boolean(), (rows, isSingular) => {
        const system = isSingular && rows.length > 1 ? twice(rows) : rows;
        const found = solved(system)?.unknowns.map(fractionOf);
        expect(texts(found)).toEqual(texts(eliminate(system) ?? undefined));
      }),
      { numRuns: 1_000 },
    );
  });

  it('have the diagonal of the inverse', () => {
    fc.assert(
      fc.property(systems, (rows) => {
        const found = solved(rows)?.diagonal.map(fractionOf);
        const unit = (at: number) =>
          rows.map((row, index) => [...row.slice(0, -1), new Fraction(index === at ? 1 : 0)]);
        const expected = rows.map((_, at) => eliminate(unit(at))?.[at]);
        if (found) expect(texts(found)).toEqual(expected.map((each) => each?.toFraction()));
        else expect(expected.some((each) => each === undefined)).toBe(rows.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('all owners at once, against one by one', () => {
  const rankedOf = (all: readonly Tie[], bottom: number) => {
    const above = holdingsAbove(controlOf(all), bottom);
    const { owners } = integratedOwners(above, plenty());
    const found = owners.flatMap(({ owner, holds }) =>
      'reason' in holds ? [] : [`${owner} ${holds.min.toFraction()} ${holds.max.toFraction()}`],
    );
    const expected = owners.flatMap(({ owner, holds }) => {
      const targets = new Set([owner]);
      const [min, max] = (['min', 'max'] as const).map((side) => lookThroughOneByOne(above, targets, side));
      if (!min || !max || 'reason' in holds || 'reason' in min || 'reason' in max) return [];
      return [`${owner} ${min.part.toFraction()} ${max.part.toFraction()}`];
    });
    const known = owners.map(({ owner }) => owner);
    const nothing = ALL.filter((each) => each !== bottom && !known.includes(each)).filter((each) => {
      const part = lookThroughOneByOne(above, new Set([each]), 'max');
      return 'reason' in part || part.part.compare(0) !== 0;
    });
    return { found, expected, nothing };
  };

  it('hold the same, least and most, in circles and with unknown shares', () => {
    fc.assert(
      fc.property(ties, fc.nat(SIZE - 1), (all, bottom) => {
        const { found, expected, nothing } = rankedOf(all, bottom);
        expect([found, nothing]).toEqual([expected, []]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('hold the same where all shares are known', () => {
    fc.assert(
      fc.property(ties, fc.nat(SIZE - 1), (all, bottom) => {
        const known = all.map((each) => ({ ...each, max: each.min }));
        const { found, expected, nothing } = rankedOf(known, bottom);
        expect([found, nothing]).toEqual([expected, []]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are all worked out in a dense circle of 60 with shares of 12 places', () => {
    const share = (i: number, j: number) => `1.${String((i * 61 + j) * 7_919_777_771).slice(-12)}`;
    const members = Array.from({ length: 60 }, (_, at) => at);
    const lines = members.flatMap((i) =>
      members.filter((j) => j !== i).map((j) => `P${i} -${share(i, j)}-> P${j}`),
    );
    const control = controlOfFacts(graph(['X -5-> P0', ...lines].join('\n')));
    const above = holdingsAbove(control, control.graph.indexOf.get('P1') ?? -1);
    const { owners, complete } = integratedOwners(above, plenty());
    expect([owners.length, complete]).toEqual([60, true]);
    const X = control.graph.indexOf.get('X') ?? -1;
    const expected = lookThroughOneByOne(above, new Set([X]), 'min');
    const found = owners.find(({ owner }) => owner === X)?.holds;
    if (!found || 'reason' in found || 'reason' in expected) throw new Error('X holds something of P1');
    expect(found.min.toFraction()).toBe(expected.part.toFraction());
  });

  it('are all worked out along a chain of 2,000', () => {
    const lines = Array.from({ length: 2_000 }, (_, at) => `P${at} -90-> P${at + 1}`);
    const control = controlOfFacts(graph(lines.join('\n')));
    const above = holdingsAbove(control, control.graph.indexOf.get('P2000') ?? -1);
    const { owners, total, complete } = integratedOwners(above, plenty(), 3);
    expect([
      owners.map(({ holds }) => ('reason' in holds ? '' : holds.min.toString())),
      total,
      complete,
    ]).toEqual([['0.9', '0.81', '0.729'], 2_000, true]);
  });
});
