import {
  type ComplexesReply,
  type ComplexReply,
  complexesReplyShape,
  complexReplyShape,
  type PartyComplexes,
  partyComplexesShape,
} from '../../server/wire/complexes.ts';
import { type Asked, useAsk, useCard } from './queries.ts';

/** Most members that a page of a complex shows; the rest is counted. */
const MOST_MEMBERS = '1000';

export function useComplexes(asOf: string): Asked<ComplexesReply> {
  return useAsk({ path: '/complexes', query: { asOf }, shape: complexesReplyShape });
}

export interface ComplexQuery {
  readonly id: string;
  readonly asOf: string;
  readonly grade: string | undefined;
  readonly unlisted: boolean;
}

export function useComplex({ id, asOf, grade, unlisted }: ComplexQuery): Asked<ComplexReply> {
  const path = `/complexes/${encodeURIComponent(id)}`;
  const query = { asOf, grade, unlisted: String(unlisted), limit: MOST_MEMBERS };
  return useCard({ path, query, shape: complexReplyShape }, id !== '', (before) => before.complex.id === id);
}

export function usePartyComplexes(id: string, asOf: string, enabled: boolean): Asked<PartyComplexes> {
  const path = `/parties/${encodeURIComponent(id)}/complexes`;
  const question = { path, query: { asOf }, shape: partyComplexesShape };
  return useCard(question, enabled, (before) => before.party === id);
}
