import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadedLines } from '../../server/cli/serve.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { concluderOf, loadInput, readInput, SEED } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { readLoaded } from '../../server/store/queries/loaded.ts';
import { facts, graph, LAW } from '../support/cases.ts';
import { ask, dump, empty, liveDump, loadFacts, openTestStore, write } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => empty(store));

const FULL = 'L* -50-> S; S -60-> T; N -30-> T';
const SMALL = 'L* -50-> S';

/** Facts with ids of their own, so that a later load can say of the same fact that it is somewhere else. */
function moving({ party, list, owner, owned }: Readonly<Record<string, string>>): Facts {
  return facts({
    parties: ['A', 'B', 'C'].map((id) => ({ id, jurisdiction: 'CN' })),
    facilities: ['A', 'B', 'C'].map((id) => ({ id: `fab-${id}` })),
    listings: [{ id: 'its-listing', party, list }],
    holdings: [{ id: 'its-holding', owner, owned, share: 60 }],
    controls: [{ id: 'its-control', controller: owner, controlled: owned, kind: 'board' }],
    investments: [{ id: 'its-investment', investor: owner, target: owned }],
    affiliations: [{ id: 'its-affiliation', a: owner, b: owned, kind: 'partner' }],
    officers: [{ id: 'its-post', person: owner, party: owned, role: 'director' }],
    physicalLinks: [{ id: 'its-link', a: `fab-${owner}`, b: `fab-${owned}`, kind: 'bridge' }],
  });
}

describe('a load', () => {
  it('of the seed stores what its manifest promises, and twice changes nothing', async () => {
    const seed = readInput([SEED]);
    const { counts } = await loadInput(store, seed, LAW, () => {});
    expect(counts).toMatchObject(seed.manifest?.counts ?? { parties: 'missing' });
    const before = await dump(store);
    expect(before.length).toBeGreaterThan(2_000);
    await loadInput(store, readInput([SEED]), LAW, () => {});
    expect(await dump(store)).toEqual(before);
  });

  it('keeps the exact share beside the readable one', async () => {
    await loadFacts(store, graph('L* -49.999999999999999999-> S; L -100/3-> T'));
    const rows = await ask(
      store,
      'MATCH ()-[r:OWNS]->(p) RETURN p.id AS id, r.shareMinExact AS exact ORDER BY id',
    );
    expect(rows).toEqual([
      { id: 'S', exact: '49.999999999999999999' },
      { id: 'T', exact: '100/3' },
    ]);
  });

  it('gives a party the label of its kind, and none where no source says what it is', async () => {
    const labelsOf = (kind: string) =>
      loadFacts(store, facts({ parties: [{ id: 'P', kind }] })).then(() =>
        ask(store, "MATCH (p:Party {id: 'P'}) UNWIND labels(p) AS label RETURN label ORDER BY label"),
      );
    expect(await labelsOf('person')).toEqual([{ label: 'Party' }, { label: 'Person' }]);
    expect(await labelsOf('unknown')).toEqual([{ label: 'Party' }]);
    expect(await labelsOf('vessel')).toEqual([{ label: 'Party' }, { label: 'Vessel' }]);
  });

  it('of fewer facts removes what is gone, with the conclusions drawn from it', async () => {
    await loadFacts(store, graph(FULL));
    expect(await ask(store, 'MATCH (p:Party) RETURN count(p) AS n')).toEqual([{ n: 4 }]);
    await loadFacts(store, graph(SMALL), 'small');
    const small = await liveDump(store);
    await empty(store);
    await loadFacts(store, graph(SMALL), 'small');
    expect(await liveDump(store)).toEqual(small);
  });

  it('takes a changed share over, and the verdict with it', async () => {
    await loadFacts(store, graph('L* -50-> S'));
    await loadFacts(store, graph('L* -49-> S'));
    const outcomes =
      'MATCH (v:Verdict {regime: "bis-affiliates"}) RETURN v.party AS party, v.outcome AS outcome ORDER BY party';
    expect(await ask(store, outcomes)).toEqual([
      { party: 'L', outcome: 'listed' },
      { party: 'S', outcome: 'not-captured' },
    ]);
  });

  it('takes a listing that moved to another party and list off the former ones', async () => {
    await loadFacts(store, moving({ party: 'A', list: 'bis-entity-list', owner: 'A', owned: 'B' }));
    await loadFacts(store, moving({ party: 'B', list: 'ofac-sdn', owner: 'A', owned: 'B' }), 'moved');
    const listed =
      'MATCH (p:Party)-[:LISTED_AS]->(l:Listing)-[:ON]->(t:List) RETURN p.id AS party, l.id AS id, t.id AS list';
    expect(await ask(store, listed)).toEqual([{ party: 'B', id: 'its-listing', list: 'ofac-sdn' }]);
  });

  it('takes ties whose ends moved under the same id over, and leaves nothing of the former ones', async () => {
    const after = moving({ party: 'A', list: 'bis-entity-list', owner: 'B', owned: 'C' });
    await loadFacts(store, moving({ party: 'A', list: 'bis-entity-list', owner: 'A', owned: 'B' }));
    await loadFacts(store, after, 'moved');
    const moved = await liveDump(store);
    await empty(store);
    await loadFacts(store, after, 'moved');
    expect(await liveDump(store)).toEqual(moved);
  });

  it('takes a listing that no longer contributes off the verdict that stays', async () => {
    await loadFacts(store, graph('L* -30-> S; M* -30-> S'));
    await loadFacts(store, graph('L* -60-> S; M*'));
    const proofs =
      'MATCH (v:Verdict {party: "S", regime: "bis-affiliates"})-[:EVIDENCED_BY]->(l:Listing) RETURN l.party AS party';
    expect(await ask(store, proofs)).toEqual([{ party: 'L' }]);
  });

  it('leaves case work untouched, and keeps the party it points at, marked as withdrawn', async () => {
    await loadFacts(store, graph(FULL));
    await write(
      store,
      "MATCH (p:Party {id: 'T'}) CREATE (:CaseNote {id: 'n1', text: 'call them'})-[:ABOUT {by: 'me'}]->(p)",
    );
    await loadFacts(store, graph(SMALL));
    const note =
      'MATCH (n:CaseNote)-[r:ABOUT]->(p:Party) RETURN n.text AS text, r.by AS by, p.id AS id, p.withdrawn AS withdrawn';
    expect(await ask(store, note)).toEqual([{ text: 'call them', by: 'me', id: 'T', withdrawn: true }]);
    expect(await ask(store, 'MATCH (p:Party) RETURN p.id AS id ORDER BY id')).toEqual(
      ['L', 'S', 'T'].map((id) => ({ id })),
    );
    await loadFacts(store, graph(FULL));
    expect(await ask(store, note)).toEqual([{ text: 'call them', by: 'me', id: 'T', withdrawn: null }]);
  });

  it('that names unknown parties or sources stops before anything is written, naming every row', async () => {
    await loadFacts(store, graph(SMALL));
    const before = await dump(store);
    const bad = () =>
      facts({
        parties: [{ id: 'L', source: 'nowhere' }],
        holdings: [
          { owner: 'L', owned: 'X' },
          { owner: 'Y', owned: 'L' },
        ],
      });
    expect(bad).toThrow(/holdings\[0\][\s\S]*"X"[\s\S]*holdings\[1\][\s\S]*"Y"/);
    expect(bad).toThrow(/parties\[0\][\s\S]*"nowhere"/);
    expect(await dump(store)).toEqual(before);
  });

  it('that fails in the middle leaves the former state in force', async () => {
    await loadFacts(store, graph(SMALL));
    const before = await dump(store);
    const input = { facts: graph(FULL), manifest: null, name: 'test', hash: 'breaks', notes: [] };
    const breaks = (step: string): void => {
      if (step === 'rules') throw new Error('pulled the plug');
    };
    await expect(loadInput(store, input, LAW, breaks)).rejects.toThrow('pulled the plug');
    expect(await dump(store)).toEqual(before);
  });
});

describe('the load of a user', () => {
  async function said(): Promise<string[]> {
    const loaded = await store.read(readLoaded);
    if (loaded === null) throw new Error('Nothing is loaded');
    return loadedLines(loaded, LAW);
  }

  it('is named by the next start, and nothing else is said while the rules and the code are the same', async () => {
    await loadFacts(store, graph(SMALL));
    expect(await said()).toEqual([expect.stringMatching(/^Loaded: test \(\d{4}-.*\)\.$/)]);
  });

  it.each([
    ['other rules or code concluded it', 'SET r.concludedBy = "another"'],
    ['an older Interlock loaded it', 'REMOVE r.concludedBy'],
  ])('is called old where %s, with how to load it again', async (_, change) => {
    await loadFacts(store, graph(SMALL));
    await write(store, `MATCH (r:Run) SET r.input = 'a.json, b' ${change}`);
    const [, old] = await said();
    expect(old).toBe(
      'What is loaded (a.json, b) was concluded by another version of the rules or of Interlock; load it again: interlock load a.json b',
    );
  });

  it('has another concluder under another law', () => {
    expect(concluderOf({ ...LAW, rules: LAW.rules.slice(1) })).not.toBe(concluderOf(LAW));
  });
});
