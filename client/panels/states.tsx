import { Alert, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ApiError } from '../api/fetch.ts';

/** While something is on its way: after a second also for how long, so that nobody takes it for dead. */
export function Loading({ what, doing = 'Loading' }: { readonly what: string; readonly doing?: string }) {
  const seconds = useSeconds();
  return (
    <div className="state" role="status">
      <Loader size="sm" type="dots" aria-hidden="true" />
      <span>{seconds > 0 ? `Still working on ${what} …` : `${doing} ${what} …`}</span>
      {seconds > 0 ? <span aria-hidden="true">{seconds} s</span> : null}
    </div>
  );
}

/** Whole seconds since this was first shown. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/** What went wrong, and what to do about it. */
export function Failure({ error }: { readonly error: Error }) {
  const detail = error instanceof ApiError ? error.problem.detail : undefined;
  return (
    <Alert color="red" variant="light" title={error.message} role="alert" className="failure">
      {detail}
      {error instanceof ApiError
        ? error.problem.problems?.map(({ field, message, fix }) => (
            <p key={`${field} ${message}`}>
              {field === '' ? '' : `${field}: `}
              {message} {fix}
            </p>
          ))
        : null}
    </Alert>
  );
}
