import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entity, relation, shares } from '../support/bods.ts';
import { ask, empty, openTestStore } from '../support/database.ts';
import { cleanUp } from '../support/interlock.ts';
import { heldIn, type Loads, loadsInto } from '../support/loads.ts';
import { jsonl } from '../support/registers.ts';

const store = await openTestStore();
afterAll(() => store.close());

const [CHILD, MOTHER] = ['0000000000000000AA11', '0000000000000000BB22'] as const;
const CASE = {
  parties: [
    {
      ...{ id: 'mother', name: 'Made Mother Co., Ltd.', jurisdiction: 'CN' },
      identifiers: [{ scheme: 'lei', value: MOTHER }],
    },
  ],
  listings: [{ party: 'mother', list: 'bis-entity-list', from: '2024-01-01' }],
};
const LEVEL_1 = `<?xml version="1.0"?><lei:LEIData xmlns:lei="x"><lei:LEIHeader>
  <lei:ContentDate>2024-06-05T08:20:51Z</lei:ContentDate><lei:RecordCount>1</lei:RecordCount></lei:LEIHeader>
  <lei:LEIRecords><lei:LEIRecord><lei:LEI>${CHILD}</lei:LEI><lei:Entity><lei:LegalName>Made Child</lei:LegalName>
  <lei:LegalJurisdiction>US</lei:LegalJurisdiction></lei:Entity></lei:LEIRecord></lei:LEIRecords></lei:LEIData>`;
const LEVEL_2 = `<rr:RelationshipData xmlns:rr="x"><rr:RelationshipRecord><rr:Relationship>
  <rr:StartNode><rr:NodeID>${CHILD}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:StartNode>
  <rr:EndNode><rr:NodeID>${MOTHER}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:EndNode>
  <rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY</rr:RelationshipType>
  <rr:RelationshipStatus>ACTIVE</rr:RelationshipStatus></rr:Relationship></rr:RelationshipRecord></rr:RelationshipData>`;
const PSC = jsonl({
  company_number: '01234567',
  data: {
    ...{ kind: 'corporate-entity-person-with-significant-control', name: 'MADE HALF LTD' },
    ...{ natures_of_control: ['ownership-of-shares-75-to-100-percent'], notified_on: '2020-04-06' },
    identification: { registration_number: '07654321', country_registered: 'England' },
    links: { self: '/company/01234567/persons-with-significant-control/corporate-entity/x' },
  },
});
/** `half` is the company that the register of persons with significant control names, by its number. */
const BODS = jsonl(
  entity('up', { identifiers: [{ scheme: 'XI-LEI', id: MOTHER }] }),
  entity('half', { identifiers: [{ scheme: 'GB-COH', id: '07654321' }] }),
  relation('r', ['half', 'up'], [shares({ exact: 50 })]),
);
const thing = (id: string, schema: string, properties: object) => ({ id, schema, caption: id, properties });
const FTM = jsonl(
  thing('own', 'Company', { leiCode: [MOTHER] }),
  thing('less', 'Company', {}),
  thing('t', 'Ownership', { owner: ['own'], asset: ['less'], percentage: ['49.99'] }),
);
const PARTIES = 'id,name\nmine,Made Counterparty\n';
const FABS = 'id,name,operator,country\nfab,Made Fab,mine,US\n';
/** By the company number in one register, and by the LEI that two others know. */
const HOLDINGS = `owner,owned,share,from\ngb-coh/01234567,mine,30,2021-01-01\n${MOTHER},mine,20,2021-01-01\n`;

let loads: Loads;
let editions: Readonly<Record<string, readonly string[]>>;
beforeEach(async () => {
  await empty(store);
  loads = loadsInto();
  const { file } = loads;
  editions = {
    gleif: [file('level-1.xml', LEVEL_1), file('level-2.xml', LEVEL_2)],
    psc: [file('psc-2024-06-01.txt', PSC)],
    bods: [file('bods-2024-06-02.jsonl', BODS)],
    ftm: [file('ftm-2024-06-03.jsonl', FTM)],
    own: [file('parties-2024-07-01.csv', PARTIES), file('fabs.csv', FABS), file('holdings.csv', HOLDINGS)],
  };
  await load(file('case.json', CASE));
});
afterEach(cleanUp);

async function load(...paths: readonly string[]) {
  const { code, stdout, stderr } = await loads.run('load', ...paths, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

async function loadAll(names: readonly string[]): Promise<void> {
  for (const name of names) await load(...(editions[name] ?? []));
}

const IN_ORDER = ['gleif', 'psc', 'bods', 'ftm', 'own'];

describe('registers and own sheets, loaded as editions', () => {
  it('are one graph: parties joined by their numbers, with the ties and verdicts that follow', async () => {
    await loadAll(IN_ORDER);
    const ties = `MATCH (a:Party)-[r:OWNS|CONTROLS]->(b:Party)
      RETURN a.id AS a, type(r) AS type, coalesce(r.shareMin, r.kind) AS what, b.id AS b ORDER BY b, a`;
    expect((await ask(store, ties)).map(({ a, type, what, b }) => [a, type, what, b])).toEqual([
      ['mother', 'OWNS', 49.99, 'ftm/less'],
      ['gb-coh/07654321', 'OWNS', 75, 'gb-coh/01234567'],
      ['mother', 'OWNS', 50, 'gb-coh/07654321'],
      ['mother', 'CONTROLS', 'accounting-consolidation-direct', `lei/${CHILD}`],
      ['gb-coh/01234567', 'OWNS', 30, 'mine'],
      ['mother', 'OWNS', 20, 'mine'],
    ]);
    const verdicts = `MATCH (v:Verdict {regime: 'bis-affiliates'})
      WHERE v.from <= date('2025-10-15') AND (v.to IS NULL OR v.to > date('2025-10-15'))
      RETURN v.party AS party, v.outcome AS outcome ORDER BY party`;
    expect((await ask(store, verdicts)).map(({ party, outcome }) => [party, outcome])).toEqual([
      ['ftm/less', 'not-captured'],
      ['gb-coh/01234567', 'captured'],
      ['gb-coh/07654321', 'captured'],
      ['mine', 'captured'],
      ['mother', 'listed'],
    ]);
    const seen = `MATCH ()-[r:OWNS]->(:Party {id: 'mine'}) RETURN r.row AS row, r.sources AS sources ORDER BY row`;
    expect(await ask(store, seen)).toEqual([
      { row: 'holdings.csv#line 2', sources: ['sheet/holdings.csv'] },
      { row: 'holdings.csv#line 3', sources: ['sheet/holdings.csv'] },
    ]);
  });

  it('write nothing when they are loaded again, each by itself or all at once', async () => {
    await loadAll(IN_ORDER);
    const before = await heldIn(store);
    for (const paths of [...Object.values(editions), Object.values(editions).flat()]) {
      const { written } = await load(...paths);
      expect(
        Object.values(written).every((count) => count === 0),
        JSON.stringify(written),
      ).toBe(true);
    }
    expect(await heldIn(store)).toEqual(before);
  });

  it('give the same in another order', async () => {
    await loadAll(IN_ORDER);
    const inOrder = await heldIn(store);
    await empty(store);
    loads = loadsInto();
    await load(loads.file('case.json', CASE));
    await loadAll(['bods', 'ftm', 'psc', 'gleif', 'own']);
    expect(await heldIn(store)).toEqual(inOrder);
  });

  it('are taken back one after the other, each to exactly what was before it', async () => {
    const states: string[][] = [];
    for (const name of IN_ORDER) {
      states.push(await heldIn(store));
      await loadAll([name]);
    }
    for (const name of [...IN_ORDER].reverse()) {
      const [path = ''] = editions[name] ?? [];
      const { code, stderr } = await loads.run('rollback', path.slice(path.lastIndexOf('/') + 1));
      expect(code, stderr).toBe(0);
      expect(await heldIn(store), name).toEqual(states.pop());
    }
  });

  it('refuse a row that names nobody, and the loss of whom it names', async () => {
    await loadAll(['psc']);
    const before = await heldIn(store);
    const refused = await loads.run(
      'load',
      ...(editions.own ?? []),
      loads.file('more.csv', 'owner,owned,share\nnobody,mine,1\n'),
    );
    expect(refused.stderr).toMatch(/more\.csv: line 2: owner: points at party "nobody", which is not there/);
    expect(await heldIn(store)).toEqual(before);
    await loadAll(['own']);
    const lost = await loads.run('rollback', 'psc-2024-06-01.txt');
    expect(lost).toMatchObject({ code: 1, stderr: expect.stringContaining('holdings.csv: line 2: owner') });
  });

  it('may be named by a case file: by id, by LEI, by company number', async () => {
    await loadAll(['psc', 'ftm']);
    const holding = (owner: string) => ({ owner, owned: 'mine', share: 1 });
    const held = ['ftm/less', MOTHER, '01234567'].map(holding);
    const mine = { parties: [...CASE.parties, { id: 'mine' }], listings: CASE.listings };
    const { counts } = await load(loads.file('own.json', { ...mine, holdings: held }));
    expect(counts.holdings).toBe(5);
    const owners = `MATCH (a:Party)-[:OWNS]->(:Party {id: 'mine'}) RETURN a.id AS id ORDER BY id`;
    expect((await ask(store, owners)).map(({ id }) => id)).toEqual(['ftm/less', 'gb-coh/01234567', 'mother']);
    const before = await heldIn(store);
    const wrong = loads.file('wrong.json', { ...mine, holdings: [...held, holding('99999999')] });
    const { code, stderr } = await loads.run('load', wrong);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /wrong\.json: holdings\[3\]: owner: points at party "99999999", which is not there/,
    );
    expect(await heldIn(store)).toEqual(before);
  });
});
