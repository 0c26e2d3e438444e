import type { Confidence } from '../../facts/confidence.ts';
import { weakest } from '../../facts/confidence.ts';
import { ALWAYS, covers, type Interval } from '../../facts/dates.ts';
import type { Facts } from '../../facts/facts.ts';
import {
  BASES,
  type Basis,
  type ComplexGrading,
  GRADES,
  type Grade,
} from '../../regulation/complex-shape.ts';
import { pausing, toEnd, type Work } from '../../work.ts';
import { groupSteps, groupsInSteps } from './group-steps.ts';
import { type ComplexStep, rankOf } from './step.ts';
import { stepIndex } from './step-index.ts';
import { listingSteps } from './tie-steps.ts';
import { type Arrivals, findTrails, type Ground, rankOfTrail, type Trail } from './trails.ts';

/** One way in which a party is tied to a complex, over the days on which all of its steps hold. */
export interface ComplexPath extends Interval {
  readonly steps: readonly ComplexStep[];
  readonly grade: Grade;
  /** What its weakest step rests on. */
  readonly basis: Basis;
  readonly confidence: Confidence;
}

/** A grade over an interval: that of the strongest single path, whatever else there is. */
export interface GradePeriod extends Interval {
  readonly grade: Grade;
}

/** A party of a complex. Paths are never added up: ten weak leads are ten weak leads. */
export interface ComplexMember {
  readonly party: string;
  /** True for a party that the complex is named after. */
  readonly isAnchor: boolean;
  /** Strongest first, then by what they rest on, then the shortest. */
  readonly paths: readonly ComplexPath[];
  readonly periods: readonly GradePeriod[];
  /** False when the data hold still more paths of the same days, none stronger. */
  readonly complete: boolean;
}

/** A complex with everybody who is tied to it, on any day. */
export interface Complex {
  readonly id: string;
  readonly title: string;
  readonly anchors: readonly string[];
  readonly members: ReadonlyMap<string, ComplexMember>;
}

/**
 * The complexes that the facts name an anchor of, each with its members, graded and dated (design D10).
 *
 * A path's grade is that of its weakest step, not above what the confidence of each step allows, lowered by one for
 * each step after the first that is not itself a membership. All grades are data (`regulation/complexes.json`).
 */
export function findComplexes(facts: Facts, grading: ComplexGrading): Complex[] {
  return toEnd(complexesInSteps(facts, grading));
}

/** The same with pauses: all parties and ties of a register take seconds. */
export function* complexesInSteps(facts: Facts, grading: ComplexGrading): Work<Complex[]> {
  const ids = [...new Set(facts.parties.flatMap(({ complex }) => complex ?? []))].sort();
  if (ids.length === 0) return [];
  const steps = yield* stepIndex(facts, grading);
  const groups = yield* groupsInSteps(facts, grading);
  const states = new Set(facts.parties.flatMap(({ id, kind }) => (kind === 'government' ? [id] : [])));
  const found: Complex[] = [];
  for (const id of ids) {
    const anchors = facts.parties.flatMap((party) => (party.complex === id ? [party.id] : []));
    const listed = listingSteps(facts.listings, anchors, { complex: id, grading });
    const ground: Ground = {
      *stepsFrom(party) {
        if (anchors.includes(party)) yield* listed.filter(({ a }) => a === party);
        yield* steps(party);
        for (const group of groups.get(party) ?? []) yield* groupSteps(group, party, grading);
      },
      leadsOn: (party) => !states.has(party) || anchors.includes(party),
      mostSteps: grading.mostSteps,
    };
    const title = grading.complexes.find((each) => each.id === id)?.title ?? `${id} complex`;
    const members = yield* membersOf(anchors, yield* findTrails(anchors, ground));
    found.push({ id, title, anchors, members });
  }
  return found;
}

/** The grade of a member on a day; null on a day on which nothing ties it to the complex. */
export function gradeOn(member: ComplexMember, day: string): GradePeriod | null {
  return member.periods.find((period) => covers(period, day)) ?? null;
}

function* membersOf(
  anchors: readonly string[],
  found: ReadonlyMap<string, Arrivals>,
): Work<Map<string, ComplexMember>> {
  const anchorPeriods: GradePeriod[] = [{ ...ALWAYS, grade: 'member' }];
  const members = new Map<string, ComplexMember>(
    anchors.map((party) => [
      party,
      { party, isAnchor: true, paths: [], periods: anchorPeriods, complete: true },
    ]),
  );
  yield* pausing(found, ([party, { trails, cut }]) => void members.set(party, memberOf(party, trails, !cut)));
  return members;
}

/** Paths are written out when they are asked for: those of a long chain together are as long as its square. */
function memberOf(party: string, trails: readonly Trail[], complete: boolean): ComplexMember {
  let known: ComplexPath[] | null = null;
  return {
    party,
    isAnchor: false,
    get paths() {
      known ??= trails.map(pathOf).sort(compare);
      return known;
    },
    periods: periodsOf(trails),
    complete,
  };
}

function pathOf(trail: Trail): ComplexPath {
  const steps: ComplexStep[] = [];
  for (let at: Trail | null = trail; at; at = at.before) if (at.step) steps.push(at.step);
  steps.reverse();
  const deciding = steps.find(({ grade }) => rankOf(grade) === trail.worst);
  return {
    steps,
    grade: gradeOfTrail(trail),
    basis: deciding?.basis ?? 'affiliation',
    confidence: weakest(steps.map(({ confidence }) => confidence)),
    from: trail.from,
    to: trail.to,
  };
}

function gradeOfTrail(trail: Trail): Grade {
  return GRADES[rankOfTrail(trail)] ?? 'shown';
}

function compare(a: ComplexPath, b: ComplexPath): number {
  return (
    rankOf(a.grade) - rankOf(b.grade) ||
    BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
    a.steps.length - b.steps.length ||
    textOf(a).localeCompare(textOf(b))
  );
}

function textOf({ steps }: ComplexPath): string {
  return steps.map(({ b, kind, facts }) => [b, kind, ...facts].join(' ')).join(' ');
}

/** Sweeps over the days on which a way begins or ends; neighbours of the same grade become one period. */
function periodsOf(trails: readonly Trail[]): GradePeriod[] {
  const strongestFirst = [...trails].sort((a, b) => rankOfTrail(a) - rankOfTrail(b));
  const days = trails.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  const starts = [null, ...[...new Set(days)].sort()];
  const periods: GradePeriod[] = [];
  for (const [index, from] of starts.entries()) {
    const best = strongestFirst.find((trail) => (from === null ? trail.from === null : covers(trail, from)));
    if (!best) continue;
    const grade = gradeOfTrail(best);
    const to = starts[index + 1] ?? null;
    const last = periods.at(-1);
    if (last?.grade === grade && last.to === from) periods[periods.length - 1] = { ...last, to };
    else periods.push({ from, to, grade });
  }
  return periods;
}
