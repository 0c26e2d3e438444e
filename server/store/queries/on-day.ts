import type { Runner } from '../connection.ts';
import { type Properties, PropertyReader } from '../properties.ts';
import { statement } from '../statements.ts';

/** A question asked as of a day, under the regime whose outcome marks the parties drawn. */
export interface OnDay {
  readonly asOf: string;
  readonly regime: string;
}

/** Runs a statement of `cypher/` and gives each record as a reader of its columns. */
export async function rows(tx: Runner, path: string, parameters: Properties): Promise<PropertyReader[]> {
  const result = await tx.run(statement(path), parameters);
  return result.records.map((record) => new PropertyReader(record.toObject()));
}

/** The map in a column, as a reader. */
export function inner(row: PropertyReader, column: string): PropertyReader {
  return new PropertyReader(row.map(column));
}

/** The one record of a list: how many there are in all, also behind the last page, and the page asked for. */
export function pageOf([record]: readonly PropertyReader[]): { total: number; page: PropertyReader[] } {
  return {
    total: record?.number('total') ?? 0,
    page: record?.maps('page').map((each) => new PropertyReader(each)) ?? [],
  };
}
