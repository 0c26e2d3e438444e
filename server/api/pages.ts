import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import helmet from 'helmet';
import { ROOT } from '../root.ts';

/** Where `npm run build` puts the client. */
const CLIENT = join(ROOT, 'dist', 'client');
/** Stands in the built page where each answer puts a nonce of its own. */
const NONCE = '__NONCE__';

/**
 * Headers of every answer. Scripts, fonts and data come from this server only; styles also from elements that carry
 * the page's nonce. Nothing is framed, nothing is sent elsewhere.
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  const nonce = randomBytes(16).toString('base64');
  response.locals.nonce = nonce;
  const styles = request.path.startsWith('/api/docs')
    ? ["'self'", "'unsafe-inline'"]
    : ["'self'", `'nonce-${nonce}'`];
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: styles,
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })(request, response, next);
};

/** The client: its files as they are, and its page for every other path, so that each view has an address. */
export function clientPages(): Router {
  const router = Router();
  const index = join(CLIENT, 'index.html');
  const page = existsSync(index) ? readFileSync(index, 'utf8') : NOT_BUILT;
  router.use(
    '/assets',
    express.static(join(CLIENT, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(CLIENT, { index: false }));
  router.get('/*path', (_, response) => sendPage(response, page));
  router.get('/', (_, response) => sendPage(response, page));
  return router;
}

const NOT_BUILT =
  '<!doctype html><title>Interlock</title><p>The client is not built. Run <code>npm run build</code>.</p>';

function sendPage(response: Response, page: string): void {
  const nonce: unknown = response.locals.nonce;
  response
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(page.replaceAll(NONCE, String(nonce)));
}

/** The OpenAPI document to browse, without a network: Swagger UI from its package. */
export function apiDocs(): Router {
  const router = Router();
  const ui = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/', (_, response) => void response.type('html').send(DOCS_PAGE));
  router.get('/start.js', (_, response) => void response.type('text/javascript').send(DOCS_SCRIPT));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    router.get(`/${file}`, (_, response) => response.sendFile(file, { root: ui }));
  return router;
}

const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Interlock API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="ui"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;

const DOCS_SCRIPT = `window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });
`;
