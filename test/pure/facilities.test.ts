import { describe, expect, it } from 'vitest';
import { joinedFacilities } from '../../server/analysis/facilities/one-facility.ts';
import { facts, findingsOn, LAW } from '../support/cases.ts';

const fab = (id: string, advancedNode: boolean | null, country = 'CN', more: object = {}) => ({
  id,
  country,
  advancedNode,
  ...more,
});
const link = (a: string, b: string, more: object = {}) => ({ a, b, kind: 'bridge', ...more });

function joined(facilities: object[], physicalLinks: object[]) {
  return joinedFacilities(facts({ facilities, physicalLinks }), LAW.regulation);
}

function rf27(facilities: object[], physicalLinks: object[], day = '2025-10-15'): string[] {
  return findingsOn(facts({ facilities, physicalLinks }), day).map(
    ({ rule, subject, level }) => `${rule} ${subject} ${level}`,
  );
}

describe('one facility', () => {
  it('follows chains and names the links on the way', () => {
    const found = joined(
      [fab('A', false), fab('B', false), fab('C', true)],
      [link('A', 'B', { id: 'ab' }), link('B', 'C', { id: 'bc' })],
    );
    expect(found.map(({ facility, advanced, hops, links }) => [facility, advanced, hops, links])).toEqual([
      ['A', 'C', 2, ['ab', 'bc']],
      ['B', 'C', 1, ['bc']],
    ]);
  });

  it('prefers the most certain path, then the shortest, and names the weakest link', () => {
    const found = joined(
      [fab('A', false), fab('B', false), fab('C', true)],
      [
        link('A', 'C', { id: 'direct', confidence: 'reported' }),
        link('A', 'B', { id: 'ab' }),
        link('B', 'C', { id: 'bc', confidence: 'secondary' }),
      ],
    );
    const ofA = found.filter(({ facility }) => facility === 'A');
    expect(
      ofA.map(({ path, hops, confidence, weakestLink }) => [path, hops, confidence, weakestLink]),
    ).toEqual([
      ['most-certain', 2, 'secondary', 'bc'],
      ['shortest', 1, 'reported', 'direct'],
    ]);
  });

  it.each(['shared-campus', 'planned', 'none'])('is not made by a link of kind %s', (kind) => {
    expect(joined([fab('A', false), fab('C', true)], [link('A', 'C', { kind })])).toEqual([]);
  });

  it.each(['overhead-track', 'bridge', 'tunnel', 'shared-building', 'other'])(
    'is made by a link of kind %s',
    (kind) => {
      expect(joined([fab('A', false), fab('C', true)], [link('A', 'C', { kind })])).toHaveLength(1);
    },
  );

  it('lasts as long as the link and the node class do', () => {
    const found = joined(
      [fab('A', false), fab('C', true, 'CN', { advancedFrom: '2020-01-01' })],
      [link('A', 'C', { from: '2019-01-01', to: '2023-01-01' })],
    );
    expect(found.map(({ from, to, advancedNode }) => [from, to, advancedNode])).toEqual([
      ['2020-01-01', '2023-01-01', 'advanced'],
    ]);
  });

  it('joins nothing to a facility of known legacy node', () => {
    expect(joined([fab('A', false), fab('B', false)], [link('A', 'B')])).toEqual([]);
  });

  it('survives a circle of links', () => {
    const found = joined(
      [fab('A', false), fab('B', false), fab('C', true)],
      [link('A', 'B'), link('B', 'C'), link('C', 'A')],
    );
    expect(found.every(({ hops }) => hops === 1)).toBe(true);
  });
});

describe('Red Flag 27', () => {
  it('is raised on the joined facility in China, Hong Kong and Macau', () => {
    for (const country of ['CN', 'HK', 'MO']) {
      expect(rf27([fab('A', false, country), fab('C', true, country)], [link('A', 'C')])).toEqual([
        'rf27-connected-facility A red-flag',
      ]);
    }
  });

  it.each(['US', 'JP', 'TW', 'KR', 'DE'])('shows the link in %s and raises nothing', (country) => {
    expect(rf27([fab('A', false, country), fab('C', true, country)], [link('A', 'C')])).toEqual([]);
  });

  it('is marked as inference over more than one link', () => {
    expect(
      rf27([fab('A', false), fab('B', false), fab('C', true)], [link('A', 'B'), link('B', 'C')]),
    ).toEqual(['rf27-connected-facility B red-flag', 'rf27-connected-through-chain A red-flag']);
  });

  it('is a lead on a single report, and only shown when recalled', () => {
    expect(rf27([fab('A', false), fab('C', true)], [link('A', 'C', { confidence: 'reported' })])).toEqual([
      'rf27-connected-facility A lead',
    ]);
    expect(rf27([fab('A', false), fab('C', true)], [link('A', 'C', { confidence: 'inferred' })])).toEqual([
      'rf27-connected-facility A information',
    ]);
  });

  it('cannot be excluded where the node class or the country is unknown', () => {
    expect(rf27([fab('A', false), fab('C', null)], [link('A', 'C')])).toEqual([
      'rf27-cannot-exclude A cannot-exclude',
    ]);
    const nowhere = { id: 'A', advancedNode: false };
    expect(rf27([nowhere, fab('C', true)], [link('A', 'C')])).toEqual([
      'rf27-cannot-exclude A cannot-exclude',
    ]);
  });

  it('did not exist before 2 December 2024', () => {
    expect(rf27([fab('A', false), fab('C', true)], [link('A', 'C')], '2024-12-01')).toEqual([]);
    expect(rf27([fab('A', false), fab('C', true)], [link('A', 'C')], '2024-12-02')).toHaveLength(1);
  });
});
