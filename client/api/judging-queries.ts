import {
  type CandidatesReply,
  candidatesReplyShape,
  type JudgementsReply,
  judgementsReplyShape,
} from '../../server/wire/judging.ts';
import { type Asked, useAsk } from './queries.ts';

/** Pairs on the page at once; the filter reaches the others. */
const PAIRS_SHOWN = 200;

/** Pairs that wait for a person and fit the words. */
export function useCandidates(words: string): Asked<CandidatesReply> {
  const query = { q: words === '' ? undefined : words, limit: String(PAIRS_SHOWN) };
  return useAsk({ path: '/candidates', query, shape: candidatesReplyShape });
}

/** What persons said of two ids. */
export function useJudgements(): Asked<JudgementsReply> {
  return useAsk({ path: '/judgements', query: {}, shape: judgementsReplyShape });
}
