import type { Runner } from '../connection.ts';
import { rows } from './on-day.ts';

/** Is nothing in Neo4j at all, neither facts nor case work nor anything of somebody else? */
export async function isEmpty(tx: Runner): Promise<boolean> {
  const [row] = await rows(tx, 'read/is-empty', {});
  return row?.flag('isEmpty') === true;
}
