import { FACT_SECTIONS, type Facts } from '../facts/facts.ts';
import { mapFacts } from '../facts/sections.ts';
import type { Runner } from './connection.ts';
import { PropertyReader } from './properties.ts';
import { readFacts } from './read-facts.ts';
import { statement } from './statements.ts';

/**
 * What Neo4j holds after a load that changed some of it, without reading all of it twice in one transaction: what was
 * read before and found the same, and what was written. Where Neo4j counts other than that, it is read back whole.
 *
 * @param written all facts that the load leaves there
 * @returns each section in the order of ids, as `readFacts` gives it
 */
export async function factsHeld(tx: Runner, written: Facts): Promise<Facts> {
  const { records } = await tx.run(statement('project/sizes'));
  const sizes = new Map(
    records.map((record) => {
      const row = new PropertyReader(record.toObject());
      return [row.text('section'), row.number('size')];
    }),
  );
  // A section without facts has no row.
  const isWhole = FACT_SECTIONS.every((section) => (sizes.get(section) ?? 0) === written[section].length);
  if (!isWhole) return readFacts(tx);
  return mapFacts(written, (rows) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)));
}
