import { z } from 'zod';
import { InputError } from '../../errors.ts';
import {
  type AskedPair,
  candidatesReplyShape,
  judgedReplyShape,
  judgementsReplyShape,
} from '../../wire/judging.ts';
import type { Deps } from '../deps.ts';
import { defineRoute, limit, NO_BODY, NOTHING, offset, type Route } from '../route.ts';

/** One line of text: it goes into a file that people read and compare. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'must be one line');
const pair = {
  a: line(500).describe('Id of a party, as its source has it'),
  b: line(500).describe('Id of another'),
};

/** One party or two? What waits for a person, and what persons said. */
export const judgingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/candidates',
    summary: 'Pairs of ids that may be one party, side by side, with what speaks for it and against',
    params: NOTHING,
    query: z.strictObject({
      q: z.string().max(200).default('').describe('Words of a name, an id, an identifier or a list'),
      offset,
      limit: limit(50, 500),
    }),
    body: NO_BODY,
    reply: candidatesReplyShape,
    handle: async ({ query }, { judging, store }) => {
      const { candidates } = await judging.queue(store());
      const found = candidates.filter(fits(query.q));
      const shown = found.slice(query.offset, query.offset + query.limit);
      return { total: candidates.length, found: found.length, candidates: shown };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/judgements',
    summary: 'What persons said of two ids: one party, or two; by whom, when and why',
    params: NOTHING,
    query: NOTHING,
    body: NO_BODY,
    reply: judgementsReplyShape,
    handle: async (_, { judging, store }) => {
      const { judgements } = await judging.queue(store());
      return { judgements };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/judgements',
    summary: 'Says that two ids are one party, or two; what is loaded follows before the answer',
    params: NOTHING,
    query: NOTHING,
    body: z.strictObject({
      ...pair,
      verdict: z.enum(['same', 'different']),
      why: line(2_000).optional().describe('What it rests on; the evidence of the queue when left out'),
      by: line(200).optional().describe('Who says so; the user who runs the server when left out'),
    }),
    reply: judgedReplyShape,
    handle: async ({ body }, deps) =>
      deps.judging.judge({ ...body, why: body.why ?? (await evidenceFor(body, deps)) }),
  }),
  defineRoute({
    method: 'post',
    path: '/judgements/undo',
    summary: 'Takes back what was said of two ids; what is loaded is exactly as it was without it',
    params: NOTHING,
    query: NOTHING,
    body: z.strictObject(pair),
    reply: judgedReplyShape,
    handle: ({ body }, { judging }) => judging.judge({ ...body, verdict: 'undo' }),
  }),
];

/** Every word somewhere in the pair, in any case. */
function fits(words: string): (pair: AskedPair) => boolean {
  const wanted = words.toLowerCase().split(/\s+/);
  return (each) => {
    const text = JSON.stringify(each).toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}

/**
 * What one saw who judged without a note: the evidence of the queue, or what was said of the pair before, in the time
 * since the page was opened.
 *
 * @throws InputError when the queue has no such pair: nothing says then what the judgement rests on
 */
async function evidenceFor(asked: Pair, { judging, store }: Deps): Promise<string> {
  const { candidates, judgements } = await judging.queue(store());
  const found = candidates.find(({ a, b }) => keyOf({ a: a.id, b: b.id }) === keyOf(asked));
  const before = judgements.find((each) => keyOf(each) === keyOf(asked));
  if (before !== undefined) return before.why;
  if (found !== undefined) {
    const against = found.against === '' ? '' : `; against it: ${found.against}`;
    return `No note; shown for it: ${found.evidence.join('; ')}${against}`;
  }
  const message = 'is missing, and the queue has nothing to say of this pair.';
  const fix = 'Say in a few words what it rests on.';
  throw new InputError([{ file: 'body', row: '', field: 'why', message, fix }]);
}

interface Pair {
  readonly a: string;
  readonly b: string;
}

const keyOf = ({ a, b }: Pair): string => JSON.stringify([a, b].sort());
