import { z } from 'zod';
import { InputError, NotFoundError } from '../../errors.ts';
import { readChanges, readLoaded } from '../../store/queries/loaded.ts';
import {
  changeSetShape,
  changeSummaryShape,
  changesReplyShape,
  editionsReplyShape,
} from '../../wire/editions.ts';
import { defineRoute, NO_BODY, NOTHING, type Route } from '../route.ts';

const DAY_MS = 86_400_000;

const edition = z.string().regex(/^[0-9a-f]{8,64}$/, 'must be 8 to 64 signs of a sha256');

/** What a load records of its base and editions, as far as it is told here. */
const recordedShape = z.object({
  base: z.object({ kind: z.string(), name: z.string().default('seed') }),
  editions: z.array(
    z.object({
      date: z.string(),
      file: z.string(),
      sha256: z.string(),
      files: z.array(z.object({ file: z.string() })).default([]),
      lists: z.array(z.object({ series: z.string(), rows: z.int() })),
      aside: z.int(),
    }),
  ),
});

/** Editions of lists, and what the last load changed. */
export const editionRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/editions',
    summary: 'The editions that are loaded, and how much the last load or rollback of one changed',
    params: NOTHING,
    query: NOTHING,
    body: NO_BODY,
    reply: editionsReplyShape,
    handle: async (_, { store }) => {
      const [loaded, changes] = await store().read((tx) => Promise.all([readLoaded(tx), readChanges(tx)]));
      if (!loaded) throw new NotFoundError('Nothing is loaded.', 'Run `interlock load`.');
      const { base, editions } = recordedIn(loaded.inputs, loaded.input);
      return {
        base: base.name,
        finishedAt: loaded.finishedAt,
        editions: editions
          .map(({ files, ...edition }) => ({
            ...edition,
            files: files.map(({ file }) => file),
            ageDays: Math.floor((Date.now() - Date.parse(edition.date)) / DAY_MS),
          }))
          .sort((a, b) => (a.date < b.date ? 1 : -1)),
        last: changes === '' ? null : changeSummaryShape.parse(JSON.parse(changes)),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/changes',
    summary:
      'What the last load or rollback changed, entry by entry, and whom that touches; or two editions compared',
    params: NOTHING,
    query: z.strictObject({
      before: edition.optional().describe('The former of two editions to compare: sha256, or its beginning'),
      after: edition.optional().describe('The later one'),
    }),
    body: NO_BODY,
    reply: changesReplyShape,
    handle: async ({ query: { before, after } }, { store, comparing }) => {
      if ((before === undefined) !== (after === undefined)) throw onlyOne();
      const [loaded, changes] = await store().read((tx) => Promise.all([readLoaded(tx), readChanges(tx)]));
      const run = loaded?.run ?? '';
      return {
        last: changes === '' ? null : changeSetShape.parse(JSON.parse(changes)),
        comparison: before === undefined || after === undefined ? null : await comparing(before, after, run),
      };
    },
  }),
];

function onlyOne(): InputError {
  const message = 'names one edition; a comparison takes two.';
  const fix = 'Give both before and after.';
  return new InputError([{ file: 'query', row: '', field: 'before, after', message, fix }]);
}

/** An older Interlock recorded only the name of what it loaded. */
function recordedIn(inputs: string, name: string): z.infer<typeof recordedShape> {
  if (inputs === '') return { base: { kind: 'cases', name }, editions: [] };
  return recordedShape.parse(JSON.parse(inputs));
}
