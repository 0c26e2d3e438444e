import { describe, expect, it } from 'vitest';
import {
  type Complex,
  type ComplexMember,
  findComplexes,
  gradeOn,
} from '../../server/analysis/complexes/memberships.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { facts, LAW } from '../support/cases.ts';

function complexOf(all: Facts, id = 'huawei'): Complex {
  const found = findComplexes(all, LAW.regulation.complexes).find((each) => each.id === id);
  if (!found) throw new Error(`There is no complex ${id}`);
  return found;
}

function memberOf(all: Facts, party: string): ComplexMember | undefined {
  return complexOf(all).members.get(party);
}

/** `grade FROM..TO` of each period. */
function periodsOf(member: ComplexMember | undefined): string[] {
  return (member?.periods ?? []).map(({ grade, from, to }) => `${grade} ${from ?? ''}..${to ?? ''}`);
}

const PARTIES = ['H', 'A', 'B', 'C', 'D'].map((id) => ({ id, ...(id === 'H' && { complex: 'huawei' }) }));

/** A case around the anchor H. */
function around(content: object): Facts {
  return facts({ parties: PARTIES, ...content });
}

const held = (owner: string, owned: string, share?: number | string | object, more: object = {}) => ({
  ...{ owner, owned, ...(share === undefined ? {} : { share }), ...more },
});
const tied = (a: string, b: string, kind: string, more: object = {}) => ({ a, b, kind, ...more });

describe('one tie to the complex', () => {
  it.each([
    ['exactly half', held('H', 'A', 50), 'member'],
    ['just below half', held('H', 'A', '49.999999999999999999'), 'moderate'],
    ['25 to 75 %', held('H', 'A', { min: 25, max: 75 }), 'moderate'],
    ['an unknown share', held('H', 'A'), 'moderate'],
    ['10 %', held('H', 'A', 10), 'moderate'],
    ['under 10 %', held('H', 'A', { min: 0, max: 10, exclusiveMax: true }), 'weak'],
    ['a branch', held('H', 'A', 100, { kind: 'branch' }), 'member'],
    ['a reported majority', held('H', 'A', 60, { confidence: 'reported' }), 'weak'],
    ['a recalled majority', held('H', 'A', 60, { confidence: 'inferred' }), 'shown'],
    ['the majority holder of the anchor', held('A', 'H', 51), 'member'],
    ['a minority holder of the anchor', held('A', 'H', 49), undefined],
  ])('of ownership, %s: %s', (_, holding, grade) => {
    const member = memberOf(around({ holdings: [holding] }), 'A');
    expect(member?.periods[0]?.grade).toBe(grade);
    expect(member?.paths[0]?.basis).toBe(grade && 'ownership');
  });

  it.each([
    ['listed-alias', 'verified', 'member', 'listing'],
    ['clandestine-network', 'verified', 'strong', 'affiliation'],
    ['clandestine-network', 'reported', 'weak', 'affiliation'],
    ['clandestine-network', 'inferred', 'shown', 'affiliation'],
    ['reported-shadow-fab', 'secondary', 'moderate', 'affiliation'],
    ['former-executive-leads', 'verified', 'moderate', 'leadership'],
    ['shared-address', 'verified', 'moderate', 'address'],
    ['strategic-partner', 'verified', 'weak', 'affiliation'],
    ['a-kind-of-tomorrow', 'verified', 'weak', 'affiliation'],
    ['false-friend', 'verified', undefined, undefined],
    ['affiliation-denied', 'verified', undefined, undefined],
  ])('of affiliation, %s (%s): %s', (kind, confidence, grade, basis) => {
    const member = memberOf(around({ affiliations: [tied('A', 'H', kind, { confidence })] }), 'A');
    expect([member?.periods[0]?.grade, member?.paths[0]?.basis]).toEqual([grade, basis]);
  });

  it.each([
    ['controls', { controls: [{ controller: 'H', controlled: 'A', kind: 'general-partner' }] }, 'strong'],
    ['sits on the board', { controls: [{ controller: 'H', controlled: 'A', kind: 'board' }] }, 'moderate'],
    [
      'supervises',
      { controls: [{ controller: 'H', controlled: 'A', kind: 'state-supervision' }] },
      undefined,
    ],
    ['invested in', { investments: [{ investor: 'H', target: 'A' }] }, 'weak'],
    [
      'shares a leader with',
      { officers: ['H', 'A'].map((party) => ({ person: 'D', party, role: 'chairman' })) },
      'moderate',
    ],
    [
      'shared a leader, but never at the same time, with',
      {
        officers: [
          { person: 'D', party: 'H', to: '2020-01-01' },
          { person: 'D', party: 'A', from: '2020-01-01' },
        ],
      },
      undefined,
    ],
  ])('the anchor %s it', (_, content, grade) => {
    expect(memberOf(around(content), 'A')?.periods[0]?.grade).toBe(grade);
  });

  it('that leads the other way is none: who is led by a former employee of a member is tied, not the reverse', () => {
    expect(
      memberOf(around({ affiliations: [tied('H', 'A', 'former-executive-leads')] }), 'A'),
    ).toBeUndefined();
  });

  it('by an exact address needs the address to be exact, and says little where twenty are', () => {
    const at = (count: number, address: string) =>
      facts({
        parties: ['H', 'A', ...Array.from({ length: count - 2 }, (_, at) => `N${at}`)].map((id) => ({
          ...{ id, addresses: [address], ...(id === 'H' && { complex: 'huawei' }) },
        })),
      });
    expect(memberOf(at(2, '1 Long Road, Shenzhen'), 'A')?.periods[0]?.grade).toBe('moderate');
    expect(memberOf(at(20, '1 Long Road, Shenzhen'), 'A')?.periods[0]?.grade).toBe('weak');
    expect(memberOf(at(2, 'Shenzhen'), 'A')).toBeUndefined();
  });
});

describe('ties over several steps', () => {
  it.each([
    ['majorities all the way down', [held('H', 'A', 51), held('A', 'B', 51), held('B', 'C', 51)], 'member'],
    ['a minority below majorities', [held('H', 'A', 51), held('A', 'B', 51), held('B', 'C', 20)], 'moderate'],
    ['a majority below a minority', [held('H', 'A', 20), held('A', 'C', 51)], 'moderate'],
    ['a minority below a minority', [held('H', 'A', 20), held('A', 'C', 20)], 'weak'],
    ['three minorities', [held('H', 'A', 20), held('A', 'B', 20), held('B', 'C', 20)], undefined],
    ['the subsidiary of a weak lead', [held('H', 'A', 5), held('A', 'C', 100)], undefined],
    ['the other owner of a subsidiary', [held('H', 'A', 50), held('C', 'A', 50)], undefined],
    ['a sister: another subsidiary of the parent', [held('A', 'H', 60), held('A', 'C', 60)], 'member'],
  ])('%s: %s', (_, holdings, grade) => {
    expect(memberOf(around({ holdings }), 'C')?.periods[0]?.grade).toBe(grade);
  });

  it('stop at a state body, which has thousands of companies', () => {
    const state = (kind: string) =>
      facts({
        parties: PARTIES.map((party) => (party.id === 'A' ? { ...party, kind } : party)),
        holdings: [held('A', 'H', 60), held('A', 'C', 60)],
      });
    expect(memberOf(state('company'), 'C')?.periods[0]?.grade).toBe('member');
    expect(memberOf(state('government'), 'A')?.periods[0]?.grade).toBe('member');
    expect(memberOf(state('government'), 'C')).toBeUndefined();
  });

  it('follow a chain of two thousand to its end', () => {
    const ids = Array.from({ length: 2_000 }, (_, at) => `P${at}`);
    const all = facts({
      parties: ids.map((id) => ({ id, ...(id === 'P0' && { complex: 'huawei' }) })),
      holdings: ids.slice(1).map((id, at) => held(`P${at}`, id, 60)),
    });
    const last = memberOf(all, 'P1999');
    expect([last?.periods[0]?.grade, last?.paths[0]?.steps.length]).toEqual(['member', 1_999]);
  });

  it('go in circles without end only on paper', () => {
    const all = around({
      holdings: [held('H', 'A', 60), held('A', 'B', 60), held('B', 'A', 40), held('B', 'H', 60)],
    });
    expect([...complexOf(all).members.keys()].sort()).toEqual(['A', 'B', 'H']);
    expect(memberOf(all, 'H')).toMatchObject({ isAnchor: true, paths: [] });
  });
});

describe('many ties', () => {
  const LEADS = [
    'strategic-partner',
    'tool-supplier',
    'process-collaboration',
    'shared-founder',
    'shared-site',
  ];
  const weak = [
    ...LEADS.map((kind) => tied('A', 'H', kind)),
    ...LEADS.map((kind) => tied('H', 'A', `${kind}-reported`, { confidence: 'reported' })),
  ];

  it('that are ten weak leads stay a weak lead, and all ten are told', () => {
    const member = memberOf(around({ affiliations: weak }), 'A');
    expect(periodsOf(member)).toEqual(['weak ..']);
    expect(member?.paths).toHaveLength(10);
  });

  it('have the grade of the strongest, which comes first', () => {
    const all = around({ affiliations: [...weak, tied('A', 'H', 'clandestine-network')] });
    const member = memberOf(all, 'A');
    expect(member?.paths.map(({ grade }) => grade)).toEqual(['strong', ...weak.map(() => 'weak')]);
  });

  it('over the same days are kept up to twenty, and it is said that there are more', () => {
    const many = Array.from({ length: 25 }, (_, at) => tied('A', 'H', `kind-${at}`));
    expect(memberOf(around({ affiliations: many }), 'A')).toMatchObject({ complete: false });
    expect(memberOf(around({ affiliations: many }), 'A')?.paths).toHaveLength(20);
    expect(memberOf(around({ affiliations: many.slice(0, 20) }), 'A')).toMatchObject({ complete: true });
  });
});

describe('days', () => {
  it('bound a membership: the strongest tie of each day gives its grade', () => {
    const all = around({
      holdings: [held('H', 'A', 60, { from: '2019-01-01', to: '2020-06-01' })],
      affiliations: [tied('A', 'H', 'sister-company', { from: '2020-01-01', to: '2022-01-01' })],
    });
    const member = memberOf(all, 'A');
    expect(periodsOf(member)).toEqual(['member 2019-01-01..2020-06-01', 'moderate 2020-06-01..2022-01-01']);
    if (!member) throw new Error('A is no member');
    const on = (day: string) => gradeOn(member, day)?.grade ?? null;
    expect(['2018-12-31', '2019-01-01', '2020-05-31', '2020-06-01', '2022-01-01'].map(on)).toEqual([
      ...[null, 'member', 'member', 'moderate', null],
    ]);
  });

  it('of a chain are those on which all of its steps hold', () => {
    const chain = (until: string) =>
      around({
        holdings: [held('H', 'A', 60, { to: until }), held('A', 'B', 60, { from: '2020-01-01' })],
      });
    expect(periodsOf(memberOf(chain('2021-01-01'), 'B'))).toEqual(['member 2020-01-01..2021-01-01']);
    expect(memberOf(chain('2020-01-01'), 'B')).toBeUndefined();
  });

  it('of rows that contradict each other widen the range: a majority that one source denies is undecided', () => {
    const holdings = [held('H', 'A', 60), held('H', 'A', 40, { from: '2020-01-01' })];
    expect(periodsOf(memberOf(around({ holdings }), 'A'))).toEqual([
      'member ..2020-01-01',
      'moderate 2020-01-01..',
    ]);
  });
});

it('is nobody where no party is the anchor of one', () => {
  expect(findComplexes(facts({ parties: [{ id: 'A' }] }), LAW.regulation.complexes)).toEqual([]);
});
