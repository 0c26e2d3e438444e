import { Fragment } from 'react';
import { actions } from '../state/view-store.ts';

interface PartyLinkProps {
  readonly id: string;
  readonly name: string;
  /** Said behind the name in brackets. */
  readonly note?: string;
}

/** A party's name that opens its card. */
export function PartyLink({ id, name }: PartyLinkProps) {
  return (
    <button type="button" className="link" onClick={() => actions.open(`party/${id}`)}>
      {name}
    </button>
  );
}

/** Several of them in a sentence: `A, B (cannot be excluded), C`. */
export function PartyLinks({ parties }: { readonly parties: readonly PartyLinkProps[] }) {
  return parties.map((party, index) => (
    <Fragment key={party.id}>
      {index > 0 ? ', ' : ''}
      <PartyLink {...party} />
      {party.note ? ` (${party.note})` : ''}
    </Fragment>
  ));
}
