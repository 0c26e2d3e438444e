import { Link, useLocation } from 'react-router';
import { useEditions } from '../api/edition-queries.ts';
import { day } from '../words.ts';
import { countsInWords, impactInWords } from './change-words.ts';
import { useListTitle } from './titles.ts';

/** On the first screen: what the last edition of a list changed, or that none was loaded yet. */
export function LastChange() {
  const { search } = useLocation();
  const { data } = useEditions();
  const titleOf = useListTitle();
  if (!data) return null;
  if (data.last === null)
    return (
      <p className="last-change">
        No edition of a list is loaded beside the seed. <code>npx interlock load FILE</code> loads one and
        says whom it touches; <Link to={{ pathname: '/changes', search }}>Changes</Link> shows it.
      </p>
    );
  const { last } = data;
  return (
    <p className="last-change">
      <Link to={{ pathname: '/changes', search }}>
        {last.by === 'load' ? 'Last change' : 'Last change, taken back'}
      </Link>
      :{' '}
      {last.lists
        .map((list) => `${titleOf(list.list)} of ${day(list.after.date)}: ${countsInWords(list)}`)
        .join('; ')}
      . {impactInWords(last)}
    </p>
  );
}
