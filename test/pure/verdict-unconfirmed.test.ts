import { describe, expect, it } from 'vitest';
import { sensitivityOf } from '../../server/analysis/sensitivity/sensitivity.ts';
import type { SituationRequest } from '../../server/analysis/sensitivity/situation.ts';
import type { Verdict } from '../../server/analysis/verdict.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { assess } from '../../server/pipeline.ts';
import { facts, LAW } from '../support/cases.ts';

const BIS = 'bis-affiliates';
const DAY = '2025-10-15';

function verdict(all: Facts, party: string): Verdict | undefined {
  return assess(all, LAW).conclusions.verdicts.find(
    (each) => each.party === party && each.regime === BIS && covers(each, DAY),
  );
}

function request(all: Facts, party: string): SituationRequest {
  const regime = LAW.regulation.regimes.find(({ id }) => id === BIS);
  if (!regime) throw new Error(`no regime ${BIS}`);
  return { party, asOf: DAY, regime, listings: all.listings };
}

const parties = (...ids: string[]) => ids.map((id) => ({ id, name: id, jurisdiction: 'CN' }));

describe('what is not confirmed decides nothing', () => {
  const listed = [{ party: 'L', list: 'bis-entity-list', from: '2020-01-01' }];
  const rumour = {
    ...{ party: 'U', list: 'bis-entity-list', from: '2020-01-01', confidence: 'reported' as const },
    ...{ footnotes: ['5'], reviewPolicy: 'Policy of denial' },
  };
  const held = { owner: 'L', owned: 'U', share: 60 };
  const rumouredBranch = { owner: 'L', owned: 'U', kind: 'branch' as const, confidence: 'reported' as const };
  const at = (id: string, jurisdiction: string) => [
    ...parties('L'),
    { id, name: id, jurisdiction },
    { id: 'S', name: 'S', jurisdiction: 'SG' },
  ];

  it('a reported listing beside a certain capture: captured, and said', () => {
    const all = facts({ parties: at('U', 'SG'), listings: [...listed, rumour], holdings: [held] });
    const found = verdict(all, 'U');
    expect(found).toMatchObject({ outcome: 'captured', confidence: 'verified' });
    expect(found?.mostRestrictive?.party).toBe('L');
    expect(found?.notes).toEqual([
      'It may also be listed itself: an entry of its own is not confirmed, or its programmes are not recorded.',
      'A stricter requirement cannot be excluded: U (footnote 5; Policy of denial), through a share, tie or listing that is not confirmed.',
    ]);
  });

  it('nor does it govern what the party holds', () => {
    const all = facts({
      ...{ parties: at('U', 'SG'), listings: [...listed, rumour] },
      holdings: [held, { owner: 'U', owned: 'S', share: 60 }],
    });
    expect(verdict(all, 'S')?.mostRestrictive?.party).toBe('L');
    expect(verdict(all, 'S')?.notes[0]).toContain('A stricter requirement cannot be excluded: U');
  });

  it('a reported listing of a held US party, which holdings do not reach', () => {
    const all = facts({ parties: at('U', 'US'), listings: [...listed, rumour], holdings: [held] });
    expect(verdict(all, 'U')).toMatchObject({ outcome: 'cannot-exclude', weak: true, exempt: false });
  });

  it.each(['US', 'PR'])('a reported branch in %s does not let the holding beside it capture', (country) => {
    const all = facts({ parties: at('U', country), listings: listed, holdings: [held, rumouredBranch] });
    expect(verdict(all, 'U')).toMatchObject({ outcome: 'cannot-exclude', weak: true, exempt: false });
    const asked = sensitivityOf(all, request(all, 'U'), LAW.regulation);
    expect(asked).toMatchObject({ outcome: 'cannot-exclude', suffices: null, divestment: [] });
    expect(asked.questions.map(({ yes, no }) => [yes, no])).toEqual([['captured', 'not-captured']]);
  });

  it('a footnote of an owner whose policy is not the strictest, through a tie that is not confirmed', () => {
    const { reviewPolicy: denial, ...five } = rumour;
    const all = facts({
      parties: parties('L', 'M', 'U'),
      listings: [
        { ...listed[0], party: 'L', reviewPolicy: denial },
        { ...five, party: 'M', confidence: 'verified' as const, reviewPolicy: 'Case-by-case' },
      ],
      holdings: [held, { owner: 'M', owned: 'U', share: 30, confidence: 'reported' as const }],
    });
    expect(verdict(all, 'U')?.mostRestrictive?.allFootnotes).toEqual([]);
    expect(verdict(all, 'U')?.notes).toEqual([
      'Footnote 5 cannot be excluded: of an owner through a share, tie or listing that is not confirmed.',
    ]);
  });

  it('the tag of a programme is read whatever its brackets and case', () => {
    const listings = ['[Npwmd]', ' NPWMD '].map((program, at) => ({
      ...{ party: `P${at}`, list: 'ofac-sdn', from: '2020-01-01', programs: [program] },
    }));
    const all = facts({ parties: parties('P0', 'P1'), listings });
    expect([verdict(all, 'P0')?.outcome, verdict(all, 'P1')?.outcome]).toEqual(['listed', 'listed']);
  });
});
