import type { FactSection, Facts } from '../facts/facts.ts';
import type { Runner } from './connection.ts';
import { type FactRow, MAKERS, toFactRow } from './fact-makers.ts';
import { statement } from './statements.ts';

/**
 * Reads back all facts: what the analysis sees is what Neo4j holds, not what a file said. What has no row was written by
 * somebody else's hand, and is no fact of ours.
 */
export async function readFacts(tx: Runner): Promise<Facts> {
  const rows = async <T>(path: string, make: (row: FactRow) => T): Promise<T[]> => {
    const result = await tx.run(statement(`project/${path}`));
    return result.records.map((record) => make(toFactRow(record.toObject())));
  };
  return {
    sources: await rows('sources', MAKERS.sources),
    parties: await rows('parties', MAKERS.parties),
    listings: await rows('listings', MAKERS.listings),
    holdings: await rows('holdings', MAKERS.holdings),
    investments: await rows('investments', MAKERS.investments),
    controls: await rows('controls', MAKERS.controls),
    affiliations: await rows('affiliations', MAKERS.affiliations),
    officers: await rows('officers', MAKERS.officers),
    facilities: await rows('facilities', MAKERS.facilities),
    physicalLinks: await rows('physical-links', MAKERS.physicalLinks),
    orders: await rows('orders', MAKERS.orders),
  };
}

/**
 * Reads what was known once and is no longer held, of all loads. Nothing but questions "as known on" a day reads it.
 */
export async function readFormerFacts(tx: Runner): Promise<Facts> {
  const { records } = await tx.run(statement('project/former-facts'));
  const found = new Map<string, FactRow[]>();
  for (const record of records) {
    const columns = record.toObject();
    const section = String(columns.section);
    const rows = found.get(section) ?? [];
    rows.push(toFactRow(columns));
    found.set(section, rows);
  }
  const of = <S extends FactSection>(section: S): Facts[S][number][] =>
    (found.get(section) ?? []).map((row) => MAKERS[section](row));
  return {
    sources: of('sources'),
    parties: of('parties'),
    listings: of('listings'),
    holdings: of('holdings'),
    investments: of('investments'),
    controls: of('controls'),
    affiliations: of('affiliations'),
    officers: of('officers'),
    facilities: of('facilities'),
    physicalLinks: of('physicalLinks'),
    orders: of('orders'),
  };
}
