import { describe, expect, it } from 'vitest';
import { mergeEditions } from '../../server/editions/merge.ts';
import { amendingRule, ruleDays } from '../../server/editions/rule-days.ts';
import { edition, type MadeRow } from '../support/made-editions.ts';

const [BEFORE, AFTER, LATER] = ['2024-12-01', '2024-12-31', '2025-02-01'];
/** As the list has SMIC before and after the rule of 2 December 2024. */
const SMIC: MadeRow = { party: 'smic', from: '2020-12-18', citation: '85 FR 83420', footnotes: [] };
const AMENDED: MadeRow = { ...SMIC, citation: '85 FR 83420; 89 FR 96837', footnotes: ['5'] };
/** A row that the same rule brought: the list gives its day. */
const brought = (party: string, from: string | null = '2024-12-02'): MadeRow => ({
  ...{ party, from, citation: '89 FR 96837' },
});

describe('the day of a rule', () => {
  const days = (...rows: readonly MadeRow[]) => [...ruleDays([edition(AFTER, rows)])];

  it.each<readonly [string, readonly MadeRow[], readonly [string, string][]]>([
    ['that of the rows it brought', [brought('a'), brought('b')], [['89 FR 96837', '2024-12-02']]],
    ['that of the first citation only', [AMENDED], [['85 FR 83420', '2020-12-18']]],
    ['unknown where rows have two', [brought('a'), brought('b', '2024-12-03')], []],
    ['unknown where no row has one', [brought('a', null)], []],
    ['unknown where nothing is cited', [{ party: 'a', from: '2024-12-02' }], []],
  ])('is %s', (_, rows, expected) => {
    expect(days(...rows)).toEqual(expected);
  });

  it('is unknown where two editions differ, and known of none but what the row cites anew', () => {
    expect([
      ...ruleDays([edition(BEFORE, [brought('a')]), edition(AFTER, [brought('a', '2024-12-05')])]),
    ]).toEqual([]);
    const known = new Map([
      ['85 FR 83420', '2020-12-18'],
      ['89 FR 96837', '2024-12-02'],
      ['90 FR 1', '2025-01-06'],
    ]);
    const rule = (before: string, after: string) => amendingRule(before, after, known)?.citation;
    expect(rule('85 FR 83420', '85 FR 83420; 89 FR 96837')).toBe('89 FR 96837');
    expect(rule('85 FR 83420', '85 FR 83420, 89 FR 96837, 90 FR 1')).toBe('90 FR 1');
    expect(rule('89 FR 96837', '89 FR 96837')).toBeUndefined();
    expect(rule('89 FR 96837', '89 FR 96837; 91 FR 1')).toBeUndefined();
  });
});

const footnotes = (editions: Parameters<typeof mergeEditions>[0]) =>
  mergeEditions(editions)
    .listings.filter(({ party }) => party === 'smic')
    .map((each) => [each.footnotes.join(), each.from, each.to, each.toPrecision, each.note]);

describe('an amended row', () => {
  it('is dated by the rule that it cites since, and says so', () => {
    expect(footnotes([edition(BEFORE, [SMIC]), edition(AFTER, [AMENDED, brought('new')])])).toEqual([
      ['', '2020-12-18', '2024-12-02', 'day', 'Amended on 2024-12-02 by 89 FR 96837.'],
      [
        ...['5', '2024-12-02', null, 'day'],
        `Amended by 89 FR 96837, in effect on 2024-12-02; first seen in the edition of ${AFTER}.`,
      ],
    ]);
  });

  it.each<readonly [string, readonly MadeRow[]]>([
    ['cites no other rule', [{ ...AMENDED, citation: SMIC.citation ?? '' }, brought('new')]],
    ['cites a rule that nothing dates', [AMENDED]],
    ['cites a rule that is dated after the edition', [AMENDED, brought('new', '2025-01-01')]],
    ['cites a rule that is older than the last edition without it', [AMENDED, brought('new', '2024-12-01')]],
  ])('that %s keeps the day of its edition', (_, rows) => {
    const [former, later] = footnotes([edition(BEFORE, [SMIC]), edition(AFTER, rows)]);
    expect([former?.[2], later?.[1], later?.[4]]).toEqual([
      ...[AFTER, AFTER],
      `Amended between the editions of ${BEFORE} and ${AFTER}.`,
    ]);
  });

  it('twice is dated by each rule, and the wording before the first keeps its own start', () => {
    const twice = { ...AMENDED, citation: `${AMENDED.citation}; 90 FR 4621`, footnotes: ['4', '5'] };
    const second = { party: 'other', from: '2025-01-16', citation: '90 FR 4621' };
    const first = [edition(BEFORE, [SMIC]), edition(AFTER, [AMENDED, brought('new')])];
    const all = [...first, edition(LATER, [twice, brought('new'), second])];
    const expected = [
      ['', '2020-12-18', '2024-12-02'],
      ['5', '2024-12-02', '2025-01-16'],
      ['4,5', '2025-01-16', null],
    ];
    expect(footnotes(all).map((each) => each.slice(0, 3))).toEqual(expected);
    expect(footnotes([...all].reverse()).map((each) => each.slice(0, 3))).toEqual(expected);
  });
});
