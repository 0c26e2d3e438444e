import { InputError, InterlockError, type Problem } from '../errors.ts';

/** To a thread: a job with its input as JSON, which is read faster than the platform's own copies; or an end to it. */
export type ToThread =
  | { readonly id: number; readonly job: string; readonly input: string }
  | { readonly id: number; readonly end: true };

/** From a thread: the result as JSON, or what went wrong. */
export type FromThread =
  | { readonly id: number; readonly result: string }
  | { readonly id: number; readonly failure: Failure };

/** An error without its class, which does not pass from thread to thread. */
interface Failure {
  readonly message: string;
  /** Null for errors that are none of ours: a mistake of the product. */
  readonly own: { readonly status: number; readonly code: string; readonly fix: string } | null;
  readonly problems: readonly Problem[] | null;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof InterlockError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { message, own: null, problems: null };
  }
  const { message, status, code, fix } = error;
  return {
    message,
    own: { status, code, fix },
    problems: error instanceof InputError ? error.problems : null,
  };
}

export function errorOf({ message, own, problems }: Failure): Error {
  if (problems) return new InputError(problems, message);
  return own ? new InterlockError(message, own) : new Error(message);
}
