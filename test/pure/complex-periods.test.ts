import { describe, expect, it } from 'vitest';
import { memberships } from '../../server/analysis/complexes/grade-periods.ts';
import { findComplexes } from '../../server/analysis/complexes/memberships.ts';
import { facts, LAW } from '../support/cases.ts';

const PARTIES = ['H', 'A', 'B'].map((id) => ({ id, ...(id === 'H' && { complex: 'huawei' }) }));

function told(content: object) {
  const complexes = findComplexes(facts({ parties: PARTIES, ...content }), LAW.regulation.complexes);
  return memberships(complexes, (party) => `the ${party}`);
}

describe('memberships as they are stored', () => {
  it('are one for each interval of one grade, with the strongest path of its first day', () => {
    const found = told({
      holdings: [{ id: 'big', owner: 'H', owned: 'A', share: 60, from: '2020-01-01', to: '2022-01-01' }],
      affiliations: [{ id: 'lead', a: 'H', b: 'A', kind: 'strategic-partner', from: '2019-01-01' }],
    }).filter(({ party }) => party === 'A');
    expect(
      found.map(({ id, grade, from, to, basis, paths }) => ({ id, grade, from, to, basis, paths })),
    ).toEqual([
      {
        ...{ id: 'membership:huawei:A:2019-01-01', grade: 'weak', from: '2019-01-01', to: '2020-01-01' },
        ...{ basis: 'affiliation', paths: 1 },
      },
      {
        ...{ id: 'membership:huawei:A:2020-01-01', grade: 'member', from: '2020-01-01', to: '2022-01-01' },
        ...{ basis: 'ownership', paths: 2 },
      },
      {
        ...{ id: 'membership:huawei:A:2022-01-01', grade: 'weak', from: '2022-01-01', to: null },
        ...{ basis: 'affiliation', paths: 1 },
      },
    ]);
    expect(found[1]).toMatchObject({ text: 'the H holds 60 % of the A', facts: ['big', 'lead'] });
  });

  it('name what holds before any known day, and the party that the complex is named after', () => {
    const found = told({
      holdings: [
        { id: 'h', owner: 'H', owned: 'A', share: 100 },
        { id: 'i', owner: 'A', owned: 'B', share: 51 },
      ],
    });
    expect(found.map(({ id, basis, text }) => [id, basis, text])).toEqual([
      ['membership:huawei:H:always', 'anchor', 'The Huawei complex is named after it.'],
      ['membership:huawei:A:always', 'ownership', 'the H holds 100 % of the A'],
      ['membership:huawei:B:always', 'ownership', 'the H holds 100 % of the A, which holds 51 % of the B'],
    ]);
    expect(found[2]).toMatchObject({
      confidence: 'verified',
      facts: ['h', 'i'],
      steps: ['the H holds 100 % of the A', 'the A holds 51 % of the B'],
    });
  });
});
