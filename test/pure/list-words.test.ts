import { describe, expect, it } from 'vitest';
import { countriesIn, countryCode, leadingCountry } from '../../server/normalise/lists/country-names.ts';
import { ecfrEntity } from '../../server/normalise/lists/ecfr-entity.ts';
import { seeAlsoOf } from '../../server/normalise/lists/from-csl.ts';
import { addressLine } from '../../server/normalise/lists/list-addresses.ts';
import { listedName, personName } from '../../server/normalise/lists/list-names.ts';
import { splitSubsidiaries } from '../../server/normalise/lists/subsidiaries.ts';

describe('names', () => {
  it.each([
    ['  Made  Co., Ltd.,', 'Made Co., Ltd.', null, null],
    [
      'Big Co., Ltd. (Big).  Affiliated Entity:  Small Co., Ltd.',
      'Small Co., Ltd.',
      'Big Co., Ltd. (Big)',
      'affiliated-entity',
    ],
    ['Big 13. Subordinate Institution - Small', 'Small', 'Big 13', 'subordinate-institution'],
    ['Big (BG), and subordinate entity Small (SM)', 'Small (SM)', 'Big (BG)', 'subordinate-institution'],
    ['Small Ltd. (a subordinate institute of BIG-7)', 'Small Ltd.', 'BIG-7', 'subordinate-institution'],
    ['Small Limited (a subsidiary of Big)', 'Small Limited', 'Big', 'subsidiary'],
  ])('%s', (raw, name, parent, tie) => {
    expect(listedName(raw)).toEqual({ name, parent, tie, widening: '' });
  });

  it('take off what widens an entry', () => {
    expect(listedName('Made Co; and any successor, sub-unit, or subsidiary thereof')).toMatchObject({
      name: 'Made Co',
      widening: 'and any successor, sub-unit, or subsidiary thereof',
    });
  });

  it('of persons are turned round once', () => {
    expect(['RIM, Made Up', 'One Name', 'A, B, C'].map(personName)).toEqual([
      'Made Up RIM',
      'One Name',
      'A, B, C',
    ]);
  });

  it('of subsidiaries are parted at commas that part names', () => {
    const text =
      'Listed together with subsidiaries: A Co., Ltd., B (formerly C, D), E, Inc., and F Co., Ltd. | Big is owned.';
    expect(splitSubsidiaries(text)).toEqual(['A Co., Ltd.', 'B (formerly C, D)', 'E, Inc.', 'F Co., Ltd.']);
    expect(splitSubsidiaries('Big is owned.')).toEqual([]);
  });
});

describe('countries', () => {
  it.each([
    ['HK', 'CN'],
    ['Hong Kong', 'CN'],
    ["CHINA, PEOPLE'S REPUBLIC OF", 'CN'],
    ['CRIMEA REGION OF UKRAINE', 'UA'],
    ['Burma', 'MM'],
    ['Russia', 'RU'],
    ['France', 'FR'],
    ['U.A.E.', 'AE'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
    ['the United Kingdom', 'GB'],
    ['Atlantis', null],
  ])('%s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  it('are found where text follows, and in cross references', () => {
    expect(leadingCountry("People's Republic of China 23rd Research Institute")).toBe('CN');
    expect(countriesIn('Iran, Senegal and the United Kingdom')).toEqual(['IR', 'SN', 'GB']);
    expect(seeAlsoOf('(See alternate addresses under Canada and U.A.E.)')).toEqual(['CA', 'AE']);
    expect(seeAlsoOf('See also adress under Switzerland')).toEqual(['CH']);
    expect(seeAlsoOf('(See also addresses under Taiwan for this entry, which is listed as X).')).toEqual([
      'TW',
    ]);
    expect(seeAlsoOf('All locations in Iran')).toEqual([]);
  });
});

describe('addresses', () => {
  const parts = (address: string, country: string) => ({
    address,
    city: '',
    state: '',
    postal_code: '',
    country,
  });
  it('end with the name of the country once', () => {
    expect(addressLine(parts('No. 1, Kabul', 'AF'))).toBe('No. 1, Kabul, Afghanistan');
    expect(addressLine(parts('No. 1, Kabul, Afghanistan', 'AF'))).toBe('No. 1, Kabul, Afghanistan');
    expect(addressLine(parts('2 Harbour Street', 'HK'))).toBe('2 Harbour Street, Hong Kong');
    expect(addressLine({ ...parts('1 Road', 'US'), city: 'Miami', state: 'FL', postal_code: '33130' })).toBe(
      '1 Road, Miami, FL, 33130, United States',
    );
    expect(addressLine(parts('', 'TR'))).toBe('');
  });
});

describe('the one cell of the Code', () => {
  it.each([
    [
      'Made Co., Ltd., a.k.a., the following two aliases:\n—MCL; and\n—Made. No. 5 Road, Kabul, Afghanistan; and 6 Road, Kabul, Afghanistan. (See alternate addresses under Pakistan).',
      ['Made Co., Ltd.', 'MCL|Made', 'No. 5 Road, Kabul, Afghanistan|6 Road, Kabul, Afghanistan', 'PK'],
    ],
    [
      'Made, a.k.a., the following one alias: —Made Co. Ltd. No. 5 Road, Kabul.',
      ['Made', 'Made Co. Ltd', 'No. 5 Road, Kabul', ''],
    ],
    [
      'Made Construction Company, Shari Naw, Kabul.',
      ['Made Construction Company', '', 'Shari Naw, Kabul', ''],
    ],
    ['Made Trading, LLC, 1 Road, Dubai', ['Made Trading, LLC', '', '1 Road, Dubai', '']],
  ])('%s', (text, wanted) => {
    const { name, aliases, addresses, seeAlso } = ecfrEntity(text);
    expect([name, aliases.join('|'), addresses.join('|'), seeAlso.join()]).toEqual(wanted);
  });
});
