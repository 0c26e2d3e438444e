import { z } from 'zod';
import { NotFoundError } from '../../errors.ts';
import { knownReplyShape } from '../../wire/known.ts';
import { knownView } from '../known-view.ts';
import { asOf, defineRoute, ID, NO_BODY, type Route } from '../route.ts';
import { knownRegime } from '../verdict-view.ts';

/** Questions as known on a day. */
export const knownRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/parties/:id/known',
    summary:
      'One party from what was known on a day, beside what is known today: verdicts, findings, changes',
    params: ID,
    query: z.strictObject({
      asOf,
      knownOn: z.iso
        .date()
        .describe('Only what was known at the end of this day, YYYY-MM-DD, is taken into account'),
      regime: z.string().max(100).optional().describe('Only this regime; all of them when left out'),
    }),
    body: NO_BODY,
    reply: knownReplyShape,
    handle: async ({ params, query }, { store, law, model }) => {
      const { regimes: all } = law.regulation;
      const wanted = query.regime === undefined ? null : knownRegime(all, query.regime);
      const reply = knownView({
        party: params.id,
        asOf: query.asOf,
        knownOn: query.knownOn,
        regimes: wanted === null ? all : all.filter(({ id }) => id === wanted),
        law,
        ...(await model.knownOn(store(), query.knownOn)),
      });
      if (reply) return reply;
      throw new NotFoundError(
        `There is no party "${params.id}", neither today nor on ${query.knownOn}.`,
        'Search for it by name; ids are those of the facts loaded.',
      );
    },
  }),
];
