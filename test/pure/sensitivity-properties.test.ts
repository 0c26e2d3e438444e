import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ChangeQuestion } from '../../server/analysis/sensitivity/question.ts';
import type { Outcome } from '../../server/analysis/verdict.ts';
import { answered, rangeOfSum, withSum } from '../support/answered-facts.ts';
import { anyCase, ask, type Case, isBound, nudged, outcomeOf, PARTIES } from '../support/made-up-register.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Outcomes after `yes` and after `no`, by the real analysis of the facts with the answers in them. */
function follows(
  { all, regime }: Case,
  party: string,
  { asks, when }: ChangeQuestion,
): { yes: Outcome[]; no: Outcome[] } {
  const after = (yes: boolean): Outcome[] => {
    const isTogether = (when === 'all') === yes;
    const each = isTogether
      ? [asks.reduce((facts, one) => answered(facts, regime, one, yes), all)]
      : asks.map((one) => answered(all, regime, one, yes));
    return each.map((facts) => outcomeOf(facts, regime, party));
  };
  return { yes: after(true), no: after(false) };
}

const GRAVITY: readonly Outcome[] = ['not-captured', 'circular', 'cannot-exclude', 'captured', 'listed'];
const gravest = (outcomes: readonly Outcome[]): Outcome | undefined =>
  [...outcomes].sort((a, b) => GRAVITY.indexOf(b) - GRAVITY.indexOf(a))[0];

describe('questions on made-up registers', () => {
  it('lead, once answered in the facts, to exactly the outcome that they promise', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, (each) => {
        for (const party of PARTIES) {
          const { outcome, questions } = ask(each.all, each.regime, party);
          expect(outcome).toBe(outcomeOf(each.all, each.regime, party));
          for (const question of questions) {
            const { yes, no } = follows(each, party, question);
            const what = [party, question.text];
            if (question.when === 'any') expect([...what, yes.every(isBound)]).toEqual([...what, true]);
            else expect([...what, gravest(yes)]).toEqual([...what, question.yes]);
            expect([...what, gravest(no)]).toEqual([...what, question.no]);
            expect(isBound(question.yes) || question.no === 'not-captured').toBe(true);
            seen += 1;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(150);
  });

  it('leave out no single share that decides, and turn at exactly the share that they name', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, ({ all, regime }) => {
        for (const party of PARTIES) {
          const { outcome, questions, complete } = ask(all, regime, party);
          if (outcome !== 'cannot-exclude' || !complete) continue;
          for (const row of all.holdings.filter(({ kind }) => kind !== 'branch')) {
            const pair = { owners: [row.owner], party: row.owned };
            const { min, max, minExclusive, maxExclusive } = rangeOfSum(all, pair);
            const exactly = (percent: string) => outcomeOf(withSum(all, pair, percent), regime, party);
            const own = questions.filter(
              ({ size, asks }) =>
                size === 1 &&
                asks[0]?.kind === 'share' &&
                asks[0].party === row.owned &&
                asks[0].owners[0] === row.owner,
            );
            const top = maxExclusive ? nudged(max, -1) : max;
            const bottom = minExclusive ? nudged(min, 1) : min;
            if (min !== max && isBound(exactly(top)))
              expect(own.filter(({ yes }) => isBound(yes)).map(({ size }) => size)).toEqual([1]);
            if (min !== max && exactly(bottom) === 'not-captured')
              expect(own.some(({ no }) => no === 'not-captured')).toBe(true);
            for (const { asks, yes, no } of own) {
              const limit = asks[0]?.percent ?? '';
              const [over, under] = asks[0]?.inclusive
                ? [limit, nudged(limit, -1)]
                : [nudged(limit, 1), limit];
              if (isBound(yes))
                expect([isBound(exactly(over)), isBound(exactly(under))]).toEqual([true, false]);
              if (no === 'not-captured')
                expect([exactly(over) === no, exactly(under) === no]).toEqual([false, true]);
              seen += 1;
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(40);
  });
});
