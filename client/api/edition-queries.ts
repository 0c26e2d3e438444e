import { type EditionsReply, editionsReplyShape } from '../../server/wire/editions.ts';
import { type Asked, useAsk } from './queries.ts';

/** The editions that are loaded, and what the last load or rollback changed. */
export function useEditions(): Asked<EditionsReply> {
  return useAsk({ path: '/editions', query: {}, shape: editionsReplyShape });
}
