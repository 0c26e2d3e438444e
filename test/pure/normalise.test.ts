import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { countryName, countryToday, isCountryCode, whyNoCountry } from '../../server/facts/countries.ts';
import { covers, intersect, isDate, subtract } from '../../server/facts/dates.ts';
import { FORMER_COUNTRIES } from '../../server/facts/former-countries.ts';
import { formatExact, makeShare, showShare } from '../../server/facts/share.ts';
import { factId, uniqueIds } from '../../server/normalise/ids.ts';
import { addressKey, foldName, romanise, searchText } from '../../server/normalise/names.ts';

describe('names', () => {
  it('folds scripts, widths, accents and punctuation', () => {
    expect(foldName('HUAWEI Technologies Co., Ltd.')).toBe('huawei technologies co ltd');
    expect(foldName('華為技術')).toBe(foldName('华为技术'));
    expect(foldName('ＳＭＩＣ')).toBe('smic');
    expect(foldName('Société Générale')).toBe('societe generale');
  });

  it('reads Chinese by words, not by single characters', () => {
    expect(romanise('长鑫存储')).toEqual(['chang xin cun chu', 'changxincunchu']);
    expect(romanise('重庆')).toContain('chong qing');
    expect(romanise('中国银行')).toContain('zhong guo yin hang');
    expect(romanise('Huawei')).toEqual([]);
  });

  it('makes one searchable text of all names', () => {
    expect(searchText(['Huawei', '华为'])).toBe('huawei | 华为 | hua wei');
  });

  it('gives no key to an address that names no building', () => {
    expect(addressKey('Buenos Aires, Argentina.')).toBeNull();
    expect(addressKey('Shenzhen 518129')).toBeNull();
    expect(addressKey('No. 18 Zhangjiang Road, Shanghai')).toBe(
      addressKey('No 18, ZHANGJIANG ROAD; Shanghai.'),
    );
    expect(addressKey('No. 8 Wenchang Avenue, Beijing')).not.toBe(
      addressKey('No. 18 Wenchang Avenue, Beijing'),
    );
  });
});

describe('ids', () => {
  /** Pinned: whoever changes one breaks every link, note and file that carries it. */
  it.each([
    [
      ['listing', ['bis-entity-list', 'wingtech', '2024-12-02']],
      'listing:bis-entity-list:wingtech:2024-12-02',
    ],
    [['holding', ['hubble', 'kaihong', '2022-01-01']], 'holding:hubble:kaihong:2022-01-01'],
    [['holding', ['L', 'S', null]], 'holding:L:S'],
    [['link', ['bridge', 'smic-sn1', 'smic-s1', undefined]], 'link:bridge:smic-sn1:smic-s1'],
    [['operates', ['smic', 'sn1']], 'operates:smic:sn1'],
    [
      ['affiliation', ['listed-alias', 'sicarrier', 'huawei', null]],
      'affiliation:listed-alias:sicarrier:huawei',
    ],
  ] as const)('%j', ([kind, parts], id) => {
    expect(factId(kind, parts)).toBe(id);
  });

  it('tells facts of the same fields apart by their order', () => {
    const unique = uniqueIds();
    expect([unique('a'), unique('a'), unique('b'), unique('a')]).toEqual(['a', 'a~2', 'b', 'a~3']);
  });
});

describe('dates', () => {
  it('knows the calendar', () => {
    expect(['2024-02-29', '2025-12-31'].every(isDate)).toBe(true);
    expect(['2023-02-29', '2024-13-01', '2024-1-1', '9/22/08', 'circa 1956', ''].some(isDate)).toBe(false);
  });

  it('takes the first day in and leaves the last one out', () => {
    const interval = { from: '2025-09-29', to: '2025-11-10' };
    expect(
      ['2025-09-28', '2025-09-29', '2025-11-09', '2025-11-10'].map((day) => covers(interval, day)),
    ).toEqual([false, true, true, false]);
  });

  const day = fc
    .integer({ min: 0, max: 40 })
    .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
  const interval = fc
    .record({ from: fc.option(day), to: fc.option(day) })
    .filter(({ from, to }) => from === null || to === null || from < to);

  it('intersects and subtracts as sets of days', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 3 }), day, (whole, holes, each) => {
        const shared = intersect([whole, ...holes]);
        expect(shared !== null && covers(shared, each)).toBe(
          [whole, ...holes].every((one) => covers(one, each)),
        );
        const left = subtract(whole, holes).some((piece) => covers(piece, each));
        expect(left).toBe(covers(whole, each) && !holes.some((hole) => covers(hole, each)));
      }),
    );
  });
});

describe('shares', () => {
  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (digits) => {
        const text = formatExact(new Fraction(digits, 10n ** 28n));
        expect(new Fraction(text).equals(new Fraction(digits, 10n ** 28n))).toBe(true);
        expect(text).not.toContain('e');
      }),
    );
    expect(formatExact(new Fraction(100, 3))).toBe('100/3');
    expect(formatExact(new Fraction('50.10'))).toBe('50.1');
  });

  it.each([
    [50.1, '50.1 %'],
    [undefined, '?'],
    [{ min: 25, max: 50 }, '25-50 %'],
    [{ min: 25, max: 50, exclusiveMax: true }, '25 to under 50 %'],
    [{ min: 50, exclusiveMin: true }, 'over 50 %'],
    [{ min: 75 }, 'at least 75 %'],
    [{ max: 49 }, 'up to 49 %'],
    [{ max: 50, exclusiveMax: true }, 'under 50 %'],
    [{}, '?'],
  ])('shows %j as %s', (value, shown) => {
    expect(showShare(makeShare(value))).toBe(shown);
  });

  it.each([-1, 100.1, { min: 60, max: 40 }, { min: 50, max: 50, exclusiveMin: true }, '1e400', 'half'])(
    'refuses %j',
    (value) => {
      expect(() => makeShare(value)).toThrow(RangeError);
    },
  );
});

describe('countries', () => {
  it('knows ISO 3166-1 codes', () => {
    expect(['CN', 'TW', 'HK', 'MO', 'US'].every(isCountryCode)).toBe(true);
    expect(['China', 'cn', 'ZZ', 'QQ', ''].some(isCountryCode)).toBe(false);
    expect(countryName('NL')).toBe('Netherlands');
  });

  it('refuses every former and reserved code, with what it stood for and what it is now', () => {
    for (const [code, { now }] of Object.entries(FORMER_COUNTRIES)) {
      expect([code, isCountryCode(code), now.every(isCountryCode)]).toEqual([code, false, true]);
      expect(whyNoCountry(code)).toContain(now.join(', '));
    }
    expect(whyNoCountry('SU')).toMatch(
      /^is not a code of today: it stands for Soviet Union, now one of AM, .*, RU, /,
    );
    expect(whyNoCountry('FX')).toBe('is not a code of today: it stands for Metropolitan France, now FR');
    expect(whyNoCountry('QQ')).toMatch(/^is not an ISO 3166-1/);
  });

  it('knows the country of today where it is one', () => {
    expect(['SU', 'YU', 'FX', 'UK', 'CN', 'QQ', 'toString'].map(countryToday)).toEqual([
      ...[null, null, 'FR', 'GB', 'CN', null, null],
    ]);
  });
});
