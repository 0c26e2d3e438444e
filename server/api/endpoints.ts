import { complexRoutes } from './endpoints/complexes.ts';
import { controlRoutes } from './endpoints/control.ts';
import { cypherRoutes } from './endpoints/cypher.ts';
import { editionRoutes } from './endpoints/editions.ts';
import { facilityRoutes } from './endpoints/facilities.ts';
import { findingRoutes } from './endpoints/findings.ts';
import { graphRoutes } from './endpoints/graph.ts';
import { judgingRoutes } from './endpoints/judging.ts';
import { knownRoutes } from './endpoints/known.ts';
import { lookThroughRoutes } from './endpoints/look-through.ts';
import { overviewRoutes } from './endpoints/overview.ts';
import { sensitivityRoutes } from './endpoints/sensitivity.ts';
import { thingRoutes } from './endpoints/things.ts';
import type { Route } from './route.ts';

/** Every endpoint below `/api/v1`, in the order in which the OpenAPI document lists them. */
export const ROUTES: readonly Route[] = [
  ...overviewRoutes,
  ...editionRoutes,
  ...thingRoutes,
  ...facilityRoutes,
  ...sensitivityRoutes,
  ...controlRoutes,
  ...lookThroughRoutes,
  ...knownRoutes,
  ...findingRoutes,
  ...graphRoutes,
  ...complexRoutes,
  ...cypherRoutes,
  ...judgingRoutes,
];
