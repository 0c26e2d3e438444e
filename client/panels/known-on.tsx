import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KnownOutcome, KnownReply } from '../../server/wire/known.ts';
import { useKnown } from '../api/queries.ts';
import { isCalendarDay } from '../state/view.ts';
import { actions, useView } from '../state/view-store.ts';
import { day } from '../words.ts';
import { LevelMark, OutcomeMark } from './marks.tsx';
import { Section } from './section.tsx';
import { Failure, Loading } from './states.tsx';

/** What would have been concluded from what was known on another day, beside what is known today. */
export function KnownOn({ party }: { readonly party: string }) {
  const known = useView((view) => view.known);
  const [isFolded] = useState(known === '');
  return (
    <Section title="As known on" folded={isFolded}>
      <p className="muted small">
        A record of last year was made from what was known then. Name that day: the question stays as of the
        day above, the facts are those held on the day named here.
      </p>
      <DayForm key={known} value={known} />
      {known === '' ? null : <Answer party={party} knownOn={known} />}
    </Section>
  );
}

function DayForm({ value }: { readonly value: string }) {
  const [text, setText] = useState(value);
  const isDay = isCalendarDay(text);
  const submit = (): void => {
    if (isDay) actions.set({ known: text });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          label="As known on"
          size="xs"
          inputMode="numeric"
          placeholder="YYYY-MM-DD"
          maxLength={10}
          value={text}
          error={text.length === 10 && !isDay ? 'No day of the calendar' : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" disabled={!isDay}>
          Compare
        </Button>
        {value === '' ? null : (
          <Button size="xs" variant="subtle" onClick={() => actions.set({ known: '' })}>
            As known today
          </Button>
        )}
      </Group>
    </form>
  );
}

function Answer({ party, knownOn }: { readonly party: string; readonly knownOn: string }) {
  const asOf = useView((view) => view.asOf);
  const { data, error } = useKnown(party, { asOf, knownOn });
  if (error) return <Failure error={error} />;
  return data ? <KnownAnswer reply={data} /> : <Loading what="what was known" />;
}

/** The answer in one sentence, then regime by regime, findings that differ, and what was learned since. */
export function KnownAnswer({ reply }: { readonly reply: KnownReply }) {
  const { knownOn, leftOut } = reply;
  return (
    <div data-known-on={knownOn}>
      <p>{inOneSentence(reply)}</p>
      {leftOut > 0 ? (
        <p className="muted">
          {leftOut} {leftOut === 1 ? 'fact was' : 'facts were'} left out: a party or facility at one end was
          not known that day.
        </p>
      ) : null}
      <Regimes reply={reply} />
      <Findings reply={reply} />
      <Changes reply={reply} />
    </div>
  );
}

function inOneSentence({ wasKnown, regimes, knownOn, recordedSince, party }: KnownReply): string {
  const then = `at the end of ${day(knownOn)}`;
  if (recordedSince !== null && knownOn < recordedSince)
    return `Nothing was recorded ${then}: the first facts were learned on ${day(recordedSince)}.`;
  if (!wasKnown) return `${party.name} was not known ${then}.`;
  const different = regimes.filter(({ differs }) => differs).length;
  if (different === 0) return `The same verdicts followed from what was known ${then}.`;
  return `What was known ${then} gives another answer under ${different} of ${regimes.length} regimes.`;
}

function Regimes({ reply }: { readonly reply: KnownReply }) {
  return (
    <table className="regimes">
      <caption className="visually-hidden">
        Every regime: as known on {day(reply.knownOn)}, and as known today
      </caption>
      <thead>
        <tr>
          <th scope="col">Regime</th>
          <th scope="col">Known {day(reply.knownOn)}</th>
          <th scope="col">Known today</th>
        </tr>
      </thead>
      <tbody>
        {reply.regimes.map(({ regime, regimeTitle, inForce, note, before, now, differs }) => (
          <tr key={regime} className={differs ? 'is-deciding' : ''} data-regime={regime}>
            <th scope="row" title={note}>
              {regimeTitle}
              {inForce ? '' : ' (not in force)'}
            </th>
            <td>
              <Side outcome={before} muted={!inForce} />
            </td>
            <td>
              <Side outcome={now} muted={!inForce} />
              {differs ? <strong> differs</strong> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ outcome: side, muted }: { readonly outcome: KnownOutcome | null; readonly muted: boolean }) {
  if (side === null) return <span className="muted">not known</span>;
  const { outcome, heldShare: held } = side;
  return (
    <>
      <OutcomeMark outcome={outcome} muted={muted} /> {outcome === 'listed' || held === '0 %' ? '' : held}
    </>
  );
}

const RAISED = { before: 'only as known then', now: 'only as known today' } as const;

function Findings({ reply }: { readonly reply: KnownReply }) {
  const different = reply.findings.flatMap(({ raised, ...finding }) =>
    raised === 'both' ? [] : [{ ...finding, when: RAISED[raised] }],
  );
  if (different.length === 0)
    return <p className="muted">The same {reply.findings.length} findings are raised from both.</p>;
  return (
    <>
      <h4>Findings that differ</h4>
      <ul className="rows">
        {different.map(({ id, when, level, title, text }) => (
          <li key={`${when} ${id}`}>
            <LevelMark level={level} /> <strong>{title}</strong>, {when}. {text}
          </li>
        ))}
      </ul>
    </>
  );
}

const WHAT = { learned: 'Learned', changed: 'Changed', 'given-up': 'Given up' } as const;

function Changes({ reply: { changes, totalChanges, knownOn } }: { readonly reply: KnownReply }) {
  if (totalChanges === 0) return <p className="muted">No fact around it was learned since.</p>;
  return (
    <>
      <h4>Facts learned since {day(knownOn)}</h4>
      <ul className="rows">
        {changes.map(({ id, what, day: on, text }) => (
          <li key={`${what} ${id}`} data-fact={id}>
            {WHAT[what]} {on === null ? 'on an unknown day' : day(on)}: {text}
          </li>
        ))}
      </ul>
      {totalChanges > changes.length ? (
        <p className="muted">{totalChanges - changes.length} more are not shown.</p>
      ) : null}
    </>
  );
}
