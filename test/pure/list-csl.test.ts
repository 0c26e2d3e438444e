import { describe, expect, it } from 'vitest';
import { InputError } from '../../server/errors.ts';
import { fromCsl } from '../../server/normalise/lists/from-csl.ts';
import { CSL_COLUMNS } from '../../server/readers/formats/csl-columns.ts';
import { cslCsv, cslTsv } from '../../server/readers/formats/csl-csv.ts';
import { cslJson } from '../../server/readers/formats/csl-json.ts';
import { CSL_SOURCES } from '../../server/readers/formats/csl-sources.ts';
import { factsOf, readText, withoutPlaces } from '../support/read-list.ts';

const EL = 'Entity List (EL) - Bureau of Industry and Security';
const SDN = 'Specially Designated Nationals (SDN) - Treasury Department';
const at = (address: string, country: string | null) => ({
  ...{ address, city: null, state: null, postal_code: null },
  country,
});

/** Made rows with the keys and quirks of the real ones. */
const ROWS = [
  {
    id: 'a1',
    source: EL,
    name: 'Made Chips Co., Ltd.,',
    addresses: [at('No. 1 First Road; Second Floor, Shanghai', 'CN'), at('2 Harbour Street', 'HK')],
    federal_register_notice: '85 FR 83420; 89 FR 96837',
    start_date: '2020-12-18',
    license_requirement:
      'For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5',
    license_policy: 'Presumption of denial.',
    remarks: '',
    alt_names: ['MCC', 'Made; Chips', 'and Chips Made'],
  },
  {
    id: '20264',
    source: SDN,
    entity_number: '20264',
    type: 'Individual',
    programs: ['SDGT', 'NPWMD'],
    name: 'RIM, Made Up',
    addresses: [at('Shenyang', 'CN')],
    federal_register_notice: null,
    start_date: null,
    alt_names: null,
    citizenships: ['KP'],
    dates_of_birth: ['circa 1956'],
    ids: [
      { type: 'Passport', number: '836, 2', country: 'KP' },
      { type: 'Gender', number: 'Male', country: null },
    ],
  },
];

const beside = { total: 2, sources_used: [{ source: EL, source_last_updated: '2024-12-02T08:00:00+00:00' }] };
const JSON_TEXT = JSON.stringify({ results: ROWS, ...beside }, null, 1);

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const CSV_CELLS: Record<string, string>[] = [
  {
    _id: 'a1',
    source: EL,
    name: 'Made Chips Co., Ltd.,',
    addresses: 'No. 1 First Road; Second Floor, Shanghai, CN; 2 Harbour Street, HK',
    federal_register_notice: '85 FR 83420; 89 FR 96837',
    start_date: '2020-12-18',
    license_requirement: ROWS[0]?.license_requirement ?? '',
    license_policy: 'Presumption of denial.',
    alt_names: 'MCC; Made; Chips; and Chips Made',
  },
  {
    _id: '20264',
    source: SDN,
    entity_number: '20264',
    type: 'Individual',
    programs: 'SDGT; NPWMD',
    name: 'RIM, Made Up',
    addresses: 'Shenyang, CN',
    citizenships: 'KP',
    dates_of_birth: 'circa 1956',
    ids: 'Passport, 836, 2, KP; Gender, Male',
  },
];

function table(delimiter: string, columns: readonly string[], quote: (text: string) => string): string {
  const lines = CSV_CELLS.map((row) => columns.map((name) => quote(row[name] ?? '')).join(delimiter));
  return [columns.join(delimiter), ...lines].join('\n');
}

describe('the Consolidated Screening List', () => {
  it('gives each row with its place, and what the file says of itself', async () => {
    const { rows, asides, about } = await readText(cslJson, JSON_TEXT);
    expect(rows.map(({ row, value }) => [row, value.name])).toEqual([
      ['results[0]', 'Made Chips Co., Ltd.,'],
      ['results[1]', 'RIM, Made Up'],
    ]);
    expect(asides).toEqual([]);
    expect(about).toMatchObject({ date: '2024-12-02', claims: 2 });
  });

  it('gives the same facts as JSON, CSV and TSV, with 29 columns and 28', async () => {
    const facts = async (file: Parameters<typeof fromCsl>[0]) => withoutPlaces(factsOf(fromCsl(file)));
    const wanted = await facts(await readText(cslJson, JSON_TEXT));
    expect(await facts(await readText(cslCsv, table(',', CSL_COLUMNS, cell)))).toBe(wanted);
    expect(await facts(await readText(cslTsv, table('\t', CSL_COLUMNS, cell)))).toBe(wanted);
    const old = table(',', CSL_COLUMNS.slice(1), cell).replace(
      'Passport, 836, 2, KP; Gender, Male',
      'KP, 836, 2, Passport; Male, Gender',
    );
    expect(await facts(await readText(cslCsv, old))).toBe(wanted);
  });

  it('cleans names, addresses, footnotes and identifiers', async () => {
    const { parties, listings } = factsOf(fromCsl(await readText(cslJson, JSON_TEXT)));
    const [chips, rim] = parties;
    expect(chips).toMatchObject({
      name: 'Made Chips Co., Ltd.',
      kind: 'unknown',
      aliases: ['MCC', 'Made', 'Chips', 'Chips Made'],
      jurisdiction: 'CN',
      addresses: ['No. 1 First Road; Second Floor, Shanghai, China', '2 Harbour Street, Hong Kong'],
      row: 'made#results[0] a1',
    });
    expect(rim).toMatchObject({
      id: 'ofac/20264',
      name: 'Made Up RIM',
      aliases: ['RIM, Made Up'],
      kind: 'person',
      jurisdiction: 'KP',
      identifiers: [{ scheme: 'passport-kp', value: '836, 2' }],
      note: 'Born: circa 1956. Citizen of: KP. Gender: Male.',
    });
    expect(listings).toMatchObject([
      {
        list: 'bis-entity-list',
        from: '2020-12-18',
        footnotes: ['5'],
        citation: '85 FR 83420; 89 FR 96837',
        sources: ['list/bis-entity-list/2024-12-31'],
      },
      { id: 'listing:ofac-sdn:ofac/20264', list: 'ofac-sdn', programs: ['SDGT', 'NPWMD'], from: null },
    ]);
  });

  it('takes the country of a row where no address has one', async () => {
    const text = JSON.stringify({ results: [{ source: EL, name: 'Nowhere', country: 'HK' }] });
    const { parties } = factsOf(fromCsl(await readText(cslJson, text)));
    expect(parties.map(({ jurisdiction }) => jurisdiction)).toEqual(['CN']);
  });

  it('reads all thirteen lists, each under its whole name', async () => {
    const rows = Object.keys(CSL_SOURCES).map((source, index) => ({ source, name: `Party ${index}` }));
    const { asides, ...file } = await readText(cslJson, JSON.stringify({ results: rows }));
    expect(asides).toEqual([]);
    expect(
      factsOf(fromCsl(file))
        .listings.map(({ list }) => list)
        .sort(),
    ).toEqual(Object.values(CSL_SOURCES).sort());
  });
});

/** A field of a good row, what it is changed to, and where and why the row is kept aside. */
const ASIDE: readonly (readonly [
  what: string,
  change: Record<string, unknown>,
  field: string,
  why: RegExp,
])[] = [
  ['an unknown field', { risk: 'high' }, 'risk', /unknown field "risk"/],
  ['an unknown list', { source: 'Entity List' }, 'source', /none of the thirteen/],
  ['a date month first', { start_date: '9/22/08' }, 'start_date', /YYYY-MM-DD/],
  ['a day of no calendar', { end_date: '2023-02-29' }, 'end_date', /YYYY-MM-DD/],
  ['no name', { name: ' ' }, 'name', /empty/],
  ['a kind that is none', { type: 'Ghost' }, 'type', /./],
  ['addresses in one text', { addresses: 'Kabul, AF' }, 'addresses', /./],
  ['an unknown part of an address', { addresses: [{ zip: '1' }] }, 'addresses.0.zip', /unknown field "zip"/],
];

describe('rows that are not understood', () => {
  it.each(ASIDE)('keeps aside %s, and reads the rest', async (_, change, field, why) => {
    const text = JSON.stringify({ results: [{ ...ROWS[0], ...change }, ROWS[1]] });
    const { rows, asides } = await readText(cslJson, text);
    expect(rows.map(({ row }) => row)).toEqual(['results[1]']);
    expect(asides).toMatchObject([{ row: 'results[0]', field }]);
    expect(asides[0]?.reason).toMatch(why);
    expect(asides[0]?.fix).not.toBe('');
  });

  it('keeps aside a line with a field too many', async () => {
    const text = `${table(',', CSL_COLUMNS, cell)},"one more"`;
    const { rows, asides } = await readText(cslCsv, text);
    expect(rows.length).toBe(1);
    expect(asides).toMatchObject([{ row: 'line 3', reason: expect.stringMatching(/30 fields, not 29/) }]);
  });

  it.each([
    ['a column missing', CSL_COLUMNS.filter((name) => name !== 'alt_names'), /missing alt_names/],
    ['a column renamed', CSL_COLUMNS.map((name) => (name === 'name' ? 'party' : name)), /unknown party/],
  ])('refuses a file with %s', async (_, columns, message) => {
    const reading = readText(cslCsv, table(',', columns, cell));
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toMatchObject({ problems: [{ message: expect.stringMatching(message) }] });
  });
});
