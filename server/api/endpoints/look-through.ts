import { z } from 'zod';
import { lookThroughBeside } from '../../analysis/control/beside-steps.ts';
import { holdingsAbove } from '../../analysis/control/holdings-above.ts';
import { LOOK_THROUGH_METHOD } from '../../analysis/control/words.ts';
import { lookThroughReplyShape } from '../../wire/look-through.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, NO_BODY, type Route } from '../route.ts';
import { onDay } from '../verdict-view.ts';
import { controlDayOf } from './control.ts';

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
    handle: ({ params, query }, deps) => lookThrough(params.id, query, deps),
  }),
];

/** As much work as is done for one question about control. */
const MOST_WORK = 600_000;

interface Wanted {
  readonly asOf: string;
  readonly regime?: string | undefined;
}

async function lookThrough(party: string, wanted: Wanted, deps: Deps) {
  const { regimes } = deps.law.regulation;
  const { asOf: day, regime: id } = onDay(wanted, regimes);
  const regime = regimes.find((each) => each.id === id);
  if (!regime) throw new Error(`There is no regime ${id}`);
  const control = await controlDayOf(party, day, deps);
  const { listings } = await deps.model.facts(deps.store());
  const index = control.graph.indexOf.get(party) ?? -1;
  const found = lookThroughBeside(control, holdingsAbove(control, index), {
    regime,
    listings,
    budget: { left: MOST_WORK },
  });
  return { asOf: day, party, regime: id, method: LOOK_THROUGH_METHOD, ...found };
}
