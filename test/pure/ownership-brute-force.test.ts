import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, outcomes } from '../support/cases.ts';

/**
 * The verdict against every way in which unknown shares may turn out: all completions of the ranges on a grid that
 * reaches every bound and stays inside exclusive ones, kept to 100 percent a party. Bounds are multiples of 25, so a
 * grid of 25 meets every sum that matters; beside exclusive bounds a grid of 5 does for up to four owners, as four
 * steps inside the limits never make another 25.
 *
 * Where the rows for certain add up to more than 100 percent there is no completion: such graphs are left to the
 * comparison with the plain version. A circle may be read in two ways in one completion: from the listed parties down,
 * or as holding itself up; `circular` stands where only the second reading captures.
 */
const SIZE = 5;
const MOST_COMPLETIONS = 4_000;

interface Tie {
  readonly owner: number;
  readonly owned: number;
  readonly min: number;
  readonly max: number;
  readonly openMin: boolean;
  readonly openMax: boolean;
}

type Filled = Pick<Tie, 'owner' | 'owned'> & { readonly share: number };

const quarter = fc.constantFrom(0, 25, 50, 75, 100);
const tie = fc
  .record({
    owner: fc.nat(SIZE - 1),
    owned: fc.nat(SIZE - 1),
    a: quarter,
    b: quarter,
    exact: fc.boolean(),
    openMin: fc.boolean(),
    openMax: fc.boolean(),
    closed: fc.boolean(),
  })
  .filter(({ owner, owned }) => owner !== owned)
  .map(({ owner, owned, a, b, exact, openMin, openMax, closed }): Tie => {
    const [min, max] = [Math.min(a, b), exact ? Math.min(a, b) : Math.max(a, b)];
    const isRange = min < max && !closed;
    return { owner, owned, min, max, openMin: isRange && openMin, openMax: isRange && openMax };
  });

const ties = fc.uniqueArray(tie, {
  minLength: 1,
  maxLength: 7,
  selector: ({ owner, owned }) => owner * SIZE + owned,
});

function sharesOf({ min, max, openMin, openMax }: Tie, step: number): number[] {
  const all = Array.from({ length: (max - min) / step + 1 }, (_, index) => min + index * step);
  return all.filter((share) => !(openMin && share === min) && !(openMax && share === max));
}

function completions(all: readonly Tie[]): Filled[][] {
  const step = all.some(({ openMin, openMax }) => openMin || openMax) ? 5 : 25;
  const count = all.reduce((product, each) => product * sharesOf(each, step).length, 1);
  fc.pre(count <= MOST_COMPLETIONS);
  let found: Filled[][] = [[]];
  for (const each of all) {
    const filled = sharesOf(each, step).map((share) => ({ owner: each.owner, owned: each.owned, share }));
    found = found.flatMap((before) => filled.map((one) => [...before, one])).filter(isWithin100);
  }
  return found;
}

function isWithin100(all: readonly Filled[]): boolean {
  const total = new Array<number>(SIZE).fill(0);
  for (const { owned, share } of all) total[owned] = (total[owned] ?? 0) + share;
  return total.every((sum) => sum <= 100);
}

/** Everybody whom the listed parties hold to the threshold: added until nothing changes. */
function fromListed(all: readonly Filled[], listed: number, holds: Holds): boolean[] {
  const restricted = Array.from({ length: SIZE }, (_, id) => id < listed);
  for (let before = -1; before !== count(restricted); ) {
    before = count(restricted);
    for (const id of restricted.keys()) if (holds(all, restricted, id)) restricted[id] = true;
  }
  return restricted;
}

/** Everybody below a listed party who is held while all of them are: dropped until nothing changes. */
function heldUp(all: readonly Filled[], listed: number, holds: Holds): boolean[] {
  const restricted = Array.from({ length: SIZE }, (_, id) => id < listed);
  for (let before = -1; before !== count(restricted); ) {
    before = count(restricted);
    for (const { owner, owned } of all) if (restricted[owner]) restricted[owned] = true;
  }
  for (let before = -1; before !== count(restricted); ) {
    before = count(restricted);
    for (const id of restricted.keys())
      if (id >= listed && !holds(all, restricted, id)) restricted[id] = false;
  }
  return restricted;
}

const count = (mask: readonly boolean[]): number => mask.filter((each) => each).length;

type Holds = (all: readonly Filled[], restricted: readonly boolean[], party: number) => boolean;

const holdsBy =
  (inclusive: boolean): Holds =>
  (all, restricted, party) => {
    const held = all.filter(({ owner, owned }) => owned === party && restricted[owner]);
    const sum = held.reduce((total, { share }) => total + share, 0);
    return inclusive ? sum >= 50 : sum > 50;
  };

function expected(all: readonly Tie[], listed: number, holds: Holds): string[] {
  const filled = completions(all);
  fc.pre(filled.length > 0);
  const captured = filled.map((each) => fromListed(each, listed, holds));
  const circular = filled.map((each) => heldUp(each, listed, holds));
  return Array.from({ length: SIZE }, (_, id) => {
    if (id < listed) return 'listed';
    if (captured.every((mask) => mask[id])) return 'captured';
    if (captured.some((mask) => mask[id])) return 'cannot-exclude';
    return circular.some((mask) => mask[id]) ? 'circular' : 'not-captured';
  });
}

function found(all: readonly Tie[], listed: number, [list, regime]: readonly [string, string]): string[] {
  const parties = Array.from({ length: SIZE }, (_, id) => ({ id: `p${id}` }));
  const holdings = all.map(({ owner, owned, min, max, openMin, openMax }) => ({
    owner: `p${owner}`,
    owned: `p${owned}`,
    share: { min, max, exclusiveMin: openMin, exclusiveMax: openMax },
  }));
  const listings = parties.slice(0, listed).map(({ id }) => ({ party: id, list }));
  const told = outcomes(facts({ parties, holdings, listings }), regime);
  return parties.map(({ id }) => told[id] ?? '');
}

describe('verdicts against every completion of unknown shares', () => {
  it.each([
    ['50 or more', true, ['bis-entity-list', 'bis-affiliates']],
    ['more than 50', false, ['uk-sanctions', 'uk-own-or-control']],
  ] as const)(
    'are exact where %s captures',
    (_, inclusive, under) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(ties, fc.integer({ min: 1, max: 2 }), (all, listed) => {
          const told = found(all, listed, under);
          expect(told).toEqual(expected(all, listed, holdsBy(inclusive)));
          for (const each of told) seen.add(each);
        }),
        { numRuns: 1_000 },
      );
      expect([...seen].sort()).toEqual(['cannot-exclude', 'captured', 'circular', 'listed', 'not-captured']);
    },
    120_000,
  );
});
