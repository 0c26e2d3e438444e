import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assessCase } from '../../server/cli/assess.ts';
import { graph, LAW } from '../support/cases.ts';

const rowShape = z.object({
  party: z.string(),
  outcome: z.string(),
  lookThrough: z
    .object({
      owners: z.number(),
      held: z
        .object({ min: z.string(), max: z.string(), rounded: z.boolean(), shown: z.string() })
        .nullable(),
      reason: z.string(),
      text: z.string(),
    })
    .nullable(),
});

/** The row of a party under the affiliates rule on a day on which it is in force. */
function rowOf(lines: string, party: string) {
  const { json } = assessCase({
    facts: graph(lines),
    law: LAW,
    asOf: '2025-10-15',
    regime: 'bis-affiliates',
  });
  const { verdicts } = z.object({ verdicts: z.array(rowShape) }).parse(JSON.parse(json));
  const row = verdicts.find((each) => each.party === party);
  if (!row) throw new Error(`no row of ${party}`);
  return row;
}

describe('the look-through percentage beside the steps, in assess', () => {
  it.each([
    ['captured by the rule, a third by look-through', 'L* -60-> P; P -60-> S', 'captured', '36', '36'],
    [
      'not captured by the rule, nearly half by look-through',
      'L* -49-> P; P -100-> S',
      'not-captured',
      '49',
      '49',
    ],
    ['an unknown share', 'L* -50-> P; P -?-> S', 'cannot-exclude', '0', '50'],
    ['two chains', 'L* -50-> P; L -50-> Q; P -50-> S; Q -50-> S', 'captured', '50', '50'],
    ['a circle, exactly', 'L* -50-> S; S -50-> T; T -50-> S', 'captured', '200/3', '200/3'],
  ])('%s', (...[, lines, outcome, min, max]) => {
    const found = rowOf(lines, 'S');
    expect(found).toMatchObject({ outcome, lookThrough: { owners: 1, held: { min, max }, reason: '' } });
    expect(found.lookThrough?.text).toContain('Look-through, not the rule');
  });

  it('is null where nobody above is listed', () => {
    expect(rowOf('A -60-> S', 'S').lookThrough).toBeNull();
    expect(rowOf('L* -60-> S', 'L').lookThrough).toBeNull();
  });

  it('says why it is not worked out', () => {
    const wholly = rowOf('L* -?-> A; A -100-> S; S -100-> A', 'S').lookThrough;
    expect([wholly?.held, wholly?.text]).toEqual([
      null,
      `Look-through, not the rule: not worked out (${wholly?.reason}).`,
    ]);
    expect(wholly?.reason).not.toBe('');
  });
});
