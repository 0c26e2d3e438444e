import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotPlace } from '../../server/api/kept-ties.ts';
import { createModel } from '../../server/api/model.ts';
import { projectTies } from '../../server/projection/project-ties.ts';
import { arraysOf, graphOf } from '../../server/projection/tie-graph-arrays.ts';
import { tieIdAt } from '../../server/projection/tie-ids.ts';
import { openStore, type Store } from '../../server/store/connection.ts';
import { startManaged } from '../../server/store/managed/managed.ts';
import { readLoaded } from '../../server/store/queries/loaded.ts';
import { readSnapshot, writeSnapshot } from '../../server/store/snapshot/file.ts';
import { readMarked, readMarker } from '../../server/store/snapshot/marker.ts';
import { facts, graph } from '../support/cases.ts';
import { ask, empty, loadFacts, openTestStore, write } from '../support/database.ts';

const CODE = 'code of the test';

let store: Store;
let folder = '';
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-snapshot-'));
  await empty(store);
  await loadFacts(store, graph('A -50-> B; B -60-> C'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const place = (code = CODE): SnapshotPlace => ({ folder, code, say: () => {} });
const file = (): string => join(folder, 'ties.snapshot');

/** Ids of the ties that a start finds. */
async function tiesAtStart(from: SnapshotPlace | null, over = store): Promise<string[]> {
  const ties = await createModel(from).ties(over);
  return Array.from(ties.a, (_, at) => tieIdAt(ties, at));
}

async function keyNow(code = CODE) {
  const loaded = await store.read(readLoaded);
  return { code, run: loaded?.run ?? '', marker: (await readMarker(store)) ?? '' };
}

/** Puts a graph without ties in the place of the snapshot: whoever finds no ties has used it. */
async function plant(): Promise<void> {
  await writeSnapshot(file(), await keyNow(), arraysOf(projectTies(facts({ parties: [{ id: 'A' }] }))));
}

const BOTH = ['holding:A:B', 'holding:B:C'];

describe('the snapshot of a start', () => {
  it('is what was read from Neo4j', async () => {
    expect(await tiesAtStart(place())).toEqual(BOTH);
    const kept = await readSnapshot(file(), await keyNow());
    expect(kept && graphOf(kept)).toEqual(await createModel().ties(store));
  });

  it('is used by the next one', async () => {
    await plant();
    expect(await tiesAtStart(place())).toEqual([]);
  });

  it('is not used when another connection has written since, and is then made anew', async () => {
    await plant();
    const another = await openTestStore();
    await write(another, "MATCH ({id: 'A'})-[tie:OWNS]->() DELETE tie");
    await another.close();
    expect(await tiesAtStart(place())).toEqual(['holding:B:C']);
    const kept = await readSnapshot(file(), await keyNow());
    expect(kept && graphOf(kept)).toEqual(await createModel().ties(store));
  });

  it('is not used when something was written that is no fact', async () => {
    await plant();
    await write(store, 'CREATE (:Note)');
    expect(await tiesAtStart(place())).toEqual(BOTH);
  });

  it('is not used by other code, nor where none is kept', async () => {
    await plant();
    expect(await tiesAtStart(place('other code'))).toEqual(BOTH);
    expect(await tiesAtStart(null)).toEqual(BOTH);
  });

  it('is not used after another load', async () => {
    await plant();
    await loadFacts(store, graph('A -50-> D'));
    expect(await tiesAtStart(place())).toEqual(['holding:A:D']);
  });

  it('is left alone by reading', async () => {
    const before = await readMarker(store);
    await ask(store, 'MATCH (n) RETURN count(n) AS n');
    expect([before, await readMarker(store)]).toEqual([expect.stringContaining('FB:'), before]);
  });
});

describe('the marker of the last change', () => {
  it('is not given to what was read while somebody wrote', async () => {
    const { marker } = await readMarked(store, (tx) => tx.run('RETURN 1'));
    expect(marker).toBe(await readMarker(store));
    const meanwhile = await readMarked(store, () => write(store, 'CREATE (:Note)'));
    expect(meanwhile.marker).toBeNull();
  });

  it('is not asked for where several servers may answer', async () => {
    const uri = store.address.uri.replace('bolt:', 'neo4j:');
    const routed = await openStore({ ...store.address, uri });
    expect(await readMarker(routed)).toBeNull();
    expect(await tiesAtStart(place(), routed)).toEqual(BOTH);
    await routed.close();
  });

  it('stays when Neo4j is stopped and started again, and then moves on with a write', async () => {
    const data = join(folder, 'data');
    const markers: (string | null)[] = [];
    for (const writes of [[true], [false, true]]) {
      const neo4j = await startManaged({ folder: data, boltPort: 0, say: () => {} });
      const own = await openStore(neo4j.address);
      for (const isWriting of writes) {
        if (isWriting) await write(own, 'CREATE (:Note)');
        markers.push(await readMarker(own));
      }
      await own.close();
      await neo4j.stop();
    }
    const [first, second, third] = markers;
    expect(first).toContain('FB:');
    expect(second).toBe(first);
    expect(third).toContain('FB:');
    expect(third).not.toBe(first);
  }, 180_000);
});
