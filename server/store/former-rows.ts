import { createHash } from 'node:crypto';
import { FACT_SECTIONS, type FactSection, type Facts } from '../facts/facts.ts';
import type { AnyFact } from '../facts/sections.ts';
import { type LoadBatch, type LoadRow, neo4jDate, type StampedRow } from './load-rows.ts';
import { facilityRow, listingRow, orderRow, partyRow, sourceRow } from './thing-rows.ts';
import * as ties from './tie-rows.ts';

/** Rows of former versions of facts: the properties they had, with what tells them from the fact that is held. */
export function formerBatch(former: Facts): LoadBatch {
  return {
    path: 'load/former-facts',
    rows: FACT_SECTIONS.flatMap((section) => rowsOf(former, section)),
  };
}

type RowMakers = { readonly [S in FactSection]: (fact: Facts[S][number]) => StampedRow };

const ROWS: RowMakers = {
  sources: sourceRow,
  parties: partyRow,
  listings: listingRow,
  holdings: ties.holdingRow,
  investments: ties.investmentRow,
  controls: ties.controlRow,
  affiliations: ties.affiliationRow,
  officers: ties.officerRow,
  facilities: (facility) => {
    const row = facilityRow(facility);
    const { operatorConfidence } = facility;
    return { ...row, properties: { ...row.properties, operatorConfidence } };
  },
  physicalLinks: ties.physicalLinkRow,
  orders: orderRow,
};

function rowsOf<S extends FactSection>(former: Pick<Facts, S>, section: S): LoadRow[] {
  const facts: readonly Facts[S][number][] = former[section];
  return facts.map((fact) => versionRow(section, fact, ROWS[section](fact)));
}

function versionRow(section: FactSection, fact: AnyFact, { a, b, properties }: StampedRow): LoadRow {
  const { id: versionOf, knownFrom, knownTo } = fact;
  const hash = createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 16);
  const id = [section, versionOf, knownFrom ?? 'always', knownTo ?? 'open', hash].join(':');
  const own = { id, versionOf, section, knownTo: neo4jDate(knownTo), a: a ?? null, b: b ?? null };
  return { id, properties: { ...properties, ...own } };
}
