import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexIds, makeIdTable } from '../../server/projection/id-table.ts';
import { markOf, TIE_TYPES } from '../../server/projection/tie-graph.ts';
import { tieIdAt, tieIds } from '../../server/projection/tie-ids.ts';

describe('the ids of ties', () => {
  it('come back as they were, made of their ends or not', () => {
    const end = fc.integer({ min: -1, max: 2 });
    const id = fc.oneof(
      fc.constantFrom('holding:A:B', 'holding:A:B:2022-01-01', 'holding:A:B~2', 'holding:A:B=', '=', ''),
      fc.string({ unit: 'binary' }),
    );
    const things = indexIds(makeIdTable(3, (at) => 'ABC'[at] ?? ''));
    const tie = fc.tuple(fc.constantFrom(...TIE_TYPES), end, end, id);
    fc.assert(
      fc.property(fc.array(tie), (all) => {
        const ends = {
          ...{ things, a: Int32Array.from(all, ([, a]) => a), b: Int32Array.from(all, ([, , b]) => b) },
          mark: Uint8Array.from(all, ([type]) => markOf(type, 'verified')),
        };
        const ties = tieIds(ends, (at) => all[at]?.[3] ?? '');
        expect(all.map((_, at) => tieIdAt({ ...ends, ties }, at))).toEqual(all.map(([, , , text]) => text));
      }),
    );
  });
});
