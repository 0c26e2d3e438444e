import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenPlaces } from '../../server/analysis/ownership/seen-places.ts';

/** Places that collide in a small table, and as many as make it grow. */
const anyPlaces = fc.oneof(
  fc.array(fc.nat(50), { maxLength: 60 }),
  fc.array(fc.nat(3_000_000), { maxLength: 400 }),
  fc.array(
    fc.nat(4).map((step) => step * 2 ** 20),
    { maxLength: 30 },
  ),
  fc.nat(5_000).map((size) => Array.from({ length: size }, (_, at) => 37 * at)),
);

describe('the places that a search has seen', () => {
  it('have the numbers in which they were seen first, again after each search', () => {
    const seen = new SeenPlaces();
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const distinct = [...new Set(places)];
        expect(places.map((place) => seen.numberOf(place))).toEqual(
          places.map((place) => distinct.indexOf(place)),
        );
        expect(seen.count).toBe(distinct.length);
        expect([...seen.place.subarray(0, seen.count)]).toEqual(distinct);
        seen.clear();
        expect(seen.count).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('keep what waits at each, and nothing after it was taken or the search is over', () => {
    const seen = new SeenPlaces();
    const number = seen.numberOf(7);
    seen.open[number] = 5;
    seen.seen[number] = 13;
    expect([seen.take(number), seen.take(number), seen.seen[number]]).toEqual([5, 0, 13]);
    seen.clear();
    const again = seen.numberOf(7);
    expect([seen.open[again], seen.seen[again]]).toEqual([0, 0]);
  });
});
