import type { WireSeen } from '../../server/wire/common.ts';
import { useEditions } from '../api/edition-queries.ts';
import { day } from '../words.ts';

interface OriginProps {
  /** File and row that a fact was read from. */
  readonly row: string;
  readonly seen: WireSeen;
}

/** Where a fact was read: file, row, and the editions of its list in which it stands, with the hash of their files. */
export function Origin({ row, seen }: OriginProps) {
  if (seen === null) return <span className="muted small origin">{row}</span>;
  return (
    <span className="muted small origin">
      {row}; first seen in the edition <Edition id={seen.first} />
      {seen.last === null ? ', and still in the newest loaded' : ', last in that '}
      {seen.last === null ? '' : <Edition id={seen.last} />}
    </span>
  );
}

/** Series and day of an edition's id: a register's series has slashes of its own, `list/ftm/made/2024-06-01`. */
function seriesAndDate(id: string): readonly [series: string, date: string] {
  const at = id.lastIndexOf('/');
  return [id.slice(id.indexOf('/') + 1, at), id.slice(at + 1)];
}

/** `list/bis-entity-list/2024-12-31` as a day, with the beginning of its file's sha256. */
function Edition({ id }: { readonly id: string }) {
  const { data } = useEditions();
  const [list, date] = seriesAndDate(id);
  const edition = data?.editions.find(
    (each) => each.date === date && each.lists.some(({ series }) => series === list),
  );
  return (
    <>
      of {/^\d{4}-\d\d-\d\d$/.test(date) ? day(date) : id}
      {edition ? (
        <>
          {' '}
          (<code title={`sha256 ${edition.sha256}`}>{edition.sha256.slice(0, 12)}</code>)
        </>
      ) : null}
    </>
  );
}
