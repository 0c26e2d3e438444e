import { describe, expect, it } from 'vitest';
import { type Assessment, assessCase } from '../../server/cli/assess.ts';
import { NotFoundError } from '../../server/errors.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { graph, LAW } from '../support/cases.ts';

const CLEAN = 0;
const FLAGGED = 2;
const CANNOT_EXCLUDE = 3;

/** A day on which the affiliates rule is in force. */
const DAY = '2025-10-15';

function run(facts: Facts, { asOf = DAY, regime }: { asOf?: string; regime?: string } = {}): Assessment {
  return assessCase({ facts, law: LAW, asOf, regime });
}

const twoFabs = (kind: string, advancedNode: boolean | null): object => ({
  facilities: [
    { id: 'F1', country: 'CN', advancedNode: false },
    { id: 'F2', country: 'CN', ...(advancedNode === null ? {} : { advancedNode }) },
  ],
  physicalLinks: [{ a: 'F1', b: 'F2', kind }],
});

interface Case {
  readonly what: string;
  readonly facts: Facts;
  readonly code: number;
  readonly asOf?: string;
  readonly regime?: string;
}

const CASES: readonly Case[] = [
  { what: 'nothing at all', facts: graph(''), code: CLEAN },
  { what: 'owners that are on no list', facts: graph('A -100-> B'), code: CLEAN },
  { what: 'owners of unknown share that are on no list', facts: graph('A -?-> B'), code: CLEAN },
  { what: 'a listed party alone', facts: graph('L*'), code: FLAGGED },
  { what: 'a party captured at exactly 50 %', facts: graph('L* -50-> S'), code: FLAGGED },
  { what: 'an unknown share of a listed owner', facts: graph('L* -?-> S'), code: CANNOT_EXCLUDE },
  { what: 'a share that may reach 50 %', facts: graph('L* -25..50-> S'), code: CANNOT_EXCLUDE },
  { what: 'one captured and one undecided', facts: graph('L* -60-> S; L* -?-> T'), code: FLAGGED },
  {
    what: 'two fabs joined by a bridge, one advanced',
    facts: graph('', twoFabs('bridge', true)),
    code: FLAGGED,
  },
  {
    what: 'two fabs joined, what the other makes is not known',
    facts: graph('', twoFabs('bridge', null)),
    code: CANNOT_EXCLUDE,
  },
  { what: 'two fabs on one campus', facts: graph('', twoFabs('shared-campus', true)), code: CLEAN },
  { what: 'a listing that has ended', facts: graph('S', ended()), code: CLEAN },
  { what: 'the same listing on a day of it', facts: graph('S', ended()), code: FLAGGED, asOf: '2019-06-01' },
  {
    what: 'a holding of a party that only an SDN rule captures, under that rule',
    facts: graph('L* -50-> S', {}, 'ofac-sdn'),
    code: FLAGGED,
    regime: 'ofac-50',
  },
];

function ended(): object {
  return { listings: [{ party: 'S', list: 'bis-entity-list', from: '2019-01-01', to: '2020-01-01' }] };
}

describe('the exit code of an assessment', () => {
  it.each(CASES)('of $what is $code', ({ facts, code, asOf = DAY, regime }) => {
    expect(run(facts, { asOf, ...(regime === undefined ? {} : { regime }) }).exitCode).toBe(code);
  });

  it('counts a capture only on days on which the regime is in force', () => {
    const undecided = graph('L* -?-> S');
    const only = { regime: 'bis-affiliates' };
    expect(run(undecided, { ...only, asOf: '2025-09-28' }).exitCode).not.toBe(CANNOT_EXCLUDE);
    expect(run(undecided, { ...only, asOf: '2025-09-29' }).exitCode).toBe(CANNOT_EXCLUDE);
  });
});

function parsed(facts: Facts, asked: { asOf?: string; regime?: string } = {}) {
  const value: {
    regimes: { id: string; inForce: boolean }[];
    verdicts: Record<string, unknown>[];
    findings: Record<string, unknown>[];
  } = JSON.parse(run(facts, asked).json);
  return value;
}

describe('the answer of an assessment', () => {
  it('has a verdict for every party and regime, in force or not', () => {
    const { regimes, verdicts } = parsed(graph('L* -50-> S'), { asOf: '2025-09-28' });
    expect(regimes.map(({ id }) => id)).toEqual(LAW.regulation.regimes.map(({ id }) => id));
    expect(verdicts).toHaveLength(regimes.length * 2);
    expect(verdicts).toContainEqual(
      expect.objectContaining({ party: 'S', regime: 'bis-affiliates', outcome: 'captured', inForce: false }),
    );
  });

  it('has only what was asked for when one regime is asked for', () => {
    const { regimes, verdicts, findings } = parsed(graph('L* -50-> S'), { regime: 'ofac-50' });
    expect(regimes.map(({ id }) => id)).toEqual(['ofac-50']);
    expect(verdicts.map(({ regime }) => regime)).toEqual(['ofac-50', 'ofac-50']);
    expect(findings.filter(({ regime }) => regime !== null && regime !== 'ofac-50')).toEqual([]);
  });

  it('says beside each verdict what suffices for it, what settles it and what ends it', () => {
    const { verdicts } = parsed(graph('L* -50-> S; L -25..50-> C'), { regime: 'bis-affiliates' });
    const nothing = { suffices: null, questions: [], divestment: [] };
    expect(verdicts).toMatchObject([
      { party: 'L', ...nothing },
      { party: 'S', suffices: { isSmallest: true, ties: [{ owner: 'L' }] }, divestment: [{ points: '0' }] },
      { party: 'C', suffices: null, questions: [{ text: 'Does L hold 50 % or more of C?' }], divestment: [] },
    ]);
  });

  it('keeps every digit of a share', () => {
    const { json } = run(graph('L* -49.99999999999999999-> S'), { regime: 'bis-affiliates' });
    expect(json).toMatch(/"shareMin": 49\.99999999999999999,/);
  });

  it('says of a party without restricted owners that none is recorded, not that there is none', () => {
    expect(parsed(graph('A'), { regime: 'ofac-50' }).verdicts).toEqual([
      expect.objectContaining({ outcome: 'not-captured', notes: [expect.stringContaining('no proof')] }),
    ]);
  });

  it('names the regimes that there are when another is asked for', () => {
    const ask = () => run(graph('A'), { regime: 'bis-affiliate' });
    expect(ask).toThrow(NotFoundError);
    expect(ask).toThrow(expect.objectContaining({ fix: expect.stringContaining('bis-affiliates') }));
  });
});
