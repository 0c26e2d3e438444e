import neo4j, { type Driver, type ManagedTransaction, type Neo4jError, type Session } from 'neo4j-driver';
import { InterlockError, SetupError, UnavailableError } from '../errors.ts';

/** Where Neo4j is and who we are there. */
export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Name of the database; the server's default when left out. */
  readonly database?: string | undefined;
}

/** Anything that runs a statement: a session's transaction, managed or explicit. */
export type Runner = Pick<ManagedTransaction, 'run'>;

/** The one door to Neo4j. */
export interface Store {
  readonly driver: Driver;
  readonly address: Neo4jAddress;
  /** Runs `work` in one read-only transaction; retried when the server asks for it. */
  readonly read: <T>(work: (tx: Runner) => Promise<T>) => Promise<T>;
  /**
   * The same for a single statement that is asked often: it goes to the server at once, without a transaction around it,
   * which takes a third of the time. When that fails it is asked again as `read` does.
   */
  readonly readOne: <T>(work: (runner: Runner) => Promise<T>) => Promise<T>;
  /** Runs `work` in one transaction that is committed whole or not at all. Not retried. */
  readonly write: <T>(work: (tx: Runner) => Promise<T>) => Promise<T>;
  readonly session: (mode: 'READ' | 'WRITE') => Session;
  readonly close: () => Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens the store and checks that the server is there and lets us in.
 *
 * @throws SetupError for a wrong address, password or database name; UnavailableError when nobody answers
 */
export async function openStore(address: Neo4jAddress): Promise<Store> {
  const driver = makeDriver(address);
  const read: Store['read'] = (work) =>
    withSession(driver, address, 'READ', (session) => session.executeRead(work));
  const store: Store = {
    driver,
    address,
    read,
    readOne: (work) => withSession(driver, address, 'READ', work).catch(() => read(work)),
    write: (work) =>
      withSession(driver, address, 'WRITE', (session) => inOneTransaction(session, work)).catch(tooLarge),
    session: (mode) => driver.session(sessionConfig(address, mode)),
    close: () => driver.close(),
  };
  try {
    await driver.verifyAuthentication(sessionConfig(address, 'READ'));
    await driver.getServerInfo(sessionConfig(address, 'READ'));
    await withSession(driver, address, 'READ', (session) => session.run('RETURN 1 AS one'));
  } catch (error) {
    await driver.close();
    throw explain(error, address);
  }
  return store;
}

function makeDriver({ uri, user, password }: Neo4jAddress): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: CONNECT_TIMEOUT_MS,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      maxTransactionRetryTime: CONNECT_TIMEOUT_MS,
      notificationFilter: { minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF },
      userAgent: 'interlock',
    });
  } catch (error) {
    const fix = 'Set NEO4J_URI to bolt://HOST:PORT, neo4j://HOST:PORT or neo4j+s://HOST.';
    throw new SetupError(`NEO4J_URI "${uri}" is not an address of a Neo4j.`, fix, error);
  }
}

function sessionConfig({ database }: Neo4jAddress, mode: 'READ' | 'WRITE') {
  const defaultAccessMode = mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE;
  return database === undefined ? { defaultAccessMode } : { defaultAccessMode, database };
}

async function withSession<T>(
  driver: Driver,
  address: Neo4jAddress,
  mode: 'READ' | 'WRITE',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = driver.session(sessionConfig(address, mode));
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

async function inOneTransaction<T>(session: Session, work: (tx: Runner) => Promise<T>): Promise<T> {
  const tx = await session.beginTransaction();
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } finally {
    await tx.close();
  }
}

/**
 * What is written goes in whole or not at all, so it must fit into what Neo4j lets one transaction have.
 *
 * @throws InterlockError with what to do when it does not; anything else as it was
 */
export function tooLarge(error: unknown): never {
  if (!isNeo4jError(error) || !/MemoryPoolOutOfMemory/.test(error.code)) throw error;
  const limit = /limit ([\d.]+ \w+)/.exec(error.message)?.[1];
  throw new InterlockError(
    `What is to be written needs more memory than Neo4j lets one transaction have${limit ? ` (${limit})` : ''}; nothing was changed.`,
    {
      status: 413,
      code: 'too-large',
      fix: 'Give it more: INTERLOCK_NEO4J_HEAP in MiB for the managed Neo4j, of which a transaction may have half; db.memory.transaction.max for another.',
      cause: error,
    },
  );
}

/** Turns what the driver says into one clear line with what to do. Never repeats the password. */
function explain(error: unknown, { uri, user, database }: Neo4jAddress): InterlockError {
  const code = isNeo4jError(error) ? error.code : '';
  const message = error instanceof Error ? error.message : String(error);
  if (
    code === 'Neo.ClientError.Security.Unauthorized' ||
    code === 'Neo.ClientError.Security.AuthenticationRateLimit'
  ) {
    const fix = 'Set NEO4J_USER and NEO4J_PASSWORD to what that Neo4j expects.';
    return new SetupError(`Neo4j at ${uri} refuses user "${user}" with this password.`, fix, error);
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    const fix = 'Set NEO4J_DATABASE to a database that exists there, or leave it out for the default.';
    return new SetupError(`Neo4j at ${uri} has no database "${database ?? ''}".`, fix, error);
  }
  if (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    code === 'Neo.TransientError.General.DatabaseUnavailable' ||
    message.startsWith('Connection acquisition timed out')
  ) {
    const fix = 'Start it, correct NEO4J_URI, or unset NEO4J_URI to let Interlock run its own.';
    return new UnavailableError(`No Neo4j answers at ${uri}.`, fix, error);
  }
  return new UnavailableError(`Neo4j at ${uri} says: ${message}`, 'Look at the log of that Neo4j.', error);
}

function isNeo4jError(error: unknown): error is Neo4jError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
