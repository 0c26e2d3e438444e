import { z } from 'zod';
import { InputError, InterlockError } from './errors.ts';

const problemShape = z.object({
  file: z.string(),
  row: z.string(),
  field: z.string(),
  message: z.string(),
  fix: z.string(),
});

const toldShape = z.object({
  message: z.string(),
  /** Null for errors that are none of ours: a mistake of the product. */
  own: z.object({ status: z.int(), code: z.string(), fix: z.string() }).nullable(),
  problems: z.array(problemShape).nullable(),
});

/** An error without its class, which passes neither from process to process nor from thread to thread. */
export type ToldError = z.infer<typeof toldShape>;

/** An error in parts, for the process or thread that started this one. */
export function tellError(error: unknown): ToldError {
  if (!(error instanceof InterlockError)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { message, own: null, problems: null };
  }
  const { message, status, code, fix } = error;
  const problems = error instanceof InputError ? error.problems.map((each) => ({ ...each })) : null;
  return { message, own: { status, code, fix }, problems };
}

/** The error that was told; null when it was something else. */
export function errorOf(told: unknown): Error | null {
  const result = toldShape.safeParse(told);
  if (!result.success) return null;
  const { message, own, problems } = result.data;
  if (problems !== null) return new InputError(problems, message);
  return own === null ? new Error(message) : new InterlockError(message, own);
}
