import { Button } from '@mantine/core';
import type { JudgedReply } from '../../server/wire/judging.ts';
import type { Judge } from '../api/use-judge.ts';
import { OUTCOME_WORDS } from '../words.ts';
import { touchedInWords, VERDICT_WORDS } from './judge-words.ts';
import { Failure, Loading } from './states.tsx';
import { useRegimeTitle } from './titles.ts';

/** Whether what was said is saved yet, what the last judgement changed, and what could not be saved. */
export function JudgeStatus({
  judge: { pending, last, failed, undoLast, canUndo },
}: {
  readonly judge: Judge;
}) {
  const waiting = pending.length;
  return (
    <div className="judge-status">
      {waiting > 0 ? (
        <Loading
          key={waiting}
          doing="Saving"
          what={waiting === 1 ? 'one judgement' : `${waiting} judgements`}
        />
      ) : null}
      {failed === null ? null : (
        <>
          <p>
            {VERDICT_WORDS[failed.said.verdict]} was not saved of {failed.said.a} and {failed.said.b}:
          </p>
          <Failure error={failed.error} />
        </>
      )}
      <div role="status">{last === null ? null : <Last last={last} />}</div>
      {canUndo ? (
        <Button size="compact-sm" variant="default" onClick={undoLast}>
          Undo my last judgement
          <kbd className="key judge-key">Z</kbd>
        </Button>
      ) : null}
    </div>
  );
}

function Last({ last: { verdict, touched } }: { readonly last: JudgedReply }) {
  const titleOf = useRegimeTitle();
  const { verdicts, stricter, lessStrict } = touched;
  const more = stricter + lessStrict - verdicts.length;
  return (
    <>
      <p>
        <strong>Saved: {VERDICT_WORDS[verdict].toLowerCase()}.</strong> {touchedInWords(touched)}
      </p>
      {verdicts.length === 0 ? null : (
        <details>
          <summary>Whose verdicts</summary>
          <ul>
            {verdicts.map(({ party, name, regime, before, after, isStricter, from }) => (
              <li key={`${party} ${regime} ${from}`}>
                {name}: {OUTCOME_WORDS[before]} → {OUTCOME_WORDS[after]} under {titleOf(regime)} (
                {isStricter ? 'stricter' : 'less strict'})
              </li>
            ))}
            {more > 0 ? <li>and {more} more</li> : null}
          </ul>
        </details>
      )}
    </>
  );
}
