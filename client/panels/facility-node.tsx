import type { WireNodeClass } from '../../server/wire/facilities.ts';
import type { FacilityReply } from '../../server/wire/things.ts';
import { period } from '../words.ts';
import { ConfidenceMark } from './marks.tsx';
import { Section } from './section.tsx';

const CLASS_WORDS: Readonly<Record<WireNodeClass['nodeClass'], string>> = {
  advanced: 'advanced node',
  'not-advanced': 'not an advanced node',
  unknown: 'node class unknown',
};

/** The node class of a day in a few words: `advanced node, first day not known`. */
export function nodeClassWords({ nodeClass, startKnown }: WireNodeClass): string {
  const words = CLASS_WORDS[nodeClass];
  return nodeClass === 'advanced' && !startKnown ? `${words}, first day not known` : words;
}

/** Why the node class of the day is what it is, by which clause of the definition, and when it was another. */
export function NodeClassSection({ reply }: { readonly reply: FacilityReply }) {
  const { nodeClass: now, nodeClasses, dataFindings } = reply;
  return (
    <Section title="Node class" folded={now.basis === 'none'}>
      <p>
        {now.text} {now.basis === 'none' ? null : <ConfidenceMark confidence={now.confidence} />}
      </p>
      {now.citation === '' ? null : <p className="muted small">Definition: {now.citation}</p>}
      {now.sources.length === 0 ? null : <p className="muted small">Source: {now.sources.join(', ')}</p>}
      {dataFindings.map((finding) => (
        <p key={finding.id} className="caution" role="note">
          <strong>In the data: </strong>
          {finding.text}
        </p>
      ))}
      {nodeClasses.length > 1 ? (
        <ul className="rows">
          {nodeClasses.map((each) => (
            <li key={each.id} aria-current={each.id === now.id ? 'date' : undefined}>
              {period(each)}: {nodeClassWords(each)}
              {each.id === now.id ? ' (the day shown)' : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
