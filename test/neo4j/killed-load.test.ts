import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { graph } from '../support/cases.ts';
import { ask, dump, empty, liveDump, loadFacts, openTestStore } from '../support/database.ts';
import { cleanUp, type Running, start, until } from '../support/interlock.ts';

/** Rows of the case that is loaded while the product is killed: enough that each stage takes a while. */
const SIZE = 1_500;
const FORMER = 'L* -50-> P1; P1 -60-> P2; L -30-> GONE; GONE ~controls~> P3';

let store: Store;
let before: string[];
beforeAll(async () => {
  store = await openTestStore();
  await empty(store);
  await loadFacts(store, graph(FORMER), 'former');
  before = await dump(store);
});
afterAll(() => store.close());
afterEach(cleanUp);

/** Shares the parties `L` and `P1` ... with the former case, with other shares; some of the former is gone. */
function largerCase(): string {
  const ids = Array.from({ length: SIZE }, (_, index) => `P${index}`);
  return JSON.stringify({
    parties: [
      { id: 'L', name: 'Renamed' },
      ...ids.map((id) => ({ id, addresses: [`${id} Road, Shenzhen`] })),
    ],
    listings: [{ party: 'L', list: 'bis-entity-list', from: '2020-12-18', footnotes: ['5'] }],
    holdings: ids.map((id, index) => ({
      owner: index % 7 === 0 ? 'L' : `P${index - 1}`,
      owned: id,
      share: 51,
    })),
  });
}

function startLoad(): Running {
  const { uri, user, password } = inject('neo4j');
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  return start(['load', '-', '--json'], { env, input: largerCase() });
}

interface Transaction {
  /** What it runs at the moment; empty between two statements. */
  readonly query: string;
  readonly locks: number;
}

/** The transaction of the load; null while there is none. Those that prepare the schema come before and do not count. */
async function transactionOfLoad(): Promise<Transaction | null> {
  const rows = await ask(
    store,
    `SHOW TRANSACTIONS YIELD currentQuery, activeLockCount
     WHERE NOT currentQuery STARTS WITH 'SHOW' AND NOT currentQuery CONTAINS 'IF NOT EXISTS'
     RETURN currentQuery AS query, activeLockCount AS locks`,
  );
  const [row] = rows;
  return row === undefined ? null : { query: String(row['query']), locks: Number(row['locks']) };
}

/** Waits until the load has written so much that it holds more locks than this. */
function holdsLocks(least: number): Promise<void> {
  return until(async () => {
    const load = await transactionOfLoad();
    return (load?.query.includes('UNWIND $rows') ?? false) && (load?.locks ?? 0) > least;
  });
}

const moments: readonly (readonly [string, (load: Running) => Promise<unknown>])[] = [
  ['as soon as it holds its first locks', () => holdsLocks(0)],
  ['while it writes facts', () => holdsLocks(SIZE)],
  ['when the facts are written and the analysis begins', (load) => load.line(/^ {2}analysis/)],
  ['when the conclusions are written', (load) => load.line(/^ {2}conclusions/)],
  ['while the rules run', (load) => load.line(/^ {2}rules/)],
];

describe('a load that is killed', () => {
  it.each(moments)('%s leaves the former state exactly', async (_, moment) => {
    const load = startLoad();
    await moment(load);
    expect((await transactionOfLoad())?.locks).toBeGreaterThan(0);
    load.child.kill('SIGKILL');
    expect(await load.ended).toMatchObject({ signal: 'SIGKILL', stdout: '' });
    await until(async () => (await transactionOfLoad()) === null);
    expect(await dump(store)).toEqual(before);
  });

  it('is no hindrance to a later one, which leaves what a load into an empty database leaves', async () => {
    const { code, stdout, stderr } = await startLoad().ended;
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { parties: SIZE + 1, holdings: SIZE } });
    const after = await liveDump(store);
    await empty(store);
    expect((await startLoad().ended).code).toBe(0);
    expect(await liveDump(store)).toEqual(after);
  }, 120_000);
});
