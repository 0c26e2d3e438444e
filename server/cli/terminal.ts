import { describeError } from '../errors.ts';

/** Exit codes of the command line (design, "Interchange"). */
export const EXIT = { clean: 0, error: 1, flagged: 2, cannotExclude: 3 } as const;

/** Says something to a person: standard error, so that standard output stays for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a result on standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Says what went wrong and what to do, and marks the process as failed. Never a stack trace. */
export function fail(error: unknown): void {
  for (const line of describeError(error)) say(line);
  process.exitCode = EXIT.error;
}

/**
 * Progress on standard error: one line that is rewritten on a terminal, a line now and then elsewhere.
 */
export function progressBar(): (step: string, done: number, total: number) => void {
  const isTerminal = process.stderr.isTTY;
  let lastStep = '';
  return (step, done, total) => {
    const line = total > 1 ? `${step}: ${done} of ${total} rows` : `${step} ...`;
    if (isTerminal) process.stderr.write(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
    else if (step !== lastStep && (total <= 1 || done === total)) say(`  ${line}`);
    lastStep = step;
  };
}
