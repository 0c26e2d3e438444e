import { z } from 'zod';
import { sensitivityOf } from '../../analysis/sensitivity/sensitivity.ts';
import { NotFoundError } from '../../errors.ts';
import { questionsReplyShape } from '../../wire/sensitivity.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, NO_BODY, type Route } from '../route.ts';
import { onDay } from '../verdict-view.ts';

const ruleAsked = z
  .string()
  .max(100)
  .optional()
  .describe('Regime whose verdict is asked about; the BIS one in force that day when left out');

/** What would change a verdict. */
export const sensitivityRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/parties/:id/questions',
    summary:
      'What would change the verdict on a party: questions that settle it, the smallest set that suffices, divestments that end it',
    params: ID,
    query: z.strictObject({ asOf, regime: ruleAsked }),
    body: NO_BODY,
    reply: questionsReplyShape,
    handle: ({ params, query }, deps) => questions(params.id, query, deps),
  }),
];

interface Wanted {
  readonly asOf: string;
  readonly regime?: string | undefined;
}

async function questions(party: string, wanted: Wanted, { store, law, model }: Deps) {
  const { regulation } = law;
  const { asOf: day, regime: id } = onDay(wanted, regulation.regimes);
  const component = await model.component(store(), party);
  const regime = regulation.regimes.find((each) => each.id === id);
  const partyName = component?.parties.find((each) => each.id === party)?.name;
  if (!component || !regime || partyName === undefined)
    throw new NotFoundError(
      `There is no party "${party}".`,
      'Search for it by name; ids are those of the facts loaded.',
    );
  const { listings } = await model.facts(store());
  const found = sensitivityOf(component, { party, asOf: day, regime, listings }, regulation);
  const asked = { asOf: day, party, partyName, regime: regime.id, regimeTitle: regime.title };
  return questionsReplyShape.parse({ ...asked, ...found });
}
