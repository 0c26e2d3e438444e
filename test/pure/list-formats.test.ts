import { describe, expect, it } from 'vitest';
import { fromCsl } from '../../server/normalise/lists/from-csl.ts';
import { fromFederalRegister } from '../../server/normalise/lists/from-federal-register.ts';
import { fromMeti } from '../../server/normalise/lists/from-meti.ts';
import { fromOfacLegacy } from '../../server/normalise/lists/from-ofac-legacy.ts';
import { fromParsedList } from '../../server/normalise/lists/from-parsed-list.ts';
import { bisDpl } from '../../server/readers/formats/bis-dpl.ts';
import { bisElCsv } from '../../server/readers/formats/bis-el-csv.ts';
import { federalRegister } from '../../server/readers/formats/federal-register.ts';
import { metiJson } from '../../server/readers/formats/meti-json.ts';
import { ofacAddCsv, ofacAltCsv, ofacSdnCsv } from '../../server/readers/formats/ofac-legacy.ts';
import { parsedList } from '../../server/readers/formats/parsed-list.ts';
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
import { factsOf, readText } from '../support/read-list.ts';

describe("BIS's own files", () => {
  it('join the lines of an entry, each address and alias once', async () => {
    const { rows, asides } = await readText(bisElCsv, BIS_EL);
    expect(asides).toEqual([]);
    expect(rows.map(({ row }) => row)).toEqual(['line 2', 'line 5']);
    const { parties, listings } = factsOf(fromCsl({ file: 'made', date: '2018-01-01', rows }));
    expect(parties).toMatchObject([
      {
        name: 'Made Farid',
        aliases: ['Fazel', 'Farid'],
        addresses: ['Apt. 45, block #21, Kabul, Afghanistan', 'A2 Ground Floor, Kabul, Afghanistan'],
        jurisdiction: 'AF',
      },
      { name: 'Made Company' },
    ]);
    expect(listings.map(({ from }) => from)).toEqual(['2011-11-21', '2012-04-27']);
  });

  it('give denied persons with the end of the order, and US where only a state stands', async () => {
    const { rows, asides } = await readText(bisDpl, BIS_DPL);
    expect(asides).toMatchObject([{ row: 'line 4', field: 'end_date', value: 'soon' }]);
    const { parties, listings } = factsOf(fromCsl({ file: 'made', date: '2018-01-01', rows }));
    expect(parties.map(({ name, jurisdiction }) => [name, jurisdiction])).toEqual([
      ['MADE DENIED', 'CA'],
      ['MADE ASH', 'US'],
    ]);
    expect(listings.map(({ from, to, note }) => [from, to, note])).toEqual([
      ['2003-10-03', null, 'Non-standard denial order.'],
      ['2017-10-16', '2020-10-13', 'FR NOTICE ADDED Standard denial order.'],
    ]);
  });
});

describe("OFAC's older CSV", () => {
  it('joins the three files by number; "Linked To" is an affiliation', async () => {
    const parties = await readText(ofacSdnCsv, OFAC_SDN);
    const addresses = await readText(ofacAddCsv, OFAC_ADD);
    const aliases = await readText(ofacAltCsv, OFAC_ALT);
    expect(parties.asides).toMatchObject([{ row: 'line 4', field: 'ent_num' }]);
    const facts = factsOf(
      fromOfacLegacy({
        parties,
        addresses: addresses.rows.map(({ value }) => value),
        aliases: aliases.rows.map(({ value }) => value),
      }),
    );
    expect(facts.parties).toMatchObject([
      { id: 'ofac/101', name: 'MADE HOLDING CO., LTD.', jurisdiction: 'CN', aliases: ['MADE HOLD'] },
      {
        id: 'ofac/102',
        name: 'Jane DOE',
        kind: 'person',
        aliases: ['DOE, Jane'],
        addresses: ['1 Road, Damascus, Syria'],
      },
    ]);
    expect(facts.listings.map(({ programs }) => programs)).toEqual([['CMIC-EO13959'], ['SDGT', 'SYRIA']]);
    expect(facts.affiliations.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      ['ofac/102', 'ofac/101', 'ofac-linked-to'],
    ]);
  });

  it('refuses a file with other columns', async () => {
    await expect(readText(ofacSdnCsv, OFAC_ALT)).rejects.toMatchObject({
      problems: [{ message: 'has 5 columns, not 12.' }],
    });
  });
});

describe("Japan's end-user list", () => {
  it('gives names in both scripts, countries and the weapons feared', async () => {
    const file = await readText(metiJson, METI);
    expect(file.asides).toMatchObject([
      { row: '[3]', field: 'entity_name' },
      { row: '[4]', field: 'list_id', reason: 'is not the end-user list of Japan' },
    ]);
    expect(file.about?.date).toBe('2026-07-20');
    const { parties, listings } = factsOf(fromMeti(file));
    expect(
      parties.map(({ name, originalName, jurisdiction }) => [name, originalName?.text, jurisdiction]),
    ).toEqual([
      ['Made University (MU)', undefined, 'IR'],
      ['Made Trade Co., Ltd.', '制作贸易有限公司', 'CN'],
      ['23rd Made Institute', undefined, 'CN'],
    ]);
    expect(listings.map(({ programs }) => programs.join())).toEqual(['B,C,N', 'M,CW', 'M']);
    expect(parties.map(({ confidence }) => confidence)).toEqual(['verified', 'verified', 'secondary']);
  });
});

describe('US lists that others have parsed', () => {
  const entity = {
    aliases: [],
    address: null,
    status: null,
    effective_date: null,
    federal_register: null,
    notes: null,
  };

  it('give Section 1260H with the subsidiaries named in it', async () => {
    const { parties, listings, affiliations } = factsOf(
      fromParsedList(await readText(parsedList, META_1260H)),
    );
    expect(parties.map(({ name, confidence }) => [name, confidence])).toEqual([
      ['Made Group', 'verified'],
      ['Made One Co., Ltd.', 'secondary'],
      ['Made Two', 'secondary'],
    ]);
    expect(parties[2]?.aliases).toEqual(['MT']);
    expect(listings.map(({ list, from }) => [list, from])).toEqual(Array(3).fill(['dod-1260h', null]));
    expect(affiliations.map(({ kind, b }) => [kind, b === parties[0]?.id])).toEqual(
      Array(2).fill(['subsidiary', true]),
    );
  });

  it('give the Military End User List with its parents', async () => {
    const name = {
      ...entity,
      name: 'Made Aero',
      country: 'China',
      federal_register: '85 FR 83799, 12/23/2020',
    };
    const text = parsed('bis-meu', [{ ...name, notes: 'Subordinate institution of Big Aero' }]);
    const { parties, listings } = factsOf(fromParsedList(await readText(parsedList, text)));
    expect(parties.map((party) => party.name)).toEqual(['Made Aero', 'Big Aero']);
    expect(listings.map(({ from, fromConfidence }) => [from, fromConfidence])).toEqual([
      ['2020-12-23', 'inferred'],
    ]);
  });

  it('give NS-CMIC with the registered number and the day of listing', async () => {
    const notes =
      'Target Type: Private Company; Listing Date (CMIC): 03 Jun 2021; USCC: 9111X (China); Program: CMIC-EO13959; Linked To: BIG CO.';
    const text = parsed('ofac-nscmic', [{ ...entity, name: 'Made Co', country: 'China', notes }]);
    const { parties, listings, affiliations } = factsOf(fromParsedList(await readText(parsedList, text)));
    expect(parties[0]?.identifiers).toMatchObject([{ scheme: 'cn-uscc', value: '9111X' }]);
    expect(listings).toMatchObject([{ from: '2021-06-03', programs: ['CMIC-EO13959'] }]);
    expect(affiliations).toMatchObject([{ kind: 'ofac-linked-to' }]);
  });

  it('keep aside what has a field more, and refuse a list that nobody knows', async () => {
    const good = { ...entity, name: 'Made', country: 'China' };
    const { rows, asides } = await readText(parsedList, parsed('bis-meu', [{ ...good, rank: 1 }, good]));
    expect([rows.length, asides.map(({ field }) => field)]).toEqual([1, ['rank']]);
    await expect(readText(parsedList, parsed('dow-1286', [good]))).rejects.toMatchObject({
      problems: [{ field: 'list_id' }],
    });
  });
});

describe('documents of the Federal Register', () => {
  it('become sources, from a page of results and alone', async () => {
    const page = await readText(federalRegister, JSON.stringify(FR_PAGE));
    const alone = await readText(federalRegister, JSON.stringify(FR_PAGE.results[0]));
    const { sources } = factsOf(fromFederalRegister(page));
    expect(sources).toMatchObject([
      {
        id: 'fr/2024-28267',
        citation: '89 FR 96830; FR Doc 2024-28267',
        date: '2024-12-05',
        note: 'Effective 2024-12-02.',
      },
    ]);
    expect(factsOf(fromFederalRegister(alone)).sources.map(({ id }) => id)).toEqual(['fr/2024-28267']);
    expect(page.asides).toMatchObject([{ row: 'results[1]', field: 'publication_date' }]);
  });
});
