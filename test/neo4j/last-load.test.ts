import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Facts } from '../../server/facts/facts.ts';
import { loadInput } from '../../server/pipeline.ts';
import type { Runner, Store } from '../../server/store/connection.ts';
import type { LoadReport } from '../../server/store/load-report.ts';
import { readSnapshot, writeSnapshot } from '../../server/store/snapshot/file.ts';
import { decodeHead } from '../../server/store/snapshot/format.ts';
import { readMarker } from '../../server/store/snapshot/marker.ts';
import { statement } from '../../server/store/statements.ts';
import { graph, LAW } from '../support/cases.ts';
import { dump, empty, liveDump, loadFacts, openTestStore, write } from '../support/database.ts';
import { anyCase } from '../support/random-case.ts';

let store: Store;
let data = '';
beforeAll(async () => {
  store = await openTestStore();
  // The first load ever makes the words that Neo4j counts as writes of their own.
  await loadFacts(store, OTHER);
});
afterAll(() => store.close());
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'interlock-left-'));
  await empty(store);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const file = (): string => join(data, 'last-load.snapshot');

interface Watched {
  readonly report: LoadReport;
  /** Was what Neo4j holds read back? */
  readonly isRead: boolean;
}

/**
 * A load that keeps what it leaves, and whether it had to read what the one before left.
 *
 * @param during what somebody does before it commits
 */
async function keeping(facts: Facts, during: () => Promise<void> = async () => {}): Promise<Watched> {
  let isRead = false;
  const watch = (tx: Runner): Runner => ({
    run: (query, parameters) => {
      isRead ||= String(query) === statement('project/parties');
      return tx.run(query, parameters);
    },
  });
  const write: Store['write'] = (work) =>
    store.write(async (tx) => {
      const result = await work(watch(tx));
      await during();
      return result;
    });
  const input = { facts, hash: JSON.stringify(facts), manifest: null, name: 'test', notes: [], data };
  const report = await loadInput({ ...store, write }, input, LAW, () => {});
  return { report, isRead };
}

const CASE = graph('L1* -50-> A; A -60-> B; C -30-> B');
const OTHER = graph('L1* -50-> A; A -40-> B; C -30-> B; L2* -70-> D');

/** What a load into an empty database leaves. */
async function aloneOf(facts: Facts): Promise<string[]> {
  await empty(store);
  await loadFacts(store, facts, JSON.stringify(facts));
  return liveDump(store);
}

describe('what a load has left', () => {
  it('is not read back by the next one, when nobody has written since', async () => {
    expect((await keeping(CASE)).isRead).toBe(true);
    const { isRead, report } = await keeping(OTHER);
    expect(isRead).toBe(false);
    expect(report.written).toMatchObject({ holdings: 2, goneFacts: 0 });
    const left = await liveDump(store);
    expect(left).toEqual(await aloneOf(OTHER));
  });

  it('changes nothing when it is loaded again', async () => {
    await keeping(CASE);
    const before = await dump(store);
    const { isRead, report } = await keeping(CASE);
    expect(isRead).toBe(false);
    expect(Object.values(report.written).every((count) => count === 0)).toBe(true);
    expect(await dump(store)).toEqual(before);
  });

  it('is read back after somebody else has written, and what they changed of it is written again', async () => {
    await keeping(CASE);
    const before = await liveDump(store);
    const another = await openTestStore();
    await write(another, "MATCH ({id: 'A'})-[tie:OWNS]->() SET tie.shareMin = 1.0, tie.shareMinExact = '1'");
    await write(another, "MATCH (verdict:Verdict {party: 'B'}) SET verdict.outcome = 'free'");
    await another.close();
    expect((await keeping(CASE)).isRead).toBe(true);
    expect(await liveDump(store)).toEqual(before);
  });

  it('is not kept where somebody else has written during the load', async () => {
    await keeping(CASE);
    const kept = readFileSync(file());
    await keeping(OTHER, async () => write(store, "CREATE (:Note {id: 'written meanwhile'})"));
    expect(readFileSync(file()).equals(kept)).toBe(true);
    expect((await keeping(CASE)).isRead).toBe(true);
  });

  it('is read back when its file is damaged, cut or gone', async () => {
    await keeping(CASE);
    for (const damage of [damaged, cut, gone]) {
      damage();
      const { isRead, report } = await keeping(CASE);
      expect(isRead).toBe(true);
      expect(Object.values(report.written).every((count) => count === 0)).toBe(true);
      expect(existsSync(file())).toBe(true);
    }
    expect((await keeping(CASE)).isRead).toBe(false);
  });

  it('is not taken from a file of another state', async () => {
    await keeping(CASE);
    const foreign = readFileSync(file());
    await keeping(OTHER);
    writeFileSync(file(), foreign);
    expect((await keeping(OTHER)).isRead).toBe(true);
  });

  it('is not taken from a file whose marker comes again in a store that holds another load', async () => {
    await keeping(CASE);
    const before = await liveDump(store);
    // As after a dump was put back, from which transactions are numbered on.
    await write(store, "MATCH (run:Run) SET run.finishedAt = run.finishedAt - duration('PT1S')");
    await write(store, "MATCH ({id: 'A'})-[tie:OWNS]->() SET tie.shareMin = 1.0, tie.shareMinExact = '1'");
    await rewrite((left) => left);
    expect((await keeping(CASE)).isRead).toBe(true);
    expect(await liveDump(store)).toEqual(before);
  });

  it('is taken from a file written again as it was, and not from one in the words of a later V8', async () => {
    await keeping(CASE);
    await rewrite((left) => left);
    expect((await keeping(CASE)).isRead).toBe(false);
    await rewrite(([sign = 0, version = 0, ...rest]) => new Uint8Array([sign, version + 1, ...rest]));
    expect((await keeping(CASE)).isRead).toBe(true);
  });

  it('is, after any loads, what a load of the last into an empty database leaves', async () => {
    const cases = fc.array(anyCase, { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(cases, async (loads) => {
        await empty(store);
        for (const each of loads) await keeping(each);
        const left = await liveDump(store);
        const last = loads.at(-1);
        expect(last && left).toEqual(last && (await aloneOf(last)));
      }),
      { numRuns: 8 },
    );
  });
});

function damaged(): void {
  const bytes = readFileSync(file());
  const at = bytes.length - 64;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file(), bytes);
}

/** Writes the file again, with its checksums and for the state that the store is in now. */
async function rewrite(changed: (left: Uint8Array) => Uint8Array): Promise<void> {
  const head = decodeHead(readFileSync(file()));
  const marker = await readMarker(store);
  if (head === null || marker === null) throw new Error('There is no such file, or no marker.');
  const left = (await readSnapshot(file(), head.key))?.get('left');
  if (!(left instanceof Uint8Array)) throw new Error('The file is not as it was written.');
  await writeSnapshot(file(), { ...head.key, marker }, new Map([['left', changed(left)]]));
}

function cut(): void {
  writeFileSync(file(), readFileSync(file()).subarray(0, -8));
}

function gone(): void {
  rmSync(file());
}
