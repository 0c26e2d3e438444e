import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { heldShare } from '../../server/analysis/ownership/words.ts';
import type { Verdict } from '../../server/analysis/verdict.ts';
import { assessCase } from '../../server/cli/assess.ts';
import { showSum } from '../../server/facts/share.ts';
import { graph, LAW, verdictsOn } from '../support/cases.ts';

const BIS = 'bis-affiliates';
const UK = 'uk-own-or-control';
const DAY = '2025-10-15';

function verdict(lines: string, regime = BIS, list = 'bis-entity-list'): Verdict {
  const found = verdictsOn(graph(lines, {}, list), regime, DAY).find(({ party }) => party === 'S');
  if (!found) throw new Error(`no verdict: ${lines}`);
  return found;
}

describe('sums of shares with bounds that are outside the range', () => {
  it.each([
    ['20', '20', false, false, '20 %'],
    ['5', '45', false, false, '5 to 45 %'],
    ['25', '50', true, false, 'more than 25 %, at most 50 %'],
    ['25', '50', false, true, '25 to less than 50 %'],
    ['25', '50', true, true, 'more than 25 %, less than 50 %'],
  ])('%s to %s (%s, %s): %s', (...[min, max, minExclusive, maxExclusive, words]) => {
    expect(showSum({ min, max, minExclusive, maxExclusive })).toBe(words);
  });

  it.each([
    ['one owner above a bound', 'L* -(25..50]-> S', 'more than 25 %, at most 50 %', 'cannot-exclude'],
    ['one owner below a bound', 'L* -[25..50)-> S', '25 to less than 50 %', 'not-captured'],
    ['both', 'L* -(25..75)-> S', 'more than 25 %, less than 75 %', 'cannot-exclude'],
    ['one more, known', 'L* -(25..50]-> S; M* -10-> S', 'more than 35 %, at most 60 %', 'cannot-exclude'],
    [
      'a sum of 50 and more',
      'L* -(25..30)-> S; M* -(25..30)-> S',
      'more than 50 %, less than 60 %',
      'captured',
    ],
    [
      'cut by what another owner holds above a bound',
      'L* -?-> S; Q -(50..75]-> S',
      '0 to less than 50 %',
      'not-captured',
    ],
    ['cut by what another owner holds', 'L* -?-> S; Q -50-> S', '0 to 50 %', 'cannot-exclude'],
    [
      'an owner that is only perhaps restricted adds nothing to the lower bound',
      'L* -?-> M; M -(60..70]-> S',
      '0 to 70 %',
      'cannot-exclude',
    ],
  ])('%s', (_, lines, held, outcome) => {
    const found = verdict(lines);
    expect([heldShare(found), found.outcome]).toEqual([held, outcome]);
    const last = found.steps.filter(({ party }) => party === 'S').at(-1);
    expect(last?.sum).toBe(held);
    expect(last?.text).toContain(`sum ${held};`);
  });

  it('more than 50 % captures where 50 % itself does not', () => {
    expect(verdict('L* -(50..60]-> S', UK, 'uk-sanctions')).toMatchObject({
      outcome: 'captured',
      shareMin: '50',
      shareMinExclusive: true,
    });
    expect(verdict('L* -50-> S', UK, 'uk-sanctions').outcome).toBe('not-captured');
  });

  it('holdings of more than 50 % twice exceed 100 % together', () => {
    const all = graph('L* -(50..75]-> S; Q -50-> S');
    const found = verdictsOn(all, BIS, DAY).find(({ party }) => party === 'S');
    expect([found?.outcome, found?.notes.filter((note) => note.includes('more than 100 %')).length]).toEqual([
      'captured',
      1,
    ]);
    const { dataFindings } = JSON.parse(assessCase({ facts: all, law: LAW, asOf: DAY }).json);
    expect(dataFindings).toMatchObject([
      { kind: 'over-allocated', party: 'S', text: expect.stringContaining('add up to more than 100 %') },
    ]);
  });

  it('are told by assess as bounds and in words', () => {
    const { json } = assessCase({ facts: graph('L* -(25..50)-> S'), law: LAW, asOf: DAY, regime: BIS });
    const row = JSON.parse(json).verdicts.find(({ party }: { party: string }) => party === 'S');
    expect(row).toMatchObject({
      ...{ shareMin: 25, shareMax: 50, shareMinExclusive: true, shareMaxExclusive: true },
      held: 'more than 25 %, less than 50 %',
      steps: [{ sumMinExclusive: true, sumMaxExclusive: true, sum: 'more than 25 %, less than 50 %' }],
    });
  });

  it('agree with the threshold: an open bound at 50 is past it for a lower sum and short of it for an upper', () => {
    const bound = fc.constantFrom(0, 10, 20, 25, 30, 40, 50);
    const band = fc
      .tuple(bound, bound, fc.boolean(), fc.boolean())
      .filter(([a, b]) => a < b)
      .map(([min, max, open, close]) => `${open ? '(' : '['}${min}..${max}${close ? ')' : ']'}`);
    const regime = fc.constantFrom<readonly [string, string]>([BIS, 'bis-entity-list'], [UK, 'uk-sanctions']);
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 3 }), regime, (bands, [id, list]) => {
        const lines = bands.map((each, at) => `L${at}* -${each}-> S`).join('; ');
        const found = verdict(lines, id, list);
        const inclusive = id === BIS;
        const past = (limit: string, isOpen: boolean, upper: boolean): boolean => {
          const order = new Fraction(limit).compare(50);
          return order > 0 || (order === 0 && (upper ? inclusive && !isOpen : inclusive || isOpen));
        };
        const { shareMin, shareMax, shareMinExclusive, shareMaxExclusive, outcome } = found;
        if (past(shareMin, shareMinExclusive, false)) expect(outcome).toBe('captured');
        else
          expect(outcome).toBe(past(shareMax, shareMaxExclusive, true) ? 'cannot-exclude' : 'not-captured');
      }),
      { numRuns: 300 },
    );
  });
});

describe('holdings that add up to more than 100 %', () => {
  it('are a finding on every day on which they do, also after one of them has ended', () => {
    const all = graph('', {
      parties: ['A', 'B', 'C'].map((id) => ({ id })).concat({ id: 'S' }),
      holdings: [
        { owner: 'A', owned: 'S', share: 60 },
        { owner: 'B', owned: 'S', share: 60, from: '2020-01-01', to: '2023-01-01' },
        { owner: 'C', owned: 'S', share: 10, from: '2020-01-01', to: '2022-01-01' },
      ],
    });
    const on = (asOf: string) => JSON.parse(assessCase({ facts: all, law: LAW, asOf }).json).dataFindings;
    expect(on('2019-12-31')).toEqual([]);
    expect(on('2021-12-31')).toMatchObject([{ text: expect.stringContaining('add up to 130 %') }]);
    expect(on('2022-06-01')).toMatchObject([{ text: expect.stringContaining('add up to 120 %') }]);
    expect(on('2023-01-01')).toEqual([]);
  });
});
