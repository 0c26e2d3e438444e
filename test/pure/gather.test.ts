import { describe, expect, it } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import { gather } from '../../server/library/gather.ts';
import { readInput, SEED } from '../../server/pipeline.ts';
import { facts } from '../support/cases.ts';

const SOURCE = 'list/bis-entity-list/2025-01-31';

function edition(listed: Facts) {
  return { list: 'bis-entity-list', date: '2025-01-31', sha256: 'made', file: 'list.json', facts: listed };
}

/** An edition with one entry of a name. */
function entry(name: string) {
  return edition(
    facts({
      sources: [{ id: SOURCE, title: 'Made list' }],
      parties: [{ id: 'el/1', name, jurisdiction: 'CN', source: SOURCE }],
      listings: [{ party: 'el/1', list: 'bis-entity-list', from: '2025-01-10', source: SOURCE }],
    }),
  );
}

const BASE = facts({
  parties: [
    { id: 'alpha', name: 'Made Alpha Ltd.', jurisdiction: 'CN' },
    { id: 'beta', name: 'Made Beta Ltd.', jurisdiction: 'CN' },
  ],
  listings: ['alpha', 'beta'].map((party) => ({ id: `own-${party}`, party, list: 'bis-entity-list' })),
});

describe('a base with editions', () => {
  it('alone is what it was: the seed keeps its parties apart, though two have one name', () => {
    const { facts: seed } = readInput([SEED]);
    const { parties, listings } = gather(seed, [], []).facts;
    expect(parties.map(({ id }) => id).toSorted()).toEqual(seed.parties.map(({ id }) => id).toSorted());
    expect(listings).toHaveLength(seed.listings.length);
  });

  it('makes two of its parties one where a person says so', () => {
    const same = {
      a: 'alpha',
      b: 'beta',
      verdict: 'same' as const,
      by: 'me',
      on: '2025-02-01',
      why: 'read it',
    };
    expect(gather(BASE, [], [same]).facts.parties.map(({ id }) => id)).toEqual(['alpha']);
  });

  it('takes the word of the list for parties that it has, and tells of those that it has not', () => {
    const gathered = gather(BASE, [entry('MADE ALPHA LTD')], []);
    expect(gathered.facts.listings.map(({ party, from }) => [party, from])).toEqual([
      ['beta', null],
      ['alpha', '2025-01-10'],
    ]);
    expect(gathered.replaced.map(({ id }) => id)).toEqual(['own-alpha']);
    expect(gathered.unmatched.map(({ id }) => id)).toEqual(['own-beta']);
    expect(gathered.facts.parties.map(({ id }) => id).toSorted()).toEqual(['alpha', 'beta']);
  });

  it('leaves another name a party of its own', () => {
    const { parties } = gather(BASE, [entry('Made Gamma Ltd.')], []).facts;
    expect(parties.map(({ id }) => id).toSorted()).toEqual(['alpha', 'beta', 'el/1']);
  });

  it('is not replaced on a list by a register that names one sanction of it', () => {
    const source = 'list/ftm/made/2025-01-31';
    const register = facts({
      sources: [{ id: source, title: 'Made register' }],
      parties: [{ id: 'ftm/1', name: 'Made Alpha Ltd.', jurisdiction: 'CN', source }],
      listings: [{ party: 'ftm/1', list: 'bis-entity-list', from: '2025-01-10', source }],
    });
    const made = {
      list: 'ftm/made',
      date: '2025-01-31',
      sha256: 'made',
      file: 'made.jsonl',
      facts: register,
    };
    const gathered = gather(BASE, [made], []);
    expect([gathered.replaced, gathered.unmatched]).toEqual([[], []]);
    expect(gathered.facts.listings.map(({ id, party }) => [id, party])).toEqual([
      ...[
        ['own-alpha', 'alpha'],
        ['own-beta', 'beta'],
      ],
      ['listing:bis-entity-list:ftm/1:2025-01-10', 'alpha'],
    ]);
    const both = gather(BASE, [made, entry('Made Alpha Ltd.')], []);
    expect(both.replaced.map(({ id }) => id)).toEqual(['own-alpha']);
  });
});
