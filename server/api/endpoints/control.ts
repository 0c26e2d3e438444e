import { z } from 'zod';
import { listingsOf } from '../../analysis/sensitivity/upstream.ts';
import { InterlockError, NotFoundError } from '../../errors.ts';
import type { Listing } from '../../facts/facts.ts';
import type { Component } from '../../projection/components.ts';
import { surroundingsOn } from '../../projection/surroundings.ts';
import { controlReplyShape } from '../../wire/control.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, limit, NO_BODY, type Route } from '../route.ts';
import { knownRegime } from '../verdict-view.ts';

/** Control and look-through ownership, beside the verdicts and apart from them. */
export const controlRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/parties/:id/control',
    summary:
      'Who controls a party and whom it controls, by majority and control links; what is held of it through chains of holdings, which is not the rule',
    params: ID,
    query: z.strictObject({
      asOf,
      regime: z
        .string()
        .max(100)
        .optional()
        .describe('Only what owners listed under this regime hold together; every regime when left out'),
      limit: limit(20, 200),
    }),
    body: NO_BODY,
    reply: controlReplyShape,
    handle: ({ params, query, signal }, deps) => control({ ...params, ...query }, signal, deps),
  }),
];

interface Asked {
  readonly id: string;
  readonly asOf: string;
  readonly regime?: string | undefined;
  readonly limit: number;
}

/** The facts that bear on control of a party on a day, and the listings among them. */
export interface Around {
  readonly facts: Component;
  readonly listings: readonly Listing[];
}

/** @throws NotFoundError for a party that is not loaded */
export async function aroundParty(id: string, day: string, deps: Deps): Promise<Around> {
  const component = await deps.model.component(deps.store(), id);
  if (!component)
    throw new NotFoundError(
      `There is no party "${id}".`,
      'Search for it by name; ids are those of the facts loaded.',
    );
  const { listings } = component;
  const facts = surroundingsOn(component, id, day);
  return { facts, listings: listingsOf(listings, facts.parties) };
}

/** In a thread: circles and long chains take seconds. */
async function control({ id, asOf: day, regime, limit: most }: Asked, signal: AbortSignal, deps: Deps) {
  const { regimes } = deps.law.regulation;
  const wanted = regime === undefined ? null : knownRegime(regimes, regime);
  const { facts, listings } = await aroundParty(id, day, deps);
  const law = { regimes: regimes.filter((each) => wanted === null || each.id === wanted), listings };
  return deps.threads.analysis.run(
    'control',
    { facts, party: id, asOf: day, limit: most, law },
    { milliseconds: MOST_MS, tooLong, signal },
  );
}

/** The longest that one question may take, in milliseconds. */
export const MOST_MS = 30_000;

export function tooLong(): InterlockError {
  const fix = 'Ask for one regime only, or for an owner further up.';
  return new InterlockError(
    `Control and look-through of this party take longer than ${MOST_MS / 1000} seconds: a large circle, or very many chains.`,
    { status: 408, code: 'too-long', fix },
  );
}
