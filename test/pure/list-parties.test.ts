import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseRowsOf } from '../../server/normalise/lists/case-rows.ts';
import { BLANK_ENTRY, type ListEntry } from '../../server/normalise/lists/entry.ts';
import { listPartyId } from '../../server/normalise/lists/list-party-id.ts';
import { factsOf } from '../support/read-list.ts';

const ABOUT = { file: 'made', date: '2024-12-31' };

function entry(rawName: string, countries: readonly string[], more: Partial<ListEntry> = {}): ListEntry {
  return {
    ...BLANK_ENTRY,
    ...{ file: 'made', row: `row of ${rawName}`, list: 'bis-entity-list', rawName, name: rawName },
    ...{ countries, country: countries[0] ?? null },
    ...more,
  };
}

const id = (name: string): string => listPartyId('bis-entity-list', name);
const listingsOf = (entries: readonly ListEntry[]) =>
  factsOf(caseRowsOf(entries, ABOUT)).listings.map((each) => [each.party, each.id]);

describe('entries under one name', () => {
  it('are one party when one says where the other is', () => {
    const entries = [entry('A', ['AF'], { seeAlso: ['PK'] }), entry('a', ['PK'])];
    expect(listingsOf(entries)).toEqual([
      [id('A'), `listing:bis-entity-list:${id('A')}:af`],
      [id('A'), `listing:bis-entity-list:${id('A')}:pk`],
    ]);
  });

  it('are one party when they share a country, also through a third', () => {
    const parties = listingsOf([entry('A', ['AF']), entry('A', ['PK']), entry('A', ['AF', 'PK'])]);
    expect(new Set(parties.map(([party]) => party))).toEqual(new Set([id('A')]));
  });

  it('stay apart otherwise, and each is named by its country', () => {
    expect(listingsOf([entry('A', ['IR']), entry('A', ['MY'])])).toEqual([
      [`${id('A')}-ir`, `listing:bis-entity-list:${id('A')}-ir:ir`],
      [`${id('A')}-my`, `listing:bis-entity-list:${id('A')}-my:my`],
    ]);
  });

  it('of different lists stay apart', () => {
    const entries = [entry('A', ['IR']), entry('A', ['IR'], { list: 'bis-unverified' })];
    expect(new Set(listingsOf(entries).map(([party]) => party)).size).toBe(2);
  });

  it('are one party with a registered number, whatever the names and lists', () => {
    const registered = { registered: 'ofac/7' };
    const entries = [
      entry('A', [], { ...registered, list: 'ofac-sdn' }),
      entry('B', [], { ...registered, list: 'ofac-ssi' }),
    ];
    const { parties, listings } = factsOf(caseRowsOf(entries, ABOUT));
    expect(parties.map(({ id: party, name, aliases }) => [party, name, aliases])).toEqual([
      ['ofac/7', 'A', ['B']],
    ]);
    expect(listings.map(({ list }) => list)).toEqual(['ofac-sdn', 'ofac-ssi']);
  });
});

describe('listings of one party under one country', () => {
  const old = entry('A', ['DE'], { citation: '73 FR 54506', from: '2008-09-22', row: 'old' });
  const added = entry('A', ['DE'], { citation: '90 FR 44496', from: '2025-09-12', row: 'added' });
  const undated = entry('A', ['DE'], { row: 'undated' });
  const numbered = (entries: readonly ListEntry[]) =>
    factsOf(caseRowsOf(entries, ABOUT)).listings.map((each) => [each.row, each.id.split('~')[1] ?? '1']);

  it('keep their numbers wherever they stand in the file and whatever is added', () => {
    expect(numbered([old])).toEqual([['made#old', '1']]);
    const wanted = [
      ['made#old', '1'],
      ['made#added', '2'],
      ['made#undated', '3'],
    ];
    expect(numbered([old, added, undated])).toEqual(wanted);
    expect(numbered([undated, added, old])).toEqual(wanted);
  });

  it('keep their ids when a citation is appended', () => {
    const amended = { ...old, citation: '73 FR 54506; 90 FR 44496', footnotes: ['5'] };
    expect(listingsOf([amended])).toEqual(listingsOf([old]));
  });
});

describe('parents', () => {
  const child = (name: string, parent: string): ListEntry =>
    entry(`${parent}. Affiliated Entity: ${name}`, ['CN'], {
      name,
      tie: { name: parent, kind: 'affiliated-entity', note: 'printed' },
    });
  const tiesOf = (entries: readonly ListEntry[]) =>
    factsOf(caseRowsOf(entries, ABOUT)).affiliations.map(({ b, kind, confidence }) => [b, kind, confidence]);

  it('are found by name, alias and short form', () => {
    const parent = entry('Big Co., Ltd. (Big)', ['CN'], { aliases: ['Grand'] });
    for (const name of ['Big Co., Ltd. (Big)', 'BIG CO LTD', 'Big', 'grand'])
      expect(tiesOf([parent, child('Small', name)])).toEqual([
        [id('Big Co., Ltd. (Big)'), 'affiliated-entity', 'verified'],
      ]);
  });

  it('that have no entry are kept as parties that are not listed', () => {
    const { parties, listings } = factsOf(caseRowsOf([child('Small', 'Big')], ABOUT));
    expect(parties.map(({ name }) => name)).toEqual(['Small', 'Big']);
    expect(listings.map(({ party }) => party)).toEqual([id('Big. Affiliated Entity: Small')]);
  });

  it('that could be two are not guessed', () => {
    const namesakes = [entry('X 7 (Big)', ['CN']), entry('Y 9 (Big)', ['CN'])];
    expect(tiesOf([...namesakes, child('Small', 'Big')])).toEqual([
      [id('Big'), 'affiliated-entity', 'verified'],
    ]);
  });

  it('that stand in several entries of a child are one affiliation', () => {
    const parent = entry('Big', ['CN']);
    expect(tiesOf([parent, child('Small', 'Big'), child('Small', 'Big')])).toHaveLength(1);
  });
});

describe('any entries', () => {
  const any = fc.array(
    fc.record({
      rawName: fc.constantFrom('A', 'B', 'a ', 'C Co., Ltd.'),
      countries: fc.uniqueArray(fc.constantFrom('CN', 'DE', 'RU'), { maxLength: 2 }),
      seeAlso: fc.uniqueArray(fc.constantFrom('CN', 'DE', 'RU'), { maxLength: 1 }),
      citation: fc.constantFrom('', '73 FR 1', '90 FR 2'),
      list: fc.constantFrom('bis-entity-list' as const, 'bis-meu' as const),
    }),
    { maxLength: 12 },
  );

  it('give one listing each, of a party that is there, and the same whatever their order', () => {
    fc.assert(
      fc.property(any, fc.integer(), (made, seed) => {
        const entries = made.map(({ rawName, countries, ...more }) => entry(rawName, countries, more));
        const { parties, listings } = factsOf(caseRowsOf(entries, ABOUT));
        expect(listings).toHaveLength(entries.length);
        expect(new Set(listings.map(({ party }) => party))).toEqual(
          new Set(parties.map(({ id: party }) => party)),
        );
        const turned = seed % 2 === 0 ? entries.toReversed() : [...entries.slice(1), ...entries.slice(0, 1)];
        expect(listingsOf(turned).sort()).toEqual(listingsOf(entries).sort());
      }),
    );
  });
});
