import neo4j, { type Date as Neo4jDate } from 'neo4j-driver';

/** A row of one statement of `cypher/load/` or `cypher/conclude/`. */
export type LoadRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** A row whose properties get the stamp of the load. */
export type StampedRow = LoadRow & { readonly properties: object };

/** What one statement gets: its path and its rows. */
export interface LoadBatch {
  readonly path: string;
  readonly rows: readonly LoadRow[];
}

/** A Neo4j date, or null. */
export function neo4jDate(date: string | null): Neo4jDate<number> | null {
  if (date === null) return null;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new neo4j.types.Date(year, month, day);
}
