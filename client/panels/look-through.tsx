import { Button } from '@mantine/core';
import type { ControlReply, WireIntegratedOwner, WireListedTogether } from '../../server/wire/control.ts';
import { PartyLink } from './party-links.tsx';

interface LookThroughProps {
  readonly reply: ControlReply;
  readonly more: (() => void) | null;
}

/** What is held through all chains: by listed owners together, then by each owner. Never a verdict, and says so. */
export function LookThrough({ reply: { lookThrough }, more }: LookThroughProps) {
  const { method, total, complete, owners, listed } = lookThrough;
  return (
    <>
      <p className="note">{method}</p>
      {total === 0 ? (
        <p>No owner of it is recorded on this day. That is no proof that there is none.</p>
      ) : null}
      {total > 0 ? <ListedTable listed={listed} /> : null}
      {total > 0 ? <OwnersTable owners={owners} /> : null}
      {complete ? null : (
        <p className="note">Only the nearest owners were worked out; there are more above.</p>
      )}
      {total > owners.length ? (
        <p className="muted">
          {owners.length} of {total} owners are shown.{' '}
          {more ? (
            <Button size="compact-xs" variant="subtle" onClick={more}>
              show more
            </Button>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

function ListedTable({ listed }: { readonly listed: readonly WireListedTogether[] }) {
  return (
    <table className="regimes">
      <caption className="table-caption">All listed owners together, through chains</caption>
      <thead>
        <tr>
          <th scope="col">Listed as the regime counts it</th>
          <th scope="col" className="number">
            Owners
          </th>
          <th scope="col" className="number">
            Held
          </th>
        </tr>
      </thead>
      <tbody>
        {listed.map(({ regime, regimeTitle, inForce, owners, held, reason }) => (
          <tr key={regime} data-regime={regime}>
            <th scope="row">
              {regimeTitle}
              {inForce ? '' : ' (not in force that day)'}
            </th>
            <td className="number">{owners}</td>
            <td className="number">
              <Held held={held} reason={reason} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OwnersTable({ owners }: { readonly owners: readonly WireIntegratedOwner[] }) {
  return (
    <table className="regimes">
      <caption className="table-caption">Each owner, through all chains</caption>
      <thead>
        <tr>
          <th scope="col">Owner</th>
          <th scope="col" className="number">
            Held
          </th>
        </tr>
      </thead>
      <tbody>
        {owners.map(({ id, name, held, reason, isOwned }) => (
          <tr key={id}>
            <th scope="row">
              <PartyLink id={id} name={name} />
              {isOwned ? null : <span className="muted"> no owner recorded</span>}
            </th>
            <td className="number">
              <Held held={held} reason={reason} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The exact number in full stands behind the short one. */
function Held({ held, reason }: Pick<WireIntegratedOwner, 'held' | 'reason'>) {
  if (!held) return <span className="held-reason">not worked out: {reason}</span>;
  const exact = held.min === held.max ? `${held.min} %` : `${held.min} to ${held.max} %`;
  return <span title={held.rounded ? `rounded outward: ${exact}` : `exactly ${exact}`}>{held.shown}</span>;
}
