import type { FacilityReply } from '../../server/wire/things.ts';
import { actions } from '../state/view-store.ts';
import { NEVER_ADVICE, period } from '../words.ts';
import { ExpandButtons } from './expand-buttons.tsx';
import { FindingsBlock } from './findings-block.tsx';
import { ConfidenceMark, OutcomeMark } from './marks.tsx';
import { Section } from './section.tsx';
import { Sources } from './sources.tsx';

/** One facility: what its physical links mean, findings, what it is joined to, who runs it. */
export function FacilityCard({ reply }: { readonly reply: FacilityReply }) {
  const { facility, sentence, findings } = reply;
  return (
    <article className="card" aria-label={facility.name}>
      <Head facility={facility} />
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
      <Joined reply={reply} />
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

function Head({ facility }: { readonly facility: Facility }) {
  const { name, kind, countryName, city, confidence } = facility;
  const place = [kind, countryName || 'country unknown', city].filter((part) => part !== '');
  return (
    <header>
      <h2>{name}</h2>
      <p className="muted">
        facility, {place.join(', ')} <ConfidenceMark confidence={confidence} />
      </p>
      <p>
        <strong>{nodeClass(facility)}</strong>
        {traits(facility)}
      </p>
    </header>
  );
}

function nodeClass({ advancedNode, advancedFrom: from, advancedTo: to }: Facility): string {
  if (advancedNode === null) return 'node class unknown';
  if (!advancedNode) return 'not an advanced node';
  return from === null && to === null ? 'advanced node' : `advanced node ${period({ from, to })}`;
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

function Joined({ reply: { joined } }: { readonly reply: FacilityReply }) {
  if (joined.length === 0) return null;
  return (
    <Section title="Counts as one facility with" count={joined.length}>
      <ul className="rows">
        {joined.map(({ id, other, otherName, advancedNode, hops, confidence, destination }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => actions.open(`facility/${other}`)}>
              {otherName}
            </button>{' '}
            ({advancedNode === 'advanced' ? 'advanced node' : 'node class unknown'}),{' '}
            {hops === 1 ? 'directly' : `over ${hops} links, by inference`}{' '}
            <ConfidenceMark confidence={confidence} />
            {destination === 'elsewhere' ? (
              <div className="muted">Outside Macau and Country Group D:5: no flag is raised.</div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
