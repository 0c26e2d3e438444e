import { FACT_SECTIONS, type FactSection, type Facts } from '../facts/facts.ts';
import type { Runner } from './connection.ts';
import { type FactRow, MAKERS, toFactRow } from './fact-makers.ts';
import { pipelined } from './pipelined.ts';
import { statement } from './statements.ts';

/** The statement of `cypher/project/` that reads each section. */
const READ: Readonly<Record<FactSection, string>> = {
  ...{ sources: 'sources', parties: 'parties', listings: 'listings' },
  ...{ holdings: 'holdings', investments: 'investments', controls: 'controls' },
  ...{ affiliations: 'affiliations', officers: 'officers', facilities: 'facilities' },
  ...{ physicalLinks: 'physical-links', orders: 'orders' },
};

/**
 * Reads back all facts, each section in the order of ids: what the analysis sees is what Neo4j holds, not what a file
 * said. What has no row was written by somebody else's hand, and is no fact of ours.
 */
export async function readFacts(tx: Runner): Promise<Facts> {
  const questions = FACT_SECTIONS.map(
    (section) => () =>
      tx.run(statement(`project/${READ[section]}`)).then(({ records }) => ({ section, records })),
  );
  const found = new Map<string, FactRow[]>();
  for await (const { section, records } of pipelined(questions))
    found.set(
      section,
      records.map((record) => toFactRow(record.toObject())),
    );
  return factsOf(found);
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
  return factsOf(found);
}

function factsOf(found: ReadonlyMap<string, readonly FactRow[]>): Facts {
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
