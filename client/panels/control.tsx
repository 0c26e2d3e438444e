import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type {
  ControlReply,
  WireControlled,
  WireControlStep,
  WireUltimate,
} from '../../server/wire/control.ts';
import { useControl } from '../api/queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { LazySection } from './lazy-section.tsx';
import { LookThrough } from './look-through.tsx';
import { ConfidenceMark } from './marks.tsx';
import { PartyLink, PartyLinks } from './party-links.tsx';
import { Failure, Loading } from './states.tsx';

const FEW = 20;
const MANY = 200;

/** Control and look-through, beside the verdict and apart from it; each asked for when it is opened. */
export function ControlSections({ id }: { readonly id: string }) {
  return (
    <>
      <LazySection title="Who controls it">
        <Asked id={id} show={(reply) => <Controllers reply={reply} />} />
      </LazySection>
      <LazySection title="What it controls">
        <Asked id={id} show={(reply, more) => <Controlled reply={reply} more={more} />} />
      </LazySection>
      <LazySection title="Look-through ownership (not the rule)">
        <Asked id={id} show={(reply, more) => <LookThrough reply={reply} more={more} />} />
      </LazySection>
    </>
  );
}

interface AskedProps {
  readonly id: string;
  /** `more` asks for a longer list; null when it was asked for already. */
  readonly show: (reply: ControlReply, more: (() => void) | null) => ReactNode;
}

function Asked({ id, show }: AskedProps) {
  const asOf = useView((view) => view.asOf);
  const [limit, setLimit] = useState(FEW);
  const { data, error } = useControl(id, { asOf, limit });
  if (error) return <Failure error={error} />;
  if (!data) return <Loading what="control" />;
  return (
    <>
      {show(data, limit === FEW ? () => setLimit(MANY) : null)}
      {data.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </>
  );
}

function Controllers({ reply: { controllers, method } }: { readonly reply: ControlReply }) {
  if (!controllers) return <p>Not worked out: too many parties stand above it. Ask for the paths instead.</p>;
  const { ultimate, ultimateTotal, shown, total } = controllers;
  const tops = new Set(ultimate.flatMap(({ parties }) => parties.map(({ id }) => id)));
  const between = shown.filter(({ id }) => !tops.has(id));
  return (
    <>
      {ultimateTotal === 0 ? (
        <p>
          Nobody is recorded to hold more than half of it, or to control it by a link, on this day. That is no
          proof that nobody does.
        </p>
      ) : null}
      <ul className="findings" aria-label="Ultimate controllers">
        {ultimate.map((each) => (
          <Ultimate key={each.parties[0]?.id} ultimate={each} />
        ))}
      </ul>
      {ultimateTotal > ultimate.length ? (
        <p className="muted">
          {ultimate.length} of {ultimateTotal} ultimate controllers are shown.
        </p>
      ) : null}
      {between.length > 0 ? (
        <p>
          Controllers in between ({total} in all with the ultimate ones):{' '}
          <PartyLinks
            parties={between.map(({ id, name, control }) => ({
              id,
              name,
              note: control === 'possible' ? 'cannot be excluded' : '',
            }))}
          />
        </p>
      ) : null}
      <p className="muted small">{method}</p>
    </>
  );
}

function Ultimate({ ultimate }: { readonly ultimate: WireUltimate }) {
  const { parties, control, mayBeControlledBy, steps } = ultimate;
  const names = parties.map(({ name }) => name).join(' and ');
  return (
    <li className="finding">
      <p>
        <strong>
          <PartyLinks parties={parties} />
        </strong>
        {parties.length > 1 ? ' control each other in a circle and together' : ''}{' '}
        {control === 'certain' ? 'ultimately control it.' : 'may control it: cannot be excluded.'}
      </p>
      {mayBeControlledBy.length > 0 ? (
        <p>
          May be controlled in turn by <PartyLinks parties={mayBeControlledBy} />: cannot be excluded.
        </p>
      ) : null}
      <Chain steps={steps} label={`Chain from ${names}`} />
    </li>
  );
}

interface ChainProps {
  readonly steps: readonly WireControlStep[];
  readonly label: string;
}

/** The lines of a chain, from above downward, each with the facts it rests on. */
function Chain({ steps, label }: ChainProps) {
  if (steps.length === 0) return null;
  const ids = [
    ...new Set(steps.flatMap(({ party, holders }) => [...holders.map((each) => each.party), party])),
  ];
  return (
    <>
      <ol className="steps" aria-label={label}>
        {steps.map((step) => (
          <ChainLine key={step.party} step={step} />
        ))}
      </ol>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Add this chain to the drawing: ${label}`}
          onClick={() => actions.apply({ do: 'add', ids })}
        >
          Add this chain to the drawing
        </Button>
      </div>
    </>
  );
}

function ChainLine({ step }: { readonly step: WireControlStep }) {
  return (
    <li>
      <span className="step-text">{step.text}</span>
      <span className="step-sources">
        <ConfidenceMark confidence={step.confidence} />
        {step.holders.flatMap(({ facts, name }) =>
          facts.map((fact) => (
            <button key={fact} type="button" className="link" onClick={() => actions.open(`fact/${fact}`)}>
              tie of {name}
            </button>
          )),
        )}
      </span>
    </li>
  );
}

interface ControlledProps {
  readonly reply: ControlReply;
  readonly more: (() => void) | null;
}

function Controlled({ reply: { controlled, method }, more }: ControlledProps) {
  if (!controlled) return <p>Not worked out: it may control too many parties.</p>;
  const { total, certain, shown } = controlled;
  return (
    <>
      <p>
        {total === 0
          ? 'It is not recorded to hold more than half of anybody on this day, or to control anybody by a link. That is no proof that it does not.'
          : `${certain} for certain; ${total - certain} more cannot be excluded.`}
      </p>
      <ul className="rows" aria-label="Controlled parties">
        {shown.map((each) => (
          <ControlledRow key={each.id} controlled={each} />
        ))}
      </ul>
      {total > shown.length ? (
        <p className="muted">
          {shown.length} of {total} are shown.{' '}
          {more ? (
            <Button size="compact-xs" variant="subtle" onClick={more}>
              show more
            </Button>
          ) : null}
        </p>
      ) : null}
      <p className="muted small">{method}</p>
    </>
  );
}

function ControlledRow({
  controlled: { id, name, control, steps },
}: {
  readonly controlled: WireControlled;
}) {
  return (
    <li>
      <PartyLink id={id} name={name} /> {control === 'certain' ? '' : '(cannot be excluded)'}
      <details>
        <summary className="muted small">
          how ({steps.length} {steps.length === 1 ? 'step' : 'steps'})
        </summary>
        <Chain steps={steps} label={`Chain to ${name}`} />
      </details>
    </li>
  );
}
