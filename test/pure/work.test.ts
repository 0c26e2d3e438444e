import { describe, expect, it } from 'vitest';
import { complexesInSteps, findComplexes } from '../../server/analysis/complexes/memberships.ts';
import { ITEMS_BETWEEN_PAUSES, inTurns, pausing, toEnd, type Work } from '../../server/work.ts';
import { facts, LAW } from '../support/cases.ts';

describe('work with pauses', () => {
  it('lets others have their turn: it ends only because one of them did something', async () => {
    let isDone = false;
    setTimeout(() => {
      isDone = true;
    });
    function* until(): Work<string> {
      while (!isDone) yield;
      return 'done';
    }
    expect(await inTurns(until())).toBe('done');
  });

  it('gives the same without stopping, and what is thrown', async () => {
    function* sum(items: readonly number[]): Work<number> {
      let total = 0;
      yield* pausing(items, (item) => {
        if (item < 0) throw new Error('less than nothing');
        total += item;
      });
      return total;
    }
    const many = Array.from({ length: 5 * ITEMS_BETWEEN_PAUSES }, (_, at) => at);
    expect([...sum(many)]).toHaveLength(5);
    expect(await inTurns(sum(many))).toBe(toEnd(sum(many)));
    await expect(inTurns(sum([1, -1]))).rejects.toThrow('less than nothing');
  });
});

describe('the complexes of many parties', () => {
  it('are found with pauses all along, and the same ones', () => {
    const size = 3 * ITEMS_BETWEEN_PAUSES;
    const all = facts({
      parties: [
        { id: 'H', complex: 'huawei' },
        ...Array.from({ length: size }, (_, at) => ({
          id: `P${at}`,
          addresses: [`${at} Long Street, Town`],
        })),
      ],
      holdings: Array.from({ length: size }, (_, at) => ({ owner: 'H', owned: `P${at}`, share: 60 })),
    });
    const work = complexesInSteps(all, LAW.regulation.complexes);
    let pauses = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) pauses += 1;
    // All parties four times, their holdings, ways and members.
    expect(pauses).toBeGreaterThan(6 * 3);
    const ids = (found: typeof step.value) => found.map(({ id, members }) => [id, [...members.keys()]]);
    expect(ids(step.value)).toEqual(ids(findComplexes(all, LAW.regulation.complexes)));
    expect(step.value[0]?.members.size).toBe(size + 1);
  });
});
