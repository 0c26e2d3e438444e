import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTurn } from '../../server/loading/turns.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'interlock-test-turns-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** Adds one in two steps, so that two at once would count one. */
function counting() {
  const counted = { value: 0, most: 0, now: 0 };
  const add = async (): Promise<void> => {
    counted.now += 1;
    counted.most = Math.max(counted.most, counted.now);
    const before = counted.value;
    await pause(1);
    counted.value = before + 1;
    counted.now -= 1;
  };
  return { counted, add };
}

it('lets one work at a time, and all in the end; leaves one small file', async () => {
  const { counted, add } = counting();
  await Promise.all(Array.from({ length: 12 }, () => inTurn(data, add)));
  expect(counted).toEqual({ value: 12, most: 1, now: 0 });
  expect(readdirSync(join(data, 'turns'))).toEqual(['12']);
});

it('goes on after work that failed, and after a process that was killed in its turn', async () => {
  await expect(inTurn(data, () => Promise.reject(new Error('made')))).rejects.toThrow('made');
  writeFileSync(join(data, 'turns', '2'), '4194305 1');
  expect(await inTurn(data, async () => 'done')).toBe('done');
  // Killed between emptying its file and writing that its turn is over.
  writeFileSync(join(data, 'turns', '4'), '');
  expect(await inTurn(data, async () => 'done')).toBe('done');
});

it('does not take a turn from a process that has it, and says so after a while', async () => {
  const folder = join(data, 'turns');
  mkdirSync(folder);
  let waits = 0;
  const working = inTurn(data, async () => {
    const second = inTurn(data, async () => 'never', { milliseconds: 100, onWait: () => (waits += 1) });
    await expect(second).rejects.toThrow('Another load or judgement is going on');
  });
  await working;
  expect(waits).toBe(1);
  const stopped = inTurn(data, () => inTurn(data, async () => 'never', { stop: AbortSignal.abort() }));
  await expect(stopped).rejects.toThrow('Another load or judgement is going on');
});
