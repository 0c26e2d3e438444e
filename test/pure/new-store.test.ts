import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paths, startOf } from '../../server/store/managed/data-folder.ts';
import {
  keepNewStore,
  placeNewStore,
  TOOL_NOTE,
  undoUnfinished,
} from '../../server/store/managed/new-store.ts';

/** A store made beside the former one: after a kill at any point the next start finds one of the two whole. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interlock-store-'));
  make('store', 'former');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function make(place: 'store' | 'newStore' | 'import', text: string): void {
  mkdirSync(paths(folder)[place], { recursive: true });
  writeFileSync(join(paths(folder)[place], 'data'), text);
}

function store(): string {
  return readFileSync(join(paths(folder).store, 'data'), 'utf8');
}

function expectNothingBeside(): void {
  for (const place of ['newStore', 'formerStore', 'import'] as const)
    expect(existsSync(paths(folder)[place]), place).toBe(false);
}

describe('a start after a kill', () => {
  it('while tables are written or the tool works finds the former store', () => {
    make('import', 'half a table');
    make('newStore', 'half');
    undoUnfinished(folder);
    expect(store()).toBe('former');
    expectNothingBeside();
  });

  it('between the two renames finds the former store', () => {
    make('newStore', 'new');
    placeNewStore(folder);
    rmSync(paths(folder).store, { recursive: true });
    make('newStore', 'new');
    undoUnfinished(folder);
    expect(store()).toBe('former');
    expectNothingBeside();
  });

  it('while the new store gets its indexes and findings finds the former store', () => {
    make('newStore', 'new');
    placeNewStore(folder);
    expect(store()).toBe('new');
    undoUnfinished(folder);
    expect(store()).toBe('former');
    expectNothingBeside();
  });

  it('after the last step finds the new store, also while the former one is being removed', () => {
    make('newStore', 'new');
    placeNewStore(folder);
    keepNewStore(folder);
    make('newStore', 'what is left of the former one');
    undoUnfinished(folder);
    expect(store()).toBe('new');
    expectNothingBeside();
  });

  it('ends an import tool that is still at work', async () => {
    const tool = spawn('sleep', ['60']);
    const ended = once(tool, 'exit');
    make('import', 'half a table');
    const pid = tool.pid ?? 0;
    writeFileSync(join(paths(folder).import, TOOL_NOTE), JSON.stringify({ pid, started: startOf(pid) }));
    undoUnfinished(folder);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expectNothingBeside();
  });

  it('leaves a process alone that only has the number of a tool of then', async () => {
    const other = spawn('sleep', ['60']);
    make('import', 'half a table');
    const note = { pid: other.pid, started: 'before' };
    writeFileSync(join(paths(folder).import, TOOL_NOTE), JSON.stringify(note));
    undoUnfinished(folder);
    expect(other.exitCode).toBeNull();
    other.kill('SIGTERM');
    expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
  });
});
