import type { FacilityReply } from '../../server/wire/things.ts';
import { actions } from '../state/view-store.ts';
import { NEVER_ADVICE, period } from '../words.ts';
import { CombinedPaths } from './combined-paths.tsx';
import { ExpandButtons } from './expand-buttons.tsx';
import { JoinedFacilities } from './facility-joined.tsx';
import { NodeClassSection, nodeClassWords } from './facility-node.tsx';
import { FindingsBlock } from './findings-block.tsx';
import { ConfidenceMark, OutcomeMark } from './marks.tsx';
import { Section } from './section.tsx';
import { Sources } from './sources.tsx';

/** One facility: what its physical links mean, findings, what it is joined to, who runs it. */
export function FacilityCard({ reply }: { readonly reply: FacilityReply }) {
  const { facility, sentence, findings } = reply;
  return (
    <article className="card" aria-label={facility.name}>
      <Head reply={reply} />
      <div
        className="verdict"
        data-outcome={findings.some(({ flag }) => flag === 'RF27') ? 'flagged' : 'not-captured'}
      >
        <p className="sentence">{sentence}</p>
        <p className="muted small">{NEVER_ADVICE}</p>
      </div>
      <Operator reply={reply} />
      <ExpandButtons id={facility.id} counts={reply.neighbours} />
      <FindingsBlock findings={findings} others={0} />
      <Links reply={reply} />
      <JoinedFacilities joined={reply.joined} />
      <NodeClassSection reply={reply} />
      <CombinedPaths key={facility.id} id={facility.id} of="facility" />
      <Section title="Particulars" folded>
        <p>{facility.note || 'No note.'}</p>
        <p className="muted">
          {facility.row} · {facility.id}
        </p>
      </Section>
      <Sources sources={reply.sources} />
    </article>
  );
}

type Facility = FacilityReply['facility'];

function Head({ reply: { facility, nodeClass } }: { readonly reply: FacilityReply }) {
  const { name, kind, countryName, city, confidence } = facility;
  const place = [kind, countryName || 'country unknown', city].filter((part) => part !== '');
  return (
    <header>
      <h2>{name}</h2>
      <p className="muted">
        facility, {place.join(', ')} <ConfidenceMark confidence={confidence} />
      </p>
      <p>
        <strong>{nodeClassWords(nodeClass)}</strong>
        {traits(facility)}
      </p>
    </header>
  );
}

function traits({ node, waferMm, status, startYear }: Facility): string {
  const wafers = waferMm === null ? '' : `${waferMm} mm wafers`;
  const since = startYear === null ? '' : `since ${startYear}`;
  const parts = [node, wafers, status, since].filter((part) => part !== '');
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}

function Operator({ reply: { facility, operatorVerdict } }: { readonly reply: FacilityReply }) {
  const { operator } = facility;
  if (!operator) return <p>Operator unknown.</p>;
  return (
    <p>
      Operated by{' '}
      <button type="button" className="link" onClick={() => actions.open(`party/${operator.id}`)}>
        {operator.name} {operator.originalName ? <span lang="zh">{operator.originalName}</span> : null}
      </button>{' '}
      <ConfidenceMark confidence={operator.confidence} />{' '}
      {operatorVerdict ? <OutcomeMark outcome={operatorVerdict.outcome} /> : null}
    </p>
  );
}

function Links({ reply: { physicalLinks } }: { readonly reply: FacilityReply }) {
  return (
    <Section title="Physical links" count={physicalLinks.length}>
      {physicalLinks.length === 0 ? <p className="muted">None is recorded.</p> : null}
      <ul className="rows">
        {physicalLinks.map((link) => (
          <li key={link.id}>
            <button type="button" className="link" onClick={() => actions.open(`fact/${link.id}`)}>
              {link.kind.replaceAll('-', ' ')}
            </button>{' '}
            {link.joins ? 'joins it with' : 'does not join it with'}{' '}
            <button type="button" className="link" onClick={() => actions.open(`facility/${link.other}`)}>
              {link.otherName}
            </button>
            , {period(link)} <ConfidenceMark confidence={link.confidence} />
            {link.note === '' ? null : <div className="muted">{link.note}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
