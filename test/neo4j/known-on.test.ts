import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FACT_SECTIONS, type Facts } from '../../server/facts/facts.ts';
import { factsKnownOn } from '../../server/facts/known-on.ts';
import { NO_FACTS } from '../../server/facts/sections.ts';
import { loadInput } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { readLoaded } from '../../server/store/queries/loaded.ts';
import { readFacts, readFormerFacts } from '../../server/store/read-facts.ts';
import { facts, graph, LAW, outcomes } from '../support/cases.ts';
import { ask, dump, empty, liveDump, loadOn, openTestStore, write } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => empty(store));

const MARCH = '2026-03-01';
const APRIL = '2026-04-01';
const MAY = '2026-05-01';

/** One fact of each section, with a word in it that a later load can say otherwise. */
function everyKind(word: string, share = 60): Facts {
  return facts({
    sources: [{ id: 'register', title: `Register ${word}` }],
    parties: [
      { id: 'A', name: `A ${word}`, source: 'register', identifiers: [{ scheme: 'lei', value: word }] },
      { id: 'B', originalName: { text: word, source: 'register' } },
    ],
    listings: [{ party: 'A', list: 'bis-entity-list', from: '2020-12-18', citation: word }],
    holdings: [{ owner: 'A', owned: 'B', share: { min: 5, max: share, exclusiveMin: true }, note: word }],
    investments: [{ investor: 'A', target: 'B', round: word }],
    controls: [{ controller: 'A', controlled: 'B', kind: word }],
    affiliations: [{ a: 'A', b: 'B', kind: 'supplier', note: word }],
    officers: [{ person: 'A', party: 'B', role: word }],
    facilities: [
      { id: 'F', operator: 'A', node: word, latitude: 31, advancedFrom: '2020-01-01', advancedNode: true },
      {
        ...{ id: 'G', operatorConfidence: 'reported', status: word },
        technologies: [{ kind: 'dram', halfPitchNm: 17.5, note: word }],
      },
    ],
    physicalLinks: [{ a: 'F', b: 'G', kind: 'bridge', fromPrecision: 'month', note: word }],
    orders: [{ facility: 'G', item: word, needs: 'advanced-node', date: '2025-01-01' }],
  });
}

async function stored(): Promise<{ held: Facts; former: Facts }> {
  return store.read(async (tx) => {
    const loaded = await readLoaded(tx);
    return {
      held: loaded === null ? NO_FACTS : await readFacts(tx),
      former: await readFormerFacts(tx),
    };
  });
}

async function knownOn(day: string): Promise<Facts> {
  const { held, former } = await stored();
  return factsKnownOn(held, former, day).facts;
}

/** What facts say, by id, whenever it was known. */
function content(all: Facts): Record<string, object> {
  const rows = Object.values(all).flatMap((section: readonly { readonly id: string }[]) => section);
  return Object.fromEntries(rows.map((fact) => [fact.id, { ...fact, knownFrom: null, knownTo: null }]));
}

const learned = `MATCH (n) WHERE n.id IN $ids AND NOT n:FormerFact RETURN n.id AS id, toString(n.knownFrom) AS day
  UNION MATCH ()-[r]->() WHERE r.id IN $ids RETURN r.id AS id, toString(r.knownFrom) AS day`;

describe('the day on which a fact was learned', () => {
  it('is the day of the load that brought it, and stays over later loads of the same', async () => {
    const ids = [
      'register',
      'A',
      'F',
      'listing:bis-entity-list:A:2020-12-18',
      'holding:A:B',
      'link:bridge:F:G',
    ];
    await loadOn(store, { facts: everyKind('same'), day: MARCH });
    await loadOn(store, { facts: everyKind('same'), day: APRIL });
    const rows = await ask(store, learned, { ids });
    expect(new Map(rows.map(({ id, day }) => [id, day]))).toEqual(new Map(ids.map((id) => [id, MARCH])));
    expect(await ask(store, 'MATCH (n:FormerFact) RETURN n.id AS id')).toEqual([]);
  });

  it('is the day of the change for a fact that says something else, with the former content kept aside', async () => {
    await loadOn(store, { facts: graph('L* -50-> S; N -10-> S'), day: MARCH });
    const report = await loadOn(store, { facts: graph('L* -40-> S; N -10-> S'), day: APRIL });
    expect(report.written).toMatchObject({ formerFacts: 1 });
    const rows = await ask(store, learned, { ids: ['holding:L:S', 'holding:N:S'] });
    expect(new Map(rows.map(({ id, day }) => [id, day]))).toEqual(
      new Map([
        ['holding:L:S', APRIL],
        ['holding:N:S', MARCH],
      ]),
    );
    const { former } = await stored();
    expect(former).toEqual({ ...NO_FACTS, holdings: [expect.anything()] });
    expect(former.holdings[0]).toMatchObject({
      ...{ id: 'holding:L:S', owner: 'L', owned: 'S', knownFrom: MARCH, knownTo: APRIL },
      share: { min: '50', max: '50' },
    });
  });

  it('is the one that the file names', async () => {
    const row = { owner: 'A', owned: 'B', share: 5, knownFrom: '2024-02-29' };
    await loadOn(store, {
      facts: facts({ parties: [{ id: 'A' }, { id: 'B' }], holdings: [row] }),
      day: MARCH,
    });
    expect(await ask(store, learned, { ids: ['holding:A:B'] })).toEqual([
      { id: 'holding:A:B', day: '2024-02-29' },
    ]);
  });

  it('is not made up for facts that an older Interlock loaded', async () => {
    await loadOn(store, { facts: everyKind('same'), day: MARCH });
    await write(store, 'MATCH (n) REMOVE n.knownFrom');
    await write(store, 'MATCH ()-[r]->() REMOVE r.knownFrom');
    await loadOn(store, { facts: everyKind('same'), day: APRIL });
    const { held, former } = await stored();
    expect(FACT_SECTIONS.flatMap((section) => held[section].map(({ knownFrom }) => knownFrom))).not.toContain(
      APRIL,
    );
    expect(former).toEqual(NO_FACTS);
  });
});

describe('what was known', () => {
  it('comes back exactly, for every section, after each fact was changed and then swept', async () => {
    await loadOn(store, { facts: everyKind('first'), day: MARCH });
    await loadOn(store, { facts: everyKind('second', 40), day: APRIL });
    await loadOn(store, { facts: facts({ parties: [{ id: 'C' }] }), day: MAY });
    expect(content(await knownOn(MARCH))).toEqual(content(everyKind('first')));
    expect(content(await knownOn('2026-04-30'))).toEqual(content(everyKind('second', 40)));
    expect(content(await knownOn(MAY))).toMatchObject({ C: { id: 'C' } });
    expect((await knownOn(MAY)).parties).toHaveLength(1);
    expect((await knownOn('2026-02-28')).parties).toEqual([]);
  });

  it('gives the verdicts of that time again', async () => {
    await loadOn(store, { facts: graph('L* -50-> S'), day: MARCH });
    await loadOn(store, { facts: graph('L* -49-> S'), day: APRIL });
    expect(outcomes(await knownOn(MARCH))).toMatchObject({ S: 'captured' });
    expect(outcomes(await knownOn(APRIL))).toMatchObject({ S: 'not-captured' });
  });

  it('holds former versions that a file states, once however often it is loaded', async () => {
    const parties = [{ id: 'A' }, { id: 'B' }];
    const held = facts({ parties, holdings: [{ owner: 'A', owned: 'B', share: 40, knownFrom: MARCH }] });
    const version = facts({ parties, holdings: [{ owner: 'A', owned: 'B', share: 60 }] });
    const holdings = version.holdings.map((each) => ({ ...each, knownFrom: '2026-01-01', knownTo: MARCH }));
    const load = { facts: held, former: { ...NO_FACTS, holdings }, day: APRIL, hash: 'twice' };
    await loadOn(store, load);
    const before = await dump(store);
    await loadOn(store, { ...load, day: MAY });
    expect(await dump(store)).toEqual(before);
    const { former } = await stored();
    expect(content(former)).toEqual(content({ ...NO_FACTS, holdings }));
  });

  it('is kept although case work points at what was withdrawn', async () => {
    await loadOn(store, { facts: graph('L* -50-> S; S -60-> T'), day: MARCH });
    await write(store, "MATCH (p:Party {id: 'T'}) CREATE (:CaseNote {id: 'n1'})-[:ABOUT]->(p)");
    await loadOn(store, { facts: graph('L* -50-> S'), day: APRIL });
    await loadOn(store, { facts: graph('L* -50-> S'), day: MAY });
    const rows = await ask(store, 'MATCH (n:FormerFact) RETURN n.versionOf AS id, toString(n.knownTo) AS to');
    expect(new Set(rows.map(({ id, to }) => `${id} ${to}`))).toEqual(
      new Set([`T ${APRIL}`, `holding:S:T ${APRIL}`]),
    );
  });
});

describe('the archive', () => {
  it('is no part of the graph: what remains is what a load into an empty database leaves', async () => {
    await loadOn(store, { facts: everyKind('first'), day: MARCH });
    await loadOn(store, { facts: everyKind('second'), day: APRIL, hash: 'last' });
    const after = await liveDump(store);
    expect(await ask(store, 'MATCH (n:FormerFact) RETURN count(n) > 9 AS some')).toEqual([{ some: true }]);
    expect(await ask(store, 'MATCH (n:FormerFact)--() RETURN count(*) AS ties')).toEqual([{ ties: 0 }]);
    await empty(store);
    await loadOn(store, { facts: everyKind('second'), day: APRIL, hash: 'last' });
    expect(after).toEqual(await liveDump(store));
  });

  it('gets nothing from a load that fails', async () => {
    await loadOn(store, { facts: graph('L* -50-> S'), day: MARCH });
    const before = await dump(store);
    const breaks = (step: string): void => {
      if (step === 'analysis') throw new Error('pulled the plug');
    };
    const input = { facts: graph('L* -40-> S'), manifest: null, name: 'test', hash: 'breaks', notes: [] };
    await expect(loadInput(store, { ...input, day: APRIL }, LAW, breaks)).rejects.toThrow('pulled the plug');
    expect(await dump(store)).toEqual(before);
  });
});
