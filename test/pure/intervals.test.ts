import { describe, expect, it } from 'vitest';
import { assess } from '../../server/pipeline.ts';
import { facts, LAW } from '../support/cases.ts';

const verdicts = (content: object, party: string, regime = 'bis-affiliates') =>
  assess(facts(content), LAW)
    .conclusions.verdicts.filter((each) => each.party === party && each.regime === regime)
    .map(({ from, to, outcome, shareMin }) => [from, to, outcome, shareMin]);

describe('verdicts over time', () => {
  const base = { parties: [{ id: 'L' }, { id: 'P' }, { id: 'S' }] };

  it('changes with each listing and holding, and merges what stays the same', () => {
    const content = {
      ...base,
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-12-18' }],
      holdings: [
        { owner: 'L', owned: 'P', share: 40, to: '2022-01-01' },
        { owner: 'L', owned: 'P', share: 60, from: '2022-01-01' },
        { owner: 'P', owned: 'S', share: 50, from: '2021-06-01' },
      ],
    };
    expect(verdicts(content, 'P')).toEqual([
      ['2020-12-18', '2022-01-01', 'not-captured', '40'],
      ['2022-01-01', null, 'captured', '60'],
    ]);
    expect(verdicts(content, 'S')).toEqual([['2022-01-01', null, 'captured', '50']]);
  });

  it('ends with the listing', () => {
    const content = {
      ...base,
      listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01', to: '2021-01-01' }],
      holdings: [{ owner: 'L', owned: 'P', share: 100 }],
    };
    expect(verdicts(content, 'P')).toEqual([['2020-01-01', '2021-01-01', 'captured', '100']]);
  });

  it('keeps unknown ends unknown', () => {
    const content = {
      ...base,
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [{ owner: 'L', owned: 'P', share: 100, to: '2021-01-01' }],
    };
    expect(verdicts(content, 'P')).toEqual([[null, '2021-01-01', 'captured', '100']]);
  });

  it('tells apart stretches whose footnotes differ, since the requirement does', () => {
    const content = {
      ...base,
      listings: [
        { party: 'L', list: 'bis-entity-list', from: '2020-12-18', to: '2024-12-02' },
        { party: 'L', list: 'bis-entity-list', from: '2024-12-02', footnotes: ['5'] },
      ],
      holdings: [{ owner: 'L', owned: 'P', share: 100 }],
    };
    expect(verdicts(content, 'P')).toEqual([
      ['2020-12-18', '2024-12-02', 'captured', '100'],
      ['2024-12-02', null, 'captured', '100'],
    ]);
  });

  it("splits where the reason further up changes, though the party's own holding does not", () => {
    const content = {
      parties: [{ id: 'L' }, { id: 'K' }, { id: 'P' }, { id: 'S' }],
      listings: [
        { party: 'L', list: 'bis-entity-list' },
        { party: 'K', list: 'bis-entity-list' },
      ],
      holdings: [
        { owner: 'L', owned: 'P', share: 60, to: '2023-01-01' },
        { owner: 'K', owned: 'P', share: 60, from: '2023-01-01' },
        { owner: 'P', owned: 'S', share: 100 },
      ],
    };
    const found = assess(facts(content), LAW).conclusions.verdicts.filter(
      ({ party, regime }) => party === 'S' && regime === 'bis-affiliates',
    );
    expect(found.map(({ from, mostRestrictive }) => [from, mostRestrictive?.party])).toEqual([
      [null, 'L'],
      ['2023-01-01', 'K'],
    ]);
  });
});

describe('arithmetic', () => {
  const content = {
    parties: [
      { id: 'L', name: 'Listed' },
      { id: 'P', name: 'Parent' },
      { id: 'S', name: 'Sub' },
    ],
    listings: [
      {
        id: 'row-1',
        party: 'L',
        list: 'bis-entity-list',
        footnotes: ['5'],
        reviewPolicy: 'Presumption of denial',
      },
    ],
    holdings: [
      { id: 'h1', owner: 'L', owned: 'P', share: 50 },
      { id: 'h2', owner: 'P', owned: 'S', share: 40 },
      { id: 'h3', owner: 'L', owned: 'S', share: 10 },
    ],
  };
  const verdict = assess(facts(content), LAW).conclusions.verdicts.find(
    ({ party, regime }) => party === 'S' && regime === 'bis-affiliates',
  );

  it('explains each tier before it is used, with running sums and the ids of the facts', () => {
    expect(
      verdict?.steps.map(({ tier, owner, party, sumMin, reaches, facts: ids }) => [
        tier,
        owner,
        party,
        sumMin,
        reaches,
        ids,
      ]),
    ).toEqual([
      [1, 'L', 'P', '50', 'yes', ['h1']],
      [2, 'L', 'S', '10', 'no', ['h3']],
      [2, 'P', 'S', '50', 'yes', ['h2']],
    ]);
    expect(verdict?.steps[0]?.text).toBe(
      'Listed (listed, first day unknown) holds 50 % of Parent; sum 50 %; 50 % or more: reached.',
    );
  });

  it('names the governing entry and the listings behind it', () => {
    expect(verdict?.mostRestrictive).toMatchObject({
      party: 'L',
      footnotes: ['5'],
      reviewPolicy: 'Presumption of denial',
    });
    expect(verdict?.listings).toEqual(['row-1']);
  });

  it('puts the strictest owner first and carries the footnotes of all', () => {
    const two = {
      parties: [{ id: 'A' }, { id: 'B' }, { id: 'S' }],
      listings: [
        { party: 'A', list: 'bis-entity-list', reviewPolicy: 'Case-by-case review.', footnotes: ['4'] },
        { party: 'B', list: 'bis-entity-list', reviewPolicy: 'Presumption of denial', footnotes: ['1'] },
      ],
      holdings: [
        { owner: 'A', owned: 'S', share: 30 },
        { owner: 'B', owned: 'S', share: 30 },
      ],
    };
    const found = assess(facts(two), LAW).conclusions.verdicts.find(
      ({ party, regime }) => party === 'S' && regime === 'bis-affiliates',
    );
    expect(found?.mostRestrictive).toMatchObject({ party: 'B', allFootnotes: ['4', '1'] });
    expect(found?.mostRestrictive?.contributors.map(({ party }) => party)).toEqual(['B', 'A']);
  });
});

describe('contradictions in the data', () => {
  it('are reported and decided on the rows as they stand', () => {
    const content = {
      parties: [{ id: 'L' }, { id: 'P' }, { id: 'Q' }],
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [
        { owner: 'L', owned: 'P', share: 60 },
        { owner: 'Q', owned: 'P', share: 60, from: '2020-01-01', to: '2021-01-01' },
      ],
    };
    const { conclusions } = assess(facts(content), LAW);
    expect(conclusions.dataFindings).toMatchObject([
      { kind: 'over-allocated', party: 'P', from: '2020-01-01', to: '2021-01-01' },
    ]);
    expect(
      conclusions.verdicts
        .filter(({ party, regime }) => party === 'P' && regime === 'bis-affiliates')
        .every(({ outcome }) => outcome === 'captured'),
    ).toBe(true);
  });
});
