import { UnavailableError } from '../errors.ts';
import type { Progress } from '../store/write-rows.ts';
import { EXIT, say } from './terminal.ts';

/** Aborts when the process is asked to stop. Asked a second time it ends at once; Neo4j then ends by itself. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(EXIT.error);
      say('Stopping ...');
      controller.abort();
    });
  }
  return controller.signal;
}

/** What a load says that was stopped while its transaction was open, or before: Neo4j takes all of it back. */
export function stopped(): UnavailableError {
  return new UnavailableError(
    'Stopped; nothing was changed: what was loaded before is as it was.',
    'Give the same command again to load it.',
  );
}

/**
 * Progress that ends the work between two steps once it was asked to stop. After the last step it is too late: all is
 * done then, and said.
 *
 * @throws UnavailableError out of the progress
 */
export function heeding(stop: AbortSignal, progress: Progress): Progress {
  return (step, done, total) => {
    if (stop.aborted) throw stopped();
    progress(step, done, total);
  };
}
