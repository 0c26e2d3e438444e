import { describe, expect, it } from 'vitest';
import { assessCase } from '../../server/cli/assess.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { assess } from '../../server/pipeline.ts';
import { facts, graph, LAW, outcomes } from '../support/cases.ts';

const IN_FORCE = '2025-10-15';

function dataFindings(all: Facts): string[] {
  return assess(all, LAW).conclusions.dataFindings.map(({ kind, party }) => `${kind} ${party}`);
}

const LISTED = { party: 'L', list: 'bis-entity-list' };

/** Rows about the one holding of L in S. */
function holdings(...rows: object[]): Facts {
  return facts({
    parties: [
      { id: 'L', jurisdiction: 'CN' },
      { id: 'S', jurisdiction: 'SG' },
    ],
    listings: [LISTED],
    holdings: rows.map((row) => ({ owner: 'L', owned: 'S', ...row })),
  });
}

describe('the same holding twice', () => {
  it.each([
    ['the same share', [{ share: 60 }, { share: 60 }], 'captured', []],
    ['two shares, both enough', [{ share: 60 }, { share: 70 }], 'captured', ['conflicting-shares S']],
    ['one share enough, one not', [{ share: 60 }, { share: 40 }], 'cannot-exclude', ['conflicting-shares S']],
    ['two that add up to enough', [{ share: 30 }, { share: 30 }], 'not-captured', []],
    ['49 and a rumour of 60', [{ share: 49 }, { share: 60, confidence: 'reported' }], 'cannot-exclude', []],
    ['60 and a rumour of 40', [{ share: 60 }, { share: 40, confidence: 'reported' }], 'captured', []],
    ['a share, and a row without', [{ share: 60 }, {}], 'captured', []],
    [
      'one after the other',
      [
        { share: 60, to: '2025-01-01' },
        { share: 40, from: '2025-01-01' },
      ],
      'not-captured',
      [],
    ],
  ])('with %s is decided over the whole range, and both rows are kept', (_, rows, outcome, findings) => {
    const all = holdings(...rows);
    expect(all.holdings).toHaveLength(2);
    expect(new Set(all.holdings.map(({ id }) => id)).size).toBe(2);
    expect(outcomes(all).S).toBe(outcome);
    expect(dataFindings(all)).toEqual(findings);
  });

  it('is told in the conclusion of the command line, not refused', () => {
    const { json, exitCode } = assessCase({
      facts: holdings({ share: 60 }, { share: 40 }),
      law: LAW,
      asOf: IN_FORCE,
      regime: 'bis-affiliates',
    });
    expect(exitCode).toBe(3);
    expect(json).toContain('conflicting-shares');
  });
});

describe('more than 100 percent of one party', () => {
  it('is a data finding, and every share still counts', () => {
    const all = graph('L* -60-> S; A -30-> S; B -30-> S');
    expect(dataFindings(all)).toEqual(['over-allocated S']);
    expect(outcomes(all).S).toBe('captured');
  });
});

describe('a circle', () => {
  it.each([2, 3, 10, 60])(
    'of %i parties below a listed one is followed to its end',
    { timeout: 60_000 },
    (length) => {
      const ring = Array.from({ length }, (_, at) => `P${at} -50-> P${(at + 1) % length}`);
      const captured = outcomes(graph(['L* -50-> P0', ...ring].join('\n')));
      expect(new Set(Object.values(captured))).toEqual(new Set(['listed', 'captured']));
      const free = outcomes(graph(['L* -10-> P0', ...ring].join('\n')));
      expect(Object.values(free)).not.toContain('captured');
    },
  );
});

describe('ten thousand owners of one party', () => {
  const PARTS = 10_000;
  /** Each holds a hundredth of a percent; the first so many are listed. */
  const owned = (listed: number): Facts =>
    facts({
      parties: ['S', ...Array.from({ length: PARTS }, (_, at) => `O${at}`)].map((id) => ({
        id,
        jurisdiction: 'CN',
      })),
      listings: Array.from({ length: listed }, (_, at) => ({ party: `O${at}`, list: 'bis-entity-list' })),
      holdings: Array.from({ length: PARTS }, (_, at) => ({ owner: `O${at}`, owned: 'S', share: 0.01 })),
    });

  it.each([
    [5_000, 'captured'],
    [4_999, 'not-captured'],
  ])('of which %i are listed are added up exactly: %s', { timeout: 60_000 }, (listed, outcome) => {
    expect(outcomes(owned(listed)).S).toBe(outcome);
  });
});
