import { z } from 'zod';
import { assessCase } from '../../server/cli/assess.ts';
import { graph, LAW } from './cases.ts';

/** Cases put to `interlock assess`, for tests of regimes. */

const rowShape = z.object({
  party: z.string(),
  regime: z.string(),
  outcome: z.string(),
  inForce: z.boolean(),
  exempt: z.boolean().optional(),
  held: z.string(),
  notes: z.array(z.string()),
  mostRestrictive: z.object({ party: z.string(), allFootnotes: z.array(z.string()) }).nullable(),
});
const answerShape = z.object({
  regimes: z.array(z.object({ inForce: z.boolean(), confirmed: z.boolean(), note: z.string() })),
  verdicts: z.array(rowShape),
  dataFindings: z.array(z.object({ kind: z.string(), party: z.string(), text: z.string() })),
});

export interface Asked {
  readonly regime: string;
  readonly day?: string;
  readonly list?: string;
  readonly more?: object;
}

/** The answer of `interlock assess` for holdings as `graph` draws them. */
export function answer(lines: string, { regime, day = '2025-10-15', list, more = {} }: Asked) {
  const { json } = assessCase({ facts: graph(lines, more, list), law: LAW, asOf: day, regime });
  return answerShape.parse(JSON.parse(json));
}

/** The row of party S in it. */
export function rowOf(lines: string, asked: Asked) {
  const row = answer(lines, asked).verdicts.find(({ party }) => party === 'S');
  if (!row) throw new Error('There is no row of S');
  return row;
}

export const home = (id: string, jurisdiction: string) => ({ id, jurisdiction });
export const listing = (party: string, list: string, more: object = {}) => ({ party, list, ...more });
