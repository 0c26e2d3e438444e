import { describe, expect, it } from 'vitest';
import { complexCsv } from '../../client/export/complex-csv.ts';
import type { ComplexReply } from '../../server/wire/complexes.ts';

const PATH: ComplexReply['members'][number]['paths'][number] = {
  ...{
    grade: 'moderate',
    basis: 'ownership',
    confidence: 'verified',
    from: null,
    to: '2030-01-01',
    active: true,
  },
  ...{ text: 'H holds 20 % of A', things: ['h', 'a'] },
  steps: [
    {
      ...{
        a: 'h',
        aName: 'H',
        b: 'a',
        bName: 'A',
        tie: 'holds 20 % of',
        basis: 'ownership',
        grade: 'moderate',
      },
      ...{
        reason: 'A share.',
        confidence: 'verified',
        facts: ['holding:h:a', 'holding:h:a~2'],
        from: null,
        to: '2030-01-01',
      },
    },
  ],
};

const REPLY: ComplexReply = {
  asOf: '2025-10-15',
  complex: { id: 'huawei', title: 'Huawei complex', anchors: [{ id: 'h', name: 'H' }], total: 2, counts: [] },
  grades: [],
  total: 2,
  members: [
    {
      ...{ id: 'h', name: 'H', originalName: '华为', kind: 'company', jurisdiction: 'CN', isAnchor: true },
      ...{
        grade: 'member',
        from: null,
        to: null,
        listed: true,
        codes: ['EL·1', 'CMIC'],
        paths: [],
        complete: true,
      },
    },
    {
      ...{
        id: 'a',
        name: '=A "1", Ltd.',
        originalName: null,
        kind: 'company',
        jurisdiction: null,
        isAnchor: false,
      },
      ...{ grade: 'moderate', from: null, to: '2030-01-01', listed: false, codes: [], complete: true },
      paths: [PATH, { ...PATH, grade: 'weak' }],
    },
  ],
};

describe('the members of a complex as CSV', () => {
  const lines = complexCsv(REPLY).replace('\uFEFF', '').trimEnd().split('\r\n');

  it('have a row for each path, and one for a member without', () => {
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      '"huawei","2025-10-15","h","H","华为","company","CN","member","","","true","EL·1 CMIC","","","","","","",""',
    );
    expect(lines[2]).toBe(
      '"huawei","2025-10-15","a","\'=A ""1"", Ltd.","","company","","moderate","","2030-01-01","false","","H holds 20 % of A","moderate","ownership","verified","","2030-01-01","holding:h:a holding:h:a~2"',
    );
    expect(lines[3]).toContain('"weak"');
  });

  it('have as many cells in every row as in the head', () => {
    const cells = lines.map((line) => line.replaceAll('""', '').split('","').length);
    expect(new Set(cells.slice(0, 1))).toEqual(new Set([19]));
    expect(lines.slice(2).map((line) => line.split('","').length)).toEqual([19, 19]);
  });
});
