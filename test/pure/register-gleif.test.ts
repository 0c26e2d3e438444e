import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/analysis/analyse.ts';
import { fromGleif } from '../../server/normalise/registers/from-gleif.ts';
import { GLEIF_EXCEPTIONS, GLEIF_LEI, GLEIF_RELATIONS } from '../../server/readers/formats/gleif.ts';
import { readRegulation } from '../../server/regulation/read.ts';
import { EDITION, factsOf, take } from '../support/registers.ts';

const [A, B, C] = ['0000000000000000AA11', '0000000000000000BB22', '0000000000000000CC33'] as const;

const lei = (id: string, name: string, more = '', updated = '2023-05-01T00:00:00Z'): string => `
  <lei:LEIRecord><lei:LEI>${id}</lei:LEI><lei:Entity><lei:LegalName xml:lang="en">${name}</lei:LegalName>
  <lei:LegalAddress><lei:City>Boston</lei:City><lei:Country>US</lei:Country></lei:LegalAddress>
  <lei:LegalJurisdiction>US-MA</lei:LegalJurisdiction>${more}</lei:Entity>
  <lei:Registration><lei:LastUpdateDate>${updated}</lei:LastUpdateDate></lei:Registration></lei:LEIRecord>`;
const level1 = (...records: readonly string[]): string => `<?xml version="1.0"?>
  <lei:LEIData xmlns:lei="http://www.gleif.org/data/schema/leidata/2016"><lei:LEIHeader>
  <lei:ContentDate>2023-06-05T08:20:51Z</lei:ContentDate><lei:RecordCount>2</lei:RecordCount></lei:LEIHeader>
  <lei:LEIRecords>${records.join('')}</lei:LEIRecords></lei:LEIData>`;

const relation = (child: string, parent: string, type: string, tail: RelationTail = {}): string => `
  <rr:RelationshipRecord><rr:Relationship>
  <rr:StartNode><rr:NodeID>${child}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:StartNode>
  <rr:EndNode><rr:NodeID>${parent}</rr:NodeID><rr:NodeIDType>LEI</rr:NodeIDType></rr:EndNode>
  <rr:RelationshipType>${type}</rr:RelationshipType><rr:RelationshipPeriods>
  <rr:RelationshipPeriod><rr:StartDate>2010-01-01</rr:StartDate><rr:EndDate>2010-12-31</rr:EndDate>
  <rr:PeriodType>ACCOUNTING_PERIOD</rr:PeriodType></rr:RelationshipPeriod>
  <rr:RelationshipPeriod><rr:StartDate>2005-03-23T08:00:00+01:00</rr:StartDate>
  <rr:PeriodType>RELATIONSHIP_PERIOD</rr:PeriodType></rr:RelationshipPeriod></rr:RelationshipPeriods>
  <rr:RelationshipStatus>${tail.status ?? 'ACTIVE'}</rr:RelationshipStatus></rr:Relationship>
  <rr:Registration><rr:LastUpdateDate>${tail.updated ?? '2023-05-01T00:00:00Z'}</rr:LastUpdateDate></rr:Registration>
  </rr:RelationshipRecord>`;
interface RelationTail {
  readonly status?: string;
  readonly updated?: string;
}
const level2 = (...records: readonly string[]): string =>
  `<rr:RelationshipData xmlns:rr="x">${records.join('')}</rr:RelationshipData>`;

const NONE = { records: [], relations: [], exceptions: [] };

describe('GLEIF', () => {
  it('reads level 1, its header and its updates; the later update wins in either order', async () => {
    const { rows, about } = await take(
      GLEIF_LEI,
      level1(
        lei(A, 'New', '', '2023-05-01T01:00:00+02:00'),
        lei(A, 'Old', '', '2023-04-30T22:30:00Z'),
        lei(B, 'B'),
      ),
    );
    expect(about).toMatchObject({ date: '2023-06-05', claims: 2 });
    const facts = factsOf(fromGleif({ ...NONE, records: rows }, EDITION));
    expect(facts.parties.map(({ id, name, jurisdiction }) => [id, name, jurisdiction])).toEqual([
      [`lei/${A}`, 'New', 'US'],
      [`lei/${B}`, 'B', 'US'],
    ]);
  });

  it('points from parent to child, and makes no share of consolidation', async () => {
    const { rows } = await take(
      GLEIF_RELATIONS,
      level2(
        relation(A, B, 'IS_DIRECTLY_CONSOLIDATED_BY'),
        relation(A, C, 'IS_ULTIMATELY_CONSOLIDATED_BY'),
        relation(A, C, 'IS_FUND-MANAGED_BY'),
        relation(A, C, 'IS_SUBFUND_OF'),
        relation(B, C, 'IS_INTERNATIONAL_BRANCH_OF'),
        relation(A, A, 'IS_DIRECTLY_CONSOLIDATED_BY'),
        relation(B, A, 'IS_DIRECTLY_CONSOLIDATED_BY', { status: 'NULL' }),
        relation(B, A, 'IS_COUSIN_OF'),
      ),
    );
    const normalised = fromGleif({ ...NONE, relations: rows }, EDITION);
    const facts = factsOf(normalised);
    expect(
      facts.controls.map(({ controller, controlled, kind, from }) => [controller, controlled, kind, from]),
    ).toEqual([
      [`lei/${B}`, `lei/${A}`, 'accounting-consolidation-direct', '2005-03-23'],
      [`lei/${C}`, `lei/${A}`, 'accounting-consolidation-ultimate', '2005-03-23'],
      [`lei/${C}`, `lei/${A}`, 'fund-manager', '2005-03-23'],
    ]);
    expect(facts.holdings.map(({ owner, owned, kind }) => [owner, owned, kind])).toEqual([
      [`lei/${C}`, `lei/${B}`, 'branch'],
    ]);
    expect(facts.affiliations.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      [`lei/${A}`, `lei/${C}`, 'subfund-of'],
    ]);
    expect(normalised.asides.map(({ field }) => field)).toEqual([
      'party',
      'RelationshipStatus',
      'RelationshipType',
    ]);
  });

  it('ends an inactive relation on the day of its last update, and says so', async () => {
    const { rows } = await take(
      GLEIF_RELATIONS,
      level2(
        relation(A, B, 'IS_DIRECTLY_CONSOLIDATED_BY'),
        relation(A, B, 'IS_DIRECTLY_CONSOLIDATED_BY', {
          status: 'INACTIVE',
          updated: '2023-11-02T00:00:00Z',
        }),
      ),
    );
    const { controls } = factsOf(fromGleif({ ...NONE, relations: rows }, EDITION));
    expect(controls.map(({ to }) => to)).toEqual(['2023-11-02']);
    expect(controls[0]?.note).toContain('gives no day');
  });

  it('keeps on the party that a parent is known to be unreported', async () => {
    const text = `<r:ReportingExceptionData xmlns:r="x"><r:Exception><r:LEI>${A}</r:LEI>
      <r:ExceptionCategory>ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT</r:ExceptionCategory>
      <r:ExceptionReason>NON_PUBLIC</r:ExceptionReason></r:Exception></r:ReportingExceptionData>`;
    const { rows } = await take(GLEIF_EXCEPTIONS, text);
    const records = (await take(GLEIF_LEI, level1(lei(A, 'A')))).rows;
    const { parties } = factsOf(fromGleif({ ...NONE, records, exceptions: rows }, EDITION));
    expect(parties.map(({ name, note }) => [name, note])).toEqual([
      ['A', 'GLEIF: its ultimate parent is known to be unreported: NON_PUBLIC.'],
    ]);
  });

  it('stops a record with a field that it does not know, and one that is no LEI', async () => {
    const { rows, asides } = await take(
      GLEIF_LEI,
      level1(lei(A, 'A', '<lei:Colour>red</lei:Colour>'), lei('short', 'B')),
    );
    expect(rows).toEqual([]);
    expect(asides.map(({ field }) => field)).toEqual(['Entity.Colour', 'LEI']);
  });

  it('captures nobody by consolidation: not under ownership regimes, and without certainty under control regimes', async () => {
    const { rows } = await take(GLEIF_RELATIONS, level2(relation(A, B, 'IS_DIRECTLY_CONSOLIDATED_BY')));
    const normalised = fromGleif({ ...NONE, relations: rows }, EDITION);
    const lists = ['bis-entity-list', 'eu-consolidated', 'uk-sanctions', 'ofac-sdn'] as const;
    const listings = lists.map((list) => ({
      file: 't',
      row: list,
      value: { party: `lei/${B}`, list, source: EDITION.id },
    }));
    const { verdicts } = analyse(
      factsOf({ ...normalised, rows: { ...normalised.rows, listings } }),
      readRegulation(),
    );
    const found = verdicts.filter(({ party, outcome }) => party === `lei/${A}` && outcome !== 'not-captured');
    expect([...new Set(found.map(({ regime, outcome }) => `${regime} ${outcome}`))].sort()).toEqual([
      'eu-own-or-control cannot-exclude',
      'uk-own-or-control cannot-exclude',
    ]);
  });
});
