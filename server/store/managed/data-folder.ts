import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../../errors.ts';

/** Room that Neo4j needs to start and take the seed, in bytes. */
const ROOM = 200 * 1024 * 1024;

/** What the owner of a data folder writes down, so that others can find or refuse it. */
export interface Owner {
  readonly pid: number;
  /** Start time of the process in clock ticks, where the system tells: a pid alone may be somebody else's by now. */
  readonly started: string;
  readonly boltPort: number;
}

/** Paths in a data folder. */
export function paths(folder: string) {
  return {
    store: join(folder, 'neo4j'),
    newStore: join(folder, 'neo4j.new'),
    formerStore: join(folder, 'neo4j.former'),
    import: join(folder, 'neo4j.import'),
    password: join(folder, 'neo4j-password'),
    owner: join(folder, 'owner.json'),
    configuration: join(folder, 'neo4j.conf'),
    log: join(folder, 'neo4j.log'),
  };
}

/**
 * Makes the folder if need be and checks that it can be used.
 *
 * @returns true when it was not there before
 * @throws SetupError when it cannot be written or the disk is full; nothing is left behind then
 */
export function prepareFolder(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`);
  const existed = existsSync(folder);
  try {
    makeFolder(folder);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    if (existsSync(probe)) rmSync(probe);
    if (!existed) dropIfEmpty(folder);
    throw cannotWrite(folder, error);
  }
  checkRoom(folder, existed);
  return !existed;
}

/** Parents first and one by one: `recursive` never returns below a folder such as `/proc` that refuses new names. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another start may have made it in the meantime; which of the two gets it is decided later.
    if (!existsSync(folder)) throw error;
  }
}

/** Removes a folder that was made for nothing; what is in use or holds something stays. */
export function dropIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something, or was never there.
  }
}

function cannotWrite(folder: string, error: unknown): SetupError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const full = reason === 'ENOSPC';
  const what = `The data folder ${folder} ${full ? 'is full' : 'cannot be written'} (${reason}).`;
  const first = full ? 'Free some room' : 'Make it a folder that you may write';
  return new SetupError(what, `${first}, or name another folder with --data.`, error);
}

function checkRoom(folder: string, existed: boolean): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= ROOM) return;
  if (!existed) dropIfEmpty(folder);
  const left = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new SetupError(
    `The disk of the data folder ${folder} is full: ${left} MB are left, Neo4j needs ${ROOM / 1024 / 1024}.`,
    'Free some room, or name another folder with --data.',
  );
}

/** The password of the managed Neo4j: made on the first start, readable by its owner only. */
export function readPassword(folder: string): string {
  const file = paths(folder).password;
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/**
 * The process that uses the folder now, or null. An owner that was killed leaves its note behind; that is seen and
 * does not count.
 */
export function currentOwner(folder: string): Owner | null {
  try {
    const owner: Partial<Owner> = JSON.parse(readFileSync(paths(folder).owner, 'utf8'));
    const { pid, started, boltPort } = owner;
    if (pid === undefined || started === undefined || boltPort === undefined) return null;
    return stillRuns({ pid, started }) ? { pid, started, boltPort } : null;
  } catch {
    return null;
  }
}

/**
 * Takes the folder for this process.
 *
 * @throws SetupError when another process has it
 */
export function takeFolder(folder: string, boltPort: number): void {
  const owner = currentOwner(folder);
  if (owner && owner.pid !== process.pid) throw inUse(folder, owner);
  const note: Owner = { pid: process.pid, started: startOf(process.pid), boltPort };
  rmSync(paths(folder).owner, { force: true });
  try {
    writeFileSync(paths(folder).owner, JSON.stringify(note), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const winner = currentOwner(folder);
    throw winner ? inUse(folder, winner) : error;
  }
}

/** Gives the folder up. */
export function leaveFolder(folder: string): void {
  if (currentOwner(folder)?.pid === process.pid) rmSync(paths(folder).owner, { force: true });
}

/** The error for a folder that somebody else works on. */
export function inUse(folder: string, owner: Owner): SetupError {
  const fix = `Use the one that runs, stop it (process ${owner.pid}), or name another folder with --data.`;
  return new SetupError(
    `The data folder ${folder} is in use by another Interlock (process ${owner.pid}).`,
    fix,
  );
}

/** Is it the process that was noted, and no later one of the same number? */
export function stillRuns({ pid, started }: Pick<Owner, 'pid' | 'started'>): boolean {
  return isAlive(pid) && startOf(pid) === started;
}

/** True while a process of that id runs, whosever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat on Linux; empty elsewhere, where the pid has to do. */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
