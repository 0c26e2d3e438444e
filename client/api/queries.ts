import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { type ControlReply, controlReplyShape } from '../../server/wire/control.ts';
import { type SavedQuery, savedQueryShape } from '../../server/wire/cypher.ts';
import { type CombinedReply, combinedReplyShape } from '../../server/wire/facilities.ts';
import { type FactReply, factReplyShape } from '../../server/wire/graph.ts';
import { type KnownReply, knownReplyShape } from '../../server/wire/known.ts';
import { type LookThroughReply, lookThroughReplyShape } from '../../server/wire/look-through.ts';
import {
  type FindingsReply,
  findingsReplyShape,
  type Overview,
  overviewShape,
  ruleShape,
  type WireRule,
} from '../../server/wire/overview.ts';
import { type QuestionsReply, questionsReplyShape } from '../../server/wire/sensitivity.ts';
import {
  type FacilityReply,
  facilityReplyShape,
  type PartyReply,
  partyReplyShape,
  type SearchHit,
  searchHitShape,
} from '../../server/wire/things.ts';
import { ask, type Question } from './fetch.ts';

/** Questions to the API as hooks, cached by what was asked, so that going back costs nothing. */

/** An answer on its way, there, or failed. While another day loads, the former answer stays. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
}

export function useAsk<T extends object>(question: Question<T>, enabled = true): Asked<T> {
  const { data, error, isFetching } = useQuery<T, Error, T>({
    queryKey: [question.path, question.query],
    queryFn: ({ signal }) => ask(question, signal),
    enabled,
    placeholderData: (before) => keepPreviousData(before),
  });
  return { data, error, isFetching };
}

export function useOverview(asOf: string): Asked<Overview> {
  return useAsk({ path: '/overview', query: { asOf }, shape: overviewShape });
}

export interface FindingQuery {
  readonly asOf: string;
  readonly flag?: string | undefined;
  readonly level?: string | undefined;
}

export function useFindings({ asOf, flag, level }: FindingQuery, enabled: boolean): Asked<FindingsReply> {
  return useAsk(
    { path: '/findings', query: { asOf, flag, level, limit: '500' }, shape: findingsReplyShape },
    enabled,
  );
}

/** A card is one thing's: while its next day loads the former one stays, never another thing's. */
export function useCard<T extends object>(
  question: Question<T>,
  enabled: boolean,
  isSame: (before: T) => boolean,
): Asked<T> {
  const { data, ...rest } = useAsk(question, enabled);
  return { data: data !== undefined && isSame(data) ? data : undefined, ...rest };
}

export function useParty(id: string, asOf: string, enabled: boolean): Asked<PartyReply> {
  const question = { path: `/parties/${encodeURIComponent(id)}`, query: { asOf }, shape: partyReplyShape };
  return useCard(question, enabled, (before) => before.party.id === id);
}

export interface QuestionsQuery {
  readonly party: string;
  readonly asOf: string;
  readonly regime: string;
}

export function useQuestions({ party, ...query }: QuestionsQuery, enabled: boolean): Asked<QuestionsReply> {
  const path = `/parties/${encodeURIComponent(party)}/questions`;
  const question = { path, query: { ...query }, shape: questionsReplyShape };
  return useCard(
    question,
    enabled,
    (before) => before.party === party && before.regime === query.regime && before.asOf === query.asOf,
  );
}

/** The look-through percentage beside the steps of a verdict; that of another party, day or regime is never shown. */
export function useLookThrough({ party, ...query }: QuestionsQuery): Asked<LookThroughReply> {
  const path = `/parties/${encodeURIComponent(party)}/look-through`;
  const question = { path, query: { ...query }, shape: lookThroughReplyShape };
  return useCard(
    question,
    true,
    (before) => before.party === party && before.regime === query.regime && before.asOf === query.asOf,
  );
}

export function useControl(
  id: string,
  { asOf, limit }: { readonly asOf: string; readonly limit: number },
): Asked<ControlReply> {
  const path = `/parties/${encodeURIComponent(id)}/control`;
  const question = { path, query: { asOf, limit: String(limit) }, shape: controlReplyShape };
  return useCard(question, true, (before) => before.party.id === id);
}

/** One party as known on a day. The comparison of another party or day is never shown meanwhile. */
export function useKnown(
  id: string,
  { asOf, knownOn }: { readonly asOf: string; readonly knownOn: string },
): Asked<KnownReply> {
  const path = `/parties/${encodeURIComponent(id)}/known`;
  const question = { path, query: { asOf, knownOn }, shape: knownReplyShape };
  return useCard(question, true, (before) => before.party.id === id && before.knownOn === knownOn);
}

export function useFacility(id: string, asOf: string, enabled: boolean): Asked<FacilityReply> {
  const question = {
    path: `/facilities/${encodeURIComponent(id)}`,
    query: { asOf },
    shape: facilityReplyShape,
  };
  return useCard(question, enabled, (before) => before.facility.id === id);
}

/** Chains from owners and affiliates over operators to joined facilities; asked only when they are looked at. */
export function useCombined(path: string, asOf: string, enabled: boolean): Asked<CombinedReply> {
  return useAsk({ path, query: { asOf }, shape: combinedReplyShape }, enabled);
}

export function useFact(id: string, asOf: string, enabled: boolean): Asked<FactReply> {
  const question = { path: `/facts/${encodeURIComponent(id)}`, query: { asOf }, shape: factReplyShape };
  return useCard(question, enabled, (before) => before.edge.id === id);
}

const hitsShape = z.object({ query: z.string(), hits: z.array(searchHitShape) });

export function useSearch(text: string, asOf: string): Asked<{ query: string; hits: SearchHit[] }> {
  const question = { path: '/search', query: { q: text, limit: '12', asOf }, shape: hitsShape };
  return useAsk(question, text.trim() !== '');
}

const rulesShape = z.object({ rules: z.array(ruleShape) });

export function useRules(): Asked<{ rules: WireRule[] }> {
  return useAsk({ path: '/rules', query: {}, shape: rulesShape });
}

const savedShape = z.object({ queries: z.array(savedQueryShape) });

export function useSavedQueries(): Asked<{ queries: SavedQuery[] }> {
  return useAsk({ path: '/cypher/saved', query: {}, shape: savedShape });
}
