import { describe, expect, it } from 'vitest';
import { citationsOf } from '../../server/normalise/lists/citations.ts';
import { footnotesOf } from '../../server/normalise/lists/footnotes.ts';
import { listPartyId } from '../../server/normalise/lists/list-party-id.ts';
import { usDate } from '../../server/readers/formats/us-date.ts';

describe('footnotes out of licence requirements', () => {
  it.each([
    ['For all items subject to the EAR. (See §744.11 of the EAR).', ''],
    ['For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2', '1,2'],
    ['For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2', '1,2'],
    ['For All Items Subject to the EAR (See §734.9(e)1, and §744.11 of the EAR)2.', '1,2'],
    ['For All Items Subject to the EAR (See §734.9(g), 3 §746.8(a)(3), and §744.21(b) of the EAR).', '3'],
    ['(See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)', '3'],
    ['(See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)', '3'],
    ['(See §§ 734.9(e)(2) and 744.11 of the EAR)4', '4'],
    ['(See §§ 734.9(e) and 744.11 of the EAR) 4', '4'],
    ['(See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5', '5'],
    ['(See §734.9(e)(3) of the EAR)', '5'],
    ['pursuant to General License No. 11 of December 20, 2016.', ''],
    ['License Exception GOV under §740.11(b)(2) and (e).', ''],
  ])('%s', (requirement, footnotes) => {
    expect(footnotesOf(requirement).join()).toBe(footnotes);
  });
});

describe('citations', () => {
  it.each([
    [
      '85 FR 83420; 89 FR 96837',
      [
        [85, 83420, null],
        [89, 96837, null],
      ],
    ],
    ['77 FR 61249 No. 195', [[77, 61249, null]]],
    [
      '73 FR 54506 (9/22/08), 75 FR 1699 (1/13/10)',
      [
        [73, 54506, '2008-09-22'],
        [75, 1699, '2010-01-13'],
      ],
    ],
    [
      '67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02',
      [
        [67, 56530, '2002-09-04'],
        [67, 10890, '2002-03-11'],
      ],
    ],
    [
      '89 FR 96836, 12/5/24.\n90 FR 1, 1/16/2025',
      [
        [89, 96836, '2024-12-05'],
        [90, 1, '2025-01-16'],
      ],
    ],
    ['86 FR  36499', [[86, 36499, null]]],
    ['Vol. 88, No. 151, 08/08/2023', []],
  ])('%s', (text, wanted) => {
    expect(citationsOf(text).map(({ volume, page, date }) => [volume, page, date])).toEqual(wanted);
  });

  it('reads days month first and refuses what is none', () => {
    expect(['9/22/08', '06/29/2056', '1/2/71', '13/1/2020', '2/29/2023', 'circa 1956'].map(usDate)).toEqual([
      ...['2008-09-22', '2056-06-29', '1971-01-02'],
      ...[null, null, null],
    ]);
  });
});

describe('ids of parties known by name', () => {
  it.each([
    ['bis-entity-list', 'Huawei Technologies Co., Ltd. (Huawei)', 'el/a107578f8b35'],
    ['bis-meu', 'Academy of Aerospace Solid Propulsion Technology (AASPT)', 'meu/e5e66b199a10'],
    ['bis-unverified', 'Atlas Sanatgaran', 'uvl/f6eb1b4ef891'],
    ['bis-denied-persons', 'I. ASH', 'dpl/ee8ceaa28f06'],
    ['state-isn', 'Sinobright Import and Export Company; and any successor', 'isn/25a88e4215cd'],
    ['state-itar-debarred', 'Made Debarred', 'dtc/5ebf94786ddd'],
    ['dod-1260h', 'Aerosun Corporation', '1260h/5cc9da0d5e75'],
    ['meti-end-user', 'Emirates Alloys LLC', 'meti/01e69d5f6acc'],
    ['bis-entity-list', 'Address 01', 'el/66b42039a2b3'],
    ['bis-entity-list', '中芯国际', 'el/18126b597cb2'],
  ])('%s %s', (list, name, wanted) => {
    expect(listPartyId(list, name)).toBe(wanted);
  });

  it('do not change with case, blanks or what a cleaner does', () => {
    const id = listPartyId('bis-entity-list', 'Sinno Electronics Co., Ltd.,');
    expect(listPartyId('bis-entity-list', '  SINNO  Electronics\u00A0Co., Ltd.,')).toBe(id);
    expect(listPartyId('bis-entity-list', 'Sinno Electronics Co., Ltd.')).not.toBe(id);
  });
});
