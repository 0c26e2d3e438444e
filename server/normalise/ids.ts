/**
 * Ids of facts, made of the fewest raw fields that name the fact, so that the canvas, the table, the arithmetic
 * and Cypher all call it the same, and a better cleaner changes none of them. A test pins some.
 */

/** Kinds of fact that carry an id of their own. */
export type FactKind =
  | 'listing'
  | 'holding'
  | 'investment'
  | 'control'
  | 'affiliation'
  | 'officer'
  | 'operates'
  | 'link'
  | 'order'
  | 'address';

/** `holding:hubble:sicc:2022-01-01`. Parts that are absent are left out. */
export function factId(kind: FactKind, parts: readonly (string | null | undefined)[]): string {
  return [kind, ...parts.filter((part) => part !== null && part !== undefined && part !== '')].join(':');
}

/**
 * Gives every fact its own id: the second fact of the same id becomes `id~2`, the third `id~3`.
 * Order of the input decides, so the same input always gives the same ids.
 */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  };
}
