import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { controlOn, projectControl } from '../../server/analysis/control/control-day.ts';
import { type HoldingsAbove, holdingsAbove } from '../../server/analysis/control/holdings-above.ts';
import {
  closedCircles,
  heldThrough,
  integratedOwners,
  type LookThrough,
  overAllocated,
} from '../../server/analysis/control/integrated-owners.ts';
import { percentBounds } from '../../server/analysis/control/percent.ts';
import { fractionOf, ratioOf } from '../../server/analysis/control/ratio.ts';
import { solve } from '../../server/analysis/control/solve.ts';
import { toDay } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { formatExact } from '../../server/facts/share.ts';
import { facts, graph } from '../support/cases.ts';

const plenty = () => ({ left: 1_000_000 });

interface Named {
  readonly above: HoldingsAbove;
  readonly at: (id: string) => number;
  readonly idOf: (party: number) => string;
}

function aboveOf(all: Facts, party: string, day = '2025-10-15'): Named {
  const control = controlOn(projectControl(all), toDay(day, 0));
  const at = (id: string): number => control.graph.indexOf.get(id) ?? -1;
  return {
    above: holdingsAbove(control, at(party)),
    at,
    idOf: (each) => control.graph.parties[each]?.id ?? '',
  };
}

function text(held: LookThrough): string {
  if ('reason' in held) return held.reason;
  const [min, max] = [held.min, held.max].map((part) => formatExact(part.mul(100)));
  return min === max ? `${min}` : `${min} to ${max}`;
}

/** What some parties hold of a party together, in percent. */
function held(all: Facts, owners: readonly string[], party: string): string {
  const { above, at } = aboveOf(all, party);
  const targets = new Set(owners.map(at));
  return text(heldThrough(above, { certain: targets, all: targets }, plenty()));
}

function ranked(all: Facts, party: string): string[] {
  const { above, idOf } = aboveOf(all, party);
  return integratedOwners(above, plenty()).owners.map(({ owner, holds }) => `${idOf(owner)} ${text(holds)}`);
}

/** `A -100-> B -100-> C ...`, then back to the first: a circle of so many parties, a tenth of the first held by X. */
function circle(size: number): Facts {
  const ties = Array.from({ length: size }, (_, index) => `P${index} -90-> P${(index + 1) % size}`);
  return graph(['X -10-> P0', ...ties].join(';'));
}

describe('look-through', () => {
  it.each([
    ['multiplies along a chain', 'X -50-> A; A -50-> B', 'X of B', '25'],
    ['adds up all chains', 'X -50-> A; X -50-> B; A -25-> C; B -25-> C', 'X of C', '25'],
    ['adds the direct share', 'X -50-> A; X -10-> B; A -40-> B', 'X of B', '30'],
    ['keeps thirds exact', 'X -100/3-> A; A -50-> B', 'X of B', '50/3'],
    ['solves a circle exactly', 'X -40-> A; B -10-> A; X -20-> B; A -30-> B', 'X of A', '4200/97'],
    ['solves two that hold half of each other', 'X -50-> A; B -50-> A; A -50-> B', 'X of B', '100/3'],
    ['gives a third', 'X -25-> A; B -50-> A; A -50-> B', 'X of A', '100/3'],
    ['counts a chain through the owner itself once', 'X -50-> Y; Y -50-> X', 'X of Y', '50'],
    [
      'shares out what a circle holds of itself',
      'X -20-> A; Z -20-> A; B -60-> A; A -100-> B',
      'X of A',
      '50',
    ],
    ['is 0 for a party that is not above', 'A -50-> B; X -50-> C', 'X of B', '0'],
    ['counts a branch in whole', 'X -40-> A; A =branch=> B', 'X of B', '40'],
    ['leaves control links out', 'X ~controls~> A; A -60-> B', 'X of B', '0'],
    ['spans a band', 'X -25..60-> A; A -50-> B', 'X of B', '12.5 to 30'],
    ['spans everything when nothing is known', 'X -?-> A', 'X of A', '0 to 100'],
    ['gives at most what others leave', 'X -?-> A; O -40-> A', 'X of A', '0 to 60'],
    ['never goes over the whole', 'X -?-> A; X -100-> Y; Y -?-> A', 'X of A', '0 to 100'],
    ['gives the rest to the better chain', 'X -30..60-> A; Y -40..70-> A; X -50-> Y', 'X of A', '50 to 80'],
    ['finds the most in a circle of unknowns', 'X -10-> A; B -?-> A; A -?-> B', 'X of A', '10 to 100'],
  ])('%s', (_, lines, asked, expected) => {
    const [owner = '', party = ''] = asked.split(' of ');
    expect(held(graph(lines), [owner], party)).toBe(expected);
  });

  it('takes owners together without counting one through another twice', () => {
    const all = graph('L -60-> M; M -50-> B; L -10-> B');
    expect(held(all, ['L'], 'B')).toBe('40');
    expect(held(all, ['M'], 'B')).toBe('50');
    expect(held(all, ['L', 'M'], 'B')).toBe('60');
  });

  it('tells owners that count for certain from those that may', () => {
    const { above, at } = aboveOf(graph('L -30-> B; M -20-> B'), 'B');
    const targets = { certain: new Set([at('L')]), all: new Set([at('L'), at('M')]) };
    expect(text(heldThrough(above, targets, plenty()))).toBe('30 to 50');
  });

  it('is of a day', () => {
    const all = facts({
      parties: [{ id: 'X' }, { id: 'A' }],
      holdings: [{ owner: 'X', owned: 'A', share: 60, to: '2024-01-01' }],
    });
    expect(aboveOf(all, 'A', '2023-12-31').above.parties.size).toBe(2);
    expect(aboveOf(all, 'A', '2024-01-01').above.parties.size).toBe(1);
  });

  it('ranks everybody above, the certain part first', () => {
    expect(ranked(graph('X -50-> A; A -60-> B; O -29-> B; U -?-> B'), 'B')).toEqual([
      'A 60',
      'X 30',
      'O 29',
      'U 0 to 11',
    ]);
  });

  it('gives a reason for a circle that holds itself wholly, and the number of those beside it', () => {
    const all = graph('A -100-> B; B -100-> A; A -30-> C; X -20-> C');
    expect(ranked(all, 'C')).toEqual([
      'X 20',
      'A a circle that holds itself wholly',
      'B a circle that holds itself wholly',
    ]);
    const { above, idOf } = aboveOf(all, 'C');
    expect(closedCircles(above).map((group) => group.map(idOf).sort())).toEqual([['A', 'B']]);
  });

  it('names what is recorded twice over, and does not solve a circle of it', () => {
    const all = graph('X -70-> A; B -80-> A; A -60-> B');
    const { above, idOf } = aboveOf(all, 'A');
    expect(overAllocated(above).map(idOf)).toEqual(['A']);
    expect(held(all, ['X'], 'A')).toBe('a circle in which recorded holdings add up to more than 100 %');
    expect(held(graph('X -70-> A; O -80-> A'), ['X'], 'A')).toBe('70');
  });

  it('works out circles of up to 120 parties, and says so of larger ones', () => {
    const around = new Fraction('9/10').pow(120)?.neg().add(1);
    expect(held(circle(120), ['X'], 'P0')).toBe(formatExact(new Fraction(10).div(around ?? 0)));
    expect(held(circle(121), ['X'], 'P0')).toBe(
      'a circle of 121 parties, more than the 120 that are worked out',
    );
  });

  it('follows a chain of 3,000 parties', () => {
    const ties = Array.from({ length: 3000 }, (_, index) => `P${index} -100-> P${index + 1}`);
    expect(held(graph(['X -30-> P0', ...ties].join(';')), ['X'], 'P3000')).toBe('30');
  }, 60_000);

  it('ranks ten thousand owners of one party', () => {
    const ties = Array.from({ length: 10_000 }, (_, index) => `P${index} -0.01-> A`);
    const { above } = aboveOf(graph(ties.join(';')), 'A');
    const { owners, total, complete } = integratedOwners(above, plenty(), 20);
    expect([owners.length, total, complete]).toEqual([20, 10_000, true]);
  }, 60_000);

  it('stops at its budget and says which owners are missing', () => {
    const { above } = aboveOf(graph('A -50-> B; X -50-> A; Y -50-> X'), 'B');
    const { owners, complete } = integratedOwners(above, { left: 0 });
    expect([owners.length, complete]).toEqual([1, false]);
  });
});

describe('percentages of look-through', () => {
  const shown = (min: string, max = min) => {
    const { rounded, ...texts } = percentBounds({ min: new Fraction(min), max: new Fraction(max) });
    return [texts.min, texts.max, texts.shown, rounded];
  };

  it.each([
    ['1/4', '1/4', ['25', '25', '25 %', false]],
    ['0', '1', ['0', '100', '0 % to 100 %', false]],
    ['1/3', '1/3', ['100/3', '100/3', '33.33… %', false]],
    ['1/90', '1/90', ['10/9', '10/9', '1.11… %', false]],
    ['1/10000000', '1/2', ['0.00001', '50', '0.00… % to 50 %', false]],
    ['0.49999999', '1/2', ['49.999999', '50', '49.99… % to 50 %', false]],
    ['0.3010000001', '0.3010000001', ['30.10000001', '30.10000001', '30.10… %', false]],
  ])('%s to %s', (min, max, expected) => {
    expect(shown(min, max)).toEqual(expected);
  });

  it('are rounded outward where nobody would read the exact number', () => {
    const long = `1/3${'0'.repeat(60)}1`;
    expect(shown(long)).toEqual(['0', '0.000000000001', '0.00… %', true]);
  });
});

describe('the exact solution of equations', () => {
  const rows = (...all: readonly (readonly (number | string)[])[]) =>
    all.map((row) => row.map((value) => ratioOf(new Fraction(value))));
  const solved = (system: ReturnType<typeof rows>) =>
    solve({ rows: system.map((row) => row.slice(0, -1)), right: system.flatMap((row) => row.slice(-1)) });

  it.each([
    ['none', rows(), []],
    ['one', rows([3, 1]), ['1/3']],
    ['two, with fractions', rows(['1', '-1/2', '1/4'], ['-1/2', '1', '0']), ['1/3', '1/6']],
    ['with a zero in the corner', rows([0, 1, 5], [2, 0, 3]), ['1.5', '5']],
    ['three', rows([2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]), ['2', '3', '-1']],
  ])('%s', (_, system, expected) => {
    expect(solved(system)?.unknowns.map((each) => formatExact(fractionOf(each)))).toEqual(expected);
  });

  it('is none where there is not exactly one', () => {
    expect(solved(rows([1, -1, 0], [-1, 1, 0]))).toBeNull();
    expect(solved(rows([0, 1]))).toBeNull();
  });
});
