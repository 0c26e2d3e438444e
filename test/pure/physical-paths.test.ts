import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedFacilities } from '../../server/analysis/facilities/one-facility.ts';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import type { PhysicalLink } from '../../server/facts/facts.ts';
import { facts, LAW } from '../support/cases.ts';

const FABS = ['A', 'B', 'C', 'D', 'E'];

const link = fc
  .tuple(fc.nat(4), fc.nat(4), fc.constantFrom(...CONFIDENCES))
  .filter(([a, b]) => a !== b)
  .map(([a, b, confidence]) => ({ a: FABS[a], b: FABS[b], kind: 'bridge', confidence }));
const graph = fc
  .tuple(
    fc.uniqueArray(link, { maxLength: 8, selector: ({ a, b, confidence }) => [a, b, confidence].join() }),
    fc.subarray(FABS),
  )
  .map(([physicalLinks, advanced]) =>
    facts({
      facilities: FABS.map((id) => ({ id, country: 'CN', advancedNode: advanced.includes(id) })),
      physicalLinks,
    }),
  );

/** Every way without a loop from one facility to another. */
function allPaths(
  links: readonly PhysicalLink[],
  from: string,
  to: string,
  passed: readonly string[] = [],
): PhysicalLink[][] {
  if (from === to) return [[]];
  return links.flatMap((each) => {
    const next = each.a === from ? each.b : each.b === from ? each.a : null;
    if (next === null || passed.includes(next)) return [];
    return allPaths(links, next, to, [...passed, from]).map((rest) => [each, ...rest]);
  });
}

const doubt = (path: readonly PhysicalLink[]): number =>
  Math.max(...path.map(({ confidence }) => CONFIDENCES.indexOf(confidence)));

/** Hops and doubt of the best path by one order and then the other. */
function best(paths: readonly (readonly PhysicalLink[])[], first: 'doubt' | 'hops'): [number, number] {
  const rated = paths.map((path): [number, number] => [path.length, doubt(path)]);
  const [i, j] = first === 'hops' ? [0, 1] : [1, 0];
  return rated.toSorted((x, y) => (x[i] ?? 0) - (y[i] ?? 0) || (x[j] ?? 0) - (y[j] ?? 0))[0] ?? [0, 0];
}

describe('paths between joined facilities', () => {
  it('are the most certain and the shortest of all that there are', () => {
    fc.assert(
      fc.property(graph, (all) => {
        const joined = joinedFacilities(all, LAW.regulation);
        const advanced = new Set(all.facilities.flatMap((each) => (each.advancedNode ? [each.id] : [])));
        const expected = FABS.filter((id) => !advanced.has(id)).flatMap((id) =>
          [...advanced].flatMap((to) => {
            const paths = allPaths(all.physicalLinks, id, to);
            if (paths.length === 0) return [];
            const [certain, shortest] = [best(paths, 'doubt'), best(paths, 'hops')];
            const same = certain[0] === shortest[0];
            return [
              [id, to, 'most-certain', ...certain],
              ...(same ? [] : [[id, to, 'shortest', ...shortest]]),
            ];
          }),
        );
        const found = joined.map(({ facility, advanced: to, path, hops, confidence }) => [
          facility,
          to,
          path,
          hops,
          CONFIDENCES.indexOf(confidence),
        ]);
        const inOrder = (rows: readonly (readonly (string | number)[])[]) =>
          rows.map((row) => row.join(' ')).sort();
        expect(inOrder(found)).toEqual(inOrder(expected));
      }),
      { numRuns: 600, seed: 27 },
    );
  });

  it('run over the links that they name, and name the weakest of them', () => {
    fc.assert(
      fc.property(graph, (all) => {
        const byId = new Map(all.physicalLinks.map((each) => [each.id, each]));
        for (const { facility, advanced, via, links, confidence, weakestLink } of joinedFacilities(
          all,
          LAW.regulation,
        )) {
          expect([via[0], via.at(-1), via.length]).toEqual([facility, advanced, links.length + 1]);
          for (const [at, id] of links.entries())
            expect([byId.get(id)?.a, byId.get(id)?.b].sort()).toEqual([via[at], via[at + 1]].sort());
          expect(links).toContain(weakestLink);
          expect(byId.get(weakestLink)?.confidence).toBe(confidence);
        }
      }),
      { numRuns: 200, seed: 28 },
    );
  });

  it('are the same in whatever order the links come', () => {
    fc.assert(
      fc.property(graph, (all) => {
        const turned = { ...all, physicalLinks: all.physicalLinks.toReversed() };
        const sorted = (given: typeof all) =>
          joinedFacilities(given, LAW.regulation).toSorted((x, y) => x.id.localeCompare(y.id));
        expect(sorted(turned)).toEqual(sorted(all));
      }),
      { numRuns: 150, seed: 29 },
    );
  });
});
