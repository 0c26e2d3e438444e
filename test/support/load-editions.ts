import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Ended, run, temporaryFolder } from './interlock.ts';
import { CASE, DECEMBER, JANUARY } from './made-screening-list.ts';

/** The built command line on the Neo4j of the tests, with a data folder of its own. */
export interface OwnInterlock {
  readonly interlock: (parameters: readonly string[]) => Promise<Ended>;
  readonly data: string;
  /** Writes a file there and gives its path. */
  readonly file: (name: string, content: object) => string;
}

/** What sends the product to the Neo4j of the tests. */
export function neo4jOfTests(): NodeJS.ProcessEnv {
  const { uri, user, password } = inject('neo4j');
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}

export function ownInterlock(): OwnInterlock {
  const data = temporaryFolder();
  const env = { ...neo4jOfTests(), INTERLOCK_DATA: data };
  return {
    data,
    interlock: (parameters) => run(parameters, { env }),
    file: (name, content) => {
      const path = join(data, name);
      writeFileSync(path, JSON.stringify(content));
      return path;
    },
  };
}

/** Loads the made case and both made editions, the later one last. */
export async function loadBothEditions({ interlock, file }: OwnInterlock): Promise<void> {
  const paths = [
    file('case.json', CASE),
    file('list-2024-12-31.json', DECEMBER),
    file('list-2025-01-31.json', JANUARY),
  ];
  for (const path of paths) {
    const { code, stderr } = await interlock(['load', path]);
    if (code !== 0) throw new Error(stderr);
  }
}
