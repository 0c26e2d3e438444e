import type { ChangedRow } from '../../server/wire/editions.ts';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions } from '../state/view-store.ts';
import { CHANGE_SIGNS, CHANGE_WORDS, fieldWords } from './change-words.ts';

/** Entries of a list that changed, one a row, with each field before and after. */
export function ChangeRows({ rows }: { readonly rows: readonly ChangedRow[] }) {
  const showCanvas = useShowCanvas();
  const open = (party: string): void => {
    actions.start(`party/${party}`);
    showCanvas();
  };
  return (
    <div className="change-table">
      <table>
        <caption className="visually-hidden">Entries that changed</caption>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">Entry</th>
            <th scope="col">By</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and one party may have several alike.
            <tr key={at} data-change={row.kind}>
              <td>
                <ChangeMark kind={row.kind} />
              </td>
              <th scope="row">
                <button type="button" className="link" onClick={() => open(row.party)}>
                  {row.name}
                  {row.originalName ? <span lang="zh"> {row.originalName}</span> : null}
                </button>
                <span className="muted"> {row.country ?? ''}</span>
              </th>
              <td>{row.citation}</td>
              <td>
                <Fields row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChangeMark({ kind }: Pick<ChangedRow, 'kind'>) {
  return (
    <span className="change-mark" data-change={kind}>
      <span aria-hidden="true">{CHANGE_SIGNS[kind]}</span> {CHANGE_WORDS[kind]}
    </span>
  );
}

function Fields({ row: { fields, footnotes, from, kind } }: { readonly row: ChangedRow }) {
  if (fields.length === 0) {
    const notes = footnotes.length > 0 ? `footnote ${footnotes.join(', ')}` : '';
    const since = kind === 'added' && from !== null ? `listed from ${from}` : '';
    return [since, notes].filter((text) => text !== '').join(', ');
  }
  return (
    <dl className="change-fields">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldWords(field)}</dt>
          <dd>
            {before.length > 0 ? <del>{before.join('; ')}</del> : null}{' '}
            {after.length > 0 ? <ins>{after.join('; ')}</ins> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
