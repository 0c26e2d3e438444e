import type { FactReply } from '../../server/wire/graph.ts';
import { useFact } from '../api/queries.ts';
import { actions } from '../state/view-store.ts';
import { dateAs } from '../words.ts';
import { ConfidenceMark } from './marks.tsx';
import { Origin } from './origin.tsx';
import { Sources } from './sources.tsx';
import { Failure, Loading } from './states.tsx';

/** One tie: what it is, from when to when, how sure, and the source behind it. */
export function FactCard({ id, asOf }: { readonly id: string; readonly asOf: string }) {
  const { data, error } = useFact(id, asOf, true);
  if (error) return <Failure error={error} />;
  return data ? <Fact reply={data} /> : <Loading what="the fact" />;
}

function Fact({ reply: { edge, sourceName, targetName, sources } }: { readonly reply: FactReply }) {
  const type = edge.type.toLowerCase().replaceAll('_', ' ');
  const end = edge.type === 'PHYSICALLY_LINKED_TO' ? 'facility' : 'party';
  return (
    <article className="card" aria-label={`${sourceName} ${type} ${targetName}`}>
      <header>
        <p className="muted">tie</p>
        <h2>
          <button type="button" className="link" onClick={() => actions.open(`${end}/${edge.source}`)}>
            {sourceName}
          </button>{' '}
          <em>{type}</em>{' '}
          <button
            type="button"
            className="link"
            onClick={() => actions.open(`${edge.type === 'OPERATES' ? 'facility' : end}/${edge.target}`)}
          >
            {targetName}
          </button>
        </h2>
      </header>
      <dl className="facts">
        <dt>{edge.type === 'OWNS' ? 'Share' : 'Kind'}</dt>
        <dd>
          {[edge.label, edge.type === 'OWNS' ? edge.kind.replaceAll('-', ' ') : '']
            .filter(Boolean)
            .join(', ')}
        </dd>
        <dt>From</dt>
        <dd>{edge.from ? dateAs(edge.from, edge.fromPrecision) : 'unknown'}</dd>
        <dt>Until</dt>
        <dd>{edge.to ? `${dateAs(edge.to, edge.toPrecision)} (no longer on that day)` : 'open'}</dd>
        <dt>On the day</dt>
        <dd>{edge.active ? 'holds' : 'does not hold'}</dd>
        <dt>Confidence</dt>
        <dd>
          <ConfidenceMark confidence={edge.confidence} />
        </dd>
        {edge.note === '' ? null : (
          <>
            <dt>Note</dt>
            <dd>{edge.note}</dd>
          </>
        )}
        <dt>Row</dt>
        <dd>
          <Origin row={edge.row} seen={edge.seen} />
        </dd>
        <dt>Id</dt>
        <dd>
          <code>{edge.id}</code>
        </dd>
      </dl>
      <Sources sources={sources} />
    </article>
  );
}
