import { describe, expect, it } from 'vitest';
import { nodeContradictions } from '../../server/analysis/facilities/node-contradictions.ts';
import { nodePeriods } from '../../server/analysis/facilities/node-periods.ts';
import { assess, readInput, SEED } from '../../server/pipeline.ts';
import { facts, LAW } from '../support/cases.ts';

const LAW_OF_NODES = LAW.regulation.advancedNode;
const fab = (more: object) => facts({ facilities: [{ id: 'F', name: 'Fab F', ...more }] });

/** First day, class and basis of each period that says another one than the period before. */
function changes(more: object): string[] {
  const told = nodePeriods(fab(more), LAW_OF_NODES).map(({ nodeClass, basis, from }) => ({
    from: from ?? 'always',
    says: `${nodeClass} ${basis}`,
  }));
  return told
    .filter(({ says }, at) => says !== told[at - 1]?.says)
    .map(({ from, says }) => `${from} ${says}`);
}

const contradictions = (more: object) =>
  nodeContradictions(fab(more), LAW_OF_NODES).map(({ from, to }) => `${from ?? ''}..${to ?? ''}`);

const FINFET = { kind: 'logic', nodeNm: 14, transistor: 'non-planar' };
const PLANAR = { kind: 'logic', nodeNm: 28, transistor: 'planar' };

describe('the node class over time', () => {
  it.each([
    ['nothing is known', {}, ['always unknown none']],
    ['a source denies it', { advancedNode: false }, ['always not-advanced stated']],
    ['a source states it', { advancedNode: true }, ['always advanced stated']],
    [
      'it is stated with its days',
      { advancedNode: true, advancedFrom: '2020-01-01', advancedTo: '2023-01-01' },
      ['always not-advanced stated', '2020-01-01 advanced stated', '2023-01-01 not-advanced stated'],
    ],
    [
      'a technology decides from the day of the definition on',
      { technologies: [FINFET] },
      ['always not-advanced technology', '2022-10-07 advanced technology'],
    ],
    [
      'a technology decides from its own first day on; before it nothing is known',
      { technologies: [{ ...FINFET, from: '2024-01-01' }] },
      ['always unknown none', '2024-01-01 advanced technology'],
    ],
    [
      'one technology of several is advanced for a while',
      { technologies: [PLANAR, { ...FINFET, from: '2024-01-01', to: '2025-01-01' }] },
      [
        'always not-advanced technology',
        '2024-01-01 advanced technology',
        '2025-01-01 not-advanced technology',
      ],
    ],
    [
      'DRAM is told by other measures from December 2024 and January 2025 on',
      { technologies: [{ kind: 'dram', halfPitchNm: 19, cellAreaUm2: 0.0024, densityGbPerMm2: 0.15 }] },
      ['always not-advanced technology', '2025-01-16 advanced technology'],
    ],
    [
      'what is stated stays, whatever the technologies say',
      { advancedNode: false, technologies: [FINFET] },
      ['always not-advanced stated'],
    ],
  ])('is told when %s', (_, given, expected) => {
    expect(changes(given)).toEqual(expected);
  });

  it('covers every day once', () => {
    const found = nodePeriods(
      fab({ technologies: [PLANAR, { ...FINFET, from: '2024-01-01' }] }),
      LAW_OF_NODES,
    );
    expect(found[0]?.from).toBeNull();
    expect(found.at(-1)?.to).toBeNull();
    expect(found.slice(0, -1).map(({ to }) => to)).toEqual(found.slice(1).map(({ from }) => from));
  });

  it('says when the first day is not known', () => {
    const last = (more: object) => nodePeriods(fab(more), LAW_OF_NODES).at(-1)?.startKnown;
    expect(last({ advancedNode: true })).toBe(false);
    expect(last({ advancedNode: true, advancedFrom: '2020-01-01' })).toBe(true);
    expect(last({ technologies: [FINFET] })).toBe(false);
    expect(last({ technologies: [{ ...FINFET, from: '2020-01-01' }] })).toBe(true);
  });

  it('names the clause and citation beside a statement that the technology agrees with', () => {
    const last = nodePeriods(fab({ advancedNode: true, technologies: [FINFET] }), LAW_OF_NODES).at(-1);
    expect(last).toMatchObject({ basis: 'stated', clauses: ['logic-non-planar'] });
    expect(last?.text).toContain('non-planar transistors');
    expect(last?.citation).toContain('87 FR 62186');
  });
});

describe('a stated class against technologies', () => {
  it.each([
    [
      'denied, and advanced by the definition',
      { advancedNode: false, technologies: [FINFET] },
      ['2022-10-07..'],
    ],
    ['stated, and not advanced', { advancedNode: true, technologies: [PLANAR] }, ['2022-10-07..']],
    ['stated, and the technology is silent', { advancedNode: true, technologies: [{ kind: 'nand' }] }, []],
    ['stated, and agreed with', { advancedNode: true, technologies: [FINFET] }, []],
    [
      'before the stated first day, the technology has no known start',
      { advancedNode: true, advancedFrom: '2024-01-01', technologies: [FINFET] },
      [],
    ],
    [
      'before the stated first day, the technology was there',
      { advancedNode: true, advancedFrom: '2024-01-01', technologies: [{ ...FINFET, from: '2023-01-01' }] },
      ['2023-01-01..2024-01-01'],
    ],
  ])('%s', (_, given, expected) => {
    expect(contradictions(given)).toEqual(expected);
  });
});

describe('the seed', () => {
  const { facts: seed } = readInput([SEED]);

  it('gives technologies only where the class is stated, and none contradicts it', () => {
    const given = seed.facilities.filter(({ technologies }) => technologies.length > 0);
    expect(given.length).toBeGreaterThan(15);
    expect(given.filter(({ advancedNode }) => advancedNode === null)).toEqual([]);
    expect(nodeContradictions(seed, LAW_OF_NODES)).toEqual([]);
  });

  it('raises the same Red Flag 27 with its technologies and without them', () => {
    const bare = { ...seed, facilities: seed.facilities.map((each) => ({ ...each, technologies: [] })) };
    const rf27 = (all: typeof seed) => assess(all, LAW).findings.filter(({ flag }) => flag === 'RF27');
    const found = rf27(seed);
    expect(found).toHaveLength(4);
    expect(found).toEqual(rf27(bare));
  });

  it('agrees with each stated class by the clause that it names', () => {
    const told = nodePeriods(seed, LAW_OF_NODES).filter(
      ({ to, clauses }) => to === null && clauses.length > 0,
    );
    expect(told.length).toBeGreaterThan(15);
    expect(told.find(({ facility }) => facility === 'smic-sn1')?.clauses).toEqual(['logic-non-planar']);
  });
});
