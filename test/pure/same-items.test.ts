import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameItems } from '../../client/state/same-items.ts';

describe('the same items', () => {
  it('are the very list of before, so that a drawing is not made again', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (before) => {
        expect(sameItems(before, [...before])).toBe(before);
      }),
    );
  });

  it('are no longer the same when one is another, however alike: the answer of another day', () => {
    const [before, now] = [[{ graph: null }], [{ graph: null }]];
    expect(sameItems(before, now)).toBe(now);
  });

  it.each([
    ['one comes', ['a'], ['a', 'b']],
    ['one goes', ['a', 'b'], ['a']],
    ['two change places', ['a', 'b'], ['b', 'a']],
    ['an answer arrives', [undefined, 'b'], ['a', 'b']],
    ['an open answer is added', ['a'], ['a', undefined]],
  ])('are no longer the same when %s', (_, before, now) => {
    expect(sameItems<string | undefined>(before, now)).toBe(now);
  });
});
