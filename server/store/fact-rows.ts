import type { Facts } from '../facts/facts.ts';
import type { ListInfo } from '../regulation/read.ts';
import { addressRows } from './address-rows.ts';
import { type LoadBatch, type LoadRow, neo4jDate, type StampedRow } from './load-rows.ts';
import { facilityRow, listingRow, orderRow, partyRow, sourceRow } from './thing-rows.ts';
import * as ties from './tie-rows.ts';

/** An edition of a list that the facts were taken from. */
export interface Edition {
  readonly list: string;
  /** Day of the edition, `YYYY-MM-DD`. */
  readonly date: string;
  readonly source: string;
}

export interface LoadInput {
  readonly facts: Facts;
  readonly lists: readonly ListInfo[];
  readonly editions: readonly Edition[];
  /** Stamp of the load. */
  readonly run: string;
}

/** All rows of a load, each with the stamp, things before ties. */
export function loadBatches({ facts, lists, editions, run }: LoadInput): LoadBatch[] {
  const addresses = addressRows(facts);
  const batches: readonly [string, readonly StampedRow[]][] = [
    ['load/sources', facts.sources.map(sourceRow)],
    ['load/lists', lists.map((list) => ({ id: list.id, properties: { ...list } }))],
    ['load/editions', editions.map(editionRow)],
    ['load/parties', facts.parties.map(partyRow)],
    ['load/facilities', facts.facilities.map(facilityRow)],
    ['load/addresses', addresses.nodes],
    ['load/listings', facts.listings.map(listingRow)],
    ['load/holdings', facts.holdings.map(ties.holdingRow)],
    ['load/controls', facts.controls.map(ties.controlRow)],
    ['load/investments', facts.investments.map(ties.investmentRow)],
    ['load/affiliations', facts.affiliations.map(ties.affiliationRow)],
    ['load/officers', facts.officers.map(ties.officerRow)],
    ['load/operators', facts.facilities.flatMap(ties.operatorRow)],
    ['load/physical-links', facts.physicalLinks.map(ties.physicalLinkRow)],
    ['load/orders', facts.orders.map(orderRow)],
    ['load/party-addresses', addresses.parties],
    ['load/facility-addresses', addresses.facilities],
  ];
  return batches.map(([path, rows]) => ({ path, rows: rows.map((row) => stamped(row, run)) }));
}

function stamped(row: StampedRow, run: string): LoadRow {
  return { ...row, properties: { ...row.properties, run } };
}

function editionRow({ list, date, source }: Edition): StampedRow {
  const id = `${list}@${date}`;
  return { id, list, properties: { id, list, edition: neo4jDate(date), sources: [source] } };
}
