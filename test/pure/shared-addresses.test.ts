import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../server/normalise/names.ts';
import { sharedAddresses } from '../../server/projection/addresses.ts';
import { facts } from '../support/cases.ts';

const at = (...addresses: readonly (readonly string[])[]) =>
  facts({ parties: addresses.map((each, index) => ({ id: `P${index}`, addresses: each })) }).parties;

const whoShares = (...addresses: readonly (readonly string[])[]): string[][] =>
  [...sharedAddresses(at(...addresses)).values()].map((found) => found.map(({ party }) => party));

describe('addresses that parties share', () => {
  it.each([
    ['the same', '1 Long Road, Shenzhen', '1 Long Road, Shenzhen'],
    ['other case and signs', '1 Long Road, Shenzhen', '1 LONG ROAD SHENZHEN'],
    ['digits of full width', '深圳市龙岗区坂田街道１号', '深圳市龙岗区坂田街道1号'],
    ['traditional characters', '深圳市龍崗區坂田街道1號', '深圳市龙岗区坂田街道1号'],
  ])('are found when written as %s', (_, first, second) => {
    expect(whoShares([first], [second])).toEqual([['P0', 'P1']]);
  });

  it.each([
    ['another number', ['1 Long Road, Shenzhen'], ['2 Long Road, Shenzhen']],
    ['another street with the same number', ['1 Long Road, Shenzhen'], ['1 Short Road, Shenzhen']],
    ['a mere city', ['Shenzhen'], ['Shenzhen']],
    ['one party twice', ['1 Long Road, Shenzhen', '1 LONG ROAD, Shenzhen'], []],
  ])('are not found for %s', (_, first, second) => {
    expect(whoShares(first, second)).toEqual([]);
  });

  it('are those that folding every address finds', () => {
    const address = fc.constantFrom(
      '1 Long Road, Shenzhen',
      '1 LONG ROAD, Shenzhen',
      '１ Long Road, Shenzhen',
      '7 Other Street, Wuhan',
      'Wuhan',
      '71 Other Street, Wuhan',
    );
    fc.assert(
      fc.property(fc.array(fc.array(address, { maxLength: 3 }), { maxLength: 5 }), (addresses) => {
        const plain = new Map<string, string[]>();
        for (const [index, each] of addresses.entries())
          for (const key of new Set(each.map(addressKey)))
            if (key !== null) plain.set(key, [...(plain.get(key) ?? []), `P${index}`]);
        const shared = [...plain].filter(([, found]) => found.length > 1);
        const found = [...sharedAddresses(at(...addresses))].map(([key, all]) => [
          key,
          all.map(({ party }) => party),
        ]);
        expect(found).toEqual(shared);
      }),
    );
  });
});
