import compression from 'compression';
import express, { type Express, type RequestHandler, type Response } from 'express';
import { caseFileJsonSchema } from '../readers/case-shape.ts';
import { readLoaded } from '../store/queries/loaded.ts';
import type { Health } from '../wire/overview.ts';
import type { Deps } from './deps.ts';
import { ROUTES } from './endpoints.ts';
import { guard } from './guard.ts';
import { openApiDocument } from './openapi.ts';
import { apiDocs, clientPages, securityHeaders } from './pages.ts';
import { noSuchEndpoint, problemHandler } from './problems.ts';
import type { Route } from './route.ts';

export interface AppOptions {
  readonly deps: Deps;
  readonly allowedHosts: readonly string[];
  readonly log: (line: string) => void;
}

/** The web application. Opens nothing, listens nowhere. */
export function createApp({ deps, allowedHosts, log }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders, guard(allowedHosts), compression(), express.json({ limit: '256kb' }));
  app.use('/api/v1', apiRouter(deps), noSuchEndpoint);
  app.use('/api/docs', apiDocs());
  app.use('/api', noSuchEndpoint);
  app.use(clientPages(), noSuchEndpoint);
  app.use(problemHandler(log));
  return app;
}

function apiRouter(deps: Deps): express.Router {
  const router = express.Router();
  router.use((_, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  const document = openApiDocument(ROUTES, deps.version);
  const schema = caseFileJsonSchema();
  router.get('/openapi.json', (_, response) => void response.json(document));
  router.get('/case-file.schema.json', (_, response) => void response.json(schema));
  router.get('/health', (_, response) => void response.json(health('ok', deps, '')));
  router.get('/ready', readiness(deps));
  for (const route of ROUTES) router[route.method](route.path, handler(route, deps));
  return router;
}

function handler(route: Route, deps: Deps): RequestHandler {
  return async ({ params, query, body }, response) => {
    const signal = untilGone(response);
    response.json(await route.answer({ params, query, body, signal }, deps));
  };
}

/** Aborted when the connection closes before the answer is sent. */
function untilGone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) controller.abort();
  });
  return controller.signal;
}

function readiness(deps: Deps): RequestHandler {
  return async (_, response) => {
    try {
      const loaded = await deps.store().read(readLoaded);
      if (loaded) response.json(health('ok', deps, `${loaded.input}, loaded ${loaded.finishedAt}`));
      else response.status(503).json(health('starting', deps, 'Nothing is loaded yet.'));
    } catch (error) {
      response
        .status(503)
        .json(health('unavailable', deps, error instanceof Error ? error.message : String(error)));
    }
  };
}

function health(status: Health['status'], { version }: Deps, detail: string): Health {
  return { status, version, detail };
}
