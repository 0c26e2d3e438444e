import { describe, expect, it } from 'vitest';
import { testTechnology } from '../../server/analysis/facilities/technology-test.ts';
import type { Technology } from '../../server/facts/technology.ts';
import { facts, LAW } from '../support/cases.ts';

/** A technology as a case file gives it, read and made exact the way the product does. */
function technology(given: object): Technology {
  const [facility] = facts({ facilities: [{ id: 'F', technologies: [given] }] }).facilities;
  const [read] = facility?.technologies ?? [];
  if (!read) throw new Error('The technology was not read');
  return read;
}

function classOf(given: object, day: string): string {
  const { nodeClass, clauses } = testTechnology(technology(given), LAW.regulation.advancedNode, day);
  return [nodeClass, ...clauses].join(' ');
}

const logic = (more: object) => ({ kind: 'logic', ...more });
const nand = (layers: number) => ({ kind: 'nand', layers });
const dram = (more: object) => ({ kind: 'dram', ...more });
const ADVANCED = 'advanced';

/** Kind, day and what is expected: the clause that was met, or all that were not. */
const TABLE: readonly (readonly [given: object, day: string, expected: string])[] = [
  [logic({ nodeNm: 16 }), '2022-10-07', `${ADVANCED} logic-16-14`],
  [logic({ nodeNm: 14 }), '2026-01-01', `${ADVANCED} logic-16-14`],
  [
    logic({ nodeNm: '16.000000000000000000001', transistor: 'planar' }),
    '2025-06-01',
    'not-advanced logic-non-planar logic-16-14',
  ],
  [logic({ nodeNm: 16.1 }), '2025-06-01', 'unknown logic-non-planar'],
  [logic({ nodeNm: 28, transistor: 'planar' }), '2025-06-01', 'not-advanced logic-non-planar logic-16-14'],
  [logic({ nodeNm: 22, transistor: 'non-planar' }), '2025-06-01', `${ADVANCED} logic-non-planar`],
  [logic({ transistor: 'planar' }), '2025-06-01', 'unknown logic-16-14'],
  [logic({}), '2025-06-01', 'unknown logic-non-planar logic-16-14'],
  [logic({ nodeNm: 3, transistor: 'non-planar' }), '2022-10-06', 'not-advanced'],
  [nand(128), '2022-10-07', `${ADVANCED} nand-128`],
  [nand(127), '2022-10-07', 'not-advanced nand-128'],
  [nand(128), '2022-10-06', 'not-advanced'],
  [{ kind: 'nand' }, '2025-06-01', 'unknown nand-128'],
  [dram({ halfPitchNm: 18 }), '2022-10-07', `${ADVANCED} dram-18`],
  [dram({ halfPitchNm: 18 }), '2024-12-01', `${ADVANCED} dram-18`],
  [dram({ halfPitchNm: '18.0000000000000000001' }), '2024-12-01', 'not-advanced dram-18'],
  [dram({ halfPitchNm: 18 }), '2024-12-02', 'unknown dram-cell-0.0019 dram-density-0.288'],
  [dram({ cellAreaUm2: 0.0018999 }), '2024-12-02', `${ADVANCED} dram-cell-0.0019`],
  [dram({ cellAreaUm2: 0.0018999 }), '2024-12-01', 'unknown dram-18'],
  [
    dram({ cellAreaUm2: 0.0019, densityGbPerMm2: 0.288 }),
    '2024-12-02',
    'not-advanced dram-cell-0.0019 dram-density-0.288',
  ],
  [dram({ cellAreaUm2: 0.0019 }), '2024-12-02', 'unknown dram-density-0.288'],
  [dram({ densityGbPerMm2: 0.288 }), '2025-01-15', 'unknown dram-cell-0.0019'],
  [dram({ densityGbPerMm2: '0.2880000000000000001' }), '2025-01-15', `${ADVANCED} dram-density-0.288`],
  [dram({ densityGbPerMm2: 0.288 }), '2025-01-16', `${ADVANCED} dram-density-0.20`],
  [dram({ cellAreaUm2: 0.0019 }), '2025-01-16', `${ADVANCED} dram-cell-0.0026`],
  [
    dram({ cellAreaUm2: 0.0026, densityGbPerMm2: 0.2, tsvPerDie: 3000 }),
    '2025-01-16',
    'not-advanced dram-cell-0.0026 dram-density-0.20 dram-tsv-3000',
  ],
  [dram({ cellAreaUm2: 0.0025999 }), '2025-01-16', `${ADVANCED} dram-cell-0.0026`],
  [dram({ densityGbPerMm2: 0.2001 }), '2025-01-16', `${ADVANCED} dram-density-0.20`],
  [
    dram({ cellAreaUm2: 0.0026, densityGbPerMm2: 0.2, tsvPerDie: 3001 }),
    '2025-01-16',
    `${ADVANCED} dram-tsv-3000`,
  ],
  [
    dram({ cellAreaUm2: 0.003, densityGbPerMm2: 0.1, tsvPerDie: 4000 }),
    '2025-01-15',
    'not-advanced dram-cell-0.0019 dram-density-0.288',
  ],
  [dram({ cellAreaUm2: 0.003, densityGbPerMm2: 0.1 }), '2025-01-16', 'unknown dram-tsv-3000'],
];

describe('the definition of advanced-node ICs', () => {
  it.each(TABLE)('finds %j on %s: %s', (given, day, expected) => {
    expect(classOf(given, day)).toBe(expected);
  });

  it('reaches every clause of the law, met and not met', () => {
    const clauses = LAW.regulation.advancedNode.periods.flatMap(({ tests }) => tests.map(({ id }) => id));
    for (const clause of clauses)
      for (const nodeClass of [ADVANCED, 'not-advanced'])
        expect(
          TABLE.some(([, , said]) => said.startsWith(`${nodeClass} `) && said.split(' ').includes(clause)),
          `${clause} ${nodeClass}`,
        ).toBe(true);
  });

  it('says what was compared and where it stands', () => {
    const tested = testTechnology(technology(nand(232)), LAW.regulation.advancedNode, '2025-06-01');
    expect(tested.text).toBe('232 layers: the definition says 128 layers or more');
    expect(tested.citation).toContain('772.1');
  });

  it('covers for each kind all days from 7 October 2022 on, without a gap or an overlap', () => {
    for (const kind of ['logic', 'nand', 'dram']) {
      const periods = LAW.regulation.advancedNode.periods.filter((each) => each.kind === kind);
      expect(periods[0]?.from).toBe('2022-10-07');
      expect(periods.at(-1)?.to).toBeNull();
      expect(periods.slice(0, -1).map(({ to }) => to)).toEqual(periods.slice(1).map(({ from }) => from));
    }
  });
});
