import { useState } from 'react';
import type { CandidatesReply } from '../../server/wire/judging.ts';
import { useCandidates, useJudgements } from '../api/judging-queries.ts';
import { type Judge, pairKey, useJudge } from '../api/use-judge.ts';
import { type Choice, JudgePair } from '../panels/judge-pair.tsx';
import { JudgeQueue, keyOf } from '../panels/judge-queue.tsx';
import { JudgeStatus } from '../panels/judge-status.tsx';
import { Judgements } from '../panels/judgements.tsx';
import { Failure, Loading } from '../panels/states.tsx';
import { useJudgeName } from '../state/judge-name.ts';
import { useKeys } from '../state/keyboard.ts';

/** Which ids are one party: what waits for a person, side by side, and what persons said. */
export default function JudgePage() {
  const [words, setWords] = useState('');
  const judge = useJudge();
  const { data, error } = useCandidates(words.trim());
  const said = useJudgements();
  const failed = error ?? said.error;
  if (failed) return <Failure error={failed} />;
  if (!data || !said.data) return <Loading what="the pairs that wait" />;
  return (
    <div className="page judge-page">
      <h1>Same party?</h1>
      <p className="judge-how">
        Pairs of ids that may be one party, where no identifier and no exact name and country decides. What
        you say takes effect at once: all verdicts are concluded anew, which takes seconds, with large lists
        up to a minute; go on meanwhile. It is kept in <code>judgements.json</code> of the data folder and
        holds for every later load. Nothing is merged for good: Undo gives exactly what was before.
      </p>
      <JudgeStatus judge={judge} />
      <Waiting reply={data} judge={judge} words={words} onWords={setWords} />
      <Judgements judgements={said.data.judgements} judge={judge} />
    </div>
  );
}

interface WaitingProps {
  readonly reply: CandidatesReply;
  readonly judge: Judge;
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** The queue and the pair at hand. Pairs that were just judged are gone from it already. */
function Waiting({ reply: { candidates, total, found }, judge, words, onWords }: WaitingProps) {
  const [later, setLater] = useState<readonly string[]>([]);
  const [at, setAt] = useState('');
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [by, setBy] = useJudgeName();
  const gone = new Set(judge.pending.filter(({ verdict }) => verdict !== 'undo').map(pairKey));
  const shown = candidates.filter((pair) => !gone.has(keyOf(pair)));
  const isLater = (key: string): boolean => later.includes(key);
  const left = [false, true].flatMap((last) => shown.filter((pair) => isLater(keyOf(pair)) === last));
  const place = Math.max(
    0,
    left.findIndex((pair) => keyOf(pair) === at),
  );
  const go = (to: number): void => {
    const pair = left[(to + left.length) % left.length];
    if (pair !== undefined) setAt(keyOf(pair));
  };
  useKeys({ j: () => go(place + 1), k: () => go(place - 1), z: judge.undoLast });
  if (total - gone.size <= 0) return <NothingWaits />;
  const pair = left[place];
  const count = left.length + found - candidates.length;
  const choose = (choice: Choice): void => {
    if (pair === undefined) return;
    const key = keyOf(pair);
    // The next one takes its place; after the last comes the first.
    go(place + 1);
    const why = notes[key]?.trim() || undefined;
    if (choice === 'later') setLater((before) => [...before.filter((each) => each !== key), key]);
    else judge.say({ a: pair.a.id, b: pair.b.id, verdict: choice, why, by: by.trim() || undefined });
  };
  return (
    <div className="judge-columns">
      <JudgeQueue {...{ pairs: left, at: place, count, words, onWords, isLater }} onOpen={setAt} />
      {pair === undefined ? (
        <p>No pair that waits has these words. The whole queue has {total - gone.size}.</p>
      ) : (
        <JudgePair
          {...{ pair, by, onBy: setBy, onChoice: choose }}
          place={`Pair ${place + 1} of ${count}`}
          note={notes[keyOf(pair)] ?? ''}
          onNote={(note) => setNotes((before) => ({ ...before, [keyOf(pair)]: note }))}
        />
      )}
    </div>
  );
}

function NothingWaits() {
  return (
    <section className="judge-empty">
      <h2>No pair waits</h2>
      <p>
        Of what is loaded no two ids share a name or an alias without being one party already, or being
        judged. That excludes nothing: two spellings that share no name are never found so. Pairs come with
        the next list: <code>npx interlock load FILE</code>. Any two ids can be judged on the command line:{' '}
        <code>npx interlock judge same A B --why "..."</code>.
      </p>
    </section>
  );
}
