import type { WireVerdict } from '../../server/wire/verdict.ts';
import { NEVER_ADVICE, period } from '../words.ts';
import { ListsOf } from './lists-age.tsx';
import { OutcomeMark } from './marks.tsx';

interface VerdictBlockProps {
  readonly deciding: WireVerdict;
  readonly all: readonly WireVerdict[];
}

/** The verdict first: one sentence, what is unconfirmed, then every regime side by side. */
export function VerdictBlock({ deciding, all }: VerdictBlockProps) {
  return (
    <div className="verdict" data-outcome={deciding.outcome}>
      <OutcomeMark outcome={deciding.outcome} />
      <p className="sentence">{deciding.sentence}</p>
      {deciding.confirmed ? null : <p className="unconfirmed">⚠ Unconfirmed: {deciding.regimeNote}</p>}
      <table className="regimes">
        <caption className="visually-hidden">Every regime on this day</caption>
        <thead>
          <tr>
            <th scope="col">Regime</th>
            <th scope="col">That day</th>
            <th scope="col">Says</th>
            <th scope="col">Held</th>
          </tr>
        </thead>
        <tbody>
          {all.map((verdict) => (
            <RegimeRow
              key={verdict.regime}
              verdict={verdict}
              isDeciding={verdict.regime === deciding.regime}
            />
          ))}
        </tbody>
      </table>
      <ListsOf regime={deciding.regime} />
      <p className="muted small">{NEVER_ADVICE}</p>
    </div>
  );
}

function RegimeRow({ verdict, isDeciding }: { readonly verdict: WireVerdict; readonly isDeciding: boolean }) {
  const { inForce, confirmed, regimeNote, regimeTitle, outcome, id } = verdict;
  return (
    <tr className={isDeciding ? 'is-deciding' : ''} data-regime={verdict.regime}>
      <th scope="row" title={regimeNote}>
        {regimeTitle}
      </th>
      <td title={regimeNote}>{inForce ? (confirmed ? 'in force' : 'in force?') : 'not in force'}</td>
      <td title={id === null ? '' : period(verdict)}>
        <OutcomeMark outcome={outcome} muted={!inForce} />
      </td>
      <td className="number">{held(verdict)}</td>
    </tr>
  );
}

function held({ id, heldShare, outcome }: WireVerdict): string {
  if (id === null || outcome === 'listed') return '';
  return heldShare;
}
