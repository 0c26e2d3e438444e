import { type Problem, problemShape } from '../../server/wire/common.ts';

/** An answer that is an error, with what the server says to do about it. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

const BASE = '/api/v1';

/** The shape an answer must have: one of `server/wire`. */
interface Shape<T> {
  readonly parse: (value: unknown) => T;
}

export interface Question<T> {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly shape: Shape<T>;
}

/** Asks the API. Query values that are undefined are left out. */
export async function ask<T>({ path, query, shape }: Question<T>, signal?: AbortSignal): Promise<T> {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  const url = `${BASE}${path}${search === '' ? '' : `?${search}`}`;
  return shape.parse(await answer(await request(url, signal ? { signal } : {})));
}

interface Posted<T> {
  readonly body: unknown;
  readonly shape: Shape<T>;
  /** Aborting it ends the work on the server too. */
  readonly signal?: AbortSignal;
}

/** Posts JSON to the API. */
export async function post<T>(path: string, { body, shape, signal }: Posted<T>): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) };
  return shape.parse(await answer(await request(`${BASE}${path}`, init)));
}

async function request(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({
      type: 'about:blank',
      title: 'The server does not answer.',
      status: 0,
      code: 'unavailable',
      detail: 'Nothing was lost. Start Interlock again; this page goes on by itself.',
    });
  }
}

async function answer(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const problem = problemShape.safeParse(body);
  throw new ApiError(problem.success ? problem.data : unknownProblem(response.status));
}

function unknownProblem(status: number): Problem {
  return { type: 'about:blank', title: `The server answered with ${status}.`, status, code: 'unexpected' };
}
