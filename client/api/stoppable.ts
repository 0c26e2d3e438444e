import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

/** Work on the server that a person starts and may stop. */
export interface Stoppable<T> {
  readonly start: () => void;
  /** Takes the request back: the server then ends its work. */
  readonly stop: () => void;
  readonly isRunning: boolean;
  readonly isStopped: boolean;
  readonly data: T | undefined;
  readonly error: Error | null;
}

/** Starting it again, or leaving the page, stops what still runs. */
export function useStoppable<T>(ask: (signal: AbortSignal) => Promise<T>): Stoppable<T> {
  const current = useRef<AbortController | null>(null);
  const [isStopped, setStopped] = useState(false);
  const { mutate, data, error, isPending } = useMutation<T>({
    mutationFn: () => {
      current.current?.abort();
      current.current = new AbortController();
      return ask(current.current.signal);
    },
  });
  useEffect(() => () => current.current?.abort(), []);
  return {
    start: () => {
      setStopped(false);
      mutate();
    },
    stop: () => {
      setStopped(true);
      current.current?.abort();
    },
    isRunning: isPending && !isStopped,
    isStopped,
    data,
    error: isStopped ? null : error,
  };
}
