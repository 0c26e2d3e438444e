import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EditionInput } from '../../server/library/inputs.ts';
import { keptFiles } from '../../server/library/kept-files.ts';
import { readSources } from '../../server/library/sources.ts';
import { classify } from '../../server/loading/classify.ts';
import { heldBack } from '../../server/loading/held-back.ts';
import { CSL_SOURCES } from '../../server/readers/formats/csl-sources.ts';
import { csl } from '../support/made-files.ts';
import { screeningRow } from '../support/made-screening-list.ts';
import { jsonl } from '../support/registers.ts';

type Lists = Readonly<Record<string, { rows: number; aside?: number; atLeast?: number }>>;

/** A file of the screening list, by the rows of each list in it. */
function file(date: string, lists: Lists, more: Partial<EditionInput> = {}): EditionInput {
  return {
    ...{ kind: 'edition', reader: 'csl-json', date, file: `${date}.json`, sha256: date, files: [] },
    lists: Object.entries(lists).map(([list, { rows, aside = 0, atLeast = 0 }]) => ({
      ...{ series: list, list, rows, aside, atLeast },
    })),
    aside: Object.values(lists).reduce((sum, { aside = 0 }) => sum + aside, 0),
    ...{ harmless: 0, claims: null, isDelta: false, base: [], ...more },
  };
}

const FORMER = file('2025-01-01', { el: { rows: 1000 }, meu: { rows: 20 }, uvl: { rows: 200 } });
const SAME: Lists = { el: { rows: 1000 }, meu: { rows: 20 }, uvl: { rows: 200 } };
const later = (lists: Lists, more: Partial<EditionInput> = {}) => file('2025-02-01', lists, more);
const reasons = (edition: EditionInput, former: readonly EditionInput[] = [FORMER]) =>
  heldBack(former, edition).map(({ reason, message }) => `${reason}: ${message.split(' of 2025')[0]}`);

describe('a file of several lists', () => {
  it.each<readonly [string, EditionInput, readonly string[]]>([
    ['as it was', later(SAME), []],
    [
      'one small list shrank, which the whole would hide',
      later({ ...SAME, meu: { rows: 17 } }),
      ['shrank: meu'],
    ],
    ['one list is not in it any more', later({ el: { rows: 1000 }, uvl: { rows: 200 } }), ['list-lost: meu']],
    [
      'rows of one list were not understood',
      later({ ...SAME, uvl: { rows: 197, aside: 3 } }),
      ['too-many-aside: uvl'],
    ],
    ['few rows of a long list were not', later({ ...SAME, el: { rows: 998, aside: 3 } }), []],
    ['rows of no list were not, few', later(SAME, { aside: 12 }), []],
    ['rows of no list were not, many', later(SAME, { aside: 13 }), ['too-many-aside: el and 2 more lists']],
    ['many rows are of a harmless kind', later(SAME, { aside: 500, harmless: 500 }), []],
    ['it says that it has more', later(SAME, { claims: 1221 }), ['fewer-than-claimed: el and 2 more lists']],
    ['it says how many it has', later(SAME, { claims: 1220 }), []],
    [
      'a list has fewer rows than its source promises',
      later({ ...SAME, meu: { rows: 20, atLeast: 21 } }),
      ['too-few: meu'],
    ],
  ])('%s', (_, edition, told) => {
    expect(reasons(edition)).toEqual(told);
  });

  it('is not measured by a file of another kind, nor by a later one, for lists that are missing', () => {
    const ofOne = later({ el: { rows: 1000 } });
    expect(reasons({ ...ofOne, reader: 'bis-el-csv' })).toEqual([]);
    expect(reasons(ofOne, [{ ...FORMER, date: '2025-03-01' }])).toEqual([]);
    expect(reasons(ofOne)).toEqual(['list-lost: meu', 'list-lost: uvl']);
  });
});

async function taken(name: string, content: string): Promise<EditionInput> {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
  try {
    writeFileSync(join(folder, name), content);
    const { editions } = await classify([join(folder, name)], { files: keptFiles(join(folder, 'data')) });
    const [edition] = editions;
    if (edition === undefined) throw new Error('It holds no edition');
    return edition.input;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what was kept aside', () => {
  it('is counted by the list that the row says it is of', async () => {
    const [dpl, el] = Object.keys(CSL_SOURCES).slice(1);
    const row = (source: string | undefined, name: string, start: string) => ({
      ...screeningRow({ name, start }),
      source,
    });
    const { lists, aside, harmless } = await taken(
      'csl-2025-01-01.json',
      csl(
        row(el, 'A', '2024-01-01'),
        row(el, 'B', 'circa 1956'),
        row(dpl, 'C', '2024-01-01'),
        row(dpl, 'D', '9/22/08'),
        { ...row(dpl, 'E', '2024-01-01'), id: screeningRow({ name: 'C' }).id },
        row('Another List', 'F', '2024-01-01'),
      ),
    );
    expect({ aside, harmless }).toEqual({ aside: 4, harmless: 0 });
    expect(lists.map(({ list, rows, aside: own }) => [list, rows, own])).toEqual([
      ['bis-denied-persons', 1, 2],
      ['bis-entity-list', 1, 1],
    ]);
  });

  it('of a register is harmless where it says nothing of parties and ties in the file', async () => {
    const thing = (id: string, schema: string, properties: object) => ({ id, schema, properties });
    const ties = { owner: ['a'], asset: ['gone'] };
    const { aside, harmless, lists } = await taken(
      'ftm-2025-01-01.jsonl',
      jsonl(
        thing('a', 'Company', { name: ['Made'] }),
        thing('b', 'CryptoWallet', {}),
        thing('c', 'Ownership', ties),
        thing('d', 'Sanction', { entity: ['a'], program: ['Another'] }),
        thing('e', 'Ownership', { asset: ['a'] }),
      ),
    );
    expect({ aside, harmless, own: lists[0]?.aside }).toEqual({ aside: 4, harmless: 3, own: 1 });
  });
});

describe('an official source', () => {
  it('promises rows of lists that it holds', () => {
    for (const { lists, atLeast = {} } of readSources())
      expect(Object.keys(atLeast).filter((list) => !lists.includes(list))).toEqual([]);
    expect(readSources().flatMap(({ atLeast = {} }) => Object.values(atLeast))).not.toEqual([]);
  });
});
