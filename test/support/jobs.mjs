/** A thread whose jobs misbehave, each in its own way; for the tests of threads. */
import { InputError, NotFoundError } from '../../dist/server/errors.js';
import { serveJobs } from '../../dist/server/workers/serve-jobs.js';

serveJobs({
  echo: { run: (input) => input },
  spin: {
    run: () => {
      for (;;);
    },
  },
  wait: {
    run: (_, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new NotFoundError('told to end')));
      }),
  },
  exit: { run: () => process.exit(7) },
  eat: {
    run: () => {
      const all = [];
      for (;;) all.push(new Array(10_000).fill({}));
    },
  },
  throw: { run: () => JSON.parse('{') },
  refuse: {
    run: () => {
      throw new InputError([{ file: 'f', row: 'r', field: 'x', message: 'm', fix: 'do' }], 'not so');
    },
  },
});
