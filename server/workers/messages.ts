import type { ToldError } from '../told-error.ts';

/** To a thread: a job with its input as JSON, which is read faster than the platform's own copies; or an end to it. */
export type ToThread =
  | { readonly id: number; readonly job: string; readonly input: string }
  | { readonly id: number; readonly end: true };

/** From a thread: the result as JSON, or what went wrong. */
export type FromThread =
  | { readonly id: number; readonly result: string }
  | { readonly id: number; readonly failure: ToldError };
