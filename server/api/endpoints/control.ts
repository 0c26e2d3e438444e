import { z } from 'zod';
import {
  type ControlDay,
  type ControlGraph,
  controlOn,
  projectControl,
} from '../../analysis/control/control-day.ts';
import { NotFoundError } from '../../errors.ts';
import { toDay } from '../../facts/dates.ts';
import type { Component } from '../../projection/components.ts';
import { controlReplyShape } from '../../wire/control.ts';
import { controlView, named } from '../control-view.ts';
import type { Deps } from '../deps.ts';
import { lookThroughView } from '../look-through-view.ts';
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
    handle: ({ params, query }, deps) => control({ ...params, ...query }, deps),
  }),
];

interface Asked {
  readonly id: string;
  readonly asOf: string;
  readonly regime?: string | undefined;
  readonly limit: number;
}

/** Projections of what was asked about; they go when another load replaces the groups they were made of. */
const projections = new WeakMap<Component, ControlGraph>();

function projectionOf(component: Component): ControlGraph {
  const known = projections.get(component) ?? projectControl(component);
  projections.set(component, known);
  return known;
}

/**
 * Who owns and controls whom around a party, on a day.
 *
 * @throws NotFoundError for a party that is not loaded
 */
export async function controlDayOf(id: string, day: string, deps: Deps): Promise<ControlDay> {
  const component = await deps.model.component(deps.store(), id);
  if (!component)
    throw new NotFoundError(
      `There is no party "${id}".`,
      'Search for it by name; ids are those of the facts loaded.',
    );
  return controlOn(projectionOf(component), toDay(day, 0));
}

async function control({ id, asOf: day, regime, limit: most }: Asked, deps: Deps) {
  const { regimes } = deps.law.regulation;
  const wanted = regime === undefined ? null : knownRegime(regimes, regime);
  const onThatDay = await controlDayOf(id, day, deps);
  const { listings } = await deps.model.facts(deps.store());
  const question = {
    control: onThatDay,
    party: onThatDay.graph.indexOf.get(id) ?? -1,
    limit: most,
  };
  const law = { regimes: regimes.filter((each) => wanted === null || each.id === wanted), listings };
  return {
    asOf: day,
    party: named(question.control, question.party),
    ...controlView(question),
    ...lookThroughView(question, law),
  };
}
