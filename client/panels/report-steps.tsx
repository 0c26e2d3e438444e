import type { WireVerdict } from '../../server/wire/verdict.ts';
import { useLookThrough } from '../api/queries.ts';
import { CONFIDENCE_WORDS, OUTCOME_WORDS, period } from '../words.ts';
import { ListsOf } from './lists-age.tsx';
import { SourceNumbers } from './report-sources.tsx';

interface ReportVerdictProps {
  readonly verdict: WireVerdict;
  readonly asOf: string;
  /** The number of each source in the list at the end. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** One regime in a report: what it says, whether it is in force, the arithmetic line by line, what governs. */
export function ReportVerdict({ verdict, asOf, numbers }: ReportVerdictProps) {
  const { regime, regimeTitle, outcome, sentence, inForce, confirmed, regimeNote, notes, steps } = verdict;
  const force = inForce
    ? confirmed
      ? 'In force that day.'
      : 'In force that day, unconfirmed.'
    : 'Not in force that day.';
  return (
    <section data-regime={regime}>
      <h3>
        {regimeTitle}: {OUTCOME_WORDS[outcome]}
      </h3>
      <p>{sentence}</p>
      <p>
        <strong>{force}</strong> {regimeNote}
      </p>
      <ListsOf regime={regime} />
      {steps.length > 0 ? <Steps verdict={verdict} numbers={numbers} /> : null}
      <LookThroughLine verdict={verdict} asOf={asOf} />
      <Governing verdict={verdict} />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}

const REACHES = { yes: 'reached', perhaps: 'cannot be excluded', no: 'not reached' } as const;

function Steps({ verdict, numbers }: Pick<ReportVerdictProps, 'verdict' | 'numbers'>) {
  return (
    <table>
      <caption>The arithmetic, {period(verdict)}</caption>
      <thead>
        <tr>
          <th scope="col">Tier</th>
          <th scope="col">Step</th>
          <th scope="col">Sum</th>
          <th scope="col">Threshold</th>
          <th scope="col">Held</th>
          <th scope="col">Facts and sources</th>
        </tr>
      </thead>
      <tbody>
        {verdict.steps.map((step) => (
          <tr key={step.facts.join()}>
            <td>{step.tier}</td>
            <td>{step.text}</td>
            <td>{step.tie === 'holding' ? step.sum : ''}</td>
            <td>
              {step.threshold === null
                ? 'none'
                : `${step.inclusive ? '' : 'more than '}${step.threshold} %${step.inclusive ? ' or more' : ''}`}
              , {REACHES[step.reaches]}
            </td>
            <td>{period(step)}</td>
            <td>
              {step.facts.join(', ')} ({CONFIDENCE_WORDS[step.confidence]}){' '}
              <SourceNumbers sources={step.sources} numbers={numbers} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What multiplied chains give, beside the arithmetic of the rule and labelled as not the rule. */
function LookThroughLine({ verdict: { party, regime }, asOf }: Pick<ReportVerdictProps, 'verdict' | 'asOf'>) {
  const { data } = useLookThrough({ party, asOf, regime });
  return data && data.owners > 0 ? <p>{data.text}</p> : null;
}

function Governing({ verdict: { mostRestrictive } }: Pick<ReportVerdictProps, 'verdict'>) {
  if (!mostRestrictive) return null;
  const { party, licenceRequirement, reviewPolicy, allFootnotes, contributors, order } = mostRestrictive;
  const footnotes = allFootnotes.length > 0 ? ` Footnotes that travel: ${allFootnotes.join(', ')}.` : '';
  return (
    <p>
      Most restrictive of {contributors.length} listed {contributors.length === 1 ? 'owner' : 'owners'}:{' '}
      {party}.{footnotes} Licence requirement: {licenceRequirement || 'not stated in the facts'}. Review
      policy: {reviewPolicy || 'not stated in the facts'}. {order}
    </p>
  );
}
