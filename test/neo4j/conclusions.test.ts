import fc from 'fast-check';
import type { Result } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FACT_SECTIONS, type Facts } from '../../server/facts/facts.ts';
import { type Input, loadInput } from '../../server/pipeline.ts';
import type { Runner, Store } from '../../server/store/connection.ts';
import { statement, statementsIn } from '../../server/store/statements.ts';
import { facts, graph, LAW } from '../support/cases.ts';
import { ask, empty, liveDump, loadFacts, loadOn, openTestStore, write } from '../support/database.ts';
import { anyCase } from '../support/random-case.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => empty(store));

const CONCLUDE = new Map(statementsIn('conclude').map((path) => [statement(path), path]));

interface Writes {
  readonly path: string;
  /** Ids of the rows that the statement was given. */
  readonly ids: readonly string[];
  /** Nodes, relationships and properties that Neo4j says it changed. */
  readonly changes: number;
}

/** Loads, and tells of every statement that concludes and that changed something, as Neo4j counts it. */
async function watched(load: (store: Store) => Promise<unknown>): Promise<Writes[]> {
  const seen: { path: string; ids: readonly string[]; result: Result }[] = [];
  const watch = (tx: Runner): Runner => {
    const run: Runner['run'] = (query, parameters: Parameters) => {
      const result = tx.run(query, parameters);
      const path = CONCLUDE.get(String(query));
      const ids = parameters?.rows?.map(({ id }) => id) ?? [];
      if (path !== undefined) seen.push({ path, ids, result });
      return result;
    };
    return { run };
  };
  await load({ ...store, write: (work) => store.write((tx) => work(watch(tx))) });
  const writes = await Promise.all(
    seen.map(async ({ path, ids, result }) => {
      const updates = Object.values((await result.summary()).counters.updates());
      return { path, ids, changes: updates.reduce((sum, each) => sum + each, 0) };
    }),
  );
  return writes.filter(({ changes }) => changes > 0);
}

type Parameters = { readonly rows?: readonly { readonly id: string }[] } | undefined;

function input(all: Facts): Input {
  return { facts: all, manifest: null, name: 'test', hash: JSON.stringify(all), notes: [] };
}

const reload = (all: Facts, law = LAW) => watched((to) => loadInput(to, input(all), law, () => {}));

const partyOf = (verdict: string): string => verdict.split(':')[1] ?? '';

/** Three components, and a bridge between an advanced fab and another one. */
const CASE = `L1* -50-> A1; A1 -60-> B1
  L2* -50-> A2; A2 -?-> B2; C2 -30-> B2
  N3 -80-> A3`;
const FABS = {
  facilities: [
    { id: 'F', country: 'CN', advancedNode: true },
    { id: 'G', country: 'CN', operator: 'B1' },
  ],
  physicalLinks: [{ a: 'F', b: 'G', kind: 'bridge' }],
};

describe('conclusions', () => {
  it('are written once: the same facts again, from other rows and with a new fact elsewhere, write none', async () => {
    const first = await reload(graph(CASE, FABS));
    expect(new Set(first.map(({ path }) => path))).toEqual(
      new Set([
        'conclude/verdicts',
        'conclude/joined-facilities',
        'conclude/node-classes',
        'conclude/findings',
      ]),
    );
    expect(await reload(graph(CASE, FABS))).toEqual([]);
    expect(await reload(graph(`N4 -20-> A4\n${CASE}`, FABS))).toEqual([]);
  });

  it('of one component alone are written when one of its holdings changes', async () => {
    await reload(graph(CASE, FABS));
    const writes = await reload(graph(CASE.replace('L1* -50-> A1', 'L1* -70-> A1'), FABS));
    const verdicts = writes.filter(({ path }) => path === 'conclude/verdicts');
    expect(new Set(verdicts.flatMap(({ ids }) => ids.map(partyOf)))).toEqual(new Set(['L1', 'A1', 'B1']));
    const findings = writes.filter(({ path }) => path === 'conclude/findings').flatMap(({ ids }) => ids);
    expect(new Set(findings.map((id) => id.split(':')[2]))).toEqual(new Set(['A1']));
    expect(writes.map(({ path }) => path)).not.toContain('conclude/joined-facilities');
  });

  it('of that component alone go when they no longer follow', async () => {
    await reload(graph(CASE, FABS));
    const parties = 'MATCH (v:Verdict) RETURN DISTINCT v.party AS party ORDER BY party';
    const before = (await ask(store, parties)).map(({ party }) => party);
    const writes = await reload(graph(CASE.replace('L1* -50-> A1', 'L1* -49-> A1'), FABS));
    const written = writes.filter(({ path }) => path === 'conclude/verdicts').flatMap(({ ids }) => ids);
    expect(new Set(written.map(partyOf))).toEqual(new Set(['L1', 'A1']));
    expect((await ask(store, parties)).map(({ party }) => party)).toEqual(
      before.filter((party) => party !== 'B1'),
    );
  });

  it('are counted: how many there are, and how many were written', async () => {
    const first = await loadFacts(store, graph(CASE, FABS));
    const kinds = [
      'verdicts',
      'joined',
      'dataFindings',
      'nodeClasses',
      'nodeContradictions',
      'memberships',
      'findings',
    ];
    const all = Object.fromEntries([...FACT_SECTIONS, ...kinds].map((kind) => [kind, first.counts[kind]]));
    expect(first.written).toEqual({ ...all, formerFacts: 0, goneFacts: 0 });
    const again = await loadFacts(store, graph(CASE, FABS));
    expect(again.counts).toEqual(first.counts);
    const none = Object.fromEntries([...FACT_SECTIONS, ...kinds].map((kind) => [kind, 0]));
    expect(again.written).toEqual({ ...none, formerFacts: 0, goneFacts: 0 });
  });

  it('of other law never survive, even where they say the same', async () => {
    await reload(graph(CASE, FABS));
    const before = await ask(store, 'MATCH (n:Verdict) RETURN n.id AS id');
    const other = { ...LAW, rules: LAW.rules.slice(1) };
    const writes = await reload(graph(CASE, FABS), other);
    const written = writes.filter(({ path }) => path === 'conclude/verdicts').flatMap(({ ids }) => ids);
    expect(written.toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    const findings = await ask(store, 'MATCH (f:Finding) RETURN DISTINCT f.rule AS rule');
    expect(findings.map(({ rule }) => rule)).not.toContain(LAW.rules[0]?.id);
  });

  it('that somebody deleted by hand are drawn again', async () => {
    await reload(graph(CASE, FABS));
    const before = await liveDump(store);
    await write(store, "MATCH (v:Verdict {party: 'A1'}) DETACH DELETE v");
    await write(store, 'MATCH ()-[j:ONE_FACILITY_WITH]->() DELETE j');
    await reload(graph(CASE, FABS));
    expect(await liveDump(store)).toEqual(before);
  });

  it.each([
    ['a verdict', "MATCH (v:Verdict {party: 'A1', regime: 'bis-affiliates'}) SET v.outcome = 'not-captured'"],
    ['its bounds', "MATCH (v:Verdict {party: 'A1'}) SET v.shareMaxExact = '51'"],
    ['its arithmetic', "MATCH (v:Verdict {party: 'B1'}) SET v.stepsJson = '[]'"],
    ['its last day', "MATCH (v:Verdict {party: 'A1'}) SET v.to = date('2026-01-01')"],
    ['its component', "MATCH (v:Verdict {party: 'A1'}) SET v.component = 'x'"],
    ['a finding', "MATCH (f:Finding {rule: 'captured'}) SET f.level = 'lead'"],
    ['joined facilities', 'MATCH ()-[j:ONE_FACILITY_WITH]->() SET j.hops = 7'],
    ['a node class', "MATCH (c:NodeClass) SET c.nodeClass = 'unknown'"],
    ['one, by a property of its own', "MATCH (v:Verdict {party: 'A1'}) SET v.regimeTitle = null"],
  ])('that somebody edited by hand are drawn again: %s', async (_, edit) => {
    await reload(graph(CASE, FABS));
    const before = await liveDump(store);
    await write(store, edit);
    expect(await liveDump(store)).not.toEqual(before);
    await reload(graph(CASE, FABS));
    expect(await liveDump(store)).toEqual(before);
    expect(await reload(graph(CASE, FABS))).toEqual([]);
  });

  it('that an older Interlock left without hashes are replaced', async () => {
    await reload(graph(CASE, FABS));
    const before = await liveDump(store);
    await write(store, "MATCH (v:Verdict|Finding) REMOVE v.hash, v.component SET v.run = 'old'");
    await reload(graph(CASE, FABS));
    expect(await liveDump(store)).toEqual(before);
  });

  it('keep contradictions apart that begin on the same day', async () => {
    const rows = [10, 20].flatMap((share) => ['A', 'B'].map((owner) => ({ owner, owned: 'C', share })));
    const contradictory = facts({ parties: ['A', 'B', 'C'].map((id) => ({ id })), holdings: rows });
    const { counts } = await loadFacts(store, contradictory);
    expect(counts.dataFindings).toBe(2);
    expect(await ask(store, 'MATCH (:Party)-[:RAISES]->(d:DataFinding) RETURN count(d) AS n')).toEqual([
      { n: 2 },
    ]);
  });

  it('and facts are, after any sequence of loads, those of a load of the last into an empty database', async () => {
    const cases = fc.sample(anyCase, { numRuns: 12, seed: 4 });
    for (const [index, all] of cases.entries()) {
      await loadOn(store, { facts: all, hash: `random-${index}` });
      if (index % 4 !== 3) continue;
      const after = await liveDump(store);
      await empty(store);
      await loadOn(store, { facts: all, hash: `random-${index}` });
      expect(after).toEqual(await liveDump(store));
    }
  });

  it('stay with case work that points at them, marked as withdrawn, until they follow again', async () => {
    await reload(graph(CASE, FABS));
    const before = await liveDump(store);
    const verdict = "MATCH (v:Verdict {party: 'A1', regime: 'bis-affiliates'})";
    await write(store, `${verdict} CREATE (:CaseNote {id: 'n1'})-[:ABOUT]->(v)`);
    const withdrawn =
      'MATCH (:CaseNote)-[:ABOUT]->(v:Verdict) RETURN v.withdrawn AS withdrawn, COUNT { (v)--() } AS ties';
    await reload(graph('L2* -50-> A2'));
    expect(await ask(store, withdrawn)).toEqual([{ withdrawn: true, ties: 1 }]);
    await reload(graph(CASE, FABS));
    await write(store, 'MATCH (n:CaseNote) DETACH DELETE n');
    expect(await liveDump(store)).toEqual(before);
  });
});
