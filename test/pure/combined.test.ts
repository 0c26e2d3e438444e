import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinedOfFacility, combinedOfParty } from '../../server/analysis/facilities/combined.ts';
import { joinedFacilities } from '../../server/analysis/facilities/one-facility.ts';
import { partyReach } from '../../server/analysis/facilities/party-reach.ts';
import { CONFIDENCES } from '../../server/facts/confidence.ts';
import { covers, toDay } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { positionOf, textAt } from '../../server/projection/id-table.ts';
import { projectTies } from '../../server/projection/project-ties.ts';
import { confidenceOf, type TieGraph } from '../../server/projection/tie-graph.ts';
import { facts, LAW } from '../support/cases.ts';
import { anyCase } from '../support/random-case.ts';

const DAY = '2025-10-15';

/** Owner and affiliate above two operators; the legacy fab of one is bridged to the advanced fab of the other. */
const CASE = {
  parties: ['OWNER', 'TOP', 'FRIEND', 'OP1', 'OP2', 'FOE'].map((id) => ({ id, jurisdiction: 'CN' })),
  listings: [{ party: 'TOP', list: 'bis-entity-list' }],
  holdings: [
    { id: 'h1', owner: 'TOP', owned: 'OWNER', share: 60 },
    { id: 'h2', owner: 'OWNER', owned: 'OP1', share: 20, confidence: 'secondary' },
  ],
  affiliations: [
    { id: 'a1', a: 'FRIEND', b: 'OP1', kind: 'clandestine-network', confidence: 'reported' },
    { id: 'a2', a: 'FOE', b: 'OP1', kind: 'affiliation-denied' },
  ],
  facilities: [
    { id: 'F1', operator: 'OP1', country: 'CN', advancedNode: false },
    { id: 'F2', operator: 'OP2', country: 'CN', advancedNode: true },
  ],
  physicalLinks: [{ id: 'l1', a: 'F1', b: 'F2', kind: 'bridge' }],
};

function inputOf(all: Facts, day = DAY) {
  const listed = new Set(all.listings.filter((each) => covers(each, day)).map(({ party }) => party));
  return { graph: projectTies(all), joined: joinedFacilities(all, LAW.regulation), listed, day };
}

const ofParty = (id: string, content: object = CASE, day = DAY) =>
  combinedOfParty(id, inputOf(facts(content), day)).map(({ things, confidence, weakestTie }) => [
    things.join(' '),
    confidence,
    weakestTie,
  ]);

describe('a chain from a party to an advanced facility', () => {
  it('runs over every tier of owners, the operator, its facility and the link', () => {
    expect(ofParty('TOP')).toEqual([['TOP OWNER OP1 F1 F2', 'secondary', 'h2']]);
    expect(combinedOfParty('TOP', inputOf(facts(CASE)))[0]).toMatchObject({
      ties: ['h1', 'h2', 'operates:OP1:F1', 'l1'],
      operator: 'OP1',
      facility: 'F1',
      other: 'F2',
      advanced: 'F2',
      advancedNode: 'advanced',
      hops: 1,
      listed: true,
    });
  });

  it('runs over one affiliation, starts at the operator itself, and never over a denial', () => {
    expect(ofParty('FRIEND')).toEqual([['FRIEND OP1 F1 F2', 'reported', 'a1']]);
    expect(ofParty('OP1')).toEqual([['OP1 F1 F2', 'verified', 'operates:OP1:F1']]);
    expect(ofParty('FOE')).toEqual([]);
    const second = { id: 'a3', a: 'FAR', b: 'FRIEND', kind: 'supplier' };
    const content = {
      ...CASE,
      parties: [...CASE.parties, { id: 'FAR' }],
      affiliations: [...CASE.affiliations, second],
    };
    expect(ofParty('FAR', content)).toEqual([]);
  });

  it('is there only on days on which each part of it holds', () => {
    const content = {
      ...CASE,
      holdings: [{ ...CASE.holdings[0], to: '2025-01-01' }, CASE.holdings[1]],
    };
    expect(ofParty('TOP', content, '2024-12-31')).toHaveLength(1);
    expect(ofParty('TOP', content, '2025-01-01')).toEqual([]);
    expect(ofParty('OWNER', content, '2025-01-01')).toHaveLength(1);
  });

  it('is not made by a shared campus, and says where the class is unknown', () => {
    const campus = { ...CASE, physicalLinks: [{ ...CASE.physicalLinks[0], kind: 'shared-campus' }] };
    expect(ofParty('TOP', campus)).toEqual([]);
    const open = { ...CASE, facilities: [CASE.facilities[0], { ...CASE.facilities[1], advancedNode: null }] };
    expect(combinedOfParty('TOP', inputOf(facts(open))).map(({ advancedNode }) => advancedNode)).toEqual([
      'unknown',
    ]);
  });

  it('is found from either facility, with the operators at both ends, listed parties first', () => {
    const from = (id: string) =>
      combinedOfFacility(id, inputOf(facts(CASE))).map(({ things }) => things.join(' '));
    const all = ['TOP OWNER OP1 F1 F2', 'OP1 F1 F2', 'OP2 F2 F1', 'OWNER OP1 F1 F2', 'FRIEND OP1 F1 F2'];
    expect(from('F1')).toEqual(all);
    expect(from('F2')).toEqual(all);
  });

  it('is found from the party whenever it is found from the facility, on made-up cases', () => {
    fc.assert(
      fc.property(anyCase, (all) => {
        const input = inputOf(all);
        const key = ({ things }: { readonly things: readonly string[] }) => `${things[0]} ${things.at(-1)}`;
        const fromParties = all.parties.flatMap(({ id }) => combinedOfParty(id, input));
        const fromFacilities = all.facilities.flatMap(({ id }) =>
          combinedOfFacility(id, input).filter(({ other, advanced }) => other === advanced),
        );
        expect([...new Set(fromParties.map(key))].sort()).toEqual(
          [...new Set(fromFacilities.map(key))].sort(),
        );
      }),
      { numRuns: 100, seed: 31 },
    );
  });
});

/** Fewest ties and then least doubt of every way up, over one affiliation at most: by trying all ways. */
function bruteForce(all: Facts, graph: TieGraph, start: string): Map<string, [number, number]> {
  const best = new Map<string, [number, number]>();
  const steps = [
    ...all.holdings
      .filter(({ share }) => share.max !== '0')
      .map((each) => ({ ...each, lower: each.owned, upper: each.owner, affiliation: false })),
    ...all.controls.map((each) => ({
      ...each,
      lower: each.controlled,
      upper: each.controller,
      affiliation: false,
    })),
    ...all.affiliations
      .filter(({ kind }) => kind !== 'false-friend' && kind !== 'affiliation-denied')
      .flatMap((each) => [
        { ...each, lower: each.a, upper: each.b, affiliation: true },
        { ...each, lower: each.b, upper: each.a, affiliation: true },
      ]),
  ].filter((each) => covers(each, DAY));
  const walk = (at: string, passed: readonly string[], rated: [number, number], used: boolean): void => {
    const known = best.get(at);
    if (!known || rated[0] < known[0] || (rated[0] === known[0] && rated[1] < known[1])) best.set(at, rated);
    for (const tie of steps) {
      if (tie.lower !== at || passed.includes(tie.upper) || (tie.affiliation && used)) continue;
      const doubt = Math.max(rated[1], CONFIDENCES.indexOf(tie.confidence));
      walk(tie.upper, [...passed, at], [rated[0] + 1, doubt], used || tie.affiliation);
    }
  };
  walk(start, [], [0, 0], false);
  expect(positionOf(graph.things, start)).toBeGreaterThanOrEqual(0);
  return best;
}

describe('the parties above an operator', () => {
  it('are reached by the fewest ties, and among those the most certain, as trying all ways finds', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('A', 'B', 'C'), (all, start) => {
        const graph = projectTies(all);
        const query = { direction: 'up', day: toDay(DAY, 0) } as const;
        const found = partyReach(graph, positionOf(graph.things, start), query).map(({ party, ties }) => {
          const doubts = ties.map((tie) => CONFIDENCES.indexOf(confidenceOf(graph, tie)));
          return [textAt(graph.things, party), [ties.length, Math.max(0, ...doubts)]] as const;
        });
        expect(new Map(found)).toEqual(bruteForce(all, graph, start));
      }),
      { numRuns: 200, seed: 30 },
    );
  });
});
