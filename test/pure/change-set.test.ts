import { describe, expect, it } from 'vitest';
import { changeSetOf } from '../../server/editions/change-set.ts';
import { diffEditions } from '../../server/editions/diff.ts';
import { impactOf } from '../../server/editions/impact.ts';
import { assess } from '../../server/pipeline.ts';
import { changeSetShape } from '../../server/wire/editions.ts';
import { facts, LAW } from '../support/cases.ts';

const LISTED = {
  parties: [{ id: 'l/1', name: 'Made Alpha', originalName: { text: '甲公司' }, jurisdiction: 'CN' }],
  listings: [
    {
      party: 'l/1',
      list: 'bis-entity-list' as const,
      from: '2024-12-02',
      citation: '89 FR 96837',
      footnotes: ['5'],
    },
  ],
};
const NOTHING = facts({});
const OWNED = {
  parties: [
    { id: 'alpha', name: 'Made Alpha' },
    { id: 'sub', name: 'Sub' },
  ],
  holdings: [{ owner: 'alpha', owned: 'sub', share: 60 }],
};

function changeSet() {
  const [before, after] = [
    facts(OWNED),
    facts({ ...OWNED, listings: [{ ...LISTED.listings[0], party: 'alpha', list: 'bis-entity-list' }] }),
  ];
  const assessed = (all: typeof before) => ({ facts: all, ...assess(all, LAW) });
  const edition = (date: string) => ({ date, file: `${date}.json`, sha256: date });
  return changeSetOf({
    by: 'load',
    lists: [
      {
        ...{ list: 'bis-entity-list', before: edition('2024-12-01'), after: edition('2024-12-31') },
        ...{ diff: diffEditions(NOTHING, facts(LISTED)), entries: 1 },
      },
    ],
    impact: impactOf(assessed(before), assessed(after)),
    facts: after,
    canonical: new Map([['l/1', 'alpha']]),
  });
}

describe('a change set', () => {
  it('is of the shape that the API gives, after a way through JSON', () => {
    const set = changeSet();
    expect(changeSetShape.parse(JSON.parse(JSON.stringify(set)))).toEqual(JSON.parse(JSON.stringify(set)));
  });

  it('names parties by the ids under which they stand, with their names in every script', () => {
    expect(changeSet().lists[0]?.rows).toMatchObject([
      {
        kind: 'added',
        party: 'alpha',
        name: 'Made Alpha',
        originalName: '甲公司',
        citation: '89 FR 96837',
        footnotes: ['5'],
      },
    ]);
  });

  it('tells whom it touches by name, with the arithmetic', () => {
    const { impact } = changeSet();
    const sub = impact?.verdicts.find(({ party, regime }) => party === 'sub' && regime === 'bis-affiliates');
    expect(sub).toMatchObject({ name: 'Sub', before: 'not-captured', after: 'captured', isStricter: true });
    expect(sub?.path.length).toBeGreaterThan(0);
    expect(impact?.raised.some(({ subjectName }) => subjectName === 'Sub')).toBe(true);
  });
});
