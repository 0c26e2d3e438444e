import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { expect } from 'vitest';
import type { z } from 'zod';
import { createApp } from '../../server/api/app.ts';
import type { Deps } from '../../server/api/deps.ts';
import { openThreads } from '../../server/api/jobs/open-threads.ts';
import { createModel } from '../../server/api/model.ts';
import { readStories } from '../../server/api/stories.ts';
import { UnavailableError } from '../../server/errors.ts';
import { loadInput, readInput, SEED, stampOf } from '../../server/pipeline.ts';
import type { Store } from '../../server/store/connection.ts';
import { readLoaded } from '../../server/store/queries/loaded.ts';
import { VERSION } from '../../server/version.ts';
import { type Problem, problemShape } from '../../server/wire/common.ts';
import { LAW } from './cases.ts';
import { commandsOn } from './commands.ts';
import { empty, openTestStore } from './database.ts';

/** Started by the first question that needs one; they keep no test waiting for their end. */
const threads = openThreads();

/** The web application as `serve` makes it, with what it logged. */
export interface TestApp {
  readonly app: Express;
  readonly log: readonly string[];
}

/**
 * The app over a store, or over none, as while Neo4j starts.
 *
 * @param data the data folder of its judgements
 */
export function appOver(store: Store | null, allowedHosts: readonly string[] = [], data?: string): TestApp {
  const log: string[] = [];
  const deps: Deps = {
    law: LAW,
    model: createModel(),
    ...commandsOn(data),
    stories: readStories(SEED),
    threads,
    version: VERSION,
    forceEnd: null,
    store: () => {
      if (!store) throw new UnavailableError('Neo4j is not ready yet.', 'Try again in a moment.');
      return store;
    },
  };
  return { app: createApp({ deps, allowedHosts, log: (line) => log.push(line) }), log };
}

export interface SeedApi extends TestApp {
  readonly store: Store;
}

/**
 * The app over the Neo4j of the tests with the seed in it, and nothing else. The caller closes the store and changes
 * nothing: the next file finds the seed loaded, by a stamp that no other test gives it.
 *
 * @param data the data folder of judgements
 */
export async function seedApi(data?: string): Promise<SeedApi> {
  const store = await openTestStore();
  const seed = readInput([SEED]);
  const input = { ...seed, hash: `${seed.hash} for the API tests` };
  const loaded = await store.read(readLoaded);
  if (loaded?.run !== stampOf(input, LAW)) {
    await empty(store);
    await loadInput(store, input, LAW, () => {});
  }
  return { ...appOver(store, [], data), store };
}

/** Values of a query string. */
export type Query = Readonly<Record<string, string | number>>;

/** Asks below `/api/v1` and gives the answer as the shape reads it; anything but a good answer fails. */
export async function ask<T extends z.ZodType>(
  { app }: TestApp,
  shape: T,
  path: string,
  query: Query = {},
): Promise<z.infer<T>> {
  const response = await request(app).get(`/api/v1${path}`).query(query);
  expect([response.status, response.ok ? '' : response.text]).toEqual([200, '']);
  return shape.parse(response.body);
}

/** The error of an answer: always a problem document that says what to do. */
export function problemOf(response: Response): Problem {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = problemShape.strict().parse(response.body);
  expect(problem.status).toBe(response.status);
  const fixes = [problem.detail, ...(problem.problems ?? []).map(({ fix }) => fix)];
  expect(fixes.filter((fix) => fix !== undefined && fix !== '')).not.toEqual([]);
  return problem;
}

/** What an answer of 404 and the like says, for a path below `/api/v1`. */
export async function refusal({ app }: TestApp, path: string, query: Query = {}): Promise<Problem> {
  return problemOf(await request(app).get(`/api/v1${path}`).query(query));
}
