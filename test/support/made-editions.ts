import fc from 'fast-check';
import { type Edition, editionId } from '../../server/editions/edition.ts';
import { facts } from './cases.ts';

/** Made-up editions of a list, from rows as a publisher prints them. */

export const LIST = 'bis-entity-list';

/** One row: a party, and what the list says of it. */
export interface MadeRow {
  readonly party: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly addresses?: readonly string[];
  readonly country?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly citation?: string;
  readonly reviewPolicy?: string;
  readonly licenceRequirement?: string;
  readonly footnotes?: readonly string[];
}

export function edition(date: string, rows: readonly MadeRow[], list: string = LIST): Edition {
  const source = editionId({ list, date });
  const numbers = new Map<string, number>();
  const listings = rows.map(({ party, name: _, aliases: __, addresses: ___, country: ____, ...row }) => {
    const number = (numbers.get(party) ?? 0) + 1;
    numbers.set(party, number);
    return { id: `listing:${party}${number === 1 ? '' : `~${number}`}`, party, list: LIST, source, ...row };
  });
  const parties = rows
    .filter(({ party }, at) => rows.findIndex((row) => row.party === party) === at)
    .map(({ party, name, aliases, addresses, country }) => {
      const given = { aliases: aliases ?? [], addresses: addresses ?? [], jurisdiction: country ?? 'CN' };
      return { id: party, name: name ?? party, ...given, source };
    });
  const made = facts({ sources: [{ id: source, title: source, date }], parties, listings });
  return { list, date, sha256: `${date} ${JSON.stringify(rows)}`, file: `${list}-${date}.json`, facts: made };
}

const DAYS = ['2024-01-01', '2024-01-02', '2024-03-01', '2024-03-20', '2025-06-01', '2026-01-01'];

const row = (party: string): fc.Arbitrary<MadeRow> =>
  fc.record({
    party: fc.constant(party),
    from: fc.constantFrom('2020-05-05', '2021-01-01'),
    citation: fc.constantFrom('89 FR 100', '89 FR 100; 90 FR 200'),
    reviewPolicy: fc.constantFrom('Case by case', 'Presumption of denial', 'Presumption  of denial.'),
  });

/** A row that dates the rule by which others are amended. */
const dating: fc.Arbitrary<MadeRow> = fc.record({
  party: fc.constant('D'),
  from: fc.constant('2024-02-15'),
  citation: fc.constant('90 FR 200'),
});

const rows = fc
  .tuple(...[row('A'), row('B'), row('C'), dating].map((made) => fc.option(made, { nil: undefined })))
  .map((each) => each.filter((made) => made !== undefined));

/** Up to six editions of one list, of different days, each with some of four parties. */
export const anyEditions: fc.Arbitrary<readonly Edition[]> = fc
  .uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 })
  .chain((days) => fc.tuple(...days.map((date) => rows.map((made) => edition(date, begun(made, date))))));

function begun(made: readonly MadeRow[], date: string): MadeRow[] {
  return made.filter(({ from }) => typeof from === 'string' && from <= date);
}
