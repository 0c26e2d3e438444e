import type { PartyReply } from '../../server/wire/things.ts';
import { useKnown } from '../api/queries.ts';
import { CONFIDENCE_WORDS, day, OUTCOME_WORDS, period } from '../words.ts';
import { KnownAnswer } from './known-on.tsx';
import { Origin } from './origin.tsx';
import { ReportFindings } from './report-findings.tsx';
import { numbersOf, ReportSources, SourceNumbers } from './report-sources.tsx';
import { ReportVerdict } from './report-steps.tsx';

interface ReportPartyProps {
  readonly reply: PartyReply;
  /** The day on which was known what the report compares with; empty for none. */
  readonly known: string;
}

/** Everything about one party on one day, in the order in which a reader of a file asks. */
export function ReportParty({ reply, known }: ReportPartyProps) {
  const { verdicts, deciding, asOf, findings, otherFindings, cautions, dataFindings } = reply;
  const numbers = numbersOf(reply.sources);
  const first = verdicts.filter(({ regime }) => regime === deciding);
  const rest = verdicts.filter(({ regime }) => regime !== deciding);
  return (
    <>
      <section>
        <h2>Verdicts on {day(asOf)}</h2>
        {[...first, ...rest].map((verdict) => (
          <ReportVerdict key={verdict.regime} verdict={verdict} asOf={asOf} numbers={numbers} />
        ))}
      </section>
      <ReportFindings findings={findings} others={otherFindings} />
      {cautions.length + dataFindings.length > 0 ? <Cautions reply={reply} /> : null}
      <Listings reply={reply} numbers={numbers} />
      <Timeline reply={reply} />
      {known === '' ? null : <Known party={reply.party.id} asOf={asOf} known={known} />}
      <Particulars reply={reply} numbers={numbers} />
      <ReportSources sources={reply.sources} />
    </>
  );
}

function Cautions({ reply: { cautions, dataFindings } }: Pick<ReportPartyProps, 'reply'>) {
  return (
    <section>
      <h2>To be careful about</h2>
      <ul>
        {cautions.map(({ id, kind, otherName, note }) => (
          <li key={id}>
            {kind === 'false-friend' ? 'Not the same as' : 'A source says it is not affiliated with'}{' '}
            {otherName}: {note}
          </li>
        ))}
        {dataFindings.map(({ id, text }) => (
          <li key={id}>In the data: {text}</li>
        ))}
      </ul>
    </section>
  );
}

interface NumberedProps extends Pick<ReportPartyProps, 'reply'> {
  readonly numbers: ReadonlyMap<string, number>;
}

function Listings({ reply: { listings }, numbers }: NumberedProps) {
  return (
    <section>
      <h2>Listings</h2>
      {listings.length === 0 ? <p>None is recorded. A name that is on no list here is not cleared.</p> : null}
      <ul>
        {listings.map((listing) => (
          <li key={listing.id}>
            <strong>{listing.listTitle}</strong>
            {listing.footnotes.length > 0 ? `, footnote ${listing.footnotes.join(', ')}` : ''},{' '}
            {period(listing)} ({CONFIDENCE_WORDS[listing.fromConfidence]}).{' '}
            {[listing.citation, listing.licenceRequirement, listing.reviewPolicy, listing.note]
              .filter((text) => text !== '')
              .join('. ')}{' '}
            <Origin row={listing.row} seen={listing.seen} />{' '}
            <SourceNumbers sources={listing.sources} numbers={numbers} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Timeline({ reply: { timeline } }: Pick<ReportPartyProps, 'reply'>) {
  if (timeline.length === 0) return null;
  return (
    <section>
      <h2>Over time</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Regime</th>
            <th scope="col">Days</th>
            <th scope="col">Says</th>
            <th scope="col">Held</th>
          </tr>
        </thead>
        <tbody>
          {timeline.map(({ verdict, regime, from, to, outcome, share }) => (
            <tr key={verdict}>
              <td>{regime}</td>
              <td>{period({ from, to })}</td>
              <td>{OUTCOME_WORDS[outcome]}</td>
              <td>{share}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface KnownProps {
  readonly party: string;
  readonly asOf: string;
  readonly known: string;
}

function Known({ party, asOf, known }: KnownProps) {
  const { data, error } = useKnown(party, { asOf, knownOn: known });
  return (
    <section>
      <h2>As known on {day(known)}</h2>
      {error ? <p>{error.message}</p> : null}
      {data ? <KnownAnswer reply={data} /> : null}
    </section>
  );
}

function Particulars({ reply: { party, facilities }, numbers }: NumberedProps) {
  const rows: readonly [string, readonly string[]][] = [
    ['Also called', party.aliases],
    ['Addresses', party.addresses],
    ['Identifiers', party.identifiers],
    ['Roles', party.roles],
    ['Facilities', facilities.map(({ name, id }) => `${name} (${id})`)],
    ['Note', [party.note]],
    ['Row', [party.row]],
    ['Id', [party.id]],
  ];
  return (
    <section>
      <h2>Particulars</h2>
      <dl>
        {rows
          .map(([name, values]) => [name, values.filter((value) => value !== '')] as const)
          .filter(([, values]) => values.length > 0)
          .map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{values.join('; ')}</dd>
            </div>
          ))}
      </dl>
      <p>
        <SourceNumbers sources={party.sources} numbers={numbers} />
      </p>
    </section>
  );
}
