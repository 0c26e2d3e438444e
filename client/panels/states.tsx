import { Alert, Loader } from '@mantine/core';
import { ApiError } from '../api/fetch.ts';

/** While something is on its way. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="state" role="status">
      <Loader size="sm" type="dots" aria-hidden="true" />
      <span>Loading {what} …</span>
    </div>
  );
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
