import { createHash } from 'node:crypto';

/**
 * The seal of a conclusion: a hash of all its other properties, made when it is written and made again when it is read. It
 * differs when somebody edited the conclusion in Neo4j by hand. No protection against one who makes the seal anew: it
 * tells slips, not forgeries.
 *
 * @param properties as written to Neo4j or read from it, with or without a seal
 */
export function sealOf(properties: object): string {
  const hash = createHash('sha256');
  const entries = Object.entries(properties).filter(
    ([name, value]) => name !== 'seal' && value !== null && value !== undefined,
  );
  for (const [name, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\0`);
    // Numbers, integers and dates of Neo4j read the same as text on either side.
    for (const each of Array.isArray(value) ? value : [value]) hash.update(`${String(each)}\u0001`);
  }
  return hash.digest('hex').slice(0, 32);
}
