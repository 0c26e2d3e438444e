import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Ask, ChangeQuestion } from '../../server/analysis/sensitivity/question.ts';
import type { Facts, Holding } from '../../server/facts/facts.ts';
import { answered, rangeOfSum, withSum } from '../support/answered-facts.ts';
import { anyCase, ask, type Case, isBound, nudged, outcomeOf, PARTIES } from '../support/made-up-register.ts';

vi.setConfig({ testTimeout: 60_000 });

/** One thing that is not known for certain, and the facts with it settled against the party. */
interface Unknown {
  readonly key: string;
  readonly settle: (all: Facts) => Facts;
}

/** Everything that is not certain, read off the rows without a look at how the product finds it. */
function unknownsOf({ all, regime }: Case): Unknown[] {
  const isOfOneCountry = regime.tests.every(({ branches }) => branches === 'same-jurisdiction');
  const countryOf = (party: string) => all.parties.find(({ id }) => id === party)?.jurisdiction ?? null;
  const yes = (one: Partial<Ask>) => (facts: Facts) => answered(facts, regime, { ...EMPTY, ...one }, true);
  const shares = all.holdings.filter(isUnknownShare).map((row) => ({
    key: keyOf(row.owner, row.owned),
    settle: (facts: Facts) => atMost(facts, row),
  }));
  const branches = all.holdings
    .filter(({ kind, confidence, owner, owned }) => {
      if (kind !== 'branch') return false;
      const isUnplaced = isOfOneCountry && [owner, owned].some((party) => countryOf(party) === null);
      return confidence === 'reported' || isUnplaced;
    })
    .map(({ owner, owned, confidence }) => ({
      key: keyOf(owner, owned),
      settle: yes({ kind: confidence === 'reported' ? 'branch' : 'country', owners: [owner], party: owned }),
    }));
  const controls = all.controls
    .filter(({ confidence }) => confidence === 'reported')
    .map(({ controller, controlled }) => ({
      key: `control ${keyOf(controller, controlled)}`,
      settle: yes({ kind: 'control', owners: [controller], party: controlled }),
    }));
  const listings = all.listings.map(({ id }) => ({ key: id, settle: yes({ kind: 'listing', listing: id }) }));
  return [...shares, ...branches, ...controls, ...listings];
}

const EMPTY: Ask = {
  ...{ kind: 'share', party: '', owners: [], percent: null, inclusive: false, listing: null, text: '' },
};

const keyOf = (owner: string, owned: string): string => `${owner}>${owned}`;

function isUnknownShare({ kind, confidence, share }: Holding): boolean {
  return kind !== 'branch' && (confidence === 'reported' || share.min !== share.max);
}

/** The holding at the most that other owners' certain shares leave, a little less where the bound is outside. */
function atMost(all: Facts, { owner, owned }: Holding): Facts {
  const pair = { owners: [owner], party: owned };
  const { min, max, maxExclusive } = rangeOfSum(all, pair);
  return withSum(all, pair, maxExclusive && max !== min ? nudged(max, -1) : max);
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function choices<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}

/** Do these unknowns capture when all of them are so, in whatever order they fill the room that others leave? */
function captures({ all, regime }: Case, party: string, set: readonly Unknown[]): boolean {
  return orders(set).some((order) =>
    isBound(
      outcomeOf(
        order.reduce((facts, { settle }) => settle(facts), all),
        regime,
        party,
      ),
    ),
  );
}

/** What a question asks about, by the same keys. */
function keysOf({ asks }: ChangeQuestion): string[] {
  const keys = asks.flatMap(({ kind, owners, party, listing }) => {
    if (listing !== null) return [listing];
    const own = owners.map((owner) => keyOf(owner, party));
    return kind === 'control' ? own.map((key) => `control ${key}`) : own;
  });
  return [...new Set(keys)].sort();
}

describe('sets of two and three questions, against trying every set', () => {
  it('are the smallest: none of which a part captures; and none of them is missing', () => {
    let [given, tried] = [0, 0];
    fc.assert(
      fc.property(anyCase, (each) => {
        const unknowns = unknownsOf(each);
        for (const party of PARTIES) {
          const { outcome, questions, complete } = ask(each.all, each.regime, party);
          if (outcome !== 'cannot-exclude') continue;
          const capturing = [1, 2, 3].flatMap((size) =>
            choices(unknowns, size).filter((set) => captures(each, party, set)),
          );
          const smallest = capturing.filter(
            (set) =>
              !capturing.some(
                (other) => other.length < set.length && other.every((one) => set.includes(one)),
              ),
          );
          const expected = smallest
            .filter(({ length }) => length > 1)
            .map((set) =>
              set
                .map(({ key }) => key)
                .sort()
                .join(' and '),
            );
          const sets = questions.filter(
            ({ when, size, yes }) => when === 'all' && size > 1 && size < 4 && isBound(yes),
          );
          const asked = sets.map((question) => keysOf(question).join(' and '));
          // What all unknown owners hold together is asked too, where one of them may suffice: not one of these sets.
          const chosen = sets.filter(({ asks }) => asks.length > 1);
          for (const question of chosen) expect(expected).toContain(keysOf(question).join(' and '));
          if (complete) expect([party, asked]).toEqual([party, expect.arrayContaining(expected)]);
          given += asked.length;
          tried += capturing.length;
        }
      }),
      { numRuns: 100 },
    );
    // Some forty and fifteen hundred on the average; few cases hold many of them.
    expect(given).toBeGreaterThan(3);
    expect(tried).toBeGreaterThan(30);
  });
});
