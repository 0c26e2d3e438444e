import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Store } from '../../server/store/connection.ts';
import { dump } from './database.ts';
import { type Ended, type Running, start, temporaryFolder } from './interlock.ts';

/** Loads by the built product into the Neo4j of the tests, with a data folder of their own. */
export interface Loads {
  readonly start: (parameters: readonly string[]) => Running;
  readonly run: (...parameters: readonly string[]) => Promise<Ended>;
  /** Writes a file and gives its path. */
  readonly file: (name: string, content: object | string) => string;
}

export function loadsInto(data: string = temporaryFolder()): Loads {
  const { uri, user, password } = inject('neo4j');
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, INTERLOCK_DATA: data };
  const begin = (parameters: readonly string[]): Running => start(parameters, { env });
  return {
    start: begin,
    run: (...parameters) => begin(parameters).ended,
    file: (name, content) => {
      const path = join(data, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
  };
}

/** All nodes and relationships, but for when what was loaded, and when it was learned. */
export async function heldIn(store: Store): Promise<string[]> {
  return (await dump(store))
    .filter((line) => !line.startsWith('{"labels":["FormerFact"]') && !line.startsWith('{"labels":["Run"]'))
    .map((line) => line.replace(/"knownFrom":"[\d-]+",?/, ''));
}
