import { describe, expect, it } from 'vitest';
import { BLANK_ENTRY, type ListEntry } from '../../server/normalise/lists/entry.ts';
import { cslEntries } from '../../server/normalise/lists/from-csl.ts';
import { ecfrEntries } from '../../server/normalise/lists/from-ecfr.ts';
import { parsedEntries } from '../../server/normalise/lists/from-parsed-list.ts';
import { TAKE_LIST } from '../../server/normalise/lists/list-formats.ts';
import { reconcile } from '../../server/normalise/lists/reconcile.ts';
import { cslJson } from '../../server/readers/formats/csl-json.ts';
import { ecfrXml } from '../../server/readers/formats/ecfr-xml.ts';
import { LIST_READERS } from '../../server/readers/formats/lists.ts';
import { parsedList } from '../../server/readers/formats/parsed-list.ts';
import { recognise } from '../../server/readers/recognise.ts';
import {
  BIS_DPL,
  BIS_EL,
  FR_PAGE,
  META_1260H,
  METI,
  OFAC_ADD,
  OFAC_ALT,
  OFAC_SDN,
  parsed,
} from '../support/made-lists.ts';
import { bytesOf, factsOf, readText } from '../support/read-list.ts';

const EL = 'Entity List (EL) - Bureau of Industry and Security';
const COLUMNS =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids';

const csl = (day: string, rows: readonly object[]): string =>
  JSON.stringify({
    results: rows,
    sources_used: [{ source: EL, source_last_updated: `${day}T00:00:00+00:00` }],
  });
const row = (name: string, notice: string, more: object = {}): object => ({
  source: EL,
  id: `${name} ${notice}`,
  name,
  addresses: [{ address: '1 Road', country: 'CN' }],
  federal_register_notice: notice,
  ...more,
});

describe('recognition', () => {
  it.each([
    ['csl-json', csl('2024-12-01', [row('A', '85 FR 1')])],
    ['csl-csv', COLUMNS],
    ['csl-csv', `"${COLUMNS.replace('_id,', '').replaceAll(',', '","')}"`],
    ['csl-tsv', COLUMNS.replaceAll(',', '\t')],
    ['bis-el-csv', BIS_EL],
    ['bis-dpl', BIS_DPL],
    ['ecfr-744', '<?xml version="1.0"?>\n<DIV5 N="744" TYPE="PART"><HEAD>PART 744</HEAD>'],
    ['federal-register', JSON.stringify(FR_PAGE)],
    ['meti-json', METI],
    ['parsed-us-list', META_1260H],
    ['ofac-sdn-csv', OFAC_SDN],
    ['ofac-add-csv', OFAC_ADD],
    ['ofac-alt-csv', OFAC_ALT],
  ])('%s', (id, head) => {
    expect(LIST_READERS.filter((reader) => reader.recognises(head)).map((reader) => reader.id)).toEqual([id]);
    expect(recognise({ file: 'made', head }).id).toBe(id);
  });

  it('takes no other JSON, table or page for a list', () => {
    const others = [
      '{"parties":[]}',
      '{"results":[]}',
      'a,b\n1,2',
      '<html><body>502</body></html>',
      '[{"id":1}]',
    ];
    for (const head of others) expect(LIST_READERS.filter((reader) => reader.recognises(head))).toEqual([]);
  });
});

describe('two editions', () => {
  const listings = async (text: string) => {
    const taken = await TAKE_LIST['csl-json']?.(bytesOf(text), { file: 'made' });
    return new Map(factsOf(taken?.rows ?? {}).listings.map((each) => [each.id, each.citation]));
  };

  it('show additions as new ids and amendments under the old, though the publisher gives another', async () => {
    const before = await listings(csl('2024-12-01', [row('A', '85 FR 1'), row('B', '86 FR 1')]));
    const after = await listings(
      csl('2024-12-31', [
        row('C', '89 FR 9'),
        row('A', '89 FR 9'),
        row('B', '86 FR 1'),
        row('A', '85 FR 1; 89 FR 9'),
      ]),
    );
    expect([...before.keys()].filter((id) => !after.has(id))).toEqual([]);
    expect([...after].filter(([id]) => !before.has(id)).map(([, citation]) => citation)).toEqual([
      '89 FR 9',
      '89 FR 9',
    ]);
    expect([...after].filter(([id, citation]) => before.has(id) && before.get(id) !== citation).length).toBe(
      1,
    );
  });

  it('take the day of the file or the one given, and demand one', async () => {
    const take = TAKE_LIST['csl-json'];
    expect((await take?.(bytesOf(csl('2024-12-01', [])), { file: 'made' }))?.date).toBe('2024-12-01');
    expect((await take?.(bytesOf(csl('2024-12-01', [])), { file: 'made', date: '2024-12-05' }))?.date).toBe(
      '2024-12-05',
    );
    await expect(take?.(bytesOf('{"results":[]}'), { file: 'made' })).rejects.toMatchObject({
      problems: [{ file: 'made', message: expect.stringContaining('of which day') }],
    });
  });
});

describe('two renderings of one list', () => {
  const entry = (
    rawName: string,
    countries: readonly string[],
    more: Partial<ListEntry> = {},
  ): ListEntry => ({
    ...BLANK_ENTRY,
    ...{ file: 'made', row: '', list: 'bis-entity-list', rawName, name: rawName },
    ...{ countries, country: countries[0] ?? null },
    ...more,
  });

  it('are joined by name and country, name, alias and parent, never by page', () => {
    const left = [
      entry('Made Co., Ltd. (MC)', ['CN'], { citation: '76 FR 71867' }),
      entry('Moved', ['TR']),
      entry('Old Name', ['RU'], { aliases: ['New Name'] }),
      entry('Big. Affiliated Entity: Small', ['CN'], {
        name: 'Small',
        tie: { name: 'Big', kind: 'affiliated-entity', note: '' },
      }),
      entry('Made Ltd., Wuhan, Hubei', ['CN']),
      entry('Gone', ['CN'], { citation: '90 FR 1' }),
    ];
    const right = [
      entry('MADE CO LTD', ['CN'], { citation: '76 FR 71869' }),
      entry('Moved', ['IR']),
      entry('New Name', ['RU']),
      entry('Big', ['CN']),
      entry('Made Ltd.', ['CN']),
      entry('Come', ['CN'], { citation: '90 FR 1' }),
    ];
    const { same, onlyLeft, onlyRight } = reconcile(left, right);
    expect(same.map((each) => [each.left.rawName, each.right.rawName, each.by])).toEqual([
      ['Made Co., Ltd. (MC)', 'MADE CO LTD', 'name and country'],
      ['Moved', 'Moved', 'name'],
      ['Old Name', 'New Name', 'alias'],
      ['Big. Affiliated Entity: Small', 'Big', 'parent'],
      ['Made Ltd., Wuhan, Hubei', 'Made Ltd.', 'beginning'],
    ]);
    expect([onlyLeft, onlyRight].map((rest) => rest.map(({ rawName }) => rawName))).toEqual([
      ['Gone'],
      ['Come'],
    ]);
  });

  it('are read from their own formats: the Screening List, the Code, and the Code parsed', async () => {
    const screening = csl('2025-11-08', [row('Made Chips Co., Ltd.', '76 FR 71867')]);
    const code = `<DIV5 TYPE="PART"><HEAD>Supplement No. 4 to Part 744</HEAD><TABLE><TR><TH>Country</TH><TH>Entity</TH>
      <TH>License requirement</TH><TH>License review policy</TH><TH>Federal Register citation</TH></TR><TR><TD>CHINA</TD>
      <TD>Made Chips Co. Ltd., 1 Road</TD><TD/><TD/><TD>76 FR 71869, 11/21/11</TD></TR></TABLE></DIV5>`;
    const blank = { aliases: [], address: null, status: null, effective_date: null, notes: null };
    const entity = { ...blank, name: 'MADE CHIPS CO LTD', country: 'China', federal_register: '76 FR 71869' };
    const left = cslEntries(await readText(cslJson, screening));
    const others = [
      ecfrEntries(await readText(ecfrXml, code)),
      parsedEntries(await readText(parsedList, parsed('bis-entity-list', [entity]))),
    ];
    for (const right of others)
      expect(reconcile(left, right)).toMatchObject({
        same: [{ by: 'name and country' }],
        onlyLeft: [],
        onlyRight: [],
      });
  });

  it('join rows one by one where there are several, and all to the one where there is one', () => {
    const two = [entry('A', ['DE'], { row: '1' }), entry('A', ['DE'], { row: '2' })];
    const pairs = (left: readonly ListEntry[], right: readonly ListEntry[]) =>
      reconcile(left, right).same.map((each) => `${each.left.row}${each.right.row}`);
    expect(pairs(two, two)).toEqual(['11', '22']);
    expect(pairs(two, two.slice(0, 1))).toEqual(['11', '21']);
    expect(pairs(two.slice(1), two).sort()).toEqual(['21', '22']);
  });
});
