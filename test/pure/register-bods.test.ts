import { describe, expect, it } from 'vitest';
import { showShare } from '../../server/facts/share.ts';
import { fromBods } from '../../server/normalise/registers/from-bods.ts';
import { BODS } from '../../server/readers/formats/bods.ts';
import { entity, person, read, relation, shares } from '../support/bods.ts';
import { EDITION, factsOf, jsonl, take } from '../support/registers.ts';

describe('BODS 0.4', () => {
  it('keeps shares exact, with the bounds that are outside', async () => {
    const { facts } = await read(
      entity('A'),
      ...['p1', 'p2', 'p3', 'p4'].map((id) => person(id)),
      relation('r1', ['A', 'p1'], [shares({ exact: 12.345 })]),
      relation('r2', ['A', 'p2'], [shares({ exclusiveMinimum: 25, maximum: 50 })]),
      relation('r3', ['A', 'p3'], [shares({ minimum: 25, exclusiveMaximum: 50 })]),
      relation('r4', ['A', 'p4'], undefined),
    );
    expect(facts.holdings.map(({ share }) => showShare(share))).toEqual([
      '12.345 %',
      'over 25, up to 50 %',
      '25 to under 50 %',
      '?',
    ]);
  });

  it('does not round a share that a double cannot hold', async () => {
    const text = jsonl(entity('A'), person('p'), relation('r', ['A', 'p'], [shares({ exact: 1 })]));
    const { rows } = await take(BODS, text.replace('"exact":1', '"exact":49.99999999999999999'));
    const [holding] = factsOf(fromBods(rows, EDITION)).holdings;
    expect(holding?.share.min).toBe('49.99999999999999999');
  });

  it('takes the latest statement of a record, and ends a closed one', async () => {
    const { facts } = await read(
      entity('A'),
      person('p'),
      person('q'),
      relation('r', ['A', 'p'], [shares({ exact: 60 })], { statementDate: '2024-03-01' }),
      relation('r', ['A', 'p'], [shares({ exact: 40 })], { statementDate: '2024-02-01' }),
      relation('c', ['A', 'q'], [shares({ exact: 10 }, { startDate: '2020' })], {
        statementDate: '2024-05-01',
        recordStatus: 'closed',
      }),
    );
    expect(facts.holdings.map(({ owner, share, to }) => [owner, share.min, to])).toEqual([
      ['bods/p', '60', null],
      ['bods/q', '10', '2024-05-01'],
    ]);
    expect(facts.holdings[1]).toMatchObject({ from: '2020-01-01', fromPrecision: 'year' });
  });

  it('makes no party of an owner who is declared and not named', async () => {
    const { facts } = await read(
      entity('A'),
      {
        ...person('u'),
        recordDetails: {
          personType: 'unknownPerson',
          unspecifiedPersonDetails: { reason: 'unableToConfirm' },
        },
      },
      relation(
        'r1',
        ['A', { reason: 'noBeneficialOwners', description: 'None found' }],
        [shares({ exact: 5 })],
      ),
      relation('r2', ['A', 'u'], [shares({ exact: 5 })]),
    );
    expect(facts.parties.map(({ id }) => id)).toEqual(['bods/A']);
    expect(facts.holdings).toEqual([]);
    expect(facts.parties[0]?.note).toContain('noBeneficialOwners: None found');
    expect(facts.parties[0]?.note).toContain('unableToConfirm');
  });

  it('names parties by what registers them, and reads either name of the jurisdiction', async () => {
    const { facts } = await read(
      entity('x', {
        identifiers: [
          { scheme: 'GB-COH', id: '305943' },
          { scheme: 'XI-LEI', id: '5493000000000000LE01' },
        ],
      }),
      entity('y', { identifiers: [{ scheme: 'GB-COH', id: '305943' }], jurisdiction: { code: 'gb' } }),
      entity('z', { incorporatedInJurisdiction: { code: 'US-DE' } }),
    );
    expect(facts.parties.map(({ id, jurisdiction }) => [id, jurisdiction])).toEqual([
      ['lei/5493000000000000LE01', null],
      ['gb-coh/00305943', 'GB'],
      ['bods/z', 'US'],
    ]);
  });

  it('sets aside what it cannot read: a new field, an unclear date, a party that is not there', async () => {
    const { facts, asides } = await read(
      entity('A'),
      entity('B', { colour: 'red' }),
      person('p'),
      relation('r1', ['A', 'p'], [shares({ exact: 5 }, { startDate: '9/22/08' })]),
      relation('r2', ['A', 'nobody'], [shares({ exact: 5 })]),
      relation('r3', ['A', 'p'], [shares({ exact: 5 }, { startDate: '2020-01-02', endDate: '2020-01-02' })]),
      relation('r4', ['A', 'p'], [shares({ minimum: 60, maximum: 40 })]),
    );
    expect(facts.holdings).toEqual([]);
    expect(asides.map(({ row, field }) => [row, field])).toEqual([
      ['line 2', 'recordDetails.colour'],
      ['line 4', 'startDate'],
      ['line 5', 'interestedParty'],
      ['line 6', 'to'],
      ['line 7', 'share'],
    ]);
  });

  it('reads an array and one statement over many lines alike', async () => {
    const one = entity('A');
    const [array, alone] = [JSON.stringify([one, one], null, 2), JSON.stringify(one, null, 2)];
    expect((await take(BODS, array)).rows.map(({ row }) => row)).toEqual(['record 1', 'record 2']);
    expect((await take(BODS, alone)).rows.map(({ row }) => row)).toEqual(['record 1']);
  });
});

it('BODS 0.2: replaced statements, bounds marked true, unspecified owners', async () => {
  const about = (id: string): object => ({ describedByEntityStatement: id });
  const { facts } = await read(
    { statementID: 'e1', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Old name' },
    {
      statementID: 'e2',
      statementType: 'entityStatement',
      name: 'New name',
      statementDate: '2020-01-01',
      replacesStatements: ['e1'],
    },
    {
      statementID: 'p1',
      statementType: 'personStatement',
      personType: 'knownPerson',
      names: [{ fullName: 'P' }],
    },
    {
      ...{ statementID: 'o1', statementType: 'ownershipOrControlStatement', subject: about('e1') },
      interestedParty: { describedByPersonStatement: 'p1' },
      interests: [
        {
          type: 'shareholding',
          interestLevel: 'direct',
          share: { minimum: 50, maximum: 75, exclusiveMinimum: true, exclusiveMaximum: true },
        },
        { type: 'voting-rights', share: { minimum: 50, maximum: 75 } },
      ],
    },
    {
      statementID: 'o2',
      statementType: 'ownershipOrControlStatement',
      subject: about('e2'),
      interestedParty: { unspecified: { reason: 'unknown' } },
    },
  );
  expect(facts.parties.map(({ id, name }) => [id, name])).toEqual([
    ['bods/e1', 'New name'],
    ['bods/p1', 'P'],
  ]);
  expect(facts.parties[0]?.note).toContain('An owner is unknown');
  expect(facts.holdings.map(({ share }) => showShare(share))).toEqual(['between 50 and 75 %']);
  expect(facts.controls.map(({ kind, confidence }) => [kind, confidence])).toEqual([
    ['voting-rights', 'inferred'],
  ]);
});
