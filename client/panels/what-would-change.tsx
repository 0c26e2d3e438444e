import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QuestionsReply, WireDivestment, WireQuestion } from '../../server/wire/sensitivity.ts';
import { useQuestions } from '../api/queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { questionsAsText } from './questions-text.ts';
import { Section } from './section.tsx';
import { Failure, Loading } from './states.tsx';

interface WhatWouldChangeProps {
  readonly party: string;
  readonly regime: string;
}

/** What would settle or end the verdict that `Why` argues: asked for when the section is opened. */
export function WhatWouldChange({ party, regime }: WhatWouldChangeProps) {
  const [isOpen, setOpen] = useState(false);
  const asOf = useView((view) => view.asOf);
  const { data, error } = useQuestions({ party, asOf, regime }, isOpen);
  return (
    <Section title="What would change it" folded anchor="what-would-change" onToggle={setOpen}>
      {error ? <Failure error={error} /> : null}
      {isOpen && !error && !data ? <Loading what="what would change it" /> : null}
      {data && !error ? <Answer reply={data} /> : null}
    </Section>
  );
}

function Answer({ reply }: { readonly reply: QuestionsReply }) {
  const { questions, divestment, suffices, notes, complete, regimeTitle } = reply;
  const isEmpty = questions.length === 0 && divestment.length === 0;
  return (
    <>
      <p className="muted small">Under {regimeTitle}, with everything else as it is recorded.</p>
      {suffices ? <p>{suffices.text}</p> : null}
      {questions.length > 0 ? <Questions reply={reply} /> : null}
      {divestment.length > 0 ? <Divestments divestment={divestment} /> : null}
      {isEmpty ? <p className="muted">{nothing(reply)}</p> : null}
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {complete ? null : <p className="note">Cut short: there are more unknown facts than were tried.</p>}
    </>
  );
}

/** Why there is nothing to ask and nothing to sell. */
function nothing({ outcome }: QuestionsReply): string {
  if (outcome === 'listed') return 'Its own listing decides. No answer about its owners changes that.';
  if (outcome === 'captured') return 'No sale of shares ends it: a branch or control tie captures by itself.';
  if (outcome === 'not-captured')
    return 'Nothing recorded would settle it otherwise. That is no proof that nobody restricted stands behind it: ask who owns it.';
  return 'No recorded unknown settles it by itself or in sets of up to three.';
}

function Questions({ reply }: { readonly reply: QuestionsReply }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(questionsAsText(reply));
      setCopied('yes');
    } catch {
      setCopied('refused');
    }
  };
  return (
    <>
      <h4>Questions to ask</h4>
      <ol className="change-questions">
        {reply.questions.map((question) => (
          <QuestionItem key={question.text} question={question} />
        ))}
      </ol>
      <p className="copy-line">
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          Copy questions
        </Button>{' '}
        <span role="status">
          {copied === 'yes' ? `✓ Copied: ${reply.questions.length} as text` : ''}
          {copied === 'refused' ? 'The browser refused. Select the list and copy it.' : ''}
        </span>
      </p>
    </>
  );
}

function QuestionItem({ question: { text, follows, facts, sources } }: { readonly question: WireQuestion }) {
  return (
    <li>
      <strong>{text}</strong>
      <br />
      {follows}{' '}
      <span className="step-sources">
        {facts
          .filter((fact) => !fact.startsWith('listing:'))
          .slice(0, 5)
          .map((fact) => (
            <button key={fact} type="button" className="link" onClick={() => actions.open(`fact/${fact}`)}>
              see the tie
            </button>
          ))}
        {sources.map((source) => (
          <a key={source} href={`#source-${source}`}>
            {source}
          </a>
        ))}
      </span>
    </li>
  );
}

const AFTERWARDS: Readonly<Record<WireDivestment['leaves'], string>> = {
  listed: 'listed',
  captured: 'captured',
  'cannot-exclude': 'cannot be excluded',
  circular: 'held in a circle and undecided',
  'not-captured': 'not captured on what is recorded',
};

function Divestments({ divestment }: { readonly divestment: readonly WireDivestment[] }) {
  return (
    <>
      <h4>Smallest sales that end it</h4>
      <ul className="change-questions">
        {divestment.map(({ text, leaves, points }) => (
          <li key={text}>
            {text}{' '}
            <span className="muted">
              {points} points in all; then {AFTERWARDS[leaves]}.
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
