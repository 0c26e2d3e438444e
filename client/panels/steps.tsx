import type { WireStep, WireVerdict } from '../../server/wire/verdict.ts';
import { useLookThrough, useQuestions } from '../api/queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { ConfidenceMark } from './marks.tsx';
import { Section } from './section.tsx';

/** The arithmetic of a verdict, line by line. A click shows the fact on the canvas and in its card. */
export function Why({ verdict }: { readonly verdict: WireVerdict }) {
  const { steps, mostRestrictive, notes } = verdict;
  const needed = useNeeded(verdict);
  return (
    <Section title="Why" anchor="why">
      {steps.length === 0 ? (
        <p className="muted">
          {verdict.outcome === 'listed'
            ? 'Its own listing, below.'
            : 'No restricted owner is recorded on this day.'}
        </p>
      ) : null}
      <ol className="steps">
        {steps.map((step) => (
          <StepLine
            key={step.facts.join()}
            step={step}
            isNeeded={step.facts.some((fact) => needed.has(fact))}
          />
        ))}
      </ol>
      <LookThroughLine verdict={verdict} />
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {mostRestrictive && verdict.outcome === 'captured' ? <Governing verdict={verdict} /> : null}
    </Section>
  );
}

/** What multiplied chains give, beside the arithmetic of the rule and labelled as not the rule. */
function LookThroughLine({ verdict: { party, regime } }: { readonly verdict: WireVerdict }) {
  const asOf = useView((view) => view.asOf);
  const { data } = useLookThrough({ party, asOf, regime });
  if (!data || data.owners === 0) return null;
  return (
    <p className="muted small" data-look-through={regime} title={data.method}>
      {data.text}
    </p>
  );
}

const REACHES = { yes: 'reached', perhaps: 'cannot be excluded', no: 'not reached' } as const;

/** Facts of the smallest set that suffices for a capture; none while it is not known. */
function useNeeded({ party, regime, outcome }: WireVerdict): ReadonlySet<string> {
  const asOf = useView((view) => view.asOf);
  const { data } = useQuestions({ party, asOf, regime }, outcome === 'captured');
  return new Set(data?.suffices?.ties.flatMap((tie) => tie.facts) ?? []);
}

interface StepLineProps {
  readonly step: WireStep;
  readonly isNeeded: boolean;
}

function StepLine({ step, isNeeded }: StepLineProps) {
  const open = useView((view) => view.open);
  const fact = step.facts[0] ?? '';
  const isOpen = step.facts.some((id) => open === `fact/${id}`);
  return (
    <li className={isOpen ? 'is-open' : ''} data-facts={step.facts.join(' ')}>
      <button type="button" className="step" onClick={() => actions.open(`fact/${fact}`)}>
        <span className="tier">
          tier {step.tier}
          {isNeeded ? <span className="needed">in the smallest set that suffices</span> : null}
        </span>
        <span className="step-text">{step.text}</span>
        <span className="step-sum">
          {step.tie === 'holding' ? `Σ ${step.sum}` : ''} <em>{REACHES[step.reaches]}</em>
        </span>
      </button>
      <span className="step-sources">
        <ConfidenceMark confidence={step.confidence} />
        {step.sources.map((source) => (
          <a key={source} href={`#source-${source}`}>
            {source}
          </a>
        ))}
      </span>
    </li>
  );
}

function Governing({ verdict }: { readonly verdict: WireVerdict }) {
  const { mostRestrictive } = verdict;
  if (!mostRestrictive) return null;
  const { party, footnotes, licenceRequirement, reviewPolicy, allFootnotes, contributors, order } =
    mostRestrictive;
  return (
    <dl className="facts">
      <dt>Most restrictive owner</dt>
      <dd>
        <button type="button" className="link" onClick={() => actions.open(`party/${party}`)}>
          {party}
        </button>
        {footnotes.length > 0 ? `, footnote ${footnotes.join(', ')}` : ''}
        {contributors.length > 1 ? ` (of ${contributors.length})` : ''}
      </dd>
      {allFootnotes.length > 0 ? (
        <>
          <dt>Footnotes that travel</dt>
          <dd>{allFootnotes.join(', ')}</dd>
        </>
      ) : null}
      <dt>Licence requirement</dt>
      <dd>{licenceRequirement || 'not stated in the facts'}</dd>
      <dt>Review policy</dt>
      <dd>{reviewPolicy || 'not stated in the facts'}</dd>
      <dd className="muted">{order}</dd>
    </dl>
  );
}
