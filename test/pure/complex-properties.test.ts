import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSteps, groupsByParty, officeSteps } from '../../server/analysis/complexes/group-steps.ts';
import { holdingSteps } from '../../server/analysis/complexes/holding-steps.ts';
import { type Complex, findComplexes, gradeOn } from '../../server/analysis/complexes/memberships.ts';
import { type ComplexStep, rankOf } from '../../server/analysis/complexes/step.ts';
import { listingSteps, tieSteps } from '../../server/analysis/complexes/tie-steps.ts';
import { covers } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { LAW } from '../support/cases.ts';
import { anyCase } from '../support/random-case.ts';

const GRADING = LAW.regulation.complexes;
const DAYS = ['2018-01-01', '2019-01-01', '2024-12-02', '2025-10-20', '2026-01-01'];
const NONE = rankOf('shown') + 1;

/** Random cases in which every listing says that its party belongs to Huawei. */
const anyComplex = anyCase.map(
  (all): Facts => ({ ...all, listings: all.listings.map((each) => ({ ...each, footnotes: ['1'] })) }),
);

function huaweiOf(all: Facts): Complex | undefined {
  return findComplexes(all, GRADING).find(({ id }) => id === 'huawei');
}

/** Rank of the grade of each party on each day; one more than the weakest where nothing ties it. */
function ranks(all: Facts): Record<string, number> {
  const complex = huaweiOf(all);
  return Object.fromEntries(
    all.parties.flatMap(({ id }) =>
      DAYS.map((day) => {
        const member = complex?.members.get(id);
        const grade = member && gradeOn(member, day)?.grade;
        return [`${id} ${day}`, grade ? rankOf(grade) : NONE];
      }),
    ),
  );
}

const SECTIONS = ['listings', 'holdings', 'controls', 'investments', 'affiliations', 'officers'] as const;

/** The facts without one of their ties, and which. */
function without(all: Facts, section: (typeof SECTIONS)[number], id: string): Facts {
  return { ...all, [section]: [...all[section]].filter((fact) => fact.id !== id) };
}

describe('on random facts', () => {
  it('a tie more never lowers a grade, and a tie less never raises one', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyComplex, (all) => {
        const before = ranks(all);
        for (const section of SECTIONS)
          for (const { id } of all[section])
            for (const [at, rank] of Object.entries(ranks(without(all, section, id))))
              expect(rank, `${at} without ${id}`).toBeGreaterThanOrEqual(before[at] ?? NONE);
      }),
      { numRuns: 60 },
    );
  });

  it('the strongest path gives the grade, whatever the others are', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyComplex, (all) => {
        for (const member of huaweiOf(all)?.members.values() ?? [])
          for (const day of DAYS) {
            if (member.isAnchor) continue;
            const active = member.paths.filter((path) => covers(path, day)).map(({ grade }) => rankOf(grade));
            const grade = gradeOn(member, day)?.grade;
            expect(grade ? rankOf(grade) : Number.POSITIVE_INFINITY).toBe(Math.min(...active));
          }
      }),
    );
  });

  it('every day has the grade that walking every way without loops finds', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyComplex, fc.constantFrom(...DAYS), (all, day) => {
        const found = Object.entries(ranks(all)).filter(([at]) => at.endsWith(day));
        expect(Object.fromEntries(found)).toEqual(walked(all, day));
      }),
      { numRuns: 200 },
    );
  });
});

/** The plain version: every way without loops, one after the other, on one day. */
function walked(all: Facts, day: string): Record<string, number> {
  const anchors = all.parties.flatMap(({ id, complex }) => (complex === 'huawei' ? [id] : []));
  const groups = groupsByParty(all, GRADING);
  const steps = [
    ...listingSteps(all.listings, anchors, { complex: 'huawei', grading: GRADING }),
    ...[...holdingSteps(all, GRADING), ...tieSteps(all, GRADING), ...officeSteps(all, GRADING)],
    ...all.parties.flatMap(({ id }) =>
      (groups.get(id) ?? []).flatMap((group) => [...groupSteps(group, id, GRADING)]),
    ),
  ].filter((step) => covers(step, day));
  const best = new Map<string, number>(anchors.map((id) => [id, 0]));
  const walk = (way: readonly ComplexStep[], end: string): void => {
    const worst = Math.max(0, ...way.map(({ grade }) => rankOf(grade)));
    const loose = way.filter(({ grade }) => grade !== 'member').length;
    const rank = worst + Math.max(0, loose - 1);
    if (rank >= NONE || loose > GRADING.mostSteps || (rank === NONE - 1 && loose > 1)) return;
    if (way.length > 0) best.set(end, Math.min(best.get(end) ?? NONE, rank));
    if (rank >= rankOf('weak')) return;
    for (const step of steps) {
      const isUp = step.kind === 'parent' && way.some(({ kind }) => kind !== 'parent');
      const isSameGroup = step.via !== null && step.via === way.at(-1)?.via;
      const isSeen = anchors.includes(step.b) || way.some(({ b }) => b === step.b);
      if (step.a === end && !isUp && !isSameGroup && !isSeen) walk([...way, step], step.b);
    }
  };
  for (const anchor of anchors) walk([], anchor);
  return Object.fromEntries(all.parties.map(({ id }) => [`${id} ${day}`, best.get(id) ?? NONE]));
}
