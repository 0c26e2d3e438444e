import { z } from 'zod';
import { lookThroughReplyShape } from '../../wire/look-through.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, NO_BODY, type Route } from '../route.ts';
import { onDay } from '../verdict-view.ts';
import { aroundParty, MOST_MS, tooLong } from './control.ts';

/** The look-through percentage that stands beside a verdict's steps. */
export const lookThroughRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/parties/:id/look-through',
    summary:
      'What the listed owners of a party hold of it through chains of holdings, multiplied: beside the steps of its verdict, and not the rule',
    params: ID,
    query: z.strictObject({
      asOf,
      regime: z
        .string()
        .max(100)
        .optional()
        .describe('Regime under which owners count as listed; the BIS one in force that day when left out'),
    }),
    body: NO_BODY,
    reply: lookThroughReplyShape,
    handle: ({ params, query, signal }, deps) => lookThrough(params.id, query, signal, deps),
  }),
];

interface Wanted {
  readonly asOf: string;
  readonly regime?: string | undefined;
}

async function lookThrough(party: string, wanted: Wanted, signal: AbortSignal, deps: Deps) {
  const { regimes } = deps.law.regulation;
  const { asOf: day, regime: id } = onDay(wanted, regimes);
  const regime = regimes.find((each) => each.id === id);
  if (!regime) throw new Error(`There is no regime ${id}`);
  const { facts, listings } = await aroundParty(party, day, deps);
  const input = { facts, party, asOf: day, regime, listings };
  return deps.threads.analysis.run('lookThrough', input, { milliseconds: MOST_MS, tooLong, signal });
}
