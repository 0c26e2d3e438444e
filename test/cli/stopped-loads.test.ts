import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, dump, empty, openTestStore } from '../support/database.ts';
import { cleanUp, type Running, temporaryFolder, until } from '../support/interlock.ts';
import { heldIn, type Loads, loadsInto } from '../support/loads.ts';
import { jsonl } from '../support/registers.ts';

/** Companies of the register whose load is stopped: enough that each stage takes a while. */
const SIZE = 1_500;
const LEI = '0000000000000000BB22';
const CASE = {
  parties: [{ id: 'mother', name: 'Mother', identifiers: [{ scheme: 'lei', value: LEI }] }],
  listings: [{ party: 'mother', list: 'bis-entity-list', from: '2024-01-01' }],
};
const thing = (id: string, schema: string, properties: object) => ({ id, schema, caption: id, properties });

/** A chain of majorities below the listed party, which the register knows by the same LEI. */
function register(): string {
  const ids = Array.from({ length: SIZE }, (_, index) => `c${index}`);
  return jsonl(
    thing('m', 'Company', { leiCode: [LEI] }),
    ...ids.map((id) => thing(id, 'Company', { name: [id], address: [`${id} Road, Shenzhen`] })),
    ...ids.map((id, index) =>
      thing(`t-${id}`, 'Ownership', {
        owner: [index % 7 === 0 ? 'm' : `c${index - 1}`],
        asset: [id],
        percentage: ['51'],
      }),
    ),
  );
}

const store = await openTestStore();
afterAll(() => store.close());

let data: string;
let loads: Loads;
let path: string;
let before: string[];
let whole: string[];

async function loadCase(): Promise<void> {
  await empty(store);
  data = temporaryFolder();
  loads = loadsInto(data);
  path = loads.file('register-2024-06-01.jsonl', register());
  expect((await loads.run('load', loads.file('case.json', CASE))).code).toBe(0);
  before = await dump(store);
}

/** What a load that nobody stops leaves. */
beforeAll(async () => {
  await loadCase();
  const { code, stderr } = await loads.run('load', path);
  expect(code, stderr).toBe(0);
  whole = await heldIn(store);
  await cleanUp();
});
beforeEach(loadCase);
afterEach(cleanUp);

function isLoading(): Promise<boolean> {
  const cypher = `SHOW TRANSACTIONS YIELD currentQuery AS query
    WHERE NOT query STARTS WITH 'SHOW' AND NOT query CONTAINS 'IF NOT EXISTS' RETURN query`;
  return ask(store, cypher).then((rows) => rows.length > 0);
}

const MOMENTS: readonly (readonly [string, (load: Running) => Promise<unknown>])[] = [
  ['once its file is kept', () => until(() => keptFiles().length > 1)],
  ['once its file is read', (load) => load.line(/^Read /)],
  ['once its transaction is open', () => until(isLoading)],
  ['while it writes facts', (load) => load.line(/^ {2}analysis/)],
  ['while it writes conclusions', (load) => load.line(/^ {2}conclusions/)],
  ['while its rules run', (load) => load.line(/^ {2}rules/)],
];

/** Whole ones; the base's is one of them. */
function keptFiles(): string[] {
  return readdirSync(join(data, 'editions')).filter((name) => !name.startsWith('.'));
}

describe('an edition whose load is killed', () => {
  it.each(MOMENTS)('%s leaves the former state, and is loaded whole by the next load', async (_, moment) => {
    const load = loads.start(['load', path]);
    await moment(load);
    load.child.kill('SIGKILL');
    expect(await load.ended).toMatchObject({ signal: 'SIGKILL', stdout: '' });
    await until(async () => !(await isLoading()));
    expect(await dump(store)).toEqual(before);
    const { code, stderr } = await loads.run('load', path);
    expect(code, stderr).toBe(0);
    expect(await heldIn(store)).toEqual(whole);
  });
});

describe('an edition whose load is interrupted', () => {
  it.each(MOMENTS)('%s leaves the former state, says so and what to do', async (_, moment) => {
    const load = loads.start(['load', path]);
    await moment(load);
    load.child.kill('SIGINT');
    const { code, stdout, stderr } = await load.ended;
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/Stopping \.\.\.[\s\S]*nothing was changed[\s\S]*same command again/),
    });
    expect(await dump(store)).toEqual(before);
  });
});
