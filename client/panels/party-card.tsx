import { Button, Group } from '@mantine/core';
import type { PartyReply } from '../../server/wire/things.ts';
import type { WireListing } from '../../server/wire/verdict.ts';
import { actions, useView } from '../state/view-store.ts';
import { day, kindWord, period } from '../words.ts';
import { CombinedPaths } from './combined-paths.tsx';
import { ComplexTies } from './complex-ties.tsx';
import { ControlSections } from './control.tsx';
import { ExpandButtons } from './expand-buttons.tsx';
import { FindingsBlock } from './findings-block.tsx';
import { KnownOn } from './known-on.tsx';
import { CodeMark, ConfidenceMark, OutcomeMark } from './marks.tsx';
import { Origin } from './origin.tsx';
import { Section } from './section.tsx';
import { Sources } from './sources.tsx';
import { Why } from './steps.tsx';
import { useRegimeTitle } from './titles.ts';
import { VerdictBlock } from './verdict-block.tsx';
import { WhatWouldChange } from './what-would-change.tsx';

/** One party: verdict, findings, why, and everything known, with its sources. */
export function PartyCard({ reply }: { readonly reply: PartyReply }) {
  const { party, verdicts, deciding, listings, findings, otherFindings, cautions, facilities, dataFindings } =
    reply;
  const first = verdicts.find(({ regime }) => regime === deciding) ?? verdicts[0];
  const argued = verdicts.find(({ regime }) => regime === 'bis-affiliates') ?? first;
  return (
    <article className="card" aria-label={party.name}>
      <header>
        <h2>{party.name}</h2>
        {party.originalName ? (
          <p className="original-name" lang="zh">
            {party.originalName}{' '}
            {party.originalNameConfidence ? (
              <ConfidenceMark confidence={party.originalNameConfidence} />
            ) : null}
          </p>
        ) : null}
        <p className="muted">
          {kindWord(party.kind)}, {party.jurisdictionName || 'jurisdiction unknown'}
          {party.city === '' ? '' : `, ${party.city}`} <ConfidenceMark confidence={party.confidence} />
        </p>
        <p className="marks">
          {listings
            .filter(({ active }) => active)
            .map((listing) => (
              <CodeMark key={listing.id} code={[listing.code, ...listing.footnotes].join('·')} />
            ))}
        </p>
      </header>
      {first ? <VerdictBlock deciding={first} all={verdicts} /> : null}
      {cautions.map((caution) => (
        <p key={caution.id} className="caution" role="note">
          <strong>{caution.kind === 'false-friend' ? 'Name trap: ' : 'Denied: '}</strong>
          {caution.kind === 'false-friend' ? 'not the same as' : 'a source says it is not affiliated with'}{' '}
          <em>{caution.otherName}</em>: {caution.note}
        </p>
      ))}
      <ExpandButtons id={party.id} counts={reply.neighbours} />
      <FindingsBlock findings={findings} others={otherFindings} />
      {argued ? <Why verdict={argued} /> : null}
      {argued ? (
        <WhatWouldChange key={`change of ${party.id}`} party={party.id} regime={argued.regime} />
      ) : null}
      <ControlSections key={`control of ${party.id}`} id={party.id} />
      {dataFindings.map((finding) => (
        <p key={finding.id} className="caution" role="note">
          <strong>In the data: </strong>
          {finding.text}
        </p>
      ))}
      <ComplexTies party={party.id} />
      <Listings listings={listings} />
      <Timeline reply={reply} />
      <KnownOn party={party.id} />
      {facilities.length > 0 ? <Facilities facilities={facilities} /> : null}
      <CombinedPaths key={`paths of ${party.id}`} id={party.id} of="party" />
      <Particulars reply={reply} />
      <Sources sources={reply.sources} />
    </article>
  );
}

function Listings({ listings }: { readonly listings: readonly WireListing[] }) {
  if (listings.length === 0) return null;
  return (
    <Section title="Listings" count={listings.length} folded={listings.length > 3}>
      <ul className="rows">
        {listings.map((listing) => (
          <li key={listing.id} className={listing.active ? '' : 'is-ended'}>
            <strong>{listing.listTitle}</strong>{' '}
            {listing.footnotes.length > 0 ? `footnote ${listing.footnotes.join(', ')}, ` : ''}
            {period(listing)}{' '}
            {listing.fromConfidence === 'verified' ? null : (
              <ConfidenceMark confidence={listing.fromConfidence} />
            )}
            <br />
            {[listing.citation, listing.licenceRequirement, listing.reviewPolicy]
              .filter((text) => text !== '')
              .join('. ')}
            {listing.note === '' ? null : <span className="muted"> {listing.note}</span>}
            <br />
            <Origin row={listing.row} seen={listing.seen} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Timeline({ reply }: { readonly reply: PartyReply }) {
  const titleOf = useRegimeTitle();
  const asOf = useView((view) => view.asOf);
  const periods = reply.timeline.filter(
    ({ regime }) => regime === 'bis-affiliates' || regime === reply.deciding,
  );
  if (periods.length === 0) return null;
  return (
    <Section title="Over time" count={periods.length} folded>
      <ul className="rows">
        {periods.map(({ verdict, regime, outcome, from, to, share }) => (
          <li key={verdict}>
            <OutcomeMark outcome={outcome} /> {period({ from, to })}, {share}, {titleOf(regime)}{' '}
            {from && from !== asOf ? (
              <Button size="compact-xs" variant="subtle" onClick={() => actions.setAsOf(from)}>
                see {day(from)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Facilities({ facilities }: { readonly facilities: PartyReply['facilities'] }) {
  return (
    <Section title="Facilities" count={facilities.length}>
      <ul className="rows">
        {facilities.map(({ id, name, country, advancedNode }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => actions.open(`facility/${id}`)}>
              {name}
            </button>
            <span className="muted">
              {' '}
              {country ?? ''}{' '}
              {advancedNode === true ? 'advanced node' : advancedNode === null ? 'node class unknown' : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Particulars({ reply: { party } }: { readonly reply: PartyReply }) {
  const rows: readonly [string, readonly string[]][] = [
    ['Also called', party.aliases],
    ['Addresses', party.addresses],
    ['Identifiers', party.identifiers],
    ['Roles', party.roles],
    ['Note', party.note === '' ? [] : [party.note]],
    ['Row', [party.row]],
    ['Id', [party.id]],
  ];
  return (
    <Section title="Particulars" folded>
      <dl className="facts">
        {rows
          .filter(([, values]) => values.length > 0)
          .map(([name, values]) => (
            <Group key={name} gap={0} wrap="nowrap" align="start" className="pair">
              <dt>{name}</dt>
              <dd>
                {values.map((value) => (
                  <div key={value}>{value}</div>
                ))}
              </dd>
            </Group>
          ))}
      </dl>
    </Section>
  );
}
