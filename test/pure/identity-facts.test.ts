import { describe, expect, it } from 'vitest';
import { InputError } from '../../server/errors.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { type Judgement, readJudgements, writeJudgements } from '../../server/identity/judgements.ts';
import { resolveIdentities } from '../../server/identity/resolve.ts';
import { uniteParties } from '../../server/identity/unite.ts';
import { facts } from '../support/cases.ts';

const named = (id: string, name: string, more: object = {}) => ({ id, name, jurisdiction: 'CN', ...more });
const lei = (value: string) => ({ identifiers: [{ scheme: 'lei', value }] });
const judged = (a: string, b: string, verdict: Judgement['verdict']): Judgement => ({
  ...{ a, b, verdict },
  ...{ by: 'An analyst', on: '2026-07-09', why: 'Read in the annual report' },
});

describe('facts of joined parties', () => {
  const given: Facts = facts({
    sources: [
      { id: 's1', title: 'One' },
      { id: 's2', title: 'Two' },
    ],
    parties: [
      named('alpha', 'Alpha Ltd', { source: 's1', addresses: ['1 Long Road, Shenzhen'], ...lei('1') }),
      named('el/1', 'ALPHA LTD.', {
        source: 's2',
        aliases: ['Alfa'],
        addresses: ['2 Short Road'],
        ...lei('1'),
      }),
      named('beta', 'Beta'),
    ],
    listings: [{ party: 'el/1', list: 'bis-entity-list' }],
    holdings: [
      { owner: 'el/1', owned: 'beta', share: 50 },
      { owner: 'alpha', owned: 'el/1', share: 100 },
    ],
    facilities: [{ id: 'fab', operator: 'el/1' }],
  });
  const canonical = resolveIdentities(given.parties, { preferred: new Set(['alpha']) }).canonical;
  const united = uniteParties(given, canonical);

  it('are said of the id that stands, with the id of the source kept', () => {
    const [listing] = united.facts.listings;
    expect([listing?.party, listing?.asStated]).toEqual(['alpha', { party: 'el/1' }]);
    expect(united.facts.holdings.map(({ owner, owned }) => [owner, owned])).toEqual([['alpha', 'beta']]);
    expect(united.facts.facilities[0]?.operator).toBe('alpha');
    expect(united.leftOut).toEqual([given.holdings[1]?.id]);
  });

  it('unite names, addresses and identifiers, each source kept', () => {
    const [alpha, beta] = united.facts.parties;
    expect([alpha?.name, alpha?.aliases, alpha?.addresses, alpha?.sources]).toEqual([
      'Alpha Ltd',
      ['Alfa'],
      ['1 Long Road, Shenzhen', '2 Short Road'],
      ['s1', 's2'],
    ]);
    expect(alpha?.identifiers.map(({ value, sources }) => [value, sources])).toEqual([['1', ['s1', 's2']]]);
    expect(united.members.get('alpha')?.map(({ id, sources }) => [id, sources])).toEqual([
      ['alpha', ['s1']],
      ['el/1', ['s2']],
    ]);
    expect(beta).toBe(given.parties[2]);
  });

  it('are as before when nothing is joined', () => {
    expect(uniteParties(given, new Map()).facts).toEqual(given);
  });
});

describe('the file of judgements', () => {
  it('is read as it was written, in an order of its own', () => {
    const judgements = [judged('b', 'c', 'different'), judged('z', 'a', 'same')];
    const text = writeJudgements(judgements);
    expect(text).toBe(writeJudgements(judgements.toReversed()));
    expect(readJudgements(text, 'judgements.json')).toEqual([judged('a', 'z', 'same'), judgements[0]]);
  });

  it.each([
    ['<html>', 'is not JSON'],
    ['{"judgements": [{"a": "x"}]}', 'b'],
    [JSON.stringify({ judgements: [{ ...judged('a', 'b', 'same'), on: '9/22/08' }] }), 'on'],
    [JSON.stringify({ judgements: [judged('a', 'a', 'same')] }), 'itself'],
    [JSON.stringify({ judgements: [judged('a', 'b', 'same'), judged('b', 'a', 'different')] }), 'both'],
  ])('is refused: %s', (text, told) => {
    try {
      readJudgements(text, 'judgements.json');
      expect.unreachable('it was read');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(JSON.stringify(error.problems)).toContain(told);
    }
  });
});
