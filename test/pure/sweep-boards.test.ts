import { describe, expect, it } from 'vitest';
import { BOARD_TESTS } from '../../server/analysis/ownership/board.ts';
import { ListedPlaces } from '../../server/analysis/ownership/listed-places.ts';
import { sweepRegimes, type TestSweep } from '../../server/analysis/ownership/sweep.ts';
import { sweptGraph } from '../../server/analysis/ownership/sweep-graph.ts';
import { DAY_MAX } from '../../server/facts/dates.ts';
import { makeGraph, usualSize } from '../bench/made/graph.ts';
import { flatOf } from '../bench/made/task.ts';
import { LAW } from '../support/cases.ts';

/** Tests of regimes go down the order side by side, as many as have room: what one finds must not depend on the others. */

const PARTIES = 4_000;
const tests = LAW.regulation.regimes.flatMap((regime) => regime.tests);

function sweeper() {
  const graph = makeGraph(usualSize(PARTIES));
  const swept = sweptGraph(flatOf(graph), () => {
    throw new Error('no share has that many digits');
  });
  const { party, from, to } = graph.listings;
  const listings = new Map(
    Array.from(party, (listed, row) => {
      const days = {
        from: from[row] ?? 0,
        to: to[row] ?? DAY_MAX,
        certain: row % 3 !== 0,
        firm: row % 5 !== 0,
      };
      return [listed, [days]];
    }),
  );
  const listed = new ListedPlaces(swept, listings);
  return (some: typeof tests) => sweepRegimes(swept, [{ tests: some, listed }])[0] ?? [];
}

const told = ({ standings, window }: TestSweep) =>
  Array.from({ length: PARTIES }, (_, party) => standings.stretches(party, window.to));

describe('tests that are swept side by side', () => {
  it('find what each finds alone, also where they are more than have room at a time', () => {
    const sweep = sweeper();
    const many = [...tests, ...tests];
    expect(many.length).toBeGreaterThan(BOARD_TESTS);
    const together = sweep(many);
    expect(together.map(({ test }) => test)).toEqual(many);
    const alone = tests.map((test) => sweep([test]).map(told)[0] ?? []);
    expect(alone.flat(2).length).toBeGreaterThan(tests.length * PARTIES);
    for (const [index, each] of together.entries()) expect(told(each)).toEqual(alone[index % tests.length]);
  });
});
