import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Owner, paths, stillRuns } from './data-folder.ts';

/**
 * Puts a store made beside the former one in its place. As long as the former one lies beside it the change is
 * unfinished, and a start takes it back: so a process killed at any point leaves the former store or the new one whole.
 */

/** The new store takes the place of the former one, which is kept until `keepNewStore`. Nothing may run on either. */
export function placeNewStore(folder: string): void {
  const { store, newStore, formerStore } = paths(folder);
  renameSync(store, formerStore);
  renameSync(newStore, store);
}

/** Is the new store in its place, and the former one not given up? */
export function isPlaced(folder: string): boolean {
  return existsSync(paths(folder).formerStore);
}

/** From here on the new store is the one. */
export function keepNewStore(folder: string): void {
  const { newStore, formerStore } = paths(folder);
  // One rename is done or not done; removing many files may be cut short.
  renameSync(formerStore, newStore);
  clear(folder);
}

/** Takes back what was begun and not finished: before Neo4j starts, or while it is stopped. */
export function undoUnfinished(folder: string): void {
  const { store, newStore, formerStore } = paths(folder);
  endImportTool(folder);
  if (existsSync(formerStore)) {
    rmSync(newStore, { recursive: true, force: true });
    if (existsSync(store)) renameSync(store, newStore);
    renameSync(formerStore, store);
  }
  clear(folder);
}

/** The import tool does not notice when its parent is killed. */
function endImportTool(folder: string): void {
  const tool = readTool(join(paths(folder).import, TOOL_NOTE));
  // Where the system tells no start times, the number may be somebody else's by now.
  if (tool !== null && tool.started !== '' && stillRuns(tool)) process.kill(tool.pid, 'SIGKILL');
}

/** File in the folder of the import that says which process the import tool is. */
export const TOOL_NOTE = 'tool.json';

function readTool(file: string): Pick<Owner, 'pid' | 'started'> | null {
  try {
    const { pid, started }: Partial<Owner> = JSON.parse(readFileSync(file, 'utf8'));
    return pid === undefined || started === undefined ? null : { pid, started };
  } catch {
    return null;
  }
}

function clear(folder: string): void {
  for (const each of [paths(folder).newStore, paths(folder).import])
    rmSync(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
