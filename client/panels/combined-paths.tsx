import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CombinedReply, WireCombinedPath } from '../../server/wire/facilities.ts';
import { useCombined } from '../api/queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { ConfidenceMark } from './marks.tsx';
import { Section } from './section.tsx';
import { Failure, Loading } from './states.tsx';

interface CombinedPathsProps {
  readonly id: string;
  readonly of: 'party' | 'facility';
}

const TITLES = { party: 'Joined facilities it reaches', facility: 'Who stands behind the joined facilities' };

/** Owner or affiliate, operator, facility, link, advanced facility: each chain in words, to be drawn as a whole. */
export function CombinedPaths({ id, of }: CombinedPathsProps) {
  const [isOpen, setOpen] = useState(false);
  const asOf = useView((view) => view.asOf);
  const part = encodeURIComponent(id);
  const path = of === 'party' ? `/parties/${part}/facility-paths` : `/facilities/${part}/combined`;
  const { data, error } = useCombined(path, asOf, isOpen);
  return (
    <Section title={TITLES[of]} folded onToggle={setOpen}>
      {error ? <Failure error={error} /> : null}
      {data || error ? null : <Loading what="the chains" />}
      {data ? <Chains reply={data} /> : null}
    </Section>
  );
}

function Chains({ reply: { paths, total } }: { readonly reply: CombinedReply }) {
  if (total === 0)
    return (
      <p className="muted">
        No chain to a joined facility is recorded on this day. That is no proof that there is none.
      </p>
    );
  return (
    <>
      <p className="muted small">
        Over holdings, control and at most one affiliation, then over physical links. A chain raises nothing
        by itself.
      </p>
      <ul className="rows">
        {paths.map((path) => (
          <Chain key={path.ties.join()} path={path} />
        ))}
      </ul>
      {total > paths.length ? (
        <p className="muted">
          {total - paths.length} more; listed parties and the shortest chains come first.
        </p>
      ) : null}
    </>
  );
}

function Chain({ path }: { readonly path: WireCombinedPath }) {
  const { text, things, listed, advancedNode, confidence, weakestText, hops } = path;
  return (
    <li>
      {listed ? <strong>Listed party. </strong> : null}
      {text}. {advancedNode === 'unknown' ? 'The node class is not known: advanced cannot be excluded. ' : ''}
      {hops > 1 ? `Over ${hops} physical links, by inference. ` : ''}
      <div className="muted">
        Weakest tie: {weakestText} <ConfidenceMark confidence={confidence} />
      </div>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Draw it: ${text}`}
        onClick={() => actions.apply({ do: 'add', ids: [...new Set(things)] })}
      >
        Draw it
      </Button>
    </li>
  );
}
