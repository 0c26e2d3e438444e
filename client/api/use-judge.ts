import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type JudgedReply, judgedReplyShape, type Said } from '../../server/wire/judging.ts';
import { post } from './fetch.ts';

interface State {
  /** Said and not yet seen in what is loaded, the one being saved first. */
  readonly pending: readonly Said[];
  /** What the last one changed. */
  readonly last: JudgedReply | null;
  readonly failed: { readonly said: Said; readonly error: Error } | null;
  /** What was said here and not taken back, the last one last. */
  readonly mine: readonly Said[];
}

export interface Judge extends Omit<State, 'mine'> {
  readonly say: (said: Said) => void;
  /** Takes back what was said last on this page; does nothing where nothing was. */
  readonly undoLast: () => void;
  readonly canUndo: boolean;
}

const NOTHING: State = { pending: [], last: null, failed: null, mine: [] };

/** The same for both orders of two ids. */
export function pairKey({ a, b }: { readonly a: string; readonly b: string }): string {
  return JSON.stringify([a, b].sort());
}

/**
 * Judgements one after the other: each makes what is loaded be concluded anew, which takes seconds, and the person goes
 * on to the next pair meanwhile. When the last is saved all that is shown is asked for again. Closing the page while
 * some wait is warned of.
 */
export function useJudge(): Judge {
  const client = useQueryClient();
  const [state, setState] = useState(NOTHING);
  const chain = useRef(Promise.resolve());
  const waiting = useRef(0);
  useLeaveWarning(state.pending.length > 0);
  const drop = (gone: (each: Said) => boolean): void =>
    setState((now) => ({ ...now, pending: now.pending.filter((each) => !gone(each)) }));
  const settle = async (): Promise<void> => {
    waiting.current -= 1;
    if (waiting.current > 0) return;
    await client.invalidateQueries();
    if (waiting.current === 0) drop(() => true);
  };
  const say = (said: Said): void => {
    const failed = (error: Error): void => {
      const others = (mine: readonly Said[]): Said[] => mine.filter((each) => each !== said);
      setState((now) => ({ ...now, last: null, failed: { said, error }, mine: others(now.mine) }));
      drop((each) => each === said);
    };
    waiting.current += 1;
    setState((now) => ({
      ...{ ...now, failed: null, pending: [...now.pending, said] },
      mine: [
        ...now.mine.filter((each) => pairKey(each) !== pairKey(said)),
        ...(said.verdict === 'undo' ? [] : [said]),
      ],
    }));
    chain.current = chain.current
      .then(() => send(said))
      .then((last) => setState((now) => ({ ...now, last })), failed)
      .then(settle);
  };
  const latest = state.mine.at(-1);
  const undoLast = (): void => {
    if (latest !== undefined) say({ a: latest.a, b: latest.b, verdict: 'undo' });
  };
  return { ...state, say, undoLast, canUndo: latest !== undefined };
}

function send({ verdict, ...said }: Said): Promise<JudgedReply> {
  const shape = judgedReplyShape;
  if (verdict !== 'undo') return post('/judgements', { body: { ...said, verdict }, shape });
  return post('/judgements/undo', { body: { a: said.a, b: said.b }, shape });
}

/** The browser asks before the page is closed. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
