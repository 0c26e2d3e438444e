import { createServer } from 'node:net';
import { SetupError } from '../../errors.ts';
import type { Neo4jAddress } from '../connection.ts';
import {
  currentOwner,
  dropIfEmpty,
  inUse,
  leaveFolder,
  prepareFolder,
  readPassword,
  takeFolder,
} from './data-folder.ts';
import { ensureJars, neo4jVersion } from './jars.ts';
import { findJdk } from './jdk.ts';
import { undoUnfinished } from './new-store.ts';
import { type LaunchOptions, launch, type Neo4jProcess } from './process.ts';

export interface ManagedOptions {
  /** Data folder. */
  readonly folder: string;
  /** Bolt port on loopback; null takes 7687, or another when that is taken. */
  readonly boltPort: number | null;
  readonly say: (line: string) => void;
  /** Ends the start when it aborts; nothing is left running then. */
  readonly stop?: AbortSignal | undefined;
}

/** A Neo4j that Interlock runs. */
export interface ManagedNeo4j {
  readonly address: Neo4jAddress;
  /** Data folder. */
  readonly folder: string;
  /** Ends it and starts it again on the same port: the way out of a query that nothing else can stop. */
  readonly restart: () => Promise<void>;
  /**
   * Ends it in order, does the work on its files, and starts it again on the same port, also when the work fails.
   *
   * @throws what the work throws; SetupError when it does not start again
   */
  readonly whileStopped: (work: (options: LaunchOptions) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Called when it ends by itself and could not be started again. */
  readonly onLost: (listener: (how: string) => void) => void;
}

const USUAL_PORT = 7687;

/**
 * Starts the managed Neo4j on a data folder.
 *
 * @throws SetupError naming what is missing or wrong, and what to do: JDK, Maven, folder, port, another owner
 */
export async function startManaged({ folder, boltPort, say, stop }: ManagedOptions): Promise<ManagedNeo4j> {
  const owner = currentOwner(folder);
  if (owner) throw inUse(folder, owner);
  const jdk = findJdk(neo4jVersion());
  const isNew = prepareFolder(folder);
  try {
    const port = await choosePort(boltPort, say);
    takeFolder(folder, port);
    undoUnfinished(folder);
    const jars = await ensureJars(jdk, say, stop);
    say(`Starting Neo4j ${jars.version} on JDK ${jdk.version} ...`);
    const options = { jdk, jars, folder, boltPort: port, password: readPassword(folder) };
    return supervise(options, await launch(options, stop), say);
  } catch (error) {
    leaveFolder(folder);
    if (isNew) dropIfEmpty(folder);
    throw error;
  }
}

/** The Neo4j that another Interlock runs on this folder, or null: its data can be worked on through it. */
export function runningNeo4j(folder: string): Neo4jAddress | null {
  const owner = currentOwner(folder);
  return owner && addressOf(owner.boltPort, readPassword(folder));
}

function addressOf(port: number, password: string): Neo4jAddress {
  return { uri: `bolt://127.0.0.1:${port}`, user: 'neo4j', password };
}

function supervise(options: LaunchOptions, first: Neo4jProcess, say: (line: string) => void): ManagedNeo4j {
  let current = first;
  let stopping = false;
  let restarting: Promise<void> | null = null;
  const lost: ((how: string) => void)[] = [];
  const start = async (): Promise<void> => {
    current = await launch(options);
    watch(current);
  };
  const watch = (child: Neo4jProcess): void => {
    void child.ended.then(async (how) => {
      if (stopping || restarting !== null || child !== current) return;
      say(`Neo4j ended by itself (${how}). What was committed is safe; starting it again ...`);
      const isBack = await start().then(
        () => true,
        () => false,
      );
      if (isBack) return say('Neo4j is back.');
      for (const listener of lost) listener(how);
    });
  };
  const restart = async (): Promise<void> => {
    current.kill();
    const how = await current.ended;
    try {
      await start();
    } catch (error) {
      for (const listener of lost) listener(how);
      throw error;
    }
  };
  const workWhileStopped = async (work: (files: LaunchOptions) => Promise<void>): Promise<void> => {
    await current.stop();
    try {
      await work(options);
    } finally {
      if (!stopping) await start();
    }
  };
  watch(first);
  return {
    address: addressOf(options.boltPort, options.password),
    folder: options.folder,
    restart: () => {
      restarting ??= restart().finally(() => {
        restarting = null;
      });
      return restarting;
    },
    whileStopped: async (work) => {
      await restarting;
      restarting = workWhileStopped(work).finally(() => {
        restarting = null;
      });
      await restarting;
    },
    stop: async () => {
      stopping = true;
      await current.stop();
      leaveFolder(options.folder);
    },
    onLost: (listener) => lost.push(listener),
  };
}

async function choosePort(asked: number | null, say: (line: string) => void): Promise<number> {
  const wanted = asked ?? USUAL_PORT;
  const port = await tryPort(wanted);
  if (port !== null) return port;
  if (asked !== null) {
    throw new SetupError(
      `Bolt port ${asked} is in use.`,
      'Stop what uses it, or name another with --bolt-port (0 for any).',
    );
  }
  const free = await tryPort(0);
  if (free === null)
    throw new SetupError('No port on 127.0.0.1 is free.', 'Stop something that listens there.');
  say(
    `Bolt port ${USUAL_PORT} is in use by something else; using ${free}. Name one with --bolt-port to keep it.`,
  );
  return free;
}

/** The port when it can be listened on, a free one for 0, null when it is taken. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
