import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { InputError, InterlockError, NotFoundError, UnavailableError } from '../errors.ts';
import type { Problem } from '../wire/common.ts';

/** An error as RFC 9457 says it. Never a stack trace; what is unexpected is logged and named as such. */
function toProblem(error: unknown): Problem {
  if (!(error instanceof InterlockError)) {
    const detail = 'This is a mistake in Interlock; the server log has more.';
    return {
      type: 'about:blank',
      title: 'Something unexpected happened.',
      status: 500,
      code: 'unexpected',
      detail,
    };
  }
  const { message, status, code, fix } = error;
  const problem: Problem = {
    type: `https://interlock.invalid/problems/${code}`,
    title: message,
    status,
    code,
  };
  if (fix !== '') problem.detail = fix;
  if (error instanceof InputError) problem.problems = error.problems.map((each) => ({ ...each }));
  return problem;
}

/** The last handler: every error becomes a problem document. */
export function problemHandler(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = fromLibraries(error);
    if (!(known instanceof InterlockError))
      log(`${request.method} ${request.path}: ${error instanceof Error ? error.stack : String(error)}`);
    send(response, toProblem(known));
  };
}

/** What express and the driver throw, as ours. */
function fromLibraries(error: unknown): unknown {
  if (error instanceof InterlockError || !(error instanceof Error)) return error;
  if ('type' in error && error.type === 'entity.parse.failed') return notJson(error.message);
  if ('type' in error && error.type === 'entity.too.large') {
    return new InterlockError('The request is too large.', {
      status: 413,
      code: 'too-large',
      fix: 'Send less at once.',
    });
  }
  if (error instanceof URIError) {
    return new InterlockError('The address is not well formed.', {
      status: 400,
      code: 'bad-input',
      fix: 'Encode a percent sign in it as %25.',
    });
  }
  if ('code' in error && (error.code === 'ServiceUnavailable' || error.code === 'SessionExpired')) {
    return new UnavailableError('Neo4j does not answer at the moment.', 'Try again in a moment.', error);
  }
  return badRequest(error) ?? error;
}

/** Mistakes of the request that express names by a status: a file that is not there, a charset it does not know. */
function badRequest(error: Error): InterlockError | null {
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status < 400 || status >= 500) return null;
  if (status === 404) return new NotFoundError('There is no such file.', 'Load the page anew.');
  const fix = 'Correct the request.';
  return new InterlockError(`The request cannot be read: ${error.message}.`, {
    status,
    code: 'bad-input',
    fix,
  });
}

function notJson(message: string): InputError {
  return new InputError(
    [{ file: 'body', row: '', field: '', message, fix: 'Send JSON.' }],
    'The body is not JSON.',
  );
}

/** Answers paths and methods that do not exist. */
export const noSuchEndpoint: RequestHandler = (request) => {
  throw new NotFoundError(
    `There is no ${request.method} ${request.originalUrl.split('?')[0]}.`,
    'GET /api/v1/openapi.json lists what there is.',
  );
};

function send(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
