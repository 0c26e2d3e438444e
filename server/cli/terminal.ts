import { describeError, InterlockError } from '../errors.ts';
import { tellError } from '../told-error.ts';

/** Exit codes of the command line (design, "Interchange"). */
export const EXIT = { clean: 0, error: 1, flagged: 2, cannotExclude: 3 } as const;

/** Says something to a person: standard error, so that standard output stays for results. */
export function say(line: string): void {
  write(process.stderr, `${line}\n`);
}

/** Prints a result on standard output. */
export function print(text: string): void {
  write(process.stdout, text.endsWith('\n') ? text : `${text}\n`);
}

/** A reader that has seen enough (`| head`) is no error; a result that cannot be written (a full disk) is one. */
function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount('error') === 0) stream.on('error', (error) => cannotWrite(stream, error));
  stream.write(text);
}

function cannotWrite(stream: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = EXIT.error;
  if (stream === process.stdout) say(`The result could not be written (${error.code ?? error.message}).`);
}

/** How long a failed process waits for what is still open, such as a connection that nobody answers. */
const LINGER_MS = 1_000;

/**
 * Says what went wrong and what to do, and marks the process as failed. Never a stack trace. A server that started this
 * process (`child-command.ts`) is told too, in parts.
 */
export function fail(error: unknown): void {
  for (const line of describeError(error)) say(line);
  if (error instanceof InterlockError && process.connected) process.send?.(tellError(error));
  process.exitCode = EXIT.error;
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

/**
 * Progress on standard error: one line that is rewritten on a terminal, a line now and then elsewhere. What takes over a
 * second says how fast it goes and how long it still takes.
 */
export function progressBar(): (step: string, done: number, total: number) => void {
  const isTerminal = process.stderr.isTTY;
  let lastStep = '';
  let since = 0;
  return (step, done, total) => {
    if (step !== lastStep) since = performance.now();
    const pace = paceOf(done, total, (performance.now() - since) / 1_000);
    const line = total > 1 ? `${step}: ${done} of ${total} rows${pace}` : `${step} ...`;
    if (isTerminal) write(process.stderr, `\r\u001b[K${line}${done === total ? '\n' : ''}`);
    else if (total > 1 ? done === total : step !== lastStep) say(`  ${line}`);
    lastStep = step;
  };
}

/**
 * How fast rows are done and how long the others take at that pace; nothing within the first second.
 *
 * @param seconds since the first of them
 */
export function paceOf(done: number, total: number, seconds: number): string {
  if (seconds < 1 || done === 0) return '';
  const rate = `${Math.round(done / seconds)} a second`;
  return done < total ? `, ${rate}, ${Math.ceil(((total - done) * seconds) / done)} s left` : `, ${rate}`;
}
