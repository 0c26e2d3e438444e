import { z } from 'zod';
import { NotFoundError } from '../../errors.ts';
import type { Rule } from '../../rules/rule.ts';
import { countFlags } from '../../store/queries/findings.ts';
import { readEditions, readLoaded, readNames } from '../../store/queries/loaded.ts';
import { overviewShape, regimeShape, ruleShape } from '../../wire/overview.ts';
import { asOf, defineRoute, ID, NO_BODY, NOTHING, type Route } from '../route.ts';
import { regimeView } from '../verdict-view.ts';

const DAY_MS = 86_400_000;

/** What is in force, what is flagged, which rules there are. */
export const overviewRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/overview',
    summary:
      'What is in force and what is flagged on a day, the stories of the seed, and how old the lists are',
    params: NOTHING,
    query: z.strictObject({ asOf }),
    body: NO_BODY,
    reply: overviewShape,
    handle: ({ query }, { store, law, stories }) =>
      store().read(async (tx) => {
        const loaded = await readLoaded(tx);
        if (!loaded) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
        const known = await readNames(
          tx,
          stories.map(({ start }) => idOf(start)),
        );
        const editions = await readEditions(tx);
        const { input, waitingPairs, finishedAt, software, counts } = loaded;
        return {
          asOf: query.asOf,
          regimes: law.regulation.regimes.map((regime) => regimeView(regime, query.asOf)),
          flags: await countFlags(tx, query.asOf),
          lists: law.regulation.lists.map(({ id, code, title }) => ({ id, code, title })),
          stories: stories.filter(({ start }) => known.has(idOf(start))),
          editions: editions.map((edition) => ({
            ...edition,
            ageDays: Math.floor((Date.now() - Date.parse(edition.date)) / DAY_MS),
          })),
          loaded: { input, waitingPairs, finishedAt, software, counts: { ...counts } },
        };
      }),
  }),
  defineRoute({
    method: 'get',
    path: '/regimes',
    summary: 'The regimes as they stand on a day',
    params: NOTHING,
    query: z.strictObject({ asOf }),
    body: NO_BODY,
    reply: z.object({ asOf: z.string(), regimes: z.array(regimeShape) }),
    handle: async ({ query }, { law }) => ({
      asOf: query.asOf,
      regimes: law.regulation.regimes.map((regime) => regimeView(regime, query.asOf)),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/rules',
    summary: 'Every red-flag rule with its words, law, dates and Cypher',
    params: NOTHING,
    query: NOTHING,
    body: NO_BODY,
    reply: z.object({ rules: z.array(ruleShape) }),
    handle: async (_, { law }) => ({ rules: law.rules.map(ruleView) }),
  }),
  defineRoute({
    method: 'get',
    path: '/rules/:id',
    summary: 'One red-flag rule',
    params: ID,
    query: NOTHING,
    body: NO_BODY,
    reply: ruleShape,
    handle: async ({ params }, { law }) => {
      const rule = law.rules.find(({ id }) => id === params.id);
      if (!rule)
        throw new NotFoundError(`There is no rule "${params.id}".`, 'GET /api/v1/rules names them all.');
      return ruleView(rule);
    },
  }),
];

/** `party/nexperia` opens `nexperia`. */
function idOf(start: string): string {
  return start.slice(start.indexOf('/') + 1);
}

function ruleView(rule: Rule) {
  return { ...rule, inForce: rule.inForce === 'regime' ? null : rule.inForce.map((each) => ({ ...each })) };
}
