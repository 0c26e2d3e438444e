import { join } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { ROOT } from '../root.ts';
import type { Neo4jAddress } from '../store/connection.ts';

const shape = z.object({
  NEO4J_URI: z.string().optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().optional(),
  INTERLOCK_DATA: z.string().default(join(ROOT, '.interlock')),
  INTERLOCK_PORT: z.coerce.number().int().min(0).max(65_535).default(4680),
  INTERLOCK_HOST: z.string().default('127.0.0.1'),
  INTERLOCK_ALLOWED_HOSTS: z.string().default(''),
  INTERLOCK_SOURCES: z.string().optional(),
});

/** What the environment says, read once. */
export interface Environment {
  /** The Neo4j to use instead of the managed one; null for the managed one. */
  readonly neo4j: Neo4jAddress | null;
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Names beside loopback under which the server may be asked. */
  readonly allowedHosts: readonly string[];
  /** File of sources to update from instead of the official ones: a mirror, say. */
  readonly sources?: string | undefined;
}

/**
 * Reads the environment.
 *
 * @throws SetupError naming the variable that is wrong
 */
export function readEnvironment(environment: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = issue?.path.join('.') ?? '';
    throw new SetupError(
      `The environment variable ${name} cannot be "${given[name] ?? ''}".`,
      'Give a number from 0 to 65535, or unset it.',
    );
  }
  const { data } = result;
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = data;
  return {
    neo4j: uri === undefined ? null : { uri, user, password, database },
    data: data.INTERLOCK_DATA,
    port: data.INTERLOCK_PORT,
    host: data.INTERLOCK_HOST,
    sources: data.INTERLOCK_SOURCES,
    allowedHosts: data.INTERLOCK_ALLOWED_HOSTS.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
}
