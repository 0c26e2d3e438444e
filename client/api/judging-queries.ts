import {
  type AskedPair,
  type CandidatesReply,
  candidatesReplyShape,
  type JudgementsReply,
  judgementsReplyShape,
} from '../../server/wire/judging.ts';
import { ask } from './fetch.ts';
import { type Asked, useAsk } from './queries.ts';

/** Pairs on the page at once; the filter reaches the others. */
const PAIRS_SHOWN = 200;

/** Pairs that wait for a person and fit the words. */
export function useCandidates(words: string): Asked<CandidatesReply> {
  const query = { q: words === '' ? undefined : words, limit: String(PAIRS_SHOWN) };
  return useAsk({ path: '/candidates', query, shape: candidatesReplyShape });
}

/** As many as one answer may hold. */
const MOST_AT_ONCE = 500;

/** Every pair that waits and fits the words, asked for part by part. */
export async function allCandidates(words: string): Promise<AskedPair[]> {
  const pairs: AskedPair[] = [];
  for (let isMore = true; isMore; ) {
    const query = { q: words, offset: String(pairs.length), limit: String(MOST_AT_ONCE) };
    const { candidates, found } = await ask({ path: '/candidates', query, shape: candidatesReplyShape });
    pairs.push(...candidates);
    isMore = candidates.length > 0 && pairs.length < found;
  }
  return pairs;
}

/** What persons said of two ids. */
export function useJudgements(): Asked<JudgementsReply> {
  return useAsk({ path: '/judgements', query: {}, shape: judgementsReplyShape });
}
