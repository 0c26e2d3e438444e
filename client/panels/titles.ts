import { useOverview } from '../api/queries.ts';
import { useView } from '../state/view-store.ts';

/** The title of a list by the id of the list or of its series; the id itself as long as no title is known. */
export type ListTitle = (id: string) => string;

/** Titles of lists: ids are for files and command lines. */
export function useListTitle(): ListTitle {
  const { data } = useOverview(useView((view) => view.asOf));
  const titles = new Map(data?.lists.map(({ id, title }) => [id, title]));
  return (id) => titled(id, titles);
}

/** The title of a regime by its id, likewise. */
export function useRegimeTitle(): (id: string) => string {
  const { data } = useOverview(useView((view) => view.asOf));
  return (id) => data?.regimes.find((regime) => regime.id === id)?.title ?? id;
}

const RENDERINGS: Readonly<Record<string, string>> = {
  ecfr: 'as in the eCFR',
  parsed: 'as parsed from its text',
};

/** Two renderings of one list are two series, `bis-entity-list` and `bis-entity-list@ecfr`: both are named. */
export function titled(id: string, titles: ReadonlyMap<string, string>): string {
  const [list = id, rendering] = id.split('@');
  const title = titles.get(list);
  if (title === undefined) return id;
  return rendering === undefined ? title : `${title}, ${RENDERINGS[rendering] ?? rendering}`;
}
