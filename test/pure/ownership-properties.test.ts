import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, outcomes } from '../support/cases.ts';

/** Small random graphs: six parties, the first one or two listed, shares in whole percent or ranges, circles allowed. */
const SIZE = 6;

interface Tie {
  readonly owner: number;
  readonly owned: number;
  readonly min: number;
  readonly max: number;
}

const tie = fc
  .record({
    owner: fc.nat(SIZE - 1),
    owned: fc.nat(SIZE - 1),
    a: fc.nat(100),
    b: fc.nat(100),
    exact: fc.boolean(),
  })
  .filter(({ owner, owned }) => owner !== owned)
  .map(
    ({ owner, owned, a, b, exact }): Tie => ({
      owner,
      owned,
      min: Math.min(a, b),
      max: exact ? Math.min(a, b) : Math.max(a, b),
    }),
  );

/** One tie a pair, and no party with more than 100 % for certain: what a consistent register looks like. */
const ties = fc.array(tie, { maxLength: 12 }).map((all) => {
  const pairs = new Map(all.map((each) => [`${each.owner}>${each.owned}`, each]));
  const total = new Array<number>(SIZE).fill(0);
  return [...pairs.values()].filter((each) => {
    const sum = (total[each.owned] ?? 0) + each.min;
    if (sum > 100) return false;
    total[each.owned] = sum;
    return true;
  });
});

const listedCount = fc.integer({ min: 1, max: 2 });

function outcomeOf(all: readonly Tie[], listed: number): string[] {
  const parties = Array.from({ length: SIZE }, (_, id) => ({ id: `p${id}` }));
  const holdings = all.map(({ owner, owned, min, max }) => ({
    owner: `p${owner}`,
    owned: `p${owned}`,
    share: min === max ? min : { min, max },
  }));
  const listings = parties.slice(0, listed).map(({ id }) => ({ party: id, list: 'bis-entity-list' }));
  const found = outcomes(facts({ parties, holdings, listings }));
  return parties.map(({ id }) => found[id] ?? '');
}

/** The plain reading of the rule for known shares: add whoever reaches 50 until nobody does. */
function plain(all: readonly { owner: number; owned: number; share: number }[], listed: number): boolean[] {
  const restricted = Array.from({ length: SIZE }, (_, id) => id < listed);
  for (let changed = true; changed; ) {
    changed = false;
    for (let id = 0; id < SIZE; id += 1) {
      const held = all
        .filter(({ owned, owner }) => owned === id && restricted[owner])
        .reduce((sum, { share }) => sum + share, 0);
      if (!restricted[id] && held >= 50) {
        restricted[id] = true;
        changed = true;
      }
    }
  }
  return restricted;
}

/** Every way to fill in the ranges at their ends and on both sides of what matters, kept within 100 %. */
function* completions(all: readonly Tie[]): Generator<{ owner: number; owned: number; share: number }[]> {
  const choices = all.map(({ min, max }) => [
    ...new Set([min, max, Math.floor((min + max) / 2), Math.min(max, Math.max(min, 50))]),
  ]);
  const pick = function* (index: number, chosen: number[]): Generator<number[]> {
    if (index === all.length) yield chosen;
    else for (const share of choices[index] ?? []) yield* pick(index + 1, [...chosen, share]);
  };
  for (const shares of pick(0, [])) {
    const filled = all.map(({ owner, owned }, index) => ({ owner, owned, share: shares[index] ?? 0 }));
    const total = new Array<number>(SIZE).fill(0);
    for (const { owned, share } of filled) total[owned] = (total[owned] ?? 0) + share;
    if (total.every((sum) => sum <= 100)) yield filled;
  }
}

describe('ownership on random graphs', () => {
  it('is the plain fixpoint where all shares are known', () => {
    fc.assert(
      fc.property(ties, listedCount, (all, listed) => {
        const known = all.map((each) => ({ ...each, max: each.min }));
        const expected = plain(
          known.map(({ owner, owned, min }) => ({ owner, owned, share: min })),
          listed,
        );
        const found = outcomeOf(known, listed);
        expect(found.map((outcome) => outcome === 'listed' || outcome === 'captured')).toEqual(expected);
        expect(found.includes('cannot-exclude')).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it('says captured only where every completion captures, and never excludes what some completion captures', () => {
    fc.assert(
      fc.property(
        fc.array(tie, { maxLength: 5 }).chain(() => ties.filter((all) => all.length <= 6)),
        listedCount,
        (all, listed) => {
          const found = outcomeOf(all, listed);
          for (const completion of completions(all)) {
            const restricted = plain(completion, listed);
            for (const [id, outcome] of found.entries()) {
              if (outcome === 'captured') expect(restricted[id]).toBe(true);
              if (outcome === 'not-captured') expect(restricted[id]).toBe(false);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(ties, listedCount, fc.infiniteStream(fc.nat()), (all, listed, seeds) => {
        const shuffled = [...all]
          .map((each) => ({ each, key: seeds.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(outcomeOf(shuffled, listed)).toEqual(outcomeOf(all, listed));
      }),
      { numRuns: 300 },
    );
  });

  it('never loses a capture when an owner holds more', () => {
    fc.assert(
      fc.property(ties, listedCount, fc.nat(11), (all, listed, which) => {
        const known = all.map((each) => ({ ...each, max: each.min }));
        const before = outcomeOf(known, listed);
        const more = known.map((each, index) =>
          index === which % Math.max(1, known.length)
            ? { ...each, min: Math.min(100, each.min + 10), max: Math.min(100, each.max + 10) }
            : each,
        );
        const after = outcomeOf(more, listed);
        for (const [id, outcome] of before.entries())
          if (outcome === 'captured') expect(['captured', 'listed']).toContain(after[id]);
      }),
      { numRuns: 300 },
    );
  });
});
