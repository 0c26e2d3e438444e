import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './terminal.ts';

interface Schedule {
  /** Hours from one update to the next. */
  readonly hours: number;
  /** Data folder. */
  readonly data: string;
  readonly stop: AbortSignal;
}

const HOUR_MS = 3_600_000;

/**
 * Updates lists now and every so many hours: `interlock update` in a process of its own, so that nobody waits for it and
 * a load that is stopped leaves what was loaded before. What it says is said here. Resolves when it was stopped and the
 * last update has ended.
 */
export async function keepUpdated({ hours, data, stop }: Schedule): Promise<void> {
  while (!stop.aborted) {
    const code = await update(data, stop);
    if (stop.aborted) return;
    const again = `again in ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
    say(code === 0 ? `Update: done, ${again}.` : `Update: not all of it could be done, ${again}.`);
    await pause(hours * HOUR_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Runs one update to its end; gives its exit code. Asked to stop it ends in order. */
function update(data: string, stop: AbortSignal): Promise<number> {
  const [main = ''] = process.argv.slice(1);
  // Its own process group: Ctrl-C in the terminal reaches only the server, which then ends it in order.
  const child = spawn(process.execPath, [main, 'update', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => say(`Update: ${line}`));
  const end = (): void => void child.kill('SIGTERM');
  stop.addEventListener('abort', end);
  return new Promise((resolve) => {
    const ended = (code: number): void => {
      stop.removeEventListener('abort', end);
      resolve(code);
    };
    child.on('error', () => ended(1));
    child.on('close', (code) => ended(code ?? 1));
  });
}
