/**
 * The one family of errors. Each says in one line what is wrong and, in `fix`, what to do about it.
 * The API turns `status` into an HTTP status, the command line turns any of them into exit code 1.
 */

/** One thing wrong with one field of one input row. */
export interface Problem {
  /** File (or `stdin`) the row was read from. */
  readonly file: string;
  /** Where in the file: `holdings[3]`, or `line 12` where it is not even JSON. */
  readonly row: string;
  /** Field of the row, empty when the row as a whole is wrong. */
  readonly field: string;
  readonly message: string;
  readonly fix: string;
}

interface ErrorOptions {
  readonly status: number;
  readonly code: string;
  readonly fix?: string;
  readonly cause?: unknown;
}

/** Base of every error that Interlock raises on purpose. */
export class InterlockError extends Error {
  readonly status: number;
  /** Short name for machines: `not-found`, `bad-input` ... */
  readonly code: string;
  /** What the reader can do about it. */
  readonly fix: string;

  constructor(message: string, options: ErrorOptions) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.status = options.status;
    this.code = options.code;
    this.fix = options.fix ?? '';
  }
}

/** Input that cannot be used; nothing was changed. Carries every problem found, not only the first. */
export class InputError extends InterlockError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], what = 'The input cannot be used; nothing was changed.') {
    super(what, { status: 400, code: 'bad-input' });
    this.problems = problems;
  }
}

/** A thing that was asked for and is not there. */
export class NotFoundError extends InterlockError {
  constructor(message: string, fix = '') {
    super(message, { status: 404, code: 'not-found', fix });
  }
}

/** A request that is understood and refused: a write through the read-only door, a foreign origin. */
export class RefusedError extends InterlockError {
  constructor(message: string, fix = '') {
    super(message, { status: 403, code: 'refused', fix });
  }
}

/** Something Interlock needs is missing or wrong on this machine: no JDK, a port in use, a full disk. */
export class SetupError extends InterlockError {
  constructor(message: string, fix: string, cause?: unknown) {
    super(message, { status: 503, code: 'setup', fix, cause });
  }
}

/** The database is not there at the moment; the same call may go through later. */
export class UnavailableError extends InterlockError {
  constructor(message: string, fix: string, cause?: unknown) {
    super(message, { status: 503, code: 'unavailable', fix, cause });
  }
}

/** Problems after these are counted: nobody reads them all, and the first ones would be off the screen. */
const MOST_TOLD = 50;

/** Lines for a terminal: the error, the problems under it, and the fix. */
export function describeError(error: unknown): string[] {
  if (!(error instanceof InterlockError)) {
    return [`Unexpected: ${error instanceof Error ? error.message : String(error)}`];
  }
  const problems = error instanceof InputError ? error.problems : [];
  const told = problems.slice(0, MOST_TOLD).map(describeProblem);
  const rest = problems.length - told.length;
  const more = rest > 0 ? [`  ... and ${rest} more.`] : [];
  return [error.message, ...told, ...more, ...(error.fix ? [error.fix] : [])];
}

/** One problem as one line: `file: row: field: message. Fix: ...`. */
function describeProblem(problem: Problem): string {
  const where = [problem.file, problem.row, problem.field].filter((part) => part !== '').join(': ');
  return `  ${where}: ${problem.message}${problem.fix ? ` Fix: ${problem.fix}` : ''}`;
}
