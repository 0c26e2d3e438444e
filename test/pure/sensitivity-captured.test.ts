import { describe, expect, it, vi } from 'vitest';
import type { Sensitivity } from '../../server/analysis/sensitivity/question.ts';
import { sensitivityOf } from '../../server/analysis/sensitivity/sensitivity.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { facts, graph, LAW } from '../support/cases.ts';

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

describe('the smallest set that suffices', () => {
  const smallest = (lines: string, party: string, regime = BIS) =>
    of(drawn(lines, regime), party, regime).suffices;

  it.each([
    ['one owner', 'W* -100-> N', 'N', ['W>N']],
    ['the largest of many', 'A* -20-> C; B* -50-> C; D* -30-> C', 'C', ['B>C']],
    [
      'larger shares where several sets are as small',
      'A* -25-> C; B* -26-> C; D* -27-> C',
      'C',
      ['D>C', 'B>C'],
    ],
    [
      'an owner that costs a tie of its own is avoided',
      'L* -60-> M; M -30-> C; K* -25-> C; J* -25-> C',
      'C',
      ['J>C', 'K>C'],
    ],
    [
      'unless it saves more',
      'L* -60-> M; M -50-> C; A* -20-> C; B* -15-> C; D* -15-> C',
      'C',
      ['M>C', 'L>M'],
    ],
    [
      'a tie that serves two parties counts once',
      'L* -50-> M; M -50-> A; M -50-> B; A -25-> C; B -25-> C',
      'C',
      ['A>C', 'B>C', 'M>A', 'M>B', 'L>M'],
    ],
    ['unknown shares do not suffice', 'L* -?-> C; M* -50-> C', 'C', ['M>C']],
  ])('%s', (_, lines, party, expected) => {
    const found = smallest(lines, party);
    expect(found?.ties.map((tie) => `${tie.owner}>${tie.party}`)).toEqual(expected);
    expect(found?.isSmallest).toBe(true);
  });

  it('is one tie where control captures', () => {
    expect(smallest('L* ~controls~> C; L* -60-> C', 'C', EU)?.ties).toMatchObject([
      { tie: 'control', share: '' },
    ]);
  });

  it('is proved the smallest for ten thousand owners of one party', () => {
    const owners = Array.from({ length: 10_000 }, (_, at) => `L${at}`);
    const all = facts({
      parties: [...owners.map((id) => ({ id })), { id: 'C' }],
      listings: owners.map((party) => ({ party, list: 'bis-entity-list' })),
      holdings: owners.map((owner) => ({ owner, owned: 'C', share: 0.01 })),
    });
    const { suffices, complete } = of(all, 'C');
    expect([suffices?.ties.length, suffices?.isSmallest, complete]).toEqual([5_000, true, true]);
  });

  it('is null for a party that is not captured, and for one that is listed', () => {
    expect([smallest('L* -40-> C', 'C'), smallest('L* -60-> M*', 'M')]).toEqual([null, null]);
  });
});

describe('the smallest divestments that end a capture', () => {
  const sales = (lines: string, party: string, regime = BIS): string[] =>
    of(drawn(lines, regime), party, regime).divestment.map(
      ({ points, text, leaves }) => `${points}: ${text} ${leaves}`,
    );

  it.each([
    [
      'one owner',
      'L* -60-> S',
      'S',
      ['10: L must hold less than 50 % of S: sell more than 10 of 60 %. not-captured'],
    ],
    [
      'either of two owners',
      'L* -40-> S; M* -20-> S',
      'S',
      [
        '10: L must hold less than 30 % of S: sell more than 10 of 40 %. not-captured',
        '10: M must hold less than 10 % of S: sell more than 10 of 20 %. not-captured',
      ],
    ],
    [
      'two owners together, where one is not enough',
      'L* -50-> S; M* -50-> S',
      'S',
      ['50: L and M must hold less than 50 % of S together: sell more than 50 of 100 %. not-captured'],
    ],
    [
      'further up the chain it can be less',
      'L* -51-> M; M -100-> S',
      'S',
      [
        '1: L must hold less than 50 % of M: sell more than 1 of 51 %. not-captured',
        '50: M must hold less than 50 % of S: sell more than 50 of 100 %. not-captured',
      ],
    ],
    [
      'exactly at the threshold any sale does',
      'L* -50-> S',
      'S',
      ['0: L must hold less than 50 % of S: sell any part of 50 %. not-captured'],
    ],
    [
      'what stays unknown is said',
      'L* -60-> S; M* -?-> S',
      'S',
      ['10: L must hold less than 50 % of S: sell more than 10 of 60 %. cannot-exclude'],
    ],
  ])('%s', (_, lines, party, expected) => {
    expect(sales(lines, party)).toEqual(expected);
  });

  it('at bounds outside the range say so, and none of several is left out or too many', () => {
    expect(sales('K* -(20..30]-> S; L* -30-> S', 'S')).toEqual([
      '0: K must hold less than 20 % of S: sell all from 20 % up, of more than 20 %. not-captured',
      '0: L must hold less than 30 % of S: sell any part of 30 %. cannot-exclude',
    ]);
    expect(sales('L* -(50..60]-> S', 'S', UK)).toEqual([
      '0: L must hold at most 50 % of S: sell all above 50 %, of more than 50 %. not-captured',
    ]);
    const lines = 'K* -(20..30]-> A; L* -30-> A; M* -(60..70]-> B; A -50-> S; B -50-> S';
    expect(sales(lines, 'S').filter((text) => !text.includes('of S'))).toEqual([
      '10: K must hold less than 20 % of A: sell all from 20 % up, of more than 20 %. M must hold less than 50 % of B: sell all from 50 % up, more than 10 of more than 60 %. not-captured',
      '10: L must hold less than 30 % of A: sell any part of 30 %. M must hold less than 50 % of B: sell all from 50 % up, more than 10 of more than 60 %. cannot-exclude',
    ]);
  });

  it('stop at the threshold itself where it does not capture', () => {
    expect(sales('L* -60-> S', 'S', UK)).toEqual([
      '10: L must hold at most 50 % of S: sell 10 of 60 %. not-captured',
    ]);
  });

  it('are none where control captures whatever is sold', () => {
    expect(sales('L* ~controls~> S; L* -60-> S', 'S', EU)).toEqual([]);
  });

  it('carry what the law says of a sale, as its data has it', () => {
    const all = graph('L* -60-> S', {}, 'ofac-sdn');
    expect(of(all, 'S', 'ofac-50').notes).toEqual([expect.stringContaining('outside US jurisdiction')]);
    expect(of(drawn('L* -60-> S'), 'S').notes).toEqual([]);
  });
});
