import { z } from 'zod';
import { listingsOf, upstreamOn } from '../../analysis/sensitivity/upstream.ts';
import { InterlockError, NotFoundError } from '../../errors.ts';
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
    handle: ({ params, query, signal }, deps) => questions({ party: params.id, ...query }, signal, deps),
  }),
];

interface Wanted {
  readonly party: string;
  readonly asOf: string;
  readonly regime?: string | undefined;
}

/** In a thread: a party with thousands of owners takes seconds. */
async function questions({ party, ...wanted }: Wanted, signal: AbortSignal, deps: Deps) {
  const { store, law, model, threads } = deps;
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
  const { listings } = component;
  const facts = upstreamOn(component, party, day);
  const request = { party, asOf: day, regime, listings: listingsOf(listings, facts.parties) };
  const found = await threads.analysis.run(
    'questions',
    { facts, request, lists: regulation.lists },
    { milliseconds: MOST_MS, tooLong, signal },
  );
  const asked = { asOf: day, party, partyName, regime: regime.id, regimeTitle: regime.title };
  return questionsReplyShape.parse({ ...asked, ...found });
}

/** The longest that one question may take, in milliseconds. */
const MOST_MS = 30_000;

function tooLong(): InterlockError {
  const fix = 'Ask under another regime, or for an owner further up.';
  return new InterlockError(
    `What would change this verdict takes longer than ${MOST_MS / 1000} seconds to find: too many owners.`,
    { status: 408, code: 'too-long', fix },
  );
}
