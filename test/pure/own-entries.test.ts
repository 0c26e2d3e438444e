import { describe, expect, it } from 'vitest';
import { entriesOfTheirOwn } from '../../server/loading/own-entries.ts';
import { edition } from '../support/made-editions.ts';

describe('two ids', () => {
  const isApart = entriesOfTheirOwn([
    edition('2024-01-01', [{ party: 'A' }, { party: 'B' }]),
    edition('2024-02-01', [{ party: 'B' }, { party: 'C' }]),
  ]);

  it('have an entry each where one edition of a list gives both one', () => {
    expect([isApart('A', 'B'), isApart('B', 'A'), isApart('C', 'B')]).toEqual([true, true, true]);
  });

  it('may be one entry under a new id where only different editions have them, or one is on no list', () => {
    expect([isApart('A', 'C'), isApart('A', 'seed'), isApart('seed', 'other')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
