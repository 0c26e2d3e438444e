import { Button, Group } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import type { Overview } from '../../server/wire/overview.ts';
import { useFacility, useOverview, useParty } from '../api/queries.ts';
import { reportHtml } from '../export/report-html.ts';
import { save } from '../export/save.ts';
import { ReportFacility } from '../panels/report-facility.tsx';
import { ReportParty } from '../panels/report-party.tsx';
import { Failure, Loading } from '../panels/states.tsx';
import { useView } from '../state/view-store.ts';
import { day, NEVER_ADVICE } from '../words.ts';

/** Everything about one thing on one day, to be printed or kept: `/report/party/ID`, `/report/facility/ID`. */
export default function ReportPage() {
  const { kind = '', id = '' } = useParams();
  const asOf = useView((view) => view.asOf);
  const known = useView((view) => view.known);
  const party = useParty(id, asOf, kind === 'party');
  const facility = useFacility(id, asOf, kind === 'facility');
  const overview = useOverview(asOf);
  const failed = overview.error ?? party.error ?? facility.error;
  if (failed) return <Failure error={failed} />;
  const thing = party.data?.party ?? facility.data?.facility;
  if (!thing || !overview.data) return <Loading what="the report" />;
  return (
    <Report name={thing.name} overview={overview.data} reply={party.data ?? facility.data}>
      <h1>{thing.name}</h1>
      {party.data?.party.originalName ? <p lang="zh">{party.data.party.originalName}</p> : null}
      <Basis overview={overview.data} known={kind === 'party' ? known : ''} />
      {party.data ? <ReportParty reply={party.data} known={known} /> : null}
      {facility.data ? <ReportFacility reply={facility.data} /> : null}
    </Report>
  );
}

interface ReportProps {
  readonly name: string;
  readonly overview: Overview;
  /** What is kept as JSON. */
  readonly reply: object | undefined;
  readonly children: ReactNode;
}

function Report({ name, overview: { asOf }, reply, children }: ReportProps) {
  const { search } = useLocation();
  const { kind = '', id = '' } = useParams();
  const report = useRef<HTMLElement>(null);
  const isAsking = useIsFetching() > 0;
  const file = `interlock-report-${id.replaceAll(/[^\w-]+/g, '-')}-${asOf}`;
  const keep = (): void => {
    if (report.current) save(`${file}.html`, reportHtml(`${name}, ${asOf}`, report.current), 'text/html');
  };
  return (
    <div className="page report-page">
      <article className="report" aria-label={`Report on ${name}`} ref={report}>
        <Group gap="xs" className="report-tools">
          <Button size="compact-sm" disabled={isAsking} onClick={() => window.print()}>
            Print
          </Button>
          <Button size="compact-sm" variant="default" disabled={isAsking} onClick={keep}>
            Save as HTML
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => save(`${file}.json`, JSON.stringify(reply, null, 2), 'application/json')}
          >
            Save as JSON
          </Button>
          <Link to={{ pathname: '/', search: withOpen(search, `${kind}/${id}`) }} className="page-link">
            Back to the canvas
          </Link>
        </Group>
        {children}
      </article>
    </div>
  );
}

function withOpen(search: string, open: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set('open', open);
  return `?${parameters}`;
}

interface BasisProps {
  readonly overview: Overview;
  readonly known: string;
}

/** For which day, made when and from what: what an auditor needs to make it again. */
function Basis({ overview: { asOf, loaded, editions }, known }: BasisProps) {
  return (
    <section className="report-basis">
      <p>
        As of {day(asOf)}
        {known === '' ? '' : `; compared with what was known on ${day(known)}`}. Drawn up{' '}
        {new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC by Interlock {loaded.software} from{' '}
        {loaded.input}, loaded {loaded.finishedAt}. {NEVER_ADVICE}
      </p>
      <p>Lists it rests on:</p>
      <ul>
        {editions.map(({ list, title, date, ageDays }) => (
          <li key={list}>
            {title}: edition of {day(date)}, {ageDays} days old when this was drawn up
          </li>
        ))}
      </ul>
    </section>
  );
}
