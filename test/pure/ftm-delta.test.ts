import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeEditions } from '../../server/editions/merge.ts';
import { keptFiles } from '../../server/library/kept-files.ts';
import { classify, type NewEdition } from '../../server/loading/classify.ts';
import { readEditions } from '../../server/loading/load-inputs.ts';
import { onBases } from '../../server/loading/on-base.ts';
import { toldBy } from '../support/inputs.ts';
import { jsonl } from '../support/registers.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'interlock-test-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const library = () => ({ data, files: keptFiles(data) });
const company = (id: string, name = id) => ({ id, schema: 'Company', properties: { name: [name] } });
const owns = (id: string, owner: string, asset: string, percentage: string) => ({
  ...{ id, schema: 'Ownership' },
  properties: { owner: [owner], asset: [asset], percentage: [percentage] },
});
const add = (entity: object) => ({ op: 'ADD', entity });
const change = (entity: object) => ({ op: 'MOD', entity });
const remove = (id: string) => ({ op: 'DEL', entity: { id } });

const WHOLE = jsonl(
  company('a'),
  company('b'),
  company('c'),
  owns('ab', 'a', 'b', '60'),
  owns('bc', 'b', 'c', '30'),
);
const MAY = '2024-05-27';
const JUNE = '2024-06-01';
const JULY = '2024-07-01';

/** Files by their names, as one command reads them. */
async function named(files: Readonly<Record<string, string>>): Promise<readonly NewEdition[]> {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(data, name), content);
    return join(data, name);
  });
  return (await classify(paths, { files: library().files })).editions;
}

async function loaded(files: Readonly<Record<string, string>>, before: readonly NewEdition[] = []) {
  const editions = await onBases(
    await named(files),
    before.map(({ input }) => input),
    library(),
  );
  return [...before, ...editions];
}

const holdings = (editions: readonly NewEdition[]) =>
  mergeEditions(editions.flatMap((each) => each.editions))
    .holdings.map(({ owner, owned, share, from, to }) => [owner, owned, share.min.toString(), from, to])
    .sort();
const whole = () => loaded({ [`entities-${MAY}.ftm.json`]: WHOLE });

describe('a delta file', () => {
  it('leaves what is absent unchanged, ends what is deleted, changes and adds', async () => {
    const delta = jsonl(
      remove('ab'),
      change(owns('bc', 'b', 'c', '55')),
      add(company('d')),
      add(owns('ad', 'a', 'd', '10')),
    );
    const editions = await loaded({ [`entities-${JUNE}.delta.json`]: delta }, await whole());
    expect(editions.map(({ input }) => [input.lists[0]?.series, input.isDelta, input.base.length])).toEqual([
      ['ftm/entities', false, 0],
      ['ftm/entities', true, 1],
    ]);
    expect(holdings(editions)).toEqual([
      ['ftm/a', 'ftm/b', '60', null, JUNE],
      ['ftm/a', 'ftm/d', '10', null, null],
      ['ftm/b', 'ftm/c', '30', null, JUNE],
      ['ftm/b', 'ftm/c', '55', JUNE, null],
    ]);
    const { parties } = mergeEditions(editions.flatMap((each) => each.editions));
    expect(parties.map(({ id }) => id).sort()).toEqual(['ftm/a', 'ftm/b', 'ftm/c', 'ftm/d']);
  });

  it('is made to those before it, also all in one command and in any order, and is read again the same', async () => {
    const files = {
      [`entities-${JULY}.delta.json`]: jsonl(add(owns('ab', 'a', 'b', '20'))),
      [`entities-${JUNE}.delta.json`]: jsonl(remove('ab')),
    };
    const all = await loaded({ ...files, [`entities-${MAY}.ftm.json`]: WHOLE });
    expect(holdings(all)).toEqual([
      ['ftm/a', 'ftm/b', '20', JULY, null],
      ['ftm/a', 'ftm/b', '60', null, JUNE],
      ['ftm/b', 'ftm/c', '30', null, null],
    ]);
    const again = await readEditions(
      all.map(({ input }) => input),
      library(),
    );
    expect(mergeEditions(again)).toEqual(mergeEditions(all.flatMap(({ editions }) => editions)));
    let one: readonly NewEdition[] = await whole();
    for (const [name, content] of Object.entries(files).reverse())
      one = await loaded({ [name]: content }, one);
    expect(holdings(one)).toEqual(holdings(all));
  });

  it('is known by its stamp, and by the only whole file there is whatever its name', async () => {
    const delta = { '20240601194702-wnk.json': jsonl(remove('ab')) };
    const [, last] = await loaded(delta, await whole());
    expect([last?.input.date, last?.input.lists[0]?.series]).toEqual([JUNE, 'ftm/entities']);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly RegExp[]]>([
    [
      'without a base',
      { [`x-${JUNE}.json`]: jsonl(remove('ab')) },
      [/holds changes only.*no whole edition before it.*Fix: Load/],
    ],
    [
      'of the day of its base',
      { [`entities-${MAY}.json`]: WHOLE, [`entities-${MAY}.delta.json`]: jsonl(remove('ab')) },
      [/no whole edition before it/],
    ],
    [
      'that does not fit on its base',
      {
        [`entities-${MAY}.json`]: WHOLE,
        [`entities-${JUNE}.delta.json`]: jsonl(remove('zz'), add(company('a')), change(company('y'))),
      },
      [
        /delta\.json: line 1: .*deletes "zz", which is not there/,
        /line 2: .*adds "a", .*already/,
        /line 3: .*changes "y"/,
      ],
    ],
    [
      'that may be of two series',
      {
        [`one-${MAY}.json`]: WHOLE,
        [`two-${MAY}.json`]: `${WHOLE}\n`,
        [`three-${JUNE}.json`]: jsonl(remove('ab')),
      },
      [/no whole edition before it/],
    ],
    [
      'that is half a whole file',
      { [`x-${JUNE}.json`]: jsonl(add(company('a')), company('b')) },
      [/line 2: op: does not say whether it is added/],
    ],
  ])('%s is refused, and says why', async (_, files, told) => {
    const lines = await toldBy(() => loaded(files));
    expect(lines).toHaveLength(told.length);
    for (const [at, line] of lines.entries()) expect(line).toMatch(told[at] ?? /never/);
  });

  it('out of order is refused: the later ones were made to what is before it', async () => {
    const later = await loaded({ [`entities-${JULY}.delta.json`]: jsonl(remove('ab')) }, await whole());
    const lines = await toldBy(() => loaded({ [`entities-${JUNE}.delta.json`]: jsonl(remove('bc')) }, later));
    expect(lines).toEqual([
      expect.stringMatching(/comes after changes of 2024-07-01.*Fix: Take those back first/),
    ]);
  });
});

describe('a whole file', () => {
  it('with an id twice reads the first, and counts the other', async () => {
    const [edition] = await named({ [`x-${JUNE}.json`]: jsonl(company('a', 'One'), company('a', 'Two')) });
    expect(edition?.editions[0]?.facts.parties.map(({ name }) => name)).toEqual(['One']);
    expect(edition?.asides).toMatchObject([{ row: 'line 2', field: 'id', value: 'a' }]);
    expect(edition?.input).toMatchObject({ aside: 1, harmless: 0 });
  });
});
