import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeView, emptyView, encodeView, leavesDayOpen, linkTo } from '../../client/state/view.ts';
import { anyDay, anyView } from '../support/views.ts';

const TODAY = '2026-01-15';

describe('a view in the address', () => {
  it('comes back as it was, whatever the ids hold', () => {
    fc.assert(
      fc.property(anyView, anyDay, (view, today) => {
        expect(decodeView(`?${encodeView(view)}`, today)).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });

  it('is left out where it is as at the start, but never the day', () => {
    expect(encodeView(emptyView(TODAY))).toBe(`asOf=${TODAY}`);
  });

  it.each(['2025-10-15', TODAY])('of %s keeps its day when the link is opened on another day', (asOf) => {
    const view = { ...emptyView(asOf), open: 'party/nexperia' };
    expect(decodeView(encodeView(view), '2027-03-01')).toEqual(view);
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
        const again = decodeView(encodeView(view), TODAY);
        expect(encodeView(again)).toBe(encodeView(view));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the day of an address', () => {
  it.each(['', '?asOf=2025-10-15', '?asOf=2025-10-15&open=party/nexperia'])(
    'is not missing in %j',
    (search) => {
      expect(leavesDayOpen(search)).toBe(false);
    },
  );

  it.each(['?open=party/nexperia', '?v=draw!nexperia', '?asOf=2025-02-30', '?asOf=&open=party/nexperia'])(
    'is missing in %j',
    (search) => {
      expect(leavesDayOpen(search)).toBe(true);
    },
  );

  const AT = 'http://localhost:4680/rules';
  const view = { ...emptyView(TODAY), open: 'party/nexperia' };

  it.each(['', '?open=party/nexperia', '?asOf=2025-02-30&open=party/nexperia', '?asOf=2025-10-15'])(
    'is that of the view in a link made at %j',
    (search) => {
      const { origin, pathname, search: linked } = new URL(linkTo(`${AT}${search}`, view));
      expect(`${origin}${pathname}`).toBe(AT);
      expect(decodeView(linked, '2027-03-01')).toEqual(view);
    },
  );

  it('leaves an address that has it as it is, letter for letter', () => {
    const address = `${AT}?asOf=${TODAY}&open=party/nexperia&v=draw!nexperia#source-ecfr`;
    expect(linkTo(address, view)).toBe(address);
  });
});
