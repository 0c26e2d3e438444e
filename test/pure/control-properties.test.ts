import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ControlBound, controlledBy } from '../../server/analysis/control/controlled-by.ts';
import { controllersOf } from '../../server/analysis/control/controllers.ts';
import { ALL, controlOf, plenty, SIZE, type Tie, ties } from '../support/random-ties.ts';

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
