import { NotFoundError } from '../errors.ts';
import { readHeader } from '../rules/header.ts';
import type { SavedQuery } from '../wire/cypher.ts';
import { statement, statementsIn } from './statements.ts';

const FOLDER = 'saved/';

/** The questions of `cypher/saved`, in the order of their file names. */
export function savedQueries(): SavedQuery[] {
  return statementsIn('saved').map((path) => savedQuery(path.slice(FOLDER.length)));
}

/**
 * One of them by its file name, with the defaults of its parameters: `// parameters: $asOf = 2025-10-15 (day)`.
 *
 * @throws NotFoundError naming those that there are
 */
export function savedQuery(id: string): SavedQuery {
  const path = `${FOLDER}${id}`;
  const all = statementsIn('saved');
  if (!all.includes(path)) {
    const names = all.map((each) => each.slice(FOLDER.length)).join(', ');
    throw new NotFoundError(`There is no saved query "${id}".`, `Use one of: ${names}.`);
  }
  const cypher = statement(path);
  const header = readHeader(cypher);
  const first = (key: string): string => header.get(key)?.[0] ?? '';
  const parameters = [...first('parameters').matchAll(/\$(\w+) = (\S+)/g)];
  return {
    id,
    title: first('title'),
    purpose: first('purpose'),
    cypher,
    parameters: Object.fromEntries(parameters.map(([, name, value]) => [name ?? '', value ?? ''])),
  };
}
