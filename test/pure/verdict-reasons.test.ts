import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../server/analysis/verdict.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { assess } from '../../server/pipeline.ts';
import { facts, LAW } from '../support/cases.ts';

const BIS = 'bis-affiliates';
const DAY = '2025-10-15';

function verdict(all: Facts, party: string, { regime = BIS, day = DAY } = {}): Verdict | undefined {
  return assess(all, LAW).conclusions.verdicts.find(
    (each) => each.party === party && each.regime === regime && covers(each, day),
  );
}

const parties = (...ids: string[]) => ids.map((id) => ({ id, name: id, jurisdiction: 'CN' }));
const CASE_BY_CASE = { list: 'bis-entity-list', from: '2020-01-01', reviewPolicy: 'Case-by-case' };
const DENIAL = {
  list: 'bis-entity-list',
  from: '2020-01-01',
  footnotes: ['5'],
  reviewPolicy: 'Presumption of denial',
};

describe('the most restrictive owner', () => {
  it('is looked for above listed owners too, since ownership may be indirect', () => {
    const all = facts({
      parties: parties('S', 'A', 'B'),
      listings: [
        { party: 'A', ...CASE_BY_CASE },
        { party: 'B', ...DENIAL },
      ],
      holdings: [
        { owner: 'B', owned: 'A', share: 100 },
        { owner: 'A', owned: 'S', share: 100 },
      ],
    });
    expect(verdict(all, 'S')?.mostRestrictive).toMatchObject({ party: 'B', allFootnotes: ['5'] });
    expect(verdict(all, 'S')?.steps.map(({ owner, party }) => `${owner} ${party}`)).toEqual(
      expect.arrayContaining(['B A', 'A S']),
    );
  });

  it('is not one that only a recalled holding makes an owner, but that is said', () => {
    const all = facts({
      parties: parties('S', 'A', 'B'),
      listings: [
        { party: 'A', ...CASE_BY_CASE },
        { party: 'B', ...DENIAL },
      ],
      holdings: [
        { owner: 'A', owned: 'S', share: 60 },
        { owner: 'B', owned: 'S', share: 5, confidence: 'inferred' },
      ],
    });
    expect(verdict(all, 'S')?.mostRestrictive?.party).toBe('A');
    expect(verdict(all, 'S')?.notes.join(' ')).toContain('stricter requirement cannot be excluded: B');
  });
});

describe('a rumour', () => {
  it('that repeats a firm holding takes nothing from it', () => {
    const all = facts({
      parties: parties('L', 'S'),
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
      holdings: [
        { owner: 'L', owned: 'S', share: 60 },
        { owner: 'L', owned: 'S', share: 60, confidence: 'reported' },
      ],
    });
    expect(verdict(all, 'S')).toMatchObject({ outcome: 'captured', confidence: 'verified' });
  });

  it('that alone lifts a firm holding over the threshold leaves the answer undecided, and weak', () => {
    const all = facts({
      parties: parties('L', 'S'),
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
      holdings: [
        { owner: 'L', owned: 'S', share: 30 },
        { owner: 'L', owned: 'S', share: 60, confidence: 'reported' },
      ],
    });
    expect(verdict(all, 'S')).toMatchObject({
      outcome: 'cannot-exclude',
      weak: true,
      confidence: 'reported',
    });
  });

  it('of a circle decides nothing firmly', () => {
    const all = facts({
      parties: parties('L', 'A', 'B'),
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
      holdings: [
        { owner: 'L', owned: 'A', share: 20 },
        { owner: 'A', owned: 'B', share: 60, confidence: 'inferred' },
        { owner: 'B', owned: 'A', share: 60, confidence: 'inferred' },
      ],
    });
    expect(verdict(all, 'A')).toMatchObject({ outcome: 'circular', weak: true, confidence: 'inferred' });
  });
});

describe('a stretch ends', () => {
  it('when an owner far above changes, in a circle too', () => {
    const all = facts({
      parties: parties('L', 'L2', 'A', 'B'),
      listings: [
        { party: 'L', ...CASE_BY_CASE },
        { party: 'L2', ...DENIAL },
      ],
      holdings: [
        { owner: 'L', owned: 'A', share: 60 },
        { owner: 'L', owned: 'B', share: 60, to: '2022-01-01' },
        { owner: 'L2', owned: 'B', share: 60, from: '2022-01-01' },
        { owner: 'B', owned: 'A', share: 10 },
        { owner: 'A', owned: 'B', share: 10 },
      ],
    });
    expect(verdict(all, 'A', { day: '2021-06-01' })?.mostRestrictive?.party).toBe('L');
    expect(verdict(all, 'A', { day: '2023-06-01' })?.mostRestrictive?.party).toBe('L2');
  });

  it('when somebody else takes more of what an unknown share can be', () => {
    const all = facts({
      parties: parties('L', 'X', 'S'),
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
      holdings: [
        { owner: 'L', owned: 'S' },
        { owner: 'X', owned: 'S', share: 20, to: '2022-01-01' },
        { owner: 'X', owned: 'S', share: 40, from: '2022-01-01' },
      ],
    });
    expect(verdict(all, 'S', { day: '2021-06-01' })?.shareMax).toBe('80');
    expect(verdict(all, 'S', { day: '2023-06-01' })?.shareMax).toBe('60');
  });
});

describe('who is outside the rule', () => {
  const listed = [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }];
  const us = [...parties('L'), { id: 'U', name: 'U', jurisdiction: 'US' }];

  it('is a US party that is held', () => {
    const all = facts({ parties: us, listings: listed, holdings: [{ owner: 'L', owned: 'U', share: 60 }] });
    expect(verdict(all, 'U')).toMatchObject({ outcome: 'not-captured', exempt: true });
  });

  it('is not a branch in the US: it is its owner', () => {
    const branch = { owner: 'L', owned: 'U', kind: 'branch' as const };
    const all = facts({ parties: us, listings: listed, holdings: [branch] });
    expect(verdict(all, 'U')).toMatchObject({ outcome: 'captured', exempt: false });
  });

  it('is not a US party whose own listing is only reported: that stays undecided', () => {
    const own = [
      { party: 'U', list: 'bis-entity-list', from: '2020-01-01', confidence: 'reported' as const },
    ];
    const all = facts({ parties: us, listings: own });
    expect(verdict(all, 'U')).toMatchObject({ outcome: 'cannot-exclude', exempt: false });
  });
});

describe('what is not recorded stays undecided', () => {
  it('the country of a branch, under the practice that covers branches at home', () => {
    const all = facts({
      parties: [...parties('L'), { id: 'B', name: 'B' }],
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
      holdings: [{ owner: 'L', owned: 'B', kind: 'branch' as const }],
    });
    const found = verdict(all, 'B', { regime: 'bis-legally-distinct', day: '2025-01-15' });
    expect(found?.outcome).toBe('cannot-exclude');
  });

  it('the programmes of an SDN listing, which is no rumour', () => {
    const all = facts({
      parties: parties('U', 'S'),
      listings: [{ party: 'U', list: 'ofac-sdn', from: '2020-01-01' }],
      holdings: [{ owner: 'U', owned: 'S', share: 60 }],
    });
    expect(verdict(all, 'S')).toMatchObject({ outcome: 'cannot-exclude', weak: false });
    expect(verdict(all, 'S')?.notes.join(' ')).toContain('programmes of a listing are not recorded');
  });
});

describe('a holding of a listed party that cannot reach the threshold', () => {
  it.each([
    ['is unknown, and somebody else has 51 %', undefined, [{ owner: 'X', owned: 'S', share: 51 }]],
    ['is at most 49 %', { max: 49 }, []],
  ])('still raises a flag when it %s', (_, share, more) => {
    const all = facts({
      parties: parties('L', 'X', 'S'),
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
      holdings: [{ owner: 'L', owned: 'S', ...(share === undefined ? {} : { share }) }, ...more],
    });
    expect(verdict(all, 'S')).toMatchObject({ outcome: 'not-captured', minority: 'significant' });
  });
});
