import { z } from 'zod';
import {
  type CombinedInput,
  type CombinedPath,
  combinedOfFacility,
  combinedOfParty,
} from '../../analysis/facilities/combined.ts';
import type { JoinedFacility } from '../../analysis/facilities/joined.ts';
import { joinedFacilities } from '../../analysis/facilities/one-facility.ts';
import { NotFoundError } from '../../errors.ts';
import { covers } from '../../facts/dates.ts';
import type { Facts } from '../../facts/facts.ts';
import { readEvidence } from '../../store/queries/graph.ts';
import { combinedReplyShape } from '../../wire/facilities.ts';
import type { Graph } from '../../wire/graph.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, limit, NO_BODY, type Route, regime } from '../route.ts';
import { chainWords, tieWords } from '../tie-words.ts';
import { onDay } from '../verdict-view.ts';

const query = z.strictObject({ asOf, regime, limit: limit(20, 100) });

/** From owners and affiliates over operators and physical links to facilities, as one chain. */
export const facilityRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/facilities/:id/combined',
    summary:
      'Owners and affiliates of the operators at both ends of the physical links of a facility, as chains with their evidence',
    params: ID,
    query,
    body: NO_BODY,
    reply: combinedReplyShape,
    handle: async ({ params: { id }, query: asked }, deps) => {
      const { facilities } = await deps.model.facts(deps.store());
      if (!facilities.some((each) => each.id === id)) throw nothing('facility', id);
      return reply(combinedOfFacility(id, await inputOn(asked.asOf, deps)), asked, deps);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/parties/:id/facility-paths',
    summary:
      'Joined facilities that a party reaches through what it owns, controls or is affiliated with, as chains with their evidence',
    params: ID,
    query,
    body: NO_BODY,
    reply: combinedReplyShape,
    handle: async ({ params: { id }, query: asked }, deps) => {
      const { parties } = await deps.model.facts(deps.store());
      if (!parties.some((each) => each.id === id)) throw nothing('party', id);
      return reply(combinedOfParty(id, await inputOn(asked.asOf, deps)), asked, deps);
    },
  }),
];

type Query = z.infer<typeof query>;

function nothing(what: string, id: string): NotFoundError {
  return new NotFoundError(
    `There is no ${what} "${id}".`,
    'Search for it by name; ids are those of the facts loaded.',
  );
}

/** Joined facilities of a load; a load's facts are one object as long as it stands. */
const JOINED = new WeakMap<Facts, readonly JoinedFacility[]>();

async function inputOn(day: string, { model, store, law }: Deps): Promise<CombinedInput> {
  const facts = await model.facts(store());
  const joined = JOINED.get(facts) ?? joinedFacilities(facts, law.regulation);
  JOINED.set(facts, joined);
  const onList = facts.listings.filter((listing) => covers(listing, day));
  const listed = new Set(onList.map(({ party }) => party));
  return { graph: await model.ties(store()), joined, listed, day };
}

async function reply(found: readonly CombinedPath[], asked: Query, { store, law }: Deps) {
  const shown = found.slice(0, asked.limit);
  const facts = shown.flatMap(({ ties }) => ties);
  const day = onDay(asked, law.regulation.regimes);
  const graph = await store().read((tx) => readEvidence(tx, facts, [], day));
  const say = sayer(graph);
  return {
    asOf: asked.asOf,
    total: found.length,
    paths: shown.map((path) => ({ ...path, things: [...path.things], ties: [...path.ties], ...say(path) })),
    graph,
  };
}

/** The words of a path and of its weakest tie. */
function sayer({ nodes, edges }: Graph) {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return ({ things, ties, weakestTie }: CombinedPath): { text: string; weakestText: string } => {
    const weak = byId.get(weakestTie);
    return {
      text: chainWords(
        things,
        ties.map((tie) => byId.get(tie)),
        nameOf,
      ),
      weakestText: weak
        ? `${nameOf(weak.source)} ${tieWords(weak, weak.source)} ${nameOf(weak.target)}`
        : weakestTie,
    };
  };
}
