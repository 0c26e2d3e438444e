import type { WireFinding } from '../../server/wire/verdict.ts';
import { CONFIDENCE_WORDS, LEVEL_WORDS, period } from '../words.ts';

interface ReportFindingsProps {
  readonly findings: readonly WireFinding[];
  /** How many there are on other days. */
  readonly others: number;
}

/** The findings of a report, gravest first: what was found, what it asks, its citation, the facts behind it. */
export function ReportFindings({ findings, others }: ReportFindingsProps) {
  return (
    <section>
      <h2>Findings</h2>
      {findings.length === 0 ? (
        <p>None on this day. That is no proof that there is nothing to find.</p>
      ) : null}
      <ol>
        {findings.map((finding) => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </ol>
      {others > 0 ? <p>{others} more on other days.</p> : null}
    </section>
  );
}

function Finding({ finding }: { readonly finding: WireFinding }) {
  const { level, flag, title, text, asks, citation, confidence, inForce, confirmed, note, evidence } =
    finding;
  const force = inForce ? (confirmed ? '' : ' In force that day, unconfirmed.') : ' Not in force that day.';
  return (
    <li data-finding={finding.id}>
      <strong>
        {LEVEL_WORDS[level]}: {/^RF\d/.test(flag) ? `${flag} ` : ''}
        {title}.
      </strong>{' '}
      {text} {asks}
      <br />
      {citation}. {period(finding)}, {CONFIDENCE_WORDS[confidence]}.{force} {note} Facts:{' '}
      {evidence.join(', ')}.
    </li>
  );
}
