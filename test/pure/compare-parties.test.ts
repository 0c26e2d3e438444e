import { expect, it } from 'vitest';
import { judgementsCsv, judgementsJson } from '../../client/export/judgements-csv.ts';
import { pairsCsv } from '../../client/export/pairs-csv.ts';
import { compareParties } from '../../client/panels/compare-parties.ts';
import { titled } from '../../client/panels/titles.ts';
import { readJudgements, writeJudgements } from '../../server/identity/judgements.ts';
import type { JudgedParty, Judgement } from '../../server/wire/judging.ts';

function party(id: string, more: Partial<JudgedParty> = {}): JudgedParty {
  return {
    ...{ id, name: id, originalName: null, kind: 'company', jurisdiction: null, aliases: [], addresses: [] },
    ...{ identifiers: [], lists: [], sources: [], standing: id, alsoKnownAs: [] },
    ...more,
  };
}

const TITLES = new Map([['bis-meu', 'BIS Military End User List']]);
const titleOf = (id: string): string => titled(id, TITLES);

const rowOf = (title: string, a: JudgedParty, b: JudgedParty) =>
  compareParties(a, b, titleOf).find((row) => row.title === title);

it('finds a name of one among all names of the other, whatever its case, accents, width and punctuation', () => {
  const a = party('a', { name: 'Made-Álfa Co., Ltd.', aliases: ['Only Here', 'only here!'] });
  const b = party('b', { name: 'Elsewhere', originalName: '中芯', aliases: ['ＭＡＤＥ alfa co ltd'] });
  expect(rowOf('Names', a, b)).toEqual({
    title: 'Names',
    a: [
      { text: 'Made-Álfa Co., Ltd.', isInBoth: true },
      { text: 'Only Here', isInBoth: false },
    ],
    b: [
      { text: 'ＭＡＤＥ alfa co ltd', isInBoth: true },
      { text: 'Elsewhere', isInBoth: false },
      { text: '中芯', isInBoth: false },
    ],
    compared: 'partly',
  });
});

it('says in words how each row compares, and when one or both say nothing', () => {
  const a = party('a', { jurisdiction: 'CN', addresses: ['1 Made Road'], lists: ['x', 'y'] });
  const b = party('b', { addresses: ['2 Made Road'], lists: ['Y', 'X'] });
  const compared = Object.fromEntries(compareParties(a, b, titleOf).map((row) => [row.title, row.compared]));
  expect(compared).toEqual({
    ...{ Names: 'different', Country: 'only-one', Kind: 'same', Identifiers: 'neither' },
    ...{ Addresses: 'different', Lists: 'same', 'Read from': 'neither', Ids: 'none' },
  });
});

it('holds no kind against the other where a list does not say what its party is', () => {
  const [listed, person] = [party('a', { kind: 'unknown' }), party('b', { kind: 'person' })];
  expect(rowOf('Kind', listed, person)?.compared).toBe('only-one');
  expect(rowOf('Kind', listed, listed)?.compared).toBe('neither');
});

it('names lists by their titles, renderings apart, and an unknown one by its id', () => {
  const lists = ['bis-meu', 'bis-meu@ecfr', 'bis-meu@other', 'unknown'];
  expect(rowOf('Lists', party('a', { lists }), party('b'))?.a.map(({ text }) => text)).toEqual([
    'BIS Military End User List',
    'BIS Military End User List, as in the eCFR',
    'BIS Military End User List, other',
    'unknown',
  ]);
});

it('exports pairs with the ids that the command line takes', () => {
  const a = party('a', { name: '=made', originalName: '阿尔法', jurisdiction: 'CN', standing: 'alfa' });
  const b = party('b', { identifiers: ['lei X', 'cik 1'], lists: ['bis-meu'] });
  const [head, row] = pairsCsv([{ a, b, evidence: ['both are called “x”'], against: '' }]).split('\r\n');
  expect(head?.replace('\uFEFF', '')).toMatch(/^"a_id","a_name".*"b_loaded_as","for","against"$/);
  expect(row).toBe(
    `"a","'=made","阿尔法","CN","","","alfa","b","b","","","lei X; cik 1","bis-meu","b","both are called “x”",""`,
  );
});

it('exports judgements as the very file of the data folder, and as CSV that no spreadsheet runs', () => {
  const said: Judgement = {
    ...{ a: 'alfa', b: 'el/1', verdict: 'same', by: 'Ann', on: '2026-07-09', why: '=1+1, "one"' },
    ...{ names: ['Alfa', '阿尔法'], isInForce: true },
  };
  expect(judgementsJson([said])).toBe(writeJudgements([said]));
  expect(readJudgements(judgementsJson([said]), 'judgements.json')).toHaveLength(1);
  expect(judgementsCsv([said]).split('\r\n')[1]).toBe(
    `"same","alfa","Alfa","el/1","阿尔法","Ann","2026-07-09","'=1+1, ""one""","true"`,
  );
});
