import neo4j, { type Date as Neo4jDate } from 'neo4j-driver';

/** A row of one statement of `cypher/load/` or `cypher/conclude/`. */
export type LoadRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** A row whose properties get the stamp of the load. */
export type StampedRow = LoadRow & { readonly properties: object };

/** Rows that may be made only while they are gone through, so that those of a whole register are never all in memory. */
export type Rows = Iterable<LoadRow> & { readonly length: number };

/** What one statement gets: its path and its rows. */
export interface LoadBatch {
  readonly path: string;
  readonly rows: Rows;
}

/** One row for each thing, made anew each time they are gone through. */
export function rowsOf<T>(things: readonly T[], toRow: (thing: T) => LoadRow): Rows {
  return {
    length: things.length,
    *[Symbol.iterator]() {
      for (const thing of things) yield toRow(thing);
    },
  };
}

const dates = new Map<string, Neo4jDate<number>>();
/** Different days that are kept: those of a century. */
const MOST_DATES = 36_525;

/** A Neo4j date, or null. The same object for the same day: facts by the million share few days. */
export function neo4jDate(date: string | null): Neo4jDate<number> | null {
  if (date === null) return null;
  const made = dates.get(date) ?? makeDate(date);
  if (dates.size < MOST_DATES) dates.set(date, made);
  return made;
}

function makeDate(date: string): Neo4jDate<number> {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new neo4j.types.Date(year, month, day);
}
