import type { Overview } from '../../server/wire/overview.ts';
import { useOverview } from '../api/queries.ts';
import { useView } from '../state/view-store.ts';
import { day } from '../words.ts';
import { useListTitle } from './titles.ts';

/** Days after which an edition of a list is called old. */
export const STALE_AFTER = 30;

/** The lists that a verdict under a regime rests on, each with the age of its newest edition; an old one says so. */
export function ListsOf({ regime }: { readonly regime: string }) {
  const asOf = useView((view) => view.asOf);
  const { data } = useOverview(asOf);
  const titleOf = useListTitle();
  const lists = data?.regimes.find(({ id }) => id === regime)?.restrictedOwners ?? [];
  if (!data || lists.length === 0) return null;
  return (
    <p className="muted small" data-lists-of={regime}>
      Rests on {lists.map((list) => ageOf(list, titleOf(list), data)).join('; ')}.
    </p>
  );
}

function ageOf(list: string, title: string, { editions }: Overview): string {
  const edition = editions.find((each) => each.list === list);
  if (!edition) return `${title}: no edition loaded, single entries at most`;
  const { date, ageDays } = edition;
  return `${title} of ${day(date)}, ${ageDays} days old${ageDays > STALE_AFTER ? ': stale' : ''}`;
}
