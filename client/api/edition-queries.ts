import {
  type ChangesReply,
  changesReplyShape,
  type EditionsReply,
  editionsReplyShape,
} from '../../server/wire/editions.ts';
import { type Asked, useAsk } from './queries.ts';

/** What the last load or rollback changed, entry by entry; and two editions compared, where they are named. */
export function useChanges(before?: string, after?: string): Asked<ChangesReply> {
  return useAsk({ path: '/changes', query: { before, after }, shape: changesReplyShape });
}

/** The editions that are loaded, and how much the last load or rollback changed. */
export function useEditions(): Asked<EditionsReply> {
  return useAsk({ path: '/editions', query: {}, shape: editionsReplyShape });
}
