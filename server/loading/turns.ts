import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UnavailableError } from '../errors.ts';
import { startOf, stillRuns } from '../store/managed/data-folder.ts';

interface Wait {
  /** For how long others are waited for; a quarter of an hour when left out. */
  readonly milliseconds?: number;
  /** Called once when somebody else is at work. */
  readonly onWait?: () => void;
  readonly stop?: AbortSignal;
}

const LOOK_AGAIN_MS = 50;
const LONGEST_MS = 900_000;
/** Holds nobody: its turn is over. */
const OVER = 'over';

/**
 * Does work that only one process on a data folder may do at a time, such as reading what is loaded and loading that with
 * one edition more, or the judgements with one more; others wait for their turn. A turn is a file with a number and its
 * process in it. Whoever made the highest number has the turn, and the next number may be made only once that one is over
 * or its process has ended: so a process that is killed blocks nobody, and no file is ever removed that somebody could
 * still be waiting on.
 *
 * @throws UnavailableError when others take too long, or when it is told to stop while it waits
 */
export async function inTurn<T>(data: string, work: () => Promise<T>, wait: Wait = {}): Promise<T> {
  const folder = join(data, 'turns');
  mkdirSync(folder, { recursive: true });
  const turn = await takeTurn(folder, wait);
  try {
    return await work();
  } finally {
    writeFileSync(join(folder, turn), OVER);
  }
}

async function takeTurn(folder: string, { milliseconds = LONGEST_MS, onWait, stop }: Wait): Promise<string> {
  const last = Date.now() + milliseconds;
  let hasWaited = false;
  for (;;) {
    const turn = tryTurn(folder);
    if (turn !== null) return turn;
    if (Date.now() > last || stop?.aborted) throw busy();
    if (!hasWaited) onWait?.();
    hasWaited = true;
    await pause(LOOK_AGAIN_MS);
  }
}

/** Null while somebody has the turn. */
function tryTurn(folder: string): string | null {
  const highest = highestIn(folder);
  if (highest > 0 && !isOver(join(folder, String(highest)))) return null;
  const mine = String(highest + 1);
  if (!make(folder, mine)) return null;
  // Somebody may have had two turns in the meantime, and removed the numbers below.
  if (highestIn(folder) !== highest + 1) {
    rmSync(join(folder, mine), { force: true });
    return null;
  }
  for (const name of numbersIn(folder))
    if (name < highest + 1) rmSync(join(folder, String(name)), { force: true });
  return mine;
}

/** Makes the file with its content at once: nobody reads half of it. False when the number is taken. */
function make(folder: string, name: string): boolean {
  const work = join(folder, `${randomUUID()}.new`);
  writeFileSync(work, `${process.pid} ${startOf(process.pid)}`, { mode: 0o600 });
  try {
    linkSync(work, join(folder, name));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(work, { force: true });
  }
}

/** A process that was killed while it wrote leaves a file that names nobody: its turn is over too. */
function isOver(path: string): boolean {
  const text = contentOf(path);
  if (text === null) return false;
  const [, pid, started = ''] = /^(\d+) (.*)$/.exec(text) ?? [];
  return pid === undefined || !stillRuns({ pid: Number(pid), started });
}

/** Null when it is gone: others have had their turn, look again. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const highestIn = (folder: string): number => Math.max(0, ...numbersIn(folder));

function busy(): UnavailableError {
  return new UnavailableError(
    'Another load or judgement is going on, and takes long.',
    'Try again in a moment.',
  );
}
