import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EditionInput, SEED_ALONE } from '../../server/library/inputs.ts';
import { keptFiles } from '../../server/library/kept-files.ts';
import { joinInputs } from '../../server/loading/load-inputs.ts';
import { readInput, SEED } from '../../server/pipeline.ts';
import { facts } from '../support/cases.ts';

/** There is no such folder, and so there are no judgements. */
const data = join(tmpdir(), 'interlock-no-such-folder');
const library = { data, files: keptFiles(data) };
const seed = readInput([SEED]);

const LOADED: EditionInput = {
  ...{ kind: 'edition', reader: 'csl-json', file: 'list.json', sha256: 'made', date: '2025-11-08' },
  ...{ lists: [{ list: 'bis-entity-list', series: 'bis-entity-list', rows: 0, aside: 0, atLeast: 0 }] },
  ...{ files: [], base: [], isDelta: false, harmless: 0, aside: 0, claims: null },
};

/** The days of all editions that are said to be loaded, by list. */
function daysIn(editions: readonly EditionInput[]): Record<string, string[]> {
  const held = editions.map(({ date, sha256, file }) => ({
    ...{ list: 'bis-entity-list', date, sha256, file, facts: facts({}) },
  }));
  const joined = joinInputs({ ...SEED_ALONE, editions: [...editions] }, held, library, seed);
  const all = [...(joined.manifest?.editions ?? []), ...(joined.editions ?? [])];
  return Object.fromEntries(
    all.map(({ list }) => [list, all.filter((each) => each.list === list).map(({ date }) => date)]),
  );
}

describe('how old a list is', () => {
  it('says the seed, as long as no edition of the list is loaded', () => {
    const own = seed.manifest?.editions.map(({ list, date }) => [list, [date]]) ?? [];
    expect(own.length).toBeGreaterThan(1);
    expect(daysIn([])).toEqual(Object.fromEntries(own));
  });

  it('says the edition that is loaded, though the seed was taken from a later one', () => {
    const alone = daysIn([]);
    expect(alone['bis-entity-list']?.[0] ?? '').toMatch(/^2026/);
    expect(daysIn([LOADED])).toEqual({ ...alone, 'bis-entity-list': ['2025-11-08'] });
  });
});
