import { describe, expect, it } from 'vitest';
import { assess } from '../../server/pipeline.ts';
import { facts, LAW, verdictsOn } from '../support/cases.ts';

const DAY = '2025-10-15';

/** Two rows of one owner about one party. */
const stated = (first: object, second: object) =>
  facts({
    parties: [{ id: 'L' }, { id: 'S' }],
    listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }],
    holdings: [first, second].map((row) => ({ owner: 'L', owned: 'S', ...row })),
  });

function verdict(first: object, second: object) {
  const all = stated(first, second);
  const found = verdictsOn(all, 'bis-affiliates', DAY).find(({ party }) => party === 'S');
  const { dataFindings } = assess(all, LAW).conclusions;
  return { ...found, dataFindings };
}

const WORDS = 'Stated as equity and as investment: read as claims about one holding, not added up';

describe('two rows of one owner about one party', () => {
  it('of two kinds are claims about one holding: not added up, and the line says so', () => {
    const found = verdict({ share: 30 }, { share: 25, kind: 'investment' });
    expect(found).toMatchObject({ outcome: 'not-captured', shareMin: '25', shareMax: '30' });
    expect(found.steps?.map(({ text, facts: rows }) => [text.includes(WORDS), rows.length])).toEqual([
      [true, 2],
    ]);
    expect(found.dataFindings).toMatchObject([
      { kind: 'conflicting-shares', text: expect.stringContaining('not added up') },
    ]);
  });

  it('of two kinds that state the same share are said too, without a contradiction', () => {
    const found = verdict({ share: 30 }, { share: 30, kind: 'investment' });
    expect(found).toMatchObject({
      outcome: 'not-captured',
      shareMin: '30',
      shareMax: '30',
      dataFindings: [],
    });
    expect(found.steps?.[0]?.text).toContain(WORDS);
  });

  it('one after the other are two holdings of two times, and nothing is said', () => {
    const found = verdict(
      { share: 30, to: '2025-01-01' },
      { share: 60, from: '2025-01-01', kind: 'investment' },
    );
    expect(found).toMatchObject({ outcome: 'captured', shareMin: '60', dataFindings: [] });
    expect(found.steps?.[0]?.text).not.toContain('Stated as');
  });

  it('of one kind need no word of kinds', () => {
    const found = verdict({ share: 30 }, { share: 55 });
    expect(found.outcome).toBe('cannot-exclude');
    expect(found.steps?.[0]?.text).not.toContain('Stated as');
  });

  it('of which one is a branch keep the branch apart: it captures alone', () => {
    expect(verdict({ share: 30 }, { share: 100, kind: 'branch' }).outcome).toBe('captured');
  });
});

describe('an owner on a list since a day that nobody recorded', () => {
  it('counts on every day, and the steps and the verdict of the owner say that the day is unknown', () => {
    const all = facts({
      parties: [{ id: 'L' }, { id: 'S' }],
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [{ owner: 'L', owned: 'S', share: 60 }],
    });
    const on = (party: string) =>
      verdictsOn(all, 'bis-affiliates', '2025-10-15').find((each) => each.party === party);
    expect(on('S')?.steps[0]?.text).toContain('L (listed, first day unknown) holds 60 % of S');
    expect(on('L')?.notes).toEqual(['The first day of the listing is not known.']);
  });

  it('is not said where another listing has its day', () => {
    const found = verdict({ share: 60 }, { share: 60 });
    expect(found.steps?.[0]?.text).toContain('L (listed) holds 60 % of S');
  });
});
