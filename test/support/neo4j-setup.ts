import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type ManagedNeo4j, startManaged } from '../../server/store/managed/managed.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Neo4j that the tests started, on a folder and port of their own. */
    neo4j: { readonly uri: string; readonly user: string; readonly password: string };
    /** A folder that is removed when all tests are over. */
    folder: string;
  }
}

interface Shared {
  users: number;
  readonly started: Promise<{ readonly neo4j: ManagedNeo4j; readonly folder: string }>;
}

declare global {
  var interlockTestNeo4j: Shared | undefined;
}

const place = globalThis;

/** Starts one real Neo4j for all groups of tests that want one, and ends it after the last of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  place.interlockTestNeo4j ??= { users: 0, started: start() };
  const shared = place.interlockTestNeo4j;
  shared.users += 1;
  const { neo4j, folder } = await shared.started;
  project.provide('neo4j', neo4j.address);
  project.provide('folder', folder);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    place.interlockTestNeo4j = undefined;
    await neo4j.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function start() {
  process.env.INTERLOCK_NEO4J_HEAP = '1024';
  const folder = mkdtempSync(join(tmpdir(), 'interlock-test-'));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  return { neo4j: await startManaged({ folder: join(folder, 'neo4j'), boltPort: 0, say }), folder };
}
