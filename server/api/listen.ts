import { createServer, type RequestListener, type Server } from 'node:http';
import { SetupError } from '../errors.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

/**
 * Listens, and resolves when it does.
 *
 * @throws SetupError when the port is in use or may not be used
 */
export function listen(listener: RequestListener, { host, port }: ListenOptions): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function explain(error: Error, port: number): SetupError {
  const code = 'code' in error ? error.code : '';
  const fix = 'Stop what uses it, or name another with --port (0 for any).';
  if (code === 'EADDRINUSE') return new SetupError(`Port ${port} is in use.`, fix, error);
  if (code === 'EACCES') return new SetupError(`Port ${port} may not be used by you.`, fix, error);
  return new SetupError(`The server cannot listen: ${error.message}`, fix, error);
}

/** Stops taking requests, ends idle connections, and resolves when the running ones are answered. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
