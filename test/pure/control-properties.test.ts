import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { type ControlDay, controlOn, projectControl } from '../../server/analysis/control/control-day.ts';
import { type ControlBound, controlledBy } from '../../server/analysis/control/controlled-by.ts';
import { controllersOf } from '../../server/analysis/control/controllers.ts';
import { holdingsAbove } from '../../server/analysis/control/holdings-above.ts';
import { heldThrough } from '../../server/analysis/control/integrated-owners.ts';
import { facts } from '../support/cases.ts';

/** Small random graphs: shares in whole percent or ranges, some of exactly half, circles and control links allowed. */
const SIZE = 5;
const ALL = Array.from({ length: SIZE }, (_, party) => party);

interface Tie {
  readonly owner: number;
  readonly owned: number;
  readonly min: number;
  readonly max: number;
  readonly link: boolean;
}

const bound = fc.oneof(fc.nat(100), fc.constantFrom(0, 25, 50, 51, 100));
const tie = fc
  .record({
    owner: fc.nat(SIZE - 1),
    owned: fc.nat(SIZE - 1),
    a: bound,
    b: bound,
    exact: fc.boolean(),
    link: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  })
  .filter(({ owner, owned }) => owner !== owned)
  .map(({ a, b, exact, ...rest }): Tie => {
    const min = Math.min(a, b);
    return { ...rest, min, max: exact ? min : Math.max(a, b) };
  });

/** One tie a pair, and no party with more than 100 % for certain: what a consistent register looks like. */
const ties = fc.array(tie, { maxLength: 10 }).map((all) => {
  const pairs = new Map(all.map((each) => [`${each.owner}>${each.owned}`, each]));
  const total = new Array<number>(SIZE).fill(0);
  return [...pairs.values()].filter(({ owned, min, link }) => {
    const sum = (total[owned] ?? 0) + (link ? 0 : min);
    if (sum <= 100) total[owned] = sum;
    return sum <= 100;
  });
});

function controlOf(all: readonly Tie[]): ControlDay {
  const holdings = all
    .filter(({ link }) => !link)
    .map(({ owner, owned, min, max }) => ({ owner: `p${owner}`, owned: `p${owned}`, share: { min, max } }));
  const controls = all
    .filter(({ link }) => link)
    .map(({ owner, owned }) => ({ controller: `p${owner}`, controlled: `p${owned}`, kind: 'board' }));
  const parties = ALL.map((party) => ({ id: `p${party}` }));
  return controlOn(projectControl(facts({ parties, holdings, controls })), 0);
}

const plenty = () => ({ left: 1_000_000 });

/** The plain reading: take in whoever is held by more than half, until nobody is left to take in. */
function plain(all: readonly Tie[], controller: number, by: ControlBound): Set<number> {
  const set = new Set([controller]);
  for (let size = 0; size !== set.size; ) {
    size = set.size;
    for (const party of ALL) {
      const above = all.filter(({ owned }) => owned === party);
      const members = above.filter(({ owner }) => set.has(owner));
      const sum = (from: readonly Tie[], side: 'min' | 'max') =>
        from.reduce((total, each) => total + (each.link ? 0 : each[side]), 0);
      const others = sum(above, 'min') - sum(members, 'min');
      const held = by === 'certain' ? sum(members, 'min') : Math.min(sum(members, 'max'), 100 - others);
      if (held > 50 || members.some(({ link }) => link)) set.add(party);
    }
  }
  return set;
}

const RUNS = { numRuns: 500 };
const PATIENCE = 60_000;

describe('control, against the plain reading', () => {
  it(
    'finds the same parties, for certain and perhaps',
    () => {
      fc.assert(
        fc.property(ties, (all) => {
          const control = controlOf(all);
          for (const party of ALL) {
            for (const by of ['certain', 'possible'] as const) {
              const found = controlledBy(control, party, { bound: by, budget: plenty() });
              expect([...found.keys()].sort()).toEqual([...plain(all, party, by)].sort());
            }
          }
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'finds the same controllers, and among them those whom nobody else controls',
    () => {
      fc.assert(
        fc.property(ties, fc.nat(SIZE - 1), (all, party) => {
          const sets = (by: ControlBound) => ALL.map((each) => plain(all, each, by));
          const [certain, possible] = [sets('certain'), sets('possible')];
          const controls = (matrix: readonly Set<number>[], x: number, y: number) =>
            x !== y && (matrix[x]?.has(y) ?? false);
          const expected = ALL.filter((x) => controls(possible, x, party))
            .filter((x) => !ALL.some((z) => controls(certain, z, x) && !controls(certain, x, z)))
            .map((x) => {
              const circle = ALL.filter(
                (z) => z === x || (controls(certain, z, x) && controls(certain, x, z)),
              );
              const maybe = ALL.filter((z) => controls(possible, z, x) && !circle.includes(z));
              return { x, by: controls(certain, x, party) ? 'certain' : 'possible', circle, maybe };
            });
          const found = controllersOf(controlOf(all), party, plenty());
          const given = (found?.ultimate ?? []).flatMap(({ parties, control, mayBeControlledBy }) =>
            parties
              .filter((x) => x !== party)
              .map((x) => ({
                x,
                by: control,
                circle: sorted(parties),
                isSure: mayBeControlledBy.length === 0,
              })),
          );
          expect(given.sort((a, b) => a.x - b.x)).toEqual(
            expected.map(({ maybe, ...rest }) => ({ ...rest, isSure: maybe.length === 0 })),
          );
          const controllers = ALL.filter((x) => controls(possible, x, party));
          expect(sorted([...(found?.all.keys() ?? [])])).toEqual(controllers);
          for (const x of controllers)
            expect(found?.all.get(x)).toBe(controls(certain, x, party) ? 'certain' : 'possible');
        }),
        RUNS,
      );
    },
    PATIENCE,
  );
});

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

type Shares = readonly (readonly Fraction[])[];

/** What x holds of each party: (I - W) y = w, by plain elimination; null where that has no unique solution. */
function dense(shares: Shares, x: number): Fraction[] | null {
  const others = ALL.filter((each) => each !== x);
  const share = (owner: number, owned: number) => shares[owner]?.[owned] ?? new Fraction(0);
  const rows = others.map((j) => [
    ...others.map((i) => new Fraction(i === j ? 1 : 0).sub(share(i, j))),
    share(x, j),
  ]);
  for (let step = 0; step < rows.length; step += 1) {
    const pivot = rows.findIndex((row, index) => index >= step && row[step]?.compare(0) !== 0);
    if (pivot < 0) return null;
    [rows[step], rows[pivot]] = [rows[pivot] ?? [], rows[step] ?? []];
    const head = rows[step] ?? [];
    for (const [index, row] of rows.entries()) {
      if (index === step) continue;
      const factor = row[step]?.div(head[step] ?? 1) ?? new Fraction(0);
      rows[index] = row.map((value, column) => value.sub(factor.mul(head[column] ?? 0)));
    }
  }
  const solved = rows.map((row, index) => row[others.length]?.div(row[index] ?? 1) ?? new Fraction(0));
  return ALL.map((party) => solved[others.indexOf(party)] ?? new Fraction(0));
}

function matrix(all: readonly { owner: number; owned: number; share: number }[]): Shares {
  const shares = ALL.map(() => ALL.map(() => new Fraction(0)));
  for (const { owner, owned, share } of all) {
    const row = shares[owner];
    if (row) row[owned] = new Fraction(share).div(100);
  }
  return shares;
}

/** Chains of up to 400 holdings, in doubles; those that come back to x are not gone on with. */
function series(shares: Shares, x: number): number[] {
  const doubles = shares.map((row) => row.map((share) => share.valueOf()));
  let power = ALL.map((party) => doubles[x]?.[party] ?? 0);
  const sum = [...power];
  for (let length = 1; length < 400; length += 1) {
    power[x] = 0;
    power = ALL.map((j) => ALL.reduce((all, i) => all + (power[i] ?? 0) * (doubles[i]?.[j] ?? 0), 0));
    for (const j of ALL) sum[j] = (sum[j] ?? 0) + (power[j] ?? 0);
  }
  return sum;
}

/** All ways to hand what is left of a party to its owners one after the other: the corners of what is possible. */
function* corners(
  all: readonly Tie[],
  party = 0,
): Generator<{ owner: number; owned: number; share: number }[]> {
  if (party === SIZE) return yield [];
  const above = all.filter(({ owned }) => owned === party);
  const left = 100 - above.reduce((sum, { min }) => sum + min, 0);
  for (const order of orders(above)) {
    let rest = left;
    const filled = order.map(({ owner, owned, min, max }) => {
      const given = Math.min(rest, max - min);
      rest -= given;
      return { owner, owned, share: min + given };
    });
    for (const others of corners(all, party + 1)) yield [...filled, ...others];
  }
}

function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries())
    for (const rest of orders(items.filter((_, other) => other !== index))) yield [item, ...rest];
}

/** Two parties; the first holds something of the other. */
const pair = fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)).filter(([x, y]) => x !== y);

describe('look-through, against plain algebra', () => {
  const held = (all: readonly Tie[], x: number, y: number) =>
    heldThrough(holdingsAbove(controlOf(all), y), { certain: new Set([x]), all: new Set([x]) }, plenty());
  const holdings = ties.map((all) => all.filter(({ link }) => !link));

  it(
    'gives for known shares what elimination gives exactly, and the sum of all chains nearly',
    () => {
      fc.assert(
        fc.property(holdings, pair, (all, [x, y]) => {
          const known = all.map((each) => ({ ...each, max: each.min, share: each.min }));
          const found = held(known, x, y);
          if ('reason' in found) throw new Error(found.reason);
          const solved = dense(matrix(known), x);
          if (solved) expect(found.min.toFraction()).toBe(solved[y]?.toFraction());
          expect(found.max.toFraction()).toBe(found.min.toFraction());
          const nearly = series(matrix(known), x)[y] ?? 0;
          expect(nearly).toBeLessThanOrEqual(found.min.valueOf() + 1e-9);
          // Each round of a circle leaves at most this part of the one before.
          const others = known.filter(({ owner }) => owner !== x);
          const around = ALL.map((j) =>
            others.reduce((sum, { owned, share }) => sum + (owned === j ? share : 0), 0),
          );
          if (around.every((percent) => percent <= 95)) expect(nearly).toBeCloseTo(found.min.valueOf(), 6);
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  it(
    'gives for ranges the most and the least of all that is possible',
    () => {
      fc.assert(
        fc.property(holdings, pair, (all, [x, y]) => {
          const few = all.slice(0, 7);
          const found = held(few, x, y);
          if ('reason' in found) throw new Error(found.reason);
          const values = [...corners(few)].flatMap((each) => dense(matrix(each), x)?.[y] ?? []);
          const most = values.reduce((a, b) => (a.compare(b) > 0 ? a : b), new Fraction(0));
          expect(found.max.toFraction()).toBe(most.toFraction());
          const least = dense(matrix(few.map((each) => ({ ...each, share: each.min }))), x)?.[y];
          if (least) expect(found.min.toFraction()).toBe(least.toFraction());
        }),
        { numRuns: 400 },
      );
    },
    PATIENCE,
  );
});
