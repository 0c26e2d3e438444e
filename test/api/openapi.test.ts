import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../server/api/endpoints.ts';
import { appOver } from '../support/api.ts';

const described = z.string().min(5);
const content = z.record(z.string(), z.object({ schema: z.looseObject({}) }));

const operationShape = z.looseObject({
  operationId: z.string().regex(/^[a-zA-Z]+$/),
  summary: described,
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        schema: z.looseObject({}),
        description: described,
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(2), content })),
});

/** What of OpenAPI 3.1 the document must have; a field without a description does not fit. */
const documentShape = z.looseObject({
  openapi: z.string().regex(/^3\.1\./),
  info: z.looseObject({ title: z.literal('Interlock'), version: z.string(), description: described }),
  servers: z.array(z.object({ url: z.literal('/api/v1') })).length(1),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
});

let document: z.infer<typeof documentShape>;
let text: string;
beforeAll(async () => {
  // Without a store: the document does not wait for Neo4j.
  const response = await request(appOver(null).app).get('/api/v1/openapi.json').expect(200);
  text = response.text;
  document = documentShape.parse(response.body);
});

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

describe('the OpenAPI document', () => {
  it('lists every route, health and readiness, and nothing else', () => {
    const listed = operations().map(({ path, method }) => `${method} ${path}`);
    const routes = ROUTES.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(listed.sort()).toEqual([...routes, 'get /health', 'get /ready'].sort());
  });

  it('names each operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that it does not hold, and holds nothing that is not referred to', () => {
    const references = new Set([...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, to = '']) => to));
    const held = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect([...references].sort()).toEqual(held.sort());
    expect(held.length).toBeGreaterThan(20);
  });

  it('gives each part of a path as a required parameter', () => {
    for (const { path, operation } of operations()) {
      const inPath = operation.parameters.filter((each) => each.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.map(({ required }) => required)).not.toContain(false);
    }
  });

  it('knows the parameters that each route checks, and which of them must be there', () => {
    for (const { method, path, shapes } of ROUTES) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
      const inQuery = operation?.parameters.filter((each) => each.in === 'query') ?? [];
      const without = shapes.query.safeParse({});
      const missing = without.error?.issues.map((issue) => issue.path.join('.')) ?? [];
      expect(inQuery.filter(({ required }) => required).map(({ name }) => name)).toEqual(missing);
      const given = shapes.query.safeParse(Object.fromEntries(inQuery.map(({ name }) => [name, []])));
      expect(given.error?.issues.filter(({ code }) => code === 'unrecognized_keys') ?? []).toEqual([]);
    }
  });

  it('does not freeze today as the default of the day', () => {
    const days = operations().flatMap(({ operation }) =>
      operation.parameters.filter(({ name }) => name === 'asOf'),
    );
    expect(days.length).toBeGreaterThan(5);
    for (const { schema, required } of days) {
      expect(required).toBe(false);
      expect(schema).toMatchObject({ type: 'string', format: 'date' });
      expect(schema).not.toHaveProperty('default');
    }
  });

  it('says of each route that it answers JSON, and a problem document otherwise', () => {
    for (const { operation, path, method } of operations()) {
      expect([path, operation.requestBody !== undefined]).toEqual([path, method === 'post']);
      if (['/health', '/ready'].includes(path)) continue;
      expect(Object.keys(operation.responses['200']?.content ?? {})).toEqual(['application/json']);
      expect(operation.responses['default']?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
    }
  });
});

describe('the schema of a case file', () => {
  it('is served as a JSON Schema with every key of a case', async () => {
    const { body } = await request(appOver(null).app).get('/api/v1/case-file.schema.json').expect(200);
    expect(body.$schema).toContain('json-schema.org');
    expect(Object.keys(body.properties)).toEqual(
      expect.arrayContaining(['parties', 'listings', 'holdings', 'facilities', 'physicalLinks', 'sources']),
    );
  });
});
