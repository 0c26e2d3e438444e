import { describe, expect, it } from 'vitest';
import { findComplexes, gradeOn } from '../../server/analysis/complexes/memberships.ts';
import { covers } from '../../server/facts/dates.ts';
import { readInput, SEED } from '../../server/pipeline.ts';
import { LAW } from '../support/cases.ts';

describe('the Huawei complex of the seed', () => {
  const complexes = findComplexes(readInput([SEED]).facts, LAW.regulation.complexes);
  const complex = complexes.find(({ id }) => id === 'huawei');
  if (!complex) throw new Error('The seed names no anchor of the Huawei complex');
  const strongestOn = (party: string, day: string) => {
    const member = complex.members.get(party);
    const period = member && gradeOn(member, day);
    const path = member?.paths.find((each) => covers(each, day));
    return period && path ? `${period.grade} by ${path.basis}` : null;
  };

  it.each([
    ['pxw-semiconductor-manufactory-co-ltd', 'strong by affiliation'],
    ['swaysure-technology-co-ltd', 'strong by affiliation'],
    ['shenzhen-pengxinxu-technology-co-ltd', 'strong by affiliation'],
    ['sien-qingdao-co-ltd', 'strong by affiliation'],
    ['shenzhen-sicarrier-technologies-co-ltd', 'member by listing'],
    ['huawei-cloud-argentina', 'member by listing'],
    ['huawei-investment-holding', 'member by ownership'],
    ['hubble', 'member by ownership'],
    ['kaihong', 'moderate by ownership'],
    ['dosilicon', 'moderate by ownership'],
    ['canqin', 'weak by ownership'],
    ['hlmc', 'weak by affiliation'],
    ['3peak', null],
    ['honor', null],
    ['xfusion', null],
    ['nexperia', null],
    ['cr-micro-holding', null],
    ['shenzhen-sasac', null],
  ])('holds %s on 15 October 2025 as %s', (party, expected) => {
    expect(strongestOn(party, '2025-10-15')).toBe(expected);
  });

  it.each([
    ['honor', '2020-11-16', 'moderate by ownership'],
    ['honor', '2020-11-17', null],
    ['xfusion', '2021-11-04', 'strong by control'],
    ['huawei-cloud-argentina', '2020-08-16', null],
    ['huawei-device-co-ltd', '2019-05-16', 'member by listing'],
    ['3peak', '2021-10-01', 'weak by ownership'],
    ['sicc', '2021-01-01', 'moderate by ownership'],
    ['sicc', '2024-01-01', 'weak by ownership'],
  ])('held %s on %s as %s', (party, day, expected) => {
    expect(strongestOn(party, day)).toBe(expected);
  });

  it('stands beside that of SMIC, and both are named', () => {
    expect(complexes.map(({ title, anchors }) => [title, anchors])).toEqual([
      ['Huawei complex', ['huawei-technologies-co-ltd']],
      ['SMIC complex', ['semiconductor-manufacturing-international-corporation-smic']],
    ]);
  });

  it('gives every step a fact of the seed, a reason and a grade', () => {
    const steps = [...complex.members.values()].flatMap(({ paths }) => paths.flatMap((path) => path.steps));
    expect(steps.length).toBeGreaterThan(200);
    expect(steps.filter(({ facts: cited, reason }) => cited.length === 0 || reason === '')).toEqual([]);
  });
});
