import type { FacilityReply } from '../../server/wire/things.ts';
import { CONFIDENCE_WORDS, day, period } from '../words.ts';
import { nodeClassWords } from './facility-node.tsx';
import { ReportFindings } from './report-findings.tsx';
import { numbersOf, ReportSources, SourceNumbers } from './report-sources.tsx';
import { ReportVerdict } from './report-steps.tsx';

/** Everything about one facility on one day. */
export function ReportFacility({ reply }: { readonly reply: FacilityReply }) {
  const { asOf, sentence, findings, operatorVerdict, facility } = reply;
  const numbers = numbersOf(reply.sources);
  return (
    <>
      <section>
        <h2>Physical links on {day(asOf)}</h2>
        <p>{sentence}</p>
        <Links reply={reply} numbers={numbers} />
        <Joined reply={reply} />
      </section>
      <ReportFindings findings={findings} others={0} />
      <NodeClass reply={reply} />
      <section>
        <h2>Operator</h2>
        <p>{facility.operator ? `${facility.operator.name} (${facility.operator.id})` : 'Not recorded.'}</p>
        {operatorVerdict ? <ReportVerdict verdict={operatorVerdict} asOf={asOf} numbers={numbers} /> : null}
      </section>
      <section>
        <h2>Particulars</h2>
        <p>
          {[facility.note, facility.row, facility.id].filter((text) => text !== '').join('; ')}{' '}
          <SourceNumbers sources={facility.sources} numbers={numbers} />
        </p>
      </section>
      <ReportSources sources={reply.sources} />
    </>
  );
}

interface LinksProps {
  readonly reply: FacilityReply;
  readonly numbers: ReadonlyMap<string, number>;
}

function Links({ reply: { physicalLinks }, numbers }: LinksProps) {
  if (physicalLinks.length === 0) return <p>No physical link is recorded.</p>;
  return (
    <ul>
      {physicalLinks.map(({ id, kind, otherName, joins, confidence, note, sources, ...days }) => (
        <li key={id}>
          {kind} to {otherName}, {period(days)}, {CONFIDENCE_WORDS[confidence]}
          {joins ? '' : '; does not make them one facility'}. {note}{' '}
          <SourceNumbers sources={sources} numbers={numbers} />
        </li>
      ))}
    </ul>
  );
}

function Joined({ reply: { joined } }: Pick<LinksProps, 'reply'>) {
  if (joined.length === 0) return null;
  return (
    <>
      <h3>Counts as one with</h3>
      <ul>
        {joined.map(({ id, otherName, advancedNode, viaNames, confidence, path, kinds, ...days }) => (
          <li key={id}>
            {otherName} ({advancedNode === 'advanced' ? 'advanced node' : 'node class unknown'}),{' '}
            {path === 'shortest' ? 'shortest path' : 'most certain path'}: {viaNames.join(' – ')} (
            {kinds.join(', ')}), {period(days)}, {CONFIDENCE_WORDS[confidence]}
          </li>
        ))}
      </ul>
    </>
  );
}

function NodeClass({ reply: { nodeClass, nodeClasses, dataFindings } }: Pick<LinksProps, 'reply'>) {
  return (
    <section>
      <h2>Node class</h2>
      <p>{nodeClassWords(nodeClass)}</p>
      <ul>
        {nodeClasses.map((each) => (
          <li key={`${each.from} ${each.to}`}>
            {period(each)}: {nodeClassWords(each)}
          </li>
        ))}
      </ul>
      {dataFindings.map(({ text }) => (
        <p key={text}>In the data: {text}</p>
      ))}
    </section>
  );
}
