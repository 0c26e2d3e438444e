import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gather } from '../../server/library/gather.ts';
import { keptFiles } from '../../server/library/kept-files.ts';
import { classify } from '../../server/loading/classify.ts';
import { listOfSeries, seriesIn } from '../../server/normalise/lists/renderings.ts';
import { READERS } from '../../server/readers/recognise.ts';
import { facts } from '../support/cases.ts';
import { code, csl } from '../support/made-files.ts';
import { parsed } from '../support/made-lists.ts';
import { screeningRow } from '../support/made-screening-list.ts';

const DAY = '2026-07-09';
const NAME = 'Made Alpha Co., Ltd.';

/** The same entry as the screening list, the Code and others' reading of the Code have it, of one day. */
async function threeOfOneDay() {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
  try {
    const entry = { name: NAME, aliases: [], country: 'China', address: null, status: null };
    const cited = { effective_date: null, federal_register: '89 FR 96836, 12/5/24', notes: 'For all items' };
    const files = {
      [`csl-${DAY}.json`]: csl(screeningRow({ name: NAME })),
      [`code-${DAY}.xml`]: code(`${NAME}, 1 Made Road, Beijing.`),
      [`list-${DAY}.json`]: parsed('bis-entity-list', [{ ...entry, ...cited }]),
    };
    const paths = Object.entries(files).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    return (await classify(paths, { files: keptFiles(join(folder, 'data')), date: DAY })).editions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('renderings of a list', () => {
  it('are series of their own, of the same list', async () => {
    const editions = await threeOfOneDay();
    expect(editions.map(({ input }) => input.lists.map(({ series, list }) => [series, list]))).toEqual([
      [['bis-entity-list', 'bis-entity-list']],
      [['bis-entity-list@ecfr', 'bis-entity-list']],
      [['bis-entity-list@parsed', 'bis-entity-list']],
    ]);
  });

  it('of one day stand beside each other: no id twice, no row amended by another', async () => {
    const editions = (await threeOfOneDay()).flatMap((each) => each.editions);
    const { facts: all } = gather(facts({ parties: [] }), editions, []);
    expect(all.listings.map(({ id }) => id.split(':')[1]).sort()).toEqual([
      ...['bis-entity-list', 'bis-entity-list@ecfr', 'bis-entity-list@parsed'],
    ]);
    expect(all.listings.map(({ to, note }) => [to, /Amended|Gone/.test(note)])).toEqual([
      ...[
        [null, false],
        [null, false],
        [null, false],
      ],
    ]);
    expect(all.sources.map(({ id }) => id).sort()).toEqual([
      ...[
        `list/bis-entity-list/${DAY}`,
        `list/bis-entity-list@ecfr/${DAY}`,
        `list/bis-entity-list@parsed/${DAY}`,
      ],
    ]);
    expect(new Set(all.listings.map(({ party }) => party)).size).toBe(1);
  });

  it('are named for formats that are read, and never for a list that has no other form', () => {
    const named = READERS.map(({ id }) => seriesIn(id, 'bis-meu')).filter((series) => series !== 'bis-meu');
    expect(named).toEqual(['bis-meu@ecfr', 'bis-meu@parsed']);
    expect(READERS.map(({ id }) => seriesIn(id, 'dod-1260h')).every((series) => series === 'dod-1260h')).toBe(
      true,
    );
    expect(named.map(listOfSeries)).toEqual(['bis-meu', 'bis-meu']);
  });
});
