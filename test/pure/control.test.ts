import { describe, expect, it } from 'vitest';
import { chainTo } from '../../server/analysis/control/chain.ts';
import { type ControlDay, controlOn, projectControl } from '../../server/analysis/control/control-day.ts';
import { type ControlBound, controlledBy } from '../../server/analysis/control/controlled-by.ts';
import { controllersOf } from '../../server/analysis/control/controllers.ts';
import { holdingsAbove } from '../../server/analysis/control/holdings-above.ts';
import { listedOwners } from '../../server/analysis/control/listed-owners.ts';
import { toDay } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { facts, graph, LAW } from '../support/cases.ts';

const plenty = () => ({ left: 1_000_000 });

function on(all: Facts, day = '2025-10-15'): ControlDay {
  return controlOn(projectControl(all), toDay(day, 0));
}

const at = (control: ControlDay, id: string): number => control.graph.indexOf.get(id) ?? -1;
const idOf = (control: ControlDay, party: number): string => control.graph.parties[party]?.id ?? '';

/** Whom a party controls, in the order in which they were found. */
function controlled(all: Facts, controller: string, bound: ControlBound, day?: string): string[] {
  const control = on(all, day);
  const found = controlledBy(control, at(control, controller), { bound, budget: plenty() });
  return [...found.keys()].slice(1).map((party) => idOf(control, party));
}

/** Lines of the chain from a controller down to a party. */
function chain(all: Facts, [controller, party]: readonly [string, string], bound: ControlBound): string[] {
  const control = on(all);
  const places = controlledBy(control, at(control, controller), { bound, budget: plenty() });
  return chainTo(control, { bound, places }, at(control, party)).map(({ text }) => text);
}

/** Ultimate controllers as text: `A+B certain`, `C possible (maybe under D)`. */
function ultimate(all: Facts, party: string): string[] {
  const control = on(all);
  const found = controllersOf(control, at(control, party), plenty());
  const names = (parties: readonly number[]) =>
    parties
      .map((each) => idOf(control, each))
      .sort()
      .join('+');
  return (found?.ultimate ?? [])
    .map(({ parties, control: bound, mayBeControlledBy }) => {
      const under = mayBeControlledBy.length === 0 ? '' : ` (maybe under ${names(mayBeControlledBy)})`;
      return `${names(parties)} ${bound}${under}`;
    })
    .sort();
}

describe('whom a party controls', () => {
  it.each([
    ['through two majorities', 'X -51-> A; A -51-> B', ['A', 'B'], ['A', 'B']],
    ['together with a subsidiary', 'X -60-> A; X -30-> B; A -25-> B', ['A', 'B'], ['A', 'B']],
    ['not through one that it does not control', 'X -40-> A; X -30-> B; A -25-> B', [], []],
    ['not with exactly half', 'X -50-> A', [], []],
    ['with a trillionth more than half', 'X -50.000000000001-> A', ['A'], ['A']],
    ['with two thirds of thirds', 'X -100/3-> A; X -100-> Y; Y -100/3-> A', ['Y', 'A'], ['Y', 'A']],
    ['not with thirds that make exactly half', 'X -100/3-> A; X -100-> Y; Y -50/3-> A', ['Y'], ['Y']],
    [
      'through a pyramid',
      'X -51-> A; A -51-> B; B -51-> C; C -51-> D',
      ['A', 'B', 'C', 'D'],
      ['A', 'B', 'C', 'D'],
    ],
    ['perhaps, where the share is unknown', 'X -?-> A', [], ['A']],
    ['perhaps, within a band', 'X -25..60-> A', [], ['A']],
    ['not above a band that ends at half', 'X -25..50-> A', [], []],
    ['for certain above an open half', 'X -(50..75]-> A', ['A'], ['A']],
    ['not where another leaves too little', 'X -?-> A; O -50-> A', [], []],
    ['perhaps where another leaves enough', 'X -?-> A; O -49-> A', [], ['A']],
    ['by a control link, without a share', 'X ~controls~> A; A -60-> B', ['A', 'B'], ['A', 'B']],
    ['a branch, in whole', 'X =branch=> A; A -60-> B', ['A', 'B'], ['A', 'B']],
    ['in a circle, once', 'X -60-> A; A -60-> B; B -40-> A', ['A', 'B'], ['A', 'B']],
    ['not by circles that only hold themselves up', 'X -10-> A; B -60-> A; A -60-> B', [], []],
    ['nobody', 'X', [], []],
  ])('%s', (_, lines, certain, possible) => {
    expect(controlled(graph(lines), 'X', 'certain')).toEqual(certain);
    expect(controlled(graph(lines), 'X', 'possible')).toEqual(possible);
  });

  it('only while the holding lasts', () => {
    const all = facts({
      parties: [{ id: 'X' }, { id: 'A' }],
      holdings: [{ owner: 'X', owned: 'A', share: 60, from: '2020-01-01', to: '2024-01-01' }],
    });
    expect(controlled(all, 'X', 'possible', '2019-12-31')).toEqual([]);
    expect(controlled(all, 'X', 'certain', '2020-01-01')).toEqual(['A']);
    expect(controlled(all, 'X', 'certain', '2023-12-31')).toEqual(['A']);
    expect(controlled(all, 'X', 'possible', '2024-01-01')).toEqual([]);
  });

  it.each(['reported', 'inferred'])('perhaps, where it is only %s', (confidence) => {
    const parties = [{ id: 'X' }, { id: 'A' }, { id: 'B' }];
    const holdings = [{ owner: 'X', owned: 'A', share: 80, confidence }];
    const controls = [{ controller: 'A', controlled: 'B', kind: 'board', confidence }];
    const all = facts({ parties, holdings, controls });
    expect(controlled(all, 'X', 'certain')).toEqual([]);
    expect(controlled(all, 'A', 'certain')).toEqual([]);
    expect(controlled(all, 'X', 'possible')).toEqual(['A', 'B']);
  });
});

describe('the chain of a control', () => {
  it('names the fewest joint holders that suffice, their sum and what is above them', () => {
    const all = graph('X -60-> A; X -30-> B; A -25-> B; X -1-> B2; B -70-> C');
    expect(chain(all, ['X', 'C'], 'certain')).toEqual([
      'X holds 60 % of A: more than half.',
      'X (30 %) and A (25 %) together hold 55 % of B: more than half.',
      'B holds 70 % of C: more than half.',
    ]);
  });

  it('says what is only possible, and what others leave', () => {
    expect(chain(graph('X -?-> A; A -20..60-> B'), ['X', 'B'], 'possible')).toEqual([
      'X holds an unknown share of A: more than half cannot be excluded.',
      'A holds 20-60 % of B: more than half cannot be excluded.',
    ]);
    expect(chain(graph('X -?-> A; O -40-> A'), ['X', 'A'], 'possible')).toEqual([
      'X holds an unknown share of A, at most 60 % beside what others hold: more than half cannot be excluded.',
    ]);
  });

  it('names the kind of a link, and that state supervision is weak evidence', () => {
    const parties = [{ id: 'S' }, { id: 'A' }, { id: 'B' }];
    const all = facts({
      parties,
      controls: [
        { controller: 'S', controlled: 'A', kind: 'state-supervision' },
        { controller: 'A', controlled: 'B', kind: 'general-partner' },
      ],
    });
    expect(chain(all, ['S', 'B'], 'certain')).toEqual([
      'S controls A by a control link (state-supervision), which is weak evidence of command.',
      'A controls B by a control link (general-partner).',
    ]);
  });

  it('prefers shares that suffice to a link beside them, and never rests on itself', () => {
    expect(chain(graph('X -60-> A; X ~controls~> A'), ['X', 'A'], 'certain')).toEqual([
      'X holds 60 % of A: more than half.',
    ]);
    expect(chain(graph('X ~controls~> A; A -80-> B; B -90-> A'), ['X', 'A'], 'certain')).toEqual([
      'X controls A by a control link (other).',
    ]);
  });
});

describe('ultimate controllers', () => {
  it.each([
    ['the top of a pyramid', 'X -51-> A; A -51-> B', 'B', ['X certain']],
    ['nobody where nobody holds more than half', 'X -50-> A; Y -50-> A', 'A', []],
    ['two, by a majority and by a link', 'X -60-> A; Y ~controls~> A', 'A', ['X certain', 'Y certain']],
    ['a circle above, as one', 'A -60-> B; B -60-> A; B -60-> C', 'C', ['A+B certain']],
    ['the circle that the party itself is in', 'A -60-> B; B -60-> A', 'A', ['A+B certain']],
    ['whoever stands above a circle', 'X ~controls~> A; A -60-> B; B -60-> A', 'B', ['X certain']],
    ['those who may control', 'X -?-> A; Y -?-> A', 'A', ['X possible', 'Y possible']],
    [
      'one that may be controlled in turn',
      'X -60-> A; Z -?-> X',
      'A',
      ['X certain (maybe under Z)', 'Z possible'],
    ],
    ['the controller of a possible controller', 'Z -60-> X; X -?-> A', 'A', ['Z possible']],
    [
      'parties that may hold each other in a circle',
      'X -?-> Y; Y -?-> X; X -60-> A',
      'A',
      ['X certain (maybe under Y)', 'Y possible (maybe under X)'],
    ],
  ])('%s', (_, lines, party, expected) => {
    expect(ultimate(graph(lines), party)).toEqual(expected);
  });

  it('stands above a chain of 3,000 parties and beside ten thousand owners', () => {
    const ties = Array.from({ length: 3000 }, (_, index) => `P${index} -60-> P${index + 1}`);
    expect(ultimate(graph(ties.join(';')), 'P3000')).toEqual(['P0 certain']);
    const owners = Array.from({ length: 10_000 }, (_, index) => `P${index} -0.001-> A`);
    expect(ultimate(graph(['X -55-> A', ...owners].join(';')), 'A')).toEqual(['X certain']);
  }, 60_000);

  it('are not given when the work exceeds its budget', () => {
    const control = on(graph('X -51-> A; A -51-> B'));
    expect(controllersOf(control, at(control, 'B'), { left: 1 })).toBeNull();
  });
});

describe('listed owners above a party', () => {
  const listings = [
    { party: 'L', list: 'bis-entity-list' },
    { party: 'M', list: 'bis-meu', confidence: 'reported' },
    { party: 'U', list: 'bis-unverified' },
    { party: 'E', list: 'bis-entity-list', to: '2025-01-01' },
    { party: 'B', list: 'bis-entity-list' },
  ];
  const all = graph('L -50-> A; M -20-> A; U -10-> A; E -10-> A; A -60-> B', { listings });

  it.each([
    ['bis-affiliates', '2025-10-15', ['L'], ['L', 'M']],
    ['bis-affiliates', '2024-12-31', ['E', 'L'], ['E', 'L', 'M']],
    ['ofac-50', '2025-10-15', [], []],
  ])('under %s on %s', (id, day, certain, perhaps) => {
    const regime = LAW.regulation.regimes.find((each) => each.id === id);
    if (!regime) throw new Error(`There is no regime ${id}`);
    const control = on(all, day);
    const above = holdingsAbove(control, at(control, 'B'));
    const found = listedOwners(control, above, { regime, listings: all.listings });
    const ids = (parties: ReadonlySet<number>) => [...parties].map((each) => idOf(control, each)).sort();
    expect([ids(found.certain), ids(found.all)]).toEqual([certain, perhaps]);
  });
});
