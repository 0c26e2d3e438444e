import { z } from 'zod';
import { NotFoundError } from '../../errors.ts';
import { complexesReplyShape, complexReplyShape, grade, partyComplexesShape } from '../../wire/complexes.ts';
import {
  type ComplexIndex,
  complexIndex,
  membershipsOf,
  membersOn,
  memberView,
  summaryOf,
} from '../complex-view.ts';
import type { Deps } from '../deps.ts';
import { asOf, defineRoute, ID, limit, NO_BODY, NOTHING, offset, type Route } from '../route.ts';

/** Complexes such as Huawei's: graded membership with every path. */
export const complexRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/complexes',
    summary: 'The complexes, with how many are tied to each on a day, by grade',
    params: NOTHING,
    query: z.strictObject({ asOf }),
    body: NO_BODY,
    reply: complexesReplyShape,
    handle: async ({ query }, deps) => {
      const index = await indexOf(deps);
      const complexes = index.complexes.map((complex) => summaryOf(index, complex, query.asOf));
      return { asOf: query.asOf, grades: gradesOf(deps), complexes };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/complexes/:id',
    summary: 'Who is tied to a complex on a day: strongest first, each with all paths of that day',
    params: ID,
    query: z.strictObject({
      asOf,
      grade: grade.optional().describe('Only this grade'),
      unlisted: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true')
        .describe('Only parties that stand on no list that restricts, on that day'),
      offset,
      limit: limit(100, 1_000),
    }),
    body: NO_BODY,
    reply: complexReplyShape,
    handle: async ({ params, query }, deps) => {
      const index = await indexOf(deps);
      const complex = index.complexes.find(({ id }) => id === params.id);
      if (!complex)
        throw new NotFoundError(
          `There is no complex "${params.id}".`,
          'GET /api/v1/complexes names them all.',
        );
      const fitting = membersOn(index, complex, query.asOf).filter(
        ({ period, isListed }) =>
          (query.grade === undefined || period.grade === query.grade) && !(query.unlisted && isListed),
      );
      return {
        asOf: query.asOf,
        complex: summaryOf(index, complex, query.asOf),
        grades: gradesOf(deps),
        total: fitting.length,
        members: fitting
          .slice(query.offset, query.offset + query.limit)
          .map((member) => memberView(index, member, query.asOf)),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/parties/:id/complexes',
    summary: 'What one party is to each complex on a day: grade, periods and every path',
    params: ID,
    query: z.strictObject({ asOf }),
    body: NO_BODY,
    reply: partyComplexesShape,
    handle: async ({ params, query }, deps) => {
      const index = await indexOf(deps);
      if (!index.parties.has(params.id))
        throw new NotFoundError(
          `There is no party "${params.id}".`,
          'Search for it by name; ids are those of the facts loaded.',
        );
      const complexes = membershipsOf(index, params.id, query.asOf);
      return { asOf: query.asOf, party: params.id, grades: gradesOf(deps), complexes };
    },
  }),
];

async function indexOf({ store, model, law }: Deps): Promise<ComplexIndex> {
  return complexIndex(await model.facts(store()), law.regulation);
}

function gradesOf({ law }: Deps) {
  return law.regulation.complexes.grades;
}
