import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis/analyse.ts';
import { fromBods } from '../../server/normalise/registers/from-bods.ts';
import { BODS } from '../../server/readers/formats/bods.ts';
import { readRegulation } from '../../server/regulation/read.ts';
import { entity, person, read, relation, shares } from '../support/bods.ts';
import { EDITION, factsOf, jsonl, take } from '../support/registers.ts';

describe('ties of BODS', () => {
  it('takes votes, boards and trusts for what they are, never for shares', async () => {
    const types = ['votingRights', 'appointmentOfBoard', 'boardMember', 'settlor', 'otherInfluenceOrControl'];
    const { facts, asides } = await read(
      entity('A'),
      entity('B'),
      person('p'),
      relation(
        'r',
        ['A', 'p'],
        [...types.map((type) => ({ type, share: { exact: 60 } })), { type: 'newKind' }],
      ),
      relation('few', ['A', 'B'], [{ type: 'votingRights', share: { exact: 50 } }]),
    );
    expect(facts.holdings).toEqual([]);
    expect(facts.controls.map(({ kind, confidence }) => `${kind} ${confidence}`)).toEqual([
      'voting-rights verified',
      'board-appointment inferred',
      'other-influence-or-control inferred',
    ]);
    expect(facts.affiliations.map(({ kind }) => kind)).toEqual(['settlor', 'voting-rights-minority']);
    expect(facts.officers.map(({ role }) => role)).toEqual(['boardMember']);
    expect(asides.map(({ field, value }) => [field, value])).toEqual([['interests.type', 'newKind']]);
  });

  it('makes no share of what the UK register gives to a trust only', async () => {
    const details = (nature: string): string =>
      `Relationship Type: ['${nature}', 'voting-rights-25-to-50-percent']`;
    const { facts } = await read(
      entity('A'),
      person('p'),
      person('q'),
      relation(
        'r1',
        ['A', 'p'],
        [shares({ exact: 5 }, { details: details('ownership-of-shares-25-to-50-percent-as-trust') })],
      ),
      relation(
        'r2',
        ['A', 'q'],
        [shares({ exact: 5 }, { details: details('ownership-of-shares-25-to-50-percent') })],
      ),
    );
    expect(facts.controls.map(({ controller, kind }) => [controller, kind])).toEqual([
      ['bods/p', 'trust-or-firm'],
    ]);
    expect(facts.holdings.map(({ owner }) => owner)).toEqual(['bods/q']);
  });

  it('counts a chain once: the sum of it is an affiliation', async () => {
    const { facts } = await read(
      entity('A'),
      entity('B', { isComponent: true }),
      person('p'),
      relation('r1', ['A', 'B'], [shares({ exact: 60 }, { directOrIndirect: 'direct' })]),
      relation('r2', ['B', 'p'], [shares({ exact: 50 }, { directOrIndirect: 'direct' })]),
      relation(
        'sum',
        ['A', 'p'],
        [
          shares({ exact: 30 }, { directOrIndirect: 'indirect' }),
          shares({ exact: 5 }, { directOrIndirect: 'direct' }),
        ],
      ),
    );
    expect(facts.holdings.map(({ owner, owned, share }) => [owner, owned, share.min])).toEqual([
      ['bods/B', 'bods/A', '60'],
      ['bods/p', 'bods/B', '50'],
      ['bods/p', 'bods/A', '5'],
    ]);
    expect(facts.affiliations.map(({ kind }) => kind)).toEqual(['indirect-shareholder']);
  });

  it('keeps an indirect share as a holding where its chain is not in the file', async () => {
    const { facts } = await read(
      entity('A'),
      person('p'),
      relation('sum', ['A', 'p'], [shares({ exact: 30 }, { directOrIndirect: 'indirect' })]),
    );
    expect(facts.holdings.map(({ share, note }) => [share.min, note])).toEqual([['30', 'Indirect.']]);
  });
});

it('a listed owner of half the votes and no shares captures nobody under any regime', async () => {
  const { rows } = await take(
    BODS,
    jsonl(
      entity('A'),
      entity('B'),
      relation('r', ['A', 'B'], [{ type: 'votingRights', share: { exact: 50 } }]),
    ),
  );
  const normalised = fromBods(rows, EDITION);
  const party = 'bods/B';
  const lists = ['bis-entity-list', 'eu-consolidated', 'uk-sanctions', 'ofac-sdn'] as const;
  const listings = lists.map((list) => ({
    file: 't',
    row: list,
    value: { party, list, source: EDITION.id },
  }));
  const facts = factsOf({ ...normalised, rows: { ...normalised.rows, listings } });
  const { verdicts } = analyse(facts, readRegulation());
  expect(
    verdicts.filter((verdict) => verdict.party === 'bods/A' && verdict.outcome !== 'not-captured'),
  ).toEqual([]);
  expect(verdicts.some((verdict) => verdict.party === party && verdict.outcome === 'listed')).toBe(true);
});
