import { z } from 'zod';
import { InputError, InterlockError } from '../errors.ts';

const problemShape = z.object({
  file: z.string(),
  row: z.string(),
  field: z.string(),
  message: z.string(),
  fix: z.string(),
});

const toldShape = z.object({
  message: z.string(),
  status: z.int(),
  code: z.string(),
  fix: z.string(),
  problems: z.array(problemShape).nullable(),
});

type ToldError = z.infer<typeof toldShape>;

/** An error in parts, for the process that started this one. */
export function tellError(error: InterlockError): ToldError {
  const { message, status, code, fix } = error;
  const problems = error instanceof InputError ? error.problems.map((each) => ({ ...each })) : null;
  return { message, status, code, fix, problems };
}

/** The error that a process told; null when it told something else. */
export function errorOf(told: unknown): InterlockError | null {
  const result = toldShape.safeParse(told);
  if (!result.success) return null;
  const { message, problems, ...options } = result.data;
  return problems === null ? new InterlockError(message, options) : new InputError(problems, message);
}
