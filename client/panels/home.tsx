import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import type { Overview, Story, WireRegime } from '../../server/wire/overview.ts';
import { useOverview } from '../api/queries.ts';
import { decodeOperations } from '../state/operations.ts';
import { actions, idsOf, useView } from '../state/view-store.ts';
import { day, LEVEL_WORDS, NEVER_ADVICE } from '../words.ts';
import { ComplexLines } from './complex-line.tsx';
import { LastChange } from './last-change.tsx';
import { Failure, Loading } from './states.tsx';

/** The first screen: what is flagged, and why; the stories one click away. */
export function Home() {
  const asOf = useView((view) => view.asOf);
  const { data, error } = useOverview(asOf);
  if (error) return <Failure error={error} />;
  if (!data) return <Loading what="what is flagged" />;
  return (
    <div className="home">
      <h1>What is flagged on {day(asOf)}, and why</h1>
      <Totals overview={data} />
      <div className="home-regimes">
        {data.regimes
          .filter(({ id }) => id.startsWith('bis-'))
          .map((regime) => (
            <RegimeLine key={regime.id} regime={regime} />
          ))}
      </div>
      <ComplexLines />
      <LastChange />
      <WaitingPairs count={data.loaded.waitingPairs} />
      <h2 className="visually-hidden">Stories</h2>
      <ul className="stories">
        {data.stories.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
      </ul>
      <p className="muted">
        {data.loaded.counts.parties} parties, {data.loaded.counts.holdings} holdings,{' '}
        {data.loaded.counts.facilities} facilities, {data.loaded.counts.sources} sources loaded from{' '}
        {data.loaded.input}. {NEVER_ADVICE}
      </p>
    </div>
  );
}

function Totals({ overview }: { readonly overview: Overview }) {
  const levels = ['restricted', 'red-flag', 'cannot-exclude', 'lead'] as const;
  const total = (level: string): number =>
    overview.flags.filter((flag) => flag.level === level).reduce((sum, { count }) => sum + count, 0);
  return (
    <dl className="totals">
      {levels.map((level) => (
        <div key={level} data-level={level}>
          <dt>{LEVEL_WORDS[level]}</dt>
          <dd>{total(level)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Nothing is joined on a likeness: a person says whether two ids are one party, which may change verdicts. */
function WaitingPairs({ count }: { readonly count: number }) {
  const { search } = useLocation();
  if (count === 0) return null;
  return (
    <p className="last-change">
      <Link to={{ pathname: '/same-party', search }}>Same party?</Link>:{' '}
      {count === 1 ? '1 pair' : `${count} pairs`} of ids may be one party each, and{' '}
      {count === 1 ? 'waits' : 'wait'} for a person to say so or not. Verdicts may change with it.
    </p>
  );
}

function RegimeLine({ regime: { title, inForce, confirmed, note } }: { readonly regime: WireRegime }) {
  return (
    <p className={inForce && !confirmed ? 'unconfirmed' : ''}>
      <strong>{title}</strong>:{' '}
      {inForce ? (confirmed ? 'in force.' : 'in force, unconfirmed.') : 'not in force.'} {note}
    </p>
  );
}

function StoryCard({ story }: { readonly story: Story }) {
  const tell = (asOf: string): void =>
    actions.set({
      asOf,
      open: story.start,
      operations: decodeOperations(story.view),
      selected: idsOf(story.start),
      ended: story.ended,
    });
  return (
    <li className="story">
      <h3>
        <button type="button" className="story-title" onClick={() => tell(story.asOf)}>
          {story.title}
        </button>
      </h3>
      <p>{story.text}</p>
      <div className="story-days">
        {story.days.map(({ asOf, label }) => (
          <Button key={asOf} size="compact-xs" variant="default" onClick={() => tell(asOf)}>
            {day(asOf)}: {label}
          </Button>
        ))}
      </div>
    </li>
  );
}
