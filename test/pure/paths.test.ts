import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_WORK, rankedPaths } from '../../server/analysis/paths/ranked-paths.ts';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import { makeShare } from '../../server/facts/share.ts';
import { indexIds, makeIdTable, positionOf, sizeOf, textAt } from '../../server/projection/id-table.ts';
import { projectTies } from '../../server/projection/project-ties.ts';
import { leastUpper, makeShareScale } from '../../server/projection/share-scale.ts';
import {
  buildTieGraph,
  markOf,
  TIE_TYPES,
  type TieGraph,
  type TieType,
} from '../../server/projection/tie-graph.ts';
import { tieIdAt } from '../../server/projection/tie-ids.ts';
import { graph as drawn, facts } from '../support/cases.ts';
import { firstPaths, type PlainQuestion } from '../support/oracle/all-paths.ts';
import { factsOf, percent, plainTies, THINGS } from '../support/plain-ties.ts';

const ALL = { types: TIE_TYPES, minShare: '0', day: null, maxLength: 8, count: 20 };

function find(graph: TieGraph, { from, to, count, ...filter }: PlainQuestion, work = MOST_WORK) {
  const ends = { from: positionOf(graph.things, from), to: positionOf(graph.things, to) };
  const { paths, isStopped } = rankedPaths(graph, ends, filter, { count, work });
  return {
    isStopped,
    paths: paths.map(({ things, ties }) => ({
      things: things.map((thing) => textAt(graph.things, thing)),
      ties: ties.map((tie) => tieIdAt(graph, tie)),
    })),
  };
}

const question = fc.record({
  from: fc.constantFrom(...THINGS),
  to: fc.constantFrom(...THINGS),
  types: fc.oneof(fc.constant(TIE_TYPES), fc.subarray<TieType>([...TIE_TYPES])),
  minShare: fc.oneof(fc.constant('0'), percent),
  day: fc.option(fc.integer({ min: 0, max: 3 })),
  maxLength: fc.integer({ min: 1, max: 7 }),
  count: fc.constantFrom(1, 2, 5, 100),
});

describe('paths in graphs of every kind', () => {
  it('are the first of all there are, in their order', () => {
    fc.assert(
      fc.property(plainTies, question, (all, asked) => {
        const ties = all.filter(({ type }) => type !== 'OPERATES');
        const graph = projectTies(factsOf(ties));
        const expected = firstPaths(THINGS, ties, asked).map((path) => ({
          things: path.things,
          ties: path.ties.map(({ id }) => id),
        }));
        expect(find(graph, asked)).toEqual({ isStopped: false, paths: expected });
      }),
      { numRuns: 4_000 },
    );
  });

  it('never differ from one search to the next over the same graph', () => {
    fc.assert(
      fc.property(plainTies, fc.array(question, { minLength: 2, maxLength: 6 }), (ties, asked) => {
        const used = projectTies(factsOf(ties));
        for (const each of asked) expect(find(used, each)).toEqual(find(projectTies(factsOf(ties)), each));
      }),
      { numRuns: 300 },
    );
  });

  it('found with less work are the first of those found with more', () => {
    fc.assert(
      fc.property(plainTies, question, fc.integer({ min: 0, max: 60 }), (ties, asked, work) => {
        const graph = projectTies(factsOf(ties));
        const { paths } = find(graph, asked);
        const less = find(graph, asked, work);
        expect(less.paths).toEqual(less.isStopped ? paths.slice(0, less.paths.length) : paths);
      }),
      { numRuns: 500 },
    );
  });
});

describe('among paths of equal length', () => {
  const two = (more: object) =>
    projectTies(
      facts({
        parties: ['A', 'B', 'C', 'D'].map((id) => ({ id, jurisdiction: 'CN' })),
        ...more,
      }),
    );

  it('the one without a weak tie comes first, wherever the weak tie of the other stands', () => {
    const graph = two({
      holdings: [
        { owner: 'A', owned: 'B', confidence: 'verified' },
        { owner: 'B', owned: 'D', confidence: 'inferred' },
        { owner: 'A', owned: 'C', confidence: 'secondary' },
        { owner: 'C', owned: 'D', confidence: 'secondary' },
      ],
    });
    const { paths } = find(graph, { ...ALL, from: 'A', to: 'D', count: 1 });
    expect(paths.map(({ things }) => things)).toEqual([['A', 'C', 'D']]);
  });

  it('parallel ties are one step, over the most certain', () => {
    const graph = two({
      holdings: [{ owner: 'A', owned: 'B', confidence: 'reported' }],
      controls: [{ controller: 'B', controlled: 'A', kind: 'board', confidence: 'verified' }],
    });
    const { paths } = find(graph, { ...ALL, from: 'A', to: 'B' });
    expect(paths.map(({ ties }) => ties)).toEqual([['control:B:A']]);
  });
});

describe('a smallest share', () => {
  const reaches = (held: object | string, minShare: string): boolean => {
    const share = makeShare(held);
    const { texts, upper } = makeShareScale([share, makeShare('60'), makeShare('100/3')]);
    return upper(share) >= leastUpper(texts, minShare);
  };

  it.each([
    ['49.999999999999999999', '50', false],
    ['50', '50', true],
    ['100/3', '33.333333333333333333333333333', true],
    ['100/3', '33.333333333333333333333333334', false],
    ['0', '0', true],
    ['100', '100', true],
  ])('of %s against %s percent: %s', (held, least, expected) => {
    expect(reaches(held, least)).toBe(expected);
  });

  it('is not reached by a holding known to be under it, and is by one of up to it', () => {
    expect(reaches({ min: 0, max: 25, exclusiveMax: true }, '25')).toBe(false);
    expect(reaches({ min: 0, max: 25 }, '25')).toBe(true);
    expect(reaches({ min: 0, max: 25, exclusiveMax: true }, '24.9')).toBe(true);
  });
});

describe('hubs', () => {
  const MANY = 100_000;
  /** Two hubs that hold the same parties, and a thing before and behind them. */
  const twoHubs = buildTieGraph({
    ...hubEnds(),
    things: indexIds(makeIdTable(MANY + 4, (at) => `t${at}`)),
    ties: makeIdTable(2 * MANY + 2, (at) => `=tie${at}`),
    mark: new Uint8Array(2 * MANY + 2).fill(markOf('OWNS', 'verified')),
    scale: makeIdTable(0, () => ''),
  });

  function hubEnds(): { a: Int32Array; b: Int32Array } {
    const a = new Int32Array(2 * MANY + 2);
    const b = new Int32Array(2 * MANY + 2);
    const tie = (at: number, upper: number, lower: number): void => {
      a[at] = upper;
      b[at] = lower;
    };
    for (let at = 0; at < MANY; at += 1) {
      tie(at, 0, at + 4);
      tie(MANY + at, 1, at + 4);
    }
    tie(2 * MANY, 2, 0);
    tie(2 * MANY + 1, 1, 3);
    return { a, b };
  }

  it('of 100,000 neighbours are passed, and the paths past them ranked', () => {
    const { paths, isStopped } = find(twoHubs, { ...ALL, from: 't2', to: 't3' });
    expect([paths.length, isStopped]).toEqual([20, false]);
    expect(paths[0]?.things).toEqual(['t2', 't0', 't4', 't1', 't3']);
    expect(paths[19]?.things).toEqual(['t2', 't0', 't23', 't1', 't3']);
  });

  it('have their many ways in the order of all ways', () => {
    const confidences = fc.array(fc.constantFrom(...CONFIDENCES), { minLength: 160, maxLength: 160 });
    const counts = fc.constantFrom(1, 20, 31, 32, 33, 100);
    fc.assert(
      fc.property(confidences, counts, (given, count) => {
        const ids = ['hub', 'other', ...Array.from({ length: 80 }, (_, at) => `n${at}`)];
        const ties = given.map((confidence, at) => ({
          ...{ id: `tie ${at}`, type: 'OWNS' as const, a: ids[at % 2] ?? '', b: ids[2 + (at >> 1)] ?? '' },
          ...{ from: null, to: null, confidence, share: makeShare(undefined) },
        }));
        const asked = { ...ALL, from: 'hub', to: 'other', maxLength: 3, count };
        const graph = projectTies(factsOf(ties, ids));
        const expected = firstPaths(ids, ties, asked).map(({ things }) => things);
        expect(find(graph, asked).paths.map(({ things }) => things)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('beyond the work allowed are not passed, and that is said', () => {
    expect(find(twoHubs, { ...ALL, from: 't2', to: 't3' }, 50_000)).toEqual({ paths: [], isStopped: true });
  });
});

describe('the table of ids', () => {
  it('gives back every text, and finds each and no other', () => {
    const texts = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.string({ unit: 'binary' }), (ids, other) => {
        const table = indexIds(makeIdTable(ids.length, (at) => ids[at] ?? ''));
        expect(Array.from({ length: sizeOf(table) }, (_, at) => textAt(table, at))).toEqual(ids);
        expect(ids.map((id) => positionOf(table, id))).toEqual(ids.map((_, at) => at));
        expect(positionOf(table, other)).toBe(ids.indexOf(other));
      }),
    );
  });
});

describe('what is no tie', () => {
  it('is in no path: denials, links that join nothing, a holding of itself', () => {
    const parties = ['A', 'B'].map((id) => ({ id, jurisdiction: 'CN' }));
    const facilities = ['F', 'G'].map((id) => ({ id, country: 'CN' }));
    const graph = projectTies(
      facts({
        ...{ parties, facilities },
        affiliations: [{ a: 'A', b: 'B', kind: 'false-friend' }],
        physicalLinks: [{ a: 'F', b: 'G', kind: 'shared-campus' }],
      }),
    );
    expect(graph.a.length).toBe(0);
    expect(find(graph, { ...ALL, from: 'A', to: 'B' })).toEqual({ paths: [], isStopped: false });
  });

  it('a path from a thing to itself', () => {
    const graph = projectTies(drawn('A -50-> B; B -50-> A'));
    expect(find(graph, { ...ALL, from: 'A', to: 'A' })).toEqual({ paths: [], isStopped: false });
  });
});

describe('an operator and what it operates', () => {
  it('are tied as certainly as the source says', () => {
    const facilities = [{ id: 'F', operator: 'A', operatorConfidence: 'reported', country: 'CN' }];
    const graph = projectTies(facts({ parties: [{ id: 'A', jurisdiction: 'CN' }], facilities }));
    const { paths } = find(graph, { ...ALL, from: 'F', to: 'A' });
    expect(paths).toEqual([{ things: ['F', 'A'], ties: ['operates:A:F'] }]);
    expect(graph.mark[0]).toBe(markOf('OPERATES', CONFIDENCES[2]));
  });
});
