import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inputsShape } from '../../server/library/inputs.ts';
import { keptFiles } from '../../server/library/kept-files.ts';
import { classify } from '../../server/loading/classify.ts';
import { joinInputs, readEditions } from '../../server/loading/load-inputs.ts';
import { entity, person, relation, shares } from '../support/bods.ts';
import { OFAC_ADD, OFAC_ALT, OFAC_SDN } from '../support/made-lists.ts';
import { jsonl } from '../support/registers.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What a command that names these files takes, with what reads it again. */
async function load(contents: Readonly<Record<string, string>>, date?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
  folders.push(folder);
  const paths = Object.entries(contents).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const files = keptFiles(join(folder, 'data'));
  const found = await classify(paths, { files, date });
  return { found, library: { data: folder, files } };
}

const [A, B] = ['0000000000000000AA11', '0000000000000000BB22'] as const;
const LEVEL_1 = `<?xml version="1.0"?><lei:LEIData xmlns:lei="x"><lei:LEIHeader>
  <lei:ContentDate>2023-06-05T08:20:51Z</lei:ContentDate><lei:RecordCount>1</lei:RecordCount></lei:LEIHeader>
  <lei:LEIRecords><lei:LEIRecord><lei:LEI>${A}</lei:LEI><lei:Entity><lei:LegalName>Made Child</lei:LegalName>
  <lei:LegalJurisdiction>US</lei:LegalJurisdiction></lei:Entity></lei:LEIRecord></lei:LEIRecords></lei:LEIData>`;
const LEVEL_2 = `<rr:RelationshipData xmlns:rr="x"><rr:RelationshipRecord><rr:Relationship>
  <rr:StartNode><rr:NodeID>${A}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:StartNode>
  <rr:EndNode><rr:NodeID>${B}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:EndNode>
  <rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY</rr:RelationshipType>
  <rr:RelationshipStatus>ACTIVE</rr:RelationshipStatus></rr:Relationship></rr:RelationshipRecord></rr:RelationshipData>`;
const STATEMENTS = jsonl(
  entity('A'),
  person('p'),
  relation('r', ['A', 'p'], [shares({ exact: 60 })]),
  relation('s', ['gone', 'p'], [shares({ exact: 10 })]),
);
const published = (id: string, name: string) =>
  jsonl(entity(id, {}, { publicationDetails: { bodsVersion: '0.4', publisher: { name, url: 'x' } } }));
const dataset = (...datasets: readonly string[]) =>
  jsonl({ id: 'Q1', schema: 'Company', caption: 'Made', properties: { name: ['Made'] }, datasets });
const NUMBERED = jsonl(entity('A', { identifiers: [{ scheme: 'GB-COH', id: '00007771' }] }));
const HOLDING = `owner,owned,share\nbods/p,mine,51\n`;
const PARTY = 'id,name\nmine,Made Counterparty\n';

describe('files of one edition', () => {
  it('of GLEIF are read together, in either order', async () => {
    const one = (await load({ '1.xml': LEVEL_1, '2.xml': LEVEL_2 })).found.editions;
    const other = (await load({ '2.xml': LEVEL_2, '1.xml': LEVEL_1 })).found.editions;
    expect(one).toEqual(other);
    const [edition] = one;
    expect(edition?.input).toMatchObject({
      ...{ reader: 'gleif', date: '2023-06-05', lists: [{ series: 'gleif', list: '', rows: 2 }] },
      files: [{ file: '2.xml' }],
    });
    const [taken] = edition?.editions ?? [];
    expect(taken?.facts.parties.map(({ name }) => name)).toEqual(['Made Child', `LEI ${B}`]);
    expect(taken?.facts.controls.map(({ controller }) => controller)).toEqual([`lei/${B}`]);
  });

  it('of OFAC give the parties their addresses and aliases', async () => {
    const { found } = await load(
      { 'alt.csv': OFAC_ALT, 'sdn.csv': OFAC_SDN, 'add.csv': OFAC_ADD },
      '2024-01-01',
    );
    const [edition] = found.editions;
    expect(edition?.input.lists).toMatchObject([{ series: 'ofac-sdn', list: 'ofac-sdn', rows: 2 }]);
    const [holding] = edition?.editions[0]?.facts.parties ?? [];
    expect(holding).toMatchObject({ aliases: ['MADE HOLD'], jurisdiction: 'CN' });
  });

  it('of OFAC without their parties are refused, and nothing is kept', async () => {
    await expect(load({ 'add.csv': OFAC_ADD }, '2024-01-01')).rejects.toMatchObject({
      problems: [{ file: 'add.csv', fix: 'Name sdn.csv in the same command.' }],
    });
    expect(readdirSync(join(folders[0] ?? '', 'data', 'editions'))).toEqual([]);
  });

  it('need a day', async () => {
    await expect(load({ 'own.jsonl': STATEMENTS })).rejects.toMatchObject({
      problems: [{ file: 'own.jsonl', message: expect.stringContaining('does not say of which day') }],
    });
  });
});

describe('a register', () => {
  it('is a series of its own, named after its file; what it cannot use is counted', async () => {
    const { found } = await load({ 'made_register-2024-06-01.jsonl': STATEMENTS });
    const [{ input, asides } = { input: null, asides: [] }] = found.editions;
    expect(input?.lists.map(({ series }) => series)).toEqual(['bods/made-register']);
    expect([input?.date, input?.aside, asides.map(({ reason }) => reason)]).toEqual([
      '2024-06-01',
      1,
      ['points at a record that is not in the file'],
    ]);
  });

  it.each([
    ['a', published('A', 'Made Office, Ltd.'), 'bods/made-office-ltd/register'],
    ['another', published('A', 'Other Office'), 'bods/other-office/register'],
    ['two', jsonl(entity('A'), entity('B')).concat('\n', published('C', 'Made Office')), 'bods/register'],
    ['a data set', dataset('made'), 'ftm/made/register'],
    ['several data sets', dataset('made', 'other'), 'ftm/register'],
  ])('of %s publisher is a series of its own', async (_, content, series) => {
    const { found } = await load({ 'register-2024-06-01.jsonl': content });
    expect(found.editions.flatMap(({ input }) => input.lists.map((list) => list.series))).toEqual([series]);
  });

  it('gives the same facts when it is read again from what was recorded', async () => {
    const { found, library } = await load({ '1.xml': LEVEL_1, '2.xml': LEVEL_2 });
    const editions = found.editions.map(({ input }) => input);
    const stated = found.editions.flatMap((each) => each.editions);
    expect(await readEditions(editions, library)).toEqual(stated);
    // What was read is kept then: it says the same, and is read anew where it is not as it was written.
    expect(await readEditions(editions, library)).toEqual(stated);
    const folder = join(library.data, 'editions-read');
    const [kept = ''] = readdirSync(folder);
    const whole = readFileSync(join(folder, kept));
    for (const damaged of [whole.subarray(0, 100), Buffer.concat([whole, whole]), Buffer.from('x')]) {
      writeFileSync(join(folder, kept), damaged);
      expect(await readEditions(editions, library)).toEqual(stated);
    }
    expect(readFileSync(join(folder, kept))).toEqual(whole);
  });

  it('is not loaded again without its file, although what was read of it is kept', async () => {
    const { found, library } = await load({ '1.xml': LEVEL_1 });
    const editions = found.editions.map(({ input }) => input);
    await readEditions(editions, library);
    for (const { sha256 } of editions) await library.files.forget(sha256);
    await expect(readEditions(editions, library)).rejects.toMatchObject({
      message: expect.stringContaining('1.xml'),
    });
  });
});

describe('own sheets', () => {
  const joined = async (contents: Readonly<Record<string, string>>) => {
    const { found, library } = await load(contents, '2024-07-01');
    const inputs = { base: { kind: 'seed' as const }, editions: found.editions.map(({ input }) => input) };
    return joinInputs(
      inputs,
      found.editions.flatMap(({ editions }) => editions),
      library,
    );
  };

  it('may name parties of a register beside them', async () => {
    const { facts, editions } = await joined({ 'r.jsonl': STATEMENTS, 'h.csv': HOLDING, 'p.csv': PARTY });
    expect(facts.holdings.filter(({ owned }) => owned === 'mine').map(({ owner }) => owner)).toEqual([
      'bods/p',
    ]);
    expect(editions?.filter(({ list }) => list === '')).toEqual([]);
  });

  it.each([
    ['an LEI', B],
    ['an LEI with its scheme', `LEI: ${B.toLowerCase()}`],
    ['a company number', '0000 7771'],
    ['a company number with its register', 'gb-coh:00007771'],
  ])('may name such a party by %s', async (_, number) => {
    const own = `owner,owned,share\n${number},mine,51\n`;
    const { facts } = await joined({
      '1.xml': LEVEL_1,
      '2.xml': LEVEL_2,
      'r.jsonl': NUMBERED,
      'h.csv': own,
      'p.csv': PARTY,
    });
    const [holding, ...others] = facts.holdings.filter(({ owned }) => owned === 'mine');
    const owner = facts.parties.find(({ id }) => id === holding?.owner);
    expect([others, owner?.name]).toEqual([[], number.includes('777') ? 'A' : `LEI ${B}`]);
    expect(holding).toMatchObject({ asStated: { owner: number } });
  });

  it('that name what is nowhere are refused by row', async () => {
    await expect(joined({ 'h.csv': HOLDING, 'p.csv': PARTY })).rejects.toMatchObject({
      problems: [{ file: 'h.csv', row: 'line 2', message: 'points at party "bods/p", which is not there.' }],
    });
  });
});

it('inputs recorded before files could be several are still read', () => {
  const edition = { kind: 'edition', reader: 'csl-json', date: '2024-01-01', file: 'a', sha256: 'b' };
  const inputs = { base: { kind: 'seed' }, editions: [{ ...edition, lists: [], aside: 0, claims: null }] };
  expect(inputsShape.parse(inputs).editions[0]?.files).toEqual([]);
});
