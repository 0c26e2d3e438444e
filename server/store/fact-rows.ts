import type { Facts } from '../facts/facts.ts';
import type { ListInfo } from '../regulation/read.ts';
import { addressRows } from './address-rows.ts';
import { type IdsThere, newAndOthers } from './ids-there.ts';
import { type LoadBatch, neo4jDate, rowsOf, type StampedRow } from './load-rows.ts';
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
  /** What is new or changed. */
  readonly facts: Facts;
  /** Addresses that are new or may read otherwise than before. */
  readonly addresses: readonly StampedRow[];
  readonly lists: readonly ListInfo[];
  readonly editions: readonly Edition[];
  /** What is known to be there, so that all else is made without being looked for; left out where each is looked up. */
  readonly there?: IdsThere | null;
}

/** The rows of facts, of all lists and of all editions, things before ties. */
export function loadBatches({ facts, addresses, lists, editions, there = null }: LoadInput): LoadBatch[] {
  const located = addressRows(facts);
  return [
    { path: 'load/sources', rows: rowsOf(facts.sources, sourceRow) },
    { path: 'load/lists', rows: lists.map((list) => ({ id: list.id, properties: { ...list } })) },
    { path: 'load/editions', rows: editions.map(editionRow) },
    ...batchesOf('parties', facts.parties, partyRow, there),
    { path: 'load/facilities', rows: rowsOf(facts.facilities, facilityRow) },
    { path: 'load/addresses', rows: addresses },
    { path: 'load/listings', rows: rowsOf(facts.listings, listingRow) },
    ...batchesOf('holdings', facts.holdings, ties.holdingRow, there),
    { path: 'load/controls', rows: rowsOf(facts.controls, ties.controlRow) },
    { path: 'load/investments', rows: rowsOf(facts.investments, ties.investmentRow) },
    { path: 'load/affiliations', rows: rowsOf(facts.affiliations, ties.affiliationRow) },
    { path: 'load/officers', rows: rowsOf(facts.officers, ties.officerRow) },
    { path: 'load/operators', rows: facts.facilities.flatMap(ties.operatorRow) },
    { path: 'load/physical-links', rows: rowsOf(facts.physicalLinks, ties.physicalLinkRow) },
    { path: 'load/orders', rows: rowsOf(facts.orders, orderRow) },
    { path: 'load/party-addresses', rows: located.parties },
    { path: 'load/facility-addresses', rows: located.facilities },
  ];
}

/** One batch, or two where it is known which are new. */
function batchesOf<T extends { readonly id: string }>(
  section: keyof IdsThere,
  things: readonly T[],
  toRow: (thing: T) => StampedRow,
  there: IdsThere | null,
): LoadBatch[] {
  if (there === null) return [{ path: `load/${section}`, rows: rowsOf(things, toRow) }];
  const { made, others } = newAndOthers(things, there[section]);
  return [
    { path: `load/new-${section}`, rows: rowsOf(made, toRow) },
    { path: `load/${section}`, rows: rowsOf(others, toRow) },
  ];
}

/** Id of an edition: one a list and day. */
export function editionId({ list, date }: Pick<Edition, 'list' | 'date'>): string {
  return `${list}@${date}`;
}

function editionRow({ list, date, source }: Edition): StampedRow {
  const id = editionId({ list, date });
  return { id, list, properties: { id, list, edition: neo4jDate(date), sources: [source] } };
}
