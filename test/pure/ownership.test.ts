import { describe, expect, it } from 'vitest';
import { facts, graph, outcomes, verdictsOn } from '../support/cases.ts';

/** Published and made-up holdings with the outcome that the rule text gives. X and Y are listed. */
const TABLE: readonly (readonly [name: string, lines: string, expected: Record<string, string>])[] = [
  [
    'a chain of exact halves is captured to its end',
    'X* -50-> A; A -50-> B; B -50-> C',
    { A: 'captured', B: 'captured', C: 'captured' },
  ],
  ['nothing is multiplied', 'X* -60-> A; A -60-> B', { A: 'captured', B: 'captured' }],
  ['two captured owners add up', 'X* -50-> A; X* -50-> B; A -25-> C; B -25-> C', { C: 'captured' }],
  ['a direct and an indirect share add up', 'X* -50-> A; X* -10-> B; A -40-> B', { B: 'captured' }],
  [
    'a share through an owner that is not captured counts nothing',
    'X* -50-> A; X* -25-> B; A -25-> C; B -25-> C',
    { B: 'not-captured', C: 'not-captured' },
  ],
  [
    'two quarters through uncaptured owners are nothing',
    'X* -25-> A; X* -25-> B; A -50-> C; B -50-> C',
    { A: 'not-captured', B: 'not-captured', C: 'not-captured' },
  ],
  ['shares of two listed parties add up', 'X* -35-> C; Y* -15-> C', { C: 'captured' }],
  ['49 and then 100 is not captured', 'X* -49-> A; A -100-> B', { A: 'not-captured', B: 'not-captured' }],
  [
    'a circle that holds itself up is circular',
    'X* -40-> A; B -10-> A; X* -20-> B; A -30-> B',
    { A: 'circular', B: 'circular' },
  ],
  [
    'a circle without any listed owner is nothing',
    'A -100-> B; B -100-> A; X* -10-> C',
    { A: 'not-captured', B: 'not-captured' },
  ],
  [
    'a circle below a captured party is captured',
    'X* -50-> A; A -60-> B; B -40-> A',
    { A: 'captured', B: 'captured' },
  ],
  ['a band that reaches the threshold cannot be excluded', 'X* -25..50-> A', { A: 'cannot-exclude' }],
  ['a band that stops short of it is not captured', 'X* -[25..50)-> A', { A: 'not-captured' }],
  ['a band above it is captured', 'X* -(50..75]-> A', { A: 'captured' }],
  ['an unknown share cannot be excluded', 'X* -?-> A', { A: 'cannot-exclude' }],
  ['what others certainly hold limits the unknown', 'X* -?-> A; P -60-> A', { A: 'not-captured' }],
  ['exactly enough is left for the unknown', 'X* -?-> A; P -50-> A', { A: 'cannot-exclude' }],
  [
    'the limit also holds for the sum of two unknowns',
    'X* -?-> A; Y* -?-> A; P -51-> A',
    { A: 'not-captured' },
  ],
  [
    'undecided owners pass their doubt on',
    'X* -?-> A; A -100-> B',
    { A: 'cannot-exclude', B: 'cannot-exclude' },
  ],
  ['control captures nothing under the BIS rule', 'X* ~controls~> A', { A: 'not-captured' }],
  ['a branch is the same legal person', 'X* =branch=> A', { A: 'captured' }],
  ['three thirds are a whole', 'X* -100/3-> A; Y* -100/3-> A; Z* -100/3-> A', { A: 'captured' }],
  ['a third and a sixth are exactly a half', 'X* -100/3-> A; Y* -50/3-> A', { A: 'captured' }],
];

describe('ownership under the BIS 50 % rule', () => {
  it.each(TABLE)('%s', (_, lines, expected) => {
    expect(outcomes(graph(lines))).toMatchObject(expected);
  });

  it('tells 49.999...9 from 50, however many digits it has', () => {
    const held = (share: string): string =>
      `{"parties":[{"id":"X"},{"id":"A"}],"listings":[{"party":"X","list":"bis-entity-list"}],"holdings":[{"owner":"X","owned":"A","share":${share}}]}`;
    expect(outcomes(facts(held('49.99999999999999999999999999'))).A).toBe('not-captured');
    expect(outcomes(facts(held('50.00000000000000000000000000'))).A).toBe('captured');
    expect(outcomes(facts(held('49.9999'))).A).toBe('not-captured');
  });

  it('adds many small shares without losing any', () => {
    const owners = Array.from({ length: 1_000 }, (_, index) => `L${index}* -0.05-> A`).join('\n');
    expect(outcomes(graph(owners)).A).toBe('captured');
    expect(outcomes(graph(owners.replace('L0* -0.05->', 'L0* -0.0499->'))).A).toBe('not-captured');
  });

  it('counts the chain through a US party and leaves the US party out', () => {
    const all = graph('X* -100-> U; U -100-> S', {
      parties: [
        { id: 'X', jurisdiction: 'CN' },
        { id: 'U', jurisdiction: 'US' },
        { id: 'S', jurisdiction: 'SG' },
      ],
    });
    expect(outcomes(all)).toEqual({ X: 'listed', U: 'not-captured', S: 'captured' });
    const [verdict] = verdictsOn(all, 'bis-affiliates', '2025-10-15').filter(({ party }) => party === 'U');
    expect(verdict).toMatchObject({ exempt: true });
  });
});

describe('regimes', () => {
  const held = (list: string, share: object | number, programs: string[] = []): ReturnType<typeof facts> =>
    facts({
      parties: [
        { id: 'D', jurisdiction: 'RU' },
        { id: 'A', jurisdiction: 'RU' },
      ],
      listings: [{ party: 'D', list, programs }],
      holdings: [{ owner: 'D', owned: 'A', share }],
    });

  it('moves the EU threshold on 3 July 2024', () => {
    const half = held('eu-consolidated', 50);
    expect(outcomes(half, 'eu-own-or-control', '2024-07-02').A).toBe('not-captured');
    expect(outcomes(half, 'eu-own-or-control', '2024-07-03').A).toBe('captured');
  });

  it('asks more than 50 % in the UK', () => {
    expect(outcomes(held('uk-sanctions', 50), 'uk-own-or-control').A).toBe('not-captured');
    expect(outcomes(held('uk-sanctions', 50.0001), 'uk-own-or-control').A).toBe('captured');
  });

  it('lets control capture in the EU and the UK only', () => {
    const controlled = (list: string) =>
      facts({
        parties: [{ id: 'D' }, { id: 'A' }],
        listings: [{ party: 'D', list }],
        controls: [{ controller: 'D', controlled: 'A' }],
      });
    expect(outcomes(controlled('eu-consolidated'), 'eu-own-or-control').A).toBe('captured');
    expect(outcomes(controlled('uk-sanctions'), 'uk-own-or-control').A).toBe('captured');
    expect(outcomes(controlled('ofac-sdn'), 'ofac-50').A).toBe('not-captured');
  });

  it('counts no owner on the Unverified or Denied Persons list', () => {
    for (const list of ['bis-unverified', 'bis-denied-persons', 'dod-1260h', 'ofac-ns-cmic']) {
      expect(outcomes(held(list, 100)).A).toBe('not-captured');
    }
  });

  it('counts blocked owners under the BIS rule only for the programmes it names', () => {
    expect(outcomes(held('ofac-sdn', 60, ['RUSSIA-EO14024'])).A).toBe('captured');
    expect(outcomes(held('ofac-sdn', 60, ['CUBA'])).A).toBe('not-captured');
    expect(outcomes(held('ofac-sdn', 60)).A).toBe('cannot-exclude');
    expect(outcomes(held('ofac-sdn', 60, ['CUBA']), 'ofac-50').A).toBe('captured');
  });

  it('covers a branch in the same country only, where affiliates are legally distinct', () => {
    const branch = (jurisdiction: string) =>
      facts({
        parties: [
          { id: 'L', jurisdiction: 'CN' },
          { id: 'B', jurisdiction },
        ],
        listings: [{ party: 'L', list: 'bis-entity-list' }],
        holdings: [{ owner: 'L', owned: 'B', kind: 'branch' }],
      });
    expect(outcomes(branch('CN'), 'bis-legally-distinct').B).toBe('captured');
    expect(outcomes(branch('MY'), 'bis-legally-distinct').B).toBe('not-captured');
    expect(outcomes(branch('MY'), 'bis-affiliates').B).toBe('captured');
  });
});

describe('confidence', () => {
  const held = (confidence: string) =>
    facts({
      parties: [{ id: 'L' }, { id: 'A' }],
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [{ owner: 'L', owned: 'A', share: 100, confidence }],
    });

  it('lets reported and recalled holdings capture nobody, and exclude nobody', () => {
    for (const confidence of ['reported', 'inferred']) {
      const [verdict] = verdictsOn(held(confidence), 'bis-affiliates', '2025-10-15').filter(
        ({ party }) => party === 'A',
      );
      expect(verdict).toMatchObject({
        outcome: 'cannot-exclude',
        weak: true,
        shareMin: '0',
        shareMax: '100',
      });
    }
    expect(outcomes(held('secondary')).A).toBe('captured');
  });

  it('widens the range where two rows state different shares for the same days', () => {
    const all = facts({
      parties: [{ id: 'L' }, { id: 'A' }],
      listings: [{ party: 'L', list: 'bis-entity-list' }],
      holdings: [
        { owner: 'L', owned: 'A', share: 30 },
        { owner: 'L', owned: 'A', share: 55 },
      ],
    });
    const [verdict] = verdictsOn(all, 'bis-affiliates', '2025-10-15').filter(({ party }) => party === 'A');
    expect(verdict).toMatchObject({ outcome: 'cannot-exclude', shareMin: '30', shareMax: '55' });
  });
});
