import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ask, dump, empty, openTestStore } from '../support/database.ts';
import { cleanUp, type Ended, run, temporaryFolder } from '../support/interlock.ts';
import { ALPHA, BETA, CASE, DECEMBER, JANUARY, screeningRow } from '../support/made-screening-list.ts';

const store = await openTestStore();
afterAll(() => store.close());

let data: string;
beforeEach(async () => {
  data = temporaryFolder();
  await empty(store);
  expect((await interlock(['load', file('case.json', CASE)])).code).toBe(0);
});
afterEach(cleanUp);

/** The product on the Neo4j of the tests, with a data folder of its own. */
function interlock(parameters: readonly string[]): Promise<Ended> {
  const { uri, user, password } = inject('neo4j');
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, INTERLOCK_DATA: data };
  return run(parameters, { env });
}

function file(name: string, content: object | string | Uint8Array): string {
  const path = join(data, name);
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content));
  return path;
}

const december = () => file('list-2024-12-31.json', DECEMBER);
const january = () => file('list-2025-01-31.json.gz', gzipSync(JSON.stringify(JANUARY)));

/** The database but for when what was loaded, and when it was learned. */
async function held(): Promise<string[]> {
  return (await dump(store))
    .filter((line) => !line.startsWith('{"labels":["FormerFact"]') && !line.startsWith('{"labels":["Run"]'))
    .map((line) => line.replace(/"knownFrom":"[\d-]+",?/, ''));
}

async function outcomes(): Promise<unknown[]> {
  const cypher = `MATCH (v:Verdict {regime: 'bis-affiliates'}) WHERE v.to IS NULL
    RETURN v.party AS party, v.outcome AS outcome, toString(v.from) AS from ORDER BY party`;
  return (await ask(store, cypher)).map(({ party, outcome, from }) => [party, outcome, from]);
}

describe('an edition of a list', () => {
  it('is added to what is loaded, and joins its parties by name and country', async () => {
    expect((await interlock(['load', december()])).code).toBe(0);
    const { code, stderr, stdout } = await interlock(['load', january()]);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('Verdicts: ') });
    expect(stderr).toContain(
      'Made Alpha Co., Ltd.: not-captured -> listed under bis-affiliates, bis-legally-distinct, since 2025-01-10',
    );
    expect(stdout).toContain('list-2025-01-31.json.gz');
    expect(await outcomes()).toEqual([
      ['alpha', 'listed', '2025-01-10'],
      [expect.stringMatching(/^el\//), 'listed', expect.any(String)],
      ['sub', 'captured', '2025-01-10'],
    ]);
    const terms = `MATCH (l:Listing) WHERE l.party STARTS WITH 'el/'
      RETURN toString(l.from) AS from, toString(l.to) AS to, l.reviewPolicy AS policy ORDER BY from`;
    expect(await ask(store, terms)).toEqual([
      { from: '2024-12-02', to: '2025-01-31', policy: 'Presumption of denial.' },
      { from: '2025-01-31', to: null, policy: 'Case by case.' },
    ]);
  });

  it('changes nothing when it is loaded again, and the order of two makes no difference', async () => {
    await interlock(['load', december()]);
    await interlock(['load', january()]);
    const both = await held();
    const again = await interlock(['load', january()]);
    expect(again).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Loaded already, nothing to add'),
    });
    expect(await held()).toEqual(both);
    await empty(store);
    await interlock(['load', join(data, 'case.json')]);
    await interlock(['load', january()]);
    await interlock(['load', december()]);
    expect(await held()).toEqual(both);
  });

  it('is not left out by another one that is loaded at the same time', async () => {
    await interlock(['load', december()]);
    await interlock(['load', january()]);
    const both = await held();
    await empty(store);
    await interlock(['load', join(data, 'case.json')]);
    const ended = await Promise.all([interlock(['load', december()]), interlock(['load', january()])]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(await held()).toEqual(both);
  });

  it('is taken back by rollback: what was before it, exactly', async () => {
    await interlock(['load', december()]);
    const before = await held();
    await interlock(['load', january()]);
    const unknown = await interlock(['rollback', 'list-2031']);
    expect(unknown).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/called "list-2031"[\s\S]*list-2025-01-31/),
    });
    const { code, stdout } = await interlock(['rollback', 'bis-entity-list@2025-01-31']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Took back 2025-01-31'),
    });
    expect(await held()).toEqual(before);
    expect((await interlock(['editions'])).stdout).toMatch(
      /^Base: .*case\.json\.\n2024-12-31 .*bis-entity-list 1\n$/,
    );
  });

  it('is only looked at in a dry run', async () => {
    const before = await dump(store);
    const { code, stdout, stderr } = await interlock(['load', january(), '--dry-run']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Dry run: 1 new editions; nothing was changed.\n' });
    expect(stderr).toContain('listed under bis-affiliates');
    expect(await dump(store)).toEqual(before);
  });

  it('that lost most of its rows is held back until a person says yes', async () => {
    await interlock(['load', january()]);
    const before = await dump(store);
    const shrunken = file('list-2025-02-28.json', { results: [screeningRow(ALPHA)] });
    const { code, stderr } = await interlock(['load', shrunken]);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/held back[\s\S]*1 fewer[\s\S]*--accept/),
    });
    expect(await dump(store)).toEqual(before);
    expect((await interlock(['load', shrunken, '--accept'])).code).toBe(0);
  });

  it.each([
    [
      'cut off',
      'list-2025-01-31.json.gz',
      gzipSync(JSON.stringify(JANUARY)).subarray(0, 100),
      /ends in the middle/,
    ],
    ['a web page', 'list-2025-01-31.json', '<!DOCTYPE html><html></html>', /is a web page/],
    ['of no day', 'list.json', JSON.stringify(JANUARY), /does not say of which day it is[\s\S]*YYYY-MM-DD/],
    ['of no known kind', 'list.csv', 'a,b\n1,2\n', /is of no known format/],
  ])('that is %s changes nothing, and says what to do', async (_, name, content, told) => {
    const before = await dump(store);
    const { code, stderr, stdout } = await interlock(['load', file(name, content)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(told);
    expect(stderr).toContain(name);
    expect(await dump(store)).toEqual(before);
  });
});

describe('diff', () => {
  it('compares two editions entry by entry, and tells whom the difference touches', async () => {
    const { code, stdout } = await interlock(['diff', december(), january(), '--json']);
    expect(code).toBe(0);
    const { diffs } = JSON.parse(stdout);
    expect(diffs).toMatchObject([
      { list: 'bis-entity-list', diff: { added: [{ party: { name: ALPHA.name } }], removed: [], same: 0 } },
    ]);
    expect(diffs[0].diff.amended.map(({ after }: { after: { party: object } }) => after.party)).toMatchObject(
      [BETA],
    );
    const told = await interlock(['diff', december(), january()]);
    expect(told.stdout).toContain('1 added, 0 removed, 0 renamed, 1 amended');
    expect(told.stdout).toContain('amended: Made Beta Ltd.: reviewPolicy, citation');
  });

  it('takes editions that are loaded by their names, and says which there are', async () => {
    expect((await interlock(['load', december()])).code).toBe(0);
    const [one, other] = ['bis-entity-list@2024-12-31', january()];
    const { code, stdout } = await interlock(['diff', one, other]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 added, 0 removed, 0 renamed, 1 amended'),
    });
    const unknown = await interlock(['diff', 'bis-entity-list@2031-01-01', other]);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/No edition that is loaded is called .*2031-01-01.*2024-12-31/s);
  });
});
