import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problemShape } from '../wire/common.ts';
import { healthShape } from '../wire/overview.ts';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 document, made from the shapes that check requests and replies. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  const registry = new OpenAPIRegistry();
  for (const route of routes) registry.registerPath(pathOf(route));
  for (const path of ['/health', '/ready']) registry.registerPath(healthPath(path));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Interlock',
      version,
      description:
        'Ownership and facility graph for export-control due diligence. Shows rules, facts and arithmetic; never legal advice. Shares are percent, dates YYYY-MM-DD with `from` inclusive and `to` exclusive.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  });
}

type PathConfig = Parameters<OpenAPIRegistry['registerPath']>[0];

function pathOf({ method, path, summary, shapes }: Route): PathConfig {
  const { params, query, body, reply } = shapes;
  return {
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    summary,
    operationId: `${method}${path.replace(/[:/-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    request: {
      ...(params instanceof z.ZodObject ? { params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(method === 'post'
        ? { body: { content: { 'application/json': { schema: body } }, required: true } }
        : {}),
    },
    responses: {
      200: { description: 'The answer', content: { 'application/json': { schema: reply } } },
      default: { description: 'An error', content: { 'application/problem+json': { schema: problemShape } } },
    },
  };
}

function healthPath(path: string): PathConfig {
  return {
    method: 'get',
    path,
    operationId: `get${path.charAt(1).toUpperCase()}${path.slice(2)}`,
    summary:
      path === '/health' ? 'Does the server run?' : 'Can it answer, with Neo4j there and facts loaded?',
    responses: {
      200: { description: 'Yes', content: { 'application/json': { schema: healthShape } } },
      503: { description: 'Not now', content: { 'application/json': { schema: healthShape } } },
    },
  };
}
