import { describe, expect, it, vi } from 'vitest';
import type { Sensitivity } from '../../server/analysis/sensitivity/question.ts';
import { sensitivityOf } from '../../server/analysis/sensitivity/sensitivity.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { facts, graph, LAW, partyIn } from '../support/cases.ts';

vi.setConfig({ testTimeout: 60_000 });

const BIS = 'bis-affiliates';
const EU = 'eu-own-or-control';
const UK = 'uk-own-or-control';
const LISTS: Readonly<Record<string, string>> = { [EU]: 'eu-consolidated', [UK]: 'uk-sanctions' };

function of(all: Facts, party: string, regimeId = BIS, asOf = '2025-10-15'): Sensitivity {
  const regime = LAW.regulation.regimes.find(({ id }) => id === regimeId);
  if (!regime) throw new Error(`There is no regime ${regimeId}`);
  return sensitivityOf(all, { party, asOf, regime, listings: all.listings }, LAW.regulation);
}

const drawn = (lines: string, regime = BIS): Facts => graph(lines, {}, LISTS[regime]);

interface Worked {
  readonly why: string;
  readonly lines: string;
  readonly party: string;
  readonly regime?: string;
  readonly asks: readonly string[];
}

const QUESTIONS: readonly Worked[] = [
  {
    why: 'a range around the threshold',
    lines: 'L* -25..50-> C',
    party: 'C',
    asks: ['Does L hold 50 % or more of C? Yes: captured. No: not captured on what is recorded.'],
  },
  {
    why: 'a range that ends just below the threshold: a near miss, only others can capture it',
    lines: 'L* -[25..50)-> C',
    party: 'C',
    asks: [
      'Do listed or captured parties hold 25 % or more of C beside the holders recorded? Yes: captured. No: still cannot be excluded.',
      'Do listed or captured parties hold any share of C beside the holders recorded? Yes: still cannot be excluded. No: not captured on what is recorded.',
    ],
  },
  {
    why: 'two owners of whom only both together decide',
    lines: 'L* -10..30-> C; M* -10..30-> C',
    party: 'C',
    asks: [
      'Does L hold 20 % or more of C? Yes: still cannot be excluded. No: not captured on what is recorded.',
      'Does M hold 20 % or more of C? Yes: still cannot be excluded. No: not captured on what is recorded.',
      'Do L and M together hold 50 % or more of C? Yes: captured. No: not captured on what is recorded.',
    ],
  },
  {
    why: 'a known share leaves less to ask for',
    lines: 'L* -30-> C; M* -?-> C',
    party: 'C',
    asks: ['Does M hold 20 % or more of C? Yes: captured. No: not captured on what is recorded.'],
  },
  {
    why: 'the share that decides is two tiers up',
    lines: 'L* -?-> A; A -60-> B; B -100-> C',
    party: 'C',
    asks: ['Does L hold 50 % or more of A? Yes: captured. No: not captured on what is recorded.'],
  },
  {
    why: 'two unknown shares on two tiers, needed together',
    lines: 'L* -?-> M; M -30-> C; K* -0..40-> C',
    party: 'C',
    asks: [
      'Does L hold 50 % or more of M? Yes: still cannot be excluded. No: not captured on what is recorded.',
      'Does K hold 20 % or more of C? Yes: still cannot be excluded. No: not captured on what is recorded.',
      'Does L hold 50 % or more of M? And does K hold 20 % or more of C? Yes to all: captured. No to any: not captured on what is recorded.',
    ],
  },
  {
    why: 'exactly 50 % is not enough in the United Kingdom',
    lines: 'L* -25..75-> C',
    party: 'C',
    regime: UK,
    asks: ['Does L hold more than 50 % of C? Yes: captured. No: not captured on what is recorded.'],
  },
  {
    why: 'a third: no decimal is exact',
    lines: 'L* -100/3-> C; M* -?-> C',
    party: 'C',
    asks: ['Does M hold 50/3 % or more of C? Yes: captured. No: not captured on what is recorded.'],
  },
  {
    why: 'where control captures, a near miss is also asked about it',
    lines: 'L* -40-> C',
    party: 'C',
    regime: EU,
    asks: [
      'Do listed or captured parties hold 10 % or more of C beside the holders recorded? Yes: captured. No: not captured on what is recorded.',
      'Does L control C by other means than shares (votes, board, contract)? Yes: captured. No: not captured on what is recorded.',
    ],
  },
  {
    why: 'a circle: who else holds its parties',
    lines: 'L* -10-> P; P -60-> Q; Q -50-> P',
    party: 'P',
    asks: [
      'Do listed or captured parties hold 40 % or more of P beside the holders recorded? Yes: captured. No: still held in a circle and undecided.',
    ],
  },
  { why: 'nobody restricted is anywhere near', lines: 'L*; A -?-> C', party: 'C', asks: [] },
  {
    why: 'a listed party: nothing about its owners changes that',
    lines: 'L*; M* -?-> L',
    party: 'M',
    asks: [],
  },
];

describe('the questions that settle a verdict', () => {
  it.each(QUESTIONS)('$why', ({ lines, party, regime = BIS, asks }) => {
    const { questions, complete } = of(drawn(lines, regime), party, regime);
    expect(questions.map(({ text, follows }) => `${text} ${follows}`)).toEqual(asks);
    expect(complete).toBe(true);
  });

  it('ask under which programmes an owner is designated, when only that decides', () => {
    const all = facts({
      parties: [{ id: 'X', name: 'X Bank' }, { id: 'C' }],
      listings: [{ party: 'X', list: 'ofac-sdn' }],
      holdings: [{ owner: 'X', owned: 'C', share: 60 }],
    });
    expect(of(all, 'C').questions).toMatchObject([
      {
        yes: 'captured',
        no: 'not-captured',
        facts: ['listing:ofac-sdn:X'],
        asks: [{ kind: 'programmes', party: 'X' }],
      },
    ]);
    expect(of(all, 'C').questions[0]?.text).toMatch(/^Under which programmes is X Bank designated/);
    expect(of(all, 'C', 'ofac-50').outcome).toBe('captured');
  });

  it('ask in which country a branch is, when only that decides', () => {
    const all = facts({
      parties: [partyIn('CN', 'H'), { id: 'B' }],
      listings: [{ party: 'H', list: 'bis-entity-list' }],
      holdings: [{ owner: 'H', owned: 'B', kind: 'branch' }],
    });
    expect(of(all, 'B', 'bis-legally-distinct').questions).toMatchObject([
      { text: 'Are H and its branch B in the same country?', yes: 'captured', no: 'not-captured' },
    ]);
  });

  it('ask about a tie that is only reported, and name its fact and source', () => {
    const all = facts({
      sources: [{ id: 'paper', title: 'A paper' }],
      parties: [{ id: 'L' }, { id: 'C' }],
      listings: [{ party: 'L', list: 'eu-consolidated' }],
      controls: [{ controller: 'L', controlled: 'C', confidence: 'reported', source: 'paper' }],
    });
    expect(of(all, 'C', EU).questions).toMatchObject([
      {
        text: 'Does L control C, which is only reported?',
        yes: 'captured',
        no: 'not-captured',
        facts: ['control:L:C'],
        sources: ['paper'],
      },
    ]);
  });

  it('join doubts of which any captures and only all together exclude', () => {
    const all = facts({
      parties: [{ id: 'L' }, { id: 'M' }, { id: 'C' }],
      listings: ['L', 'M'].map((party) => ({ party, list: 'eu-consolidated' })),
      controls: ['L', 'M'].map((controller) => ({ controller, controlled: 'C', confidence: 'reported' })),
    });
    expect(of(all, 'C', EU).questions.at(-1)).toMatchObject({
      when: 'any',
      size: 2,
      yes: 'captured',
      no: 'not-captured',
    });
  });

  it('are of the day: a holding that has ended is not asked about', () => {
    const all = facts({
      parties: [{ id: 'L' }, { id: 'C' }],
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [{ owner: 'L', owned: 'C', to: '2025-01-01' }],
    });
    expect(of(all, 'C', BIS, '2024-12-31').questions).toHaveLength(1);
    expect(of(all, 'C', BIS, '2025-01-01').questions).toEqual([]);
  });

  it('are none for a party outside the rule, with the reason', () => {
    const all = facts({
      parties: [{ id: 'L' }, partyIn('US', 'C')],
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [{ owner: 'L', owned: 'C' }],
    });
    expect(of(all, 'C')).toMatchObject({
      outcome: 'not-captured',
      questions: [],
      notes: [expect.stringContaining('US')],
    });
  });

  it('are cut for ten thousand owners, and say so', () => {
    const owners = Array.from({ length: 10_000 }, (_, at) => `L${at}`);
    const all = facts({
      parties: [...owners.map((id) => ({ id })), { id: 'C' }],
      listings: owners.map((party) => ({ party, list: 'bis-entity-list' })),
      holdings: owners.map((owner) => ({ owner, owned: 'C' })),
    });
    const { questions, complete } = of(all, 'C');
    expect(complete).toBe(false);
    expect(questions[0]).toMatchObject({
      text: 'Does L0 hold 50 % or more of C?',
      yes: 'captured',
      no: 'cannot-exclude',
    });
  });
});
