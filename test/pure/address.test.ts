import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeView, emptyView, encodeView } from '../../client/state/view.ts';
import { anyDay, anyView } from '../support/views.ts';

const TODAY = '2026-01-15';

describe('a view in the address', () => {
  it('comes back as it was, whatever the ids hold', () => {
    fc.assert(
      fc.property(anyView, anyDay, (view, today) => {
        expect(decodeView(`?${encodeView(view, today)}`, today)).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });

  it('is left out where it is as at the start', () => {
    expect(encodeView(emptyView(TODAY), TODAY)).toBe('');
  });

  it('keeps its day when the link is opened on another day', () => {
    const view = { ...emptyView('2025-10-15'), open: 'party/nexperia' };
    expect(decodeView(encodeView(view, TODAY), '2027-03-01').asOf).toBe('2025-10-15');
  });

  it('is read the same from an address that escapes more or less', () => {
    const expected = decodeView('?v=draw!nexperia~expand!hubble!holdings', TODAY);
    expect(expected.operations).toEqual([
      { do: 'draw', id: 'nexperia' },
      { do: 'expand', id: 'hubble', group: 'holdings' },
    ]);
    expect(decodeView('?v=draw%21nexperia%7Eexpand%21hubble%21holdings', TODAY)).toEqual(expected);
  });
});

/** Addresses that somebody mistyped or cut, and what of them is left. */
const BAD: readonly (readonly [what: string, search: string, left: object])[] = [
  ['nothing', '', {}],
  ['words that nobody knows', '?utm_source=mail&x=1', {}],
  ['a day that is in no calendar', '?asOf=2025-02-30', {}],
  ['a day in another order', '?asOf=15.10.2025', {}],
  ['a month that is not there', '?asOf=2025-13-01', {}],
  ['a leap day of a common year', '?asOf=2023-02-29', {}],
  ['a cut escape', '?open=party%2', { open: 'party%2' }],
  ['bytes that are no text', '?open=%FF', { open: '\uFFFD' }],
  ['operations that nobody knows', '?v=explode!a~draw!b', { operations: [{ do: 'draw', id: 'b' }] }],
  ['an operation without its thing', '?v=draw~hide!~expand!a', {}],
  ['a path with one end', '?v=path!a', {}],
  ['a pin without a place', '?v=pin!a~pin!a!1~pin!a!!2', {}],
  ['a pin at no number', '?v=pin!a!x!2~pin!a!1e999!2~pin!a!NaN!2', {}],
  ['three selected things', '?sel=a~b~c', { selected: ['a', 'b'] }],
  ['only separators', '?v=~~!!~!&sel=~~', {}],
  ['another word for yes', '?ended=true', {}],
];

describe('a bad address', () => {
  it.each(BAD)('gives a view all the same: %s', (_, search, left) => {
    expect(decodeView(search, TODAY)).toEqual({ ...emptyView(TODAY), ...left });
  });

  it('never throws, and what is read of it is a view whose address is read the same again', () => {
    const part = fc.constantFrom(
      'asOf=',
      'open=',
      'v=',
      'sel=',
      'ended=',
      '&',
      '~',
      '!',
      '%',
      'pin!',
      'add!',
      '2025-01-32',
    );
    const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 });
    fc.assert(
      fc.property(text, (parts) => {
        const view = decodeView(`?${parts.join('')}`, TODAY);
        expect(view.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(view.selected.length).toBeLessThanOrEqual(2);
        const again = decodeView(encodeView(view, TODAY), TODAY);
        expect(encodeView(again, TODAY)).toBe(encodeView(view, TODAY));
      }),
      { numRuns: 500 },
    );
  });
});
