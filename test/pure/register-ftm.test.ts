import { describe, expect, it } from 'vitest';
import { showShare } from '../../server/facts/share.ts';
import { fromFtm } from '../../server/normalise/registers/from-ftm.ts';
import { percentOf } from '../../server/normalise/registers/ftm-percent.ts';
import { whenOf } from '../../server/normalise/registers/when.ts';
import { FTM } from '../../server/readers/formats/ftm.ts';
import { EDITION, factsOf, jsonl, take } from '../support/registers.ts';

const thing = (id: string, schema = 'Company', properties: object = {}, more: object = {}): object => ({
  id,
  schema,
  caption: id,
  properties,
  datasets: [],
  ...more,
});
const owns = (id: string, owner: string, asset: string, more: object = {}): object =>
  thing(id, 'Ownership', { owner: [owner], asset: [asset], ...more });

async function read(...lines: readonly object[]) {
  const taken = await take(FTM, jsonl(...lines));
  const normalised = fromFtm(taken.rows, EDITION);
  return { facts: factsOf(normalised), asides: [...taken.asides, ...normalised.asides] };
}

describe('FollowTheMoney', () => {
  it('reads edges as holdings, posts and ties', async () => {
    const { facts } = await read(
      thing('a', 'Company', { jurisdiction: ['cn'], leiCode: ['L1'], alias: ['a', 'Alpha'] }),
      thing('b'),
      thing('p', 'Person'),
      owns('o', 'a', 'b', { percentage: ['25-50'], startDate: ['2021-02'] }),
      thing('d1', 'Directorship', { director: ['p'], organization: ['b'], role: ['Chair'] }),
      thing('d2', 'Directorship', { director: ['a'], organization: ['b'] }),
      thing('u', 'UnknownLink', { subject: ['a'], object: ['p'], role: ['Linked'] }),
    );
    expect(facts.parties[0]).toMatchObject({ id: 'ftm/a', jurisdiction: 'CN', aliases: ['Alpha'] });
    expect(
      facts.holdings.map(({ share, from, fromPrecision }) => [showShare(share), from, fromPrecision]),
    ).toEqual([['25-50 %', '2021-02-01', 'month']]);
    expect(facts.officers.map(({ person, role }) => [person, role])).toEqual([['ftm/p', 'Chair']]);
    expect(facts.affiliations.map(({ kind }) => kind)).toEqual(['directorship', 'unknown-link']);
  });

  it('lays nested entities beside each other and finds the end an edge hangs from', async () => {
    const nested = thing('o', 'Ownership', { asset: [thing('b')], percentage: ['50%'] });
    const { facts } = await read(thing('a', 'Company', { ownershipOwner: [nested] }));
    expect(facts.holdings.map(({ owner, owned, share }) => [owner, owned, share.min])).toEqual([
      ['ftm/a', 'ftm/b', '50'],
    ]);
  });

  it('follows a delta: added, changed, deleted', async () => {
    const { facts } = await read(
      { op: 'ADD', entity: thing('a') },
      { op: 'ADD', entity: thing('b') },
      { op: 'MOD', entity: thing('a', 'Company', {}, { caption: 'A2' }) },
      { op: 'DEL', entity: { id: 'b' } },
    );
    expect(facts.parties.map(({ name }) => name)).toEqual(['A2']);
  });

  it('makes listings of sanctions on lists that it knows, and sets the others aside', async () => {
    const sanction = (id: string, datasets: readonly string[], program: string): object =>
      thing(id, 'Sanction', { entity: ['a'], program: [program], reason: ['All items'] }, { datasets });
    const { facts, asides } = await read(
      thing('a'),
      sanction('s1', ['us_trade_csl'], 'Entity List (EL) - Bureau of Industry and Security'),
      sanction('s2', ['eu_fsf'], 'RUS'),
      sanction('s3', ['xx_unheard'], 'Moon'),
    );
    expect(facts.listings.map(({ list, licenceRequirement }) => [list, licenceRequirement])).toEqual([
      ['bis-entity-list', 'All items'],
      ['eu-consolidated', 'All items'],
    ]);
    expect(asides.map(({ field, value }) => [field, value])).toEqual([['program', 'xx_unheard; Moon']]);
  });

  it('keeps a share that it cannot read as unknown, with the text; counts a chain once', async () => {
    const { facts } = await read(
      ...['a', 'b', 'c'].map((id) => thing(id)),
      owns('o1', 'a', 'b', { percentage: ['a majority'] }),
      owns('o2', 'b', 'c', { percentage: ['60'] }),
      owns('o3', 'a', 'c', { percentage: ['60'], ownershipType: ['Indirect'] }),
    );
    expect(facts.holdings.map(({ id, share }) => [id, showShare(share)])).toEqual([
      ['holding:ftm/a:ftm/b', '?'],
      ['holding:ftm/b:ftm/c', '60 %'],
    ]);
    expect(facts.holdings[0]?.note).toContain('a majority');
    expect(facts.affiliations.map(({ kind }) => kind)).toEqual(['indirect-shareholder']);
  });

  it('sets aside edges without an end in the file, unclear dates, unknown fields and kinds', async () => {
    const { facts, asides } = await read(
      thing('a'),
      thing('b'),
      owns('o1', 'a', 'gone'),
      owns('o2', 'a', 'b', { startDate: ['circa 1956'] }),
      thing('x', 'Company', {}, { colour: 'red' }),
      thing('plane', 'Airplane'),
    );
    expect(facts.holdings).toEqual([]);
    expect(asides.map(({ row, field }) => `${row} ${field}`).sort()).toEqual([
      'line 3 party',
      'line 4 startDate',
      'line 5 entity.colour',
      'line 6 schema',
    ]);
  });
});

it('percentages of free text are exact or not read', () => {
  expect(percentOf('12,5 %')).toBe('12.5');
  expect(percentOf('25% to 50%')).toEqual({ min: '25', max: '50' });
  expect(percentOf('>50')).toEqual({ min: '50', exclusiveMin: true });
  for (const text of ['majority', '50 or so', '1.234.567', '']) expect(percentOf(text)).toBeNull();
});

it('dates are days, months or years; all else is not guessed', () => {
  expect(whenOf('2021')).toEqual({ date: '2021-01-01', precision: 'year' });
  expect(whenOf('2005-03-23T23:30:00-05:00')).toEqual({ date: '2005-03-23', precision: 'day' });
  for (const text of ['9/22/08', 'circa 1956', '2023-02-29', '2021-13', '']) expect(whenOf(text)).toBeNull();
});
