import type { Confidence } from '../../facts/confidence.ts';
import { covers, type Interval } from '../../facts/dates.ts';
import type { Basis, Grade } from '../../regulation/complex-shape.ts';
import type { Complex, ComplexMember, ComplexPath, GradePeriod } from './memberships.ts';
import { rankOf } from './step.ts';

/** What a party is to a complex over an interval: a conclusion as it is stored. */
export interface Membership extends Interval {
  readonly id: string;
  readonly party: string;
  readonly complex: string;
  readonly title: string;
  readonly grade: Grade;
  /** What the strongest path rests on; `anchor` for a party that the complex is named after. */
  readonly basis: Basis | 'anchor';
  readonly confidence: Confidence;
  /** The strongest path in words. */
  readonly text: string;
  /** Its steps in words, from the party that the complex is named after. */
  readonly steps: readonly string[];
  /** All facts of all paths of the interval: what has to be looked at again when one of them turns out wrong. */
  readonly facts: readonly string[];
  /** How many paths there are in the interval, of whatever grade. */
  readonly paths: number;
}

/**
 * The memberships of all complexes, one for each interval of one grade (design D4). Complexes hold every path; a
 * membership names the strongest that holds on its first day.
 *
 * @param nameOf names of parties, for the words
 */
export function memberships(complexes: readonly Complex[], nameOf: (party: string) => string): Membership[] {
  return complexes.flatMap((complex) =>
    [...complex.members.values()].flatMap((member) =>
      member.periods.map((period) => membershipOf(complex, { member, period, nameOf })),
    ),
  );
}

/** A path read aloud, with the party that the complex is named after first. */
export function pathText({ steps }: ComplexPath, nameOf: (party: string) => string): string {
  return `${nameOf(steps[0]?.a ?? '')} ${steps.map(({ tie, b }) => `${tie} ${nameOf(b)}`).join(', which ')}`;
}

interface Standing {
  readonly member: ComplexMember;
  readonly period: GradePeriod;
  readonly nameOf: (party: string) => string;
}

function membershipOf({ id, title }: Complex, { member, period, nameOf }: Standing): Membership {
  const { party, isAnchor } = member;
  const { grade, from, to } = period;
  const paths = member.paths.filter((path) => meets(path, period));
  const strongest = strongestAtFirst(paths, period);
  return {
    id: ['membership', id, party, from ?? 'always'].join(':'),
    ...{ party, complex: id, title, grade, from, to, paths: paths.length },
    basis: isAnchor ? 'anchor' : (strongest?.basis ?? 'affiliation'),
    confidence: isAnchor ? 'verified' : (strongest?.confidence ?? 'inferred'),
    text: strongest ? pathText(strongest, nameOf) : `The ${title} is named after it.`,
    steps: (strongest?.steps ?? []).map(({ a, tie, b }) => `${nameOf(a)} ${tie} ${nameOf(b)}`),
    facts: [...new Set(paths.flatMap(({ steps }) => steps.flatMap(({ facts }) => facts)))].sort(),
  };
}

function meets(path: Interval, period: Interval): boolean {
  const startsInTime = path.from === null || period.to === null || path.from < period.to;
  const endsInTime = path.to === null || period.from === null || path.to > period.from;
  return startsInTime && endsInTime;
}

/** Paths come strongest first, but one that begins later does not speak for the first day. */
function strongestAtFirst(paths: readonly ComplexPath[], { from, grade }: GradePeriod): ComplexPath | null {
  const atFirst = paths.filter((path) => (from === null ? path.from === null : covers(path, from)));
  return atFirst.find((path) => rankOf(path.grade) === rankOf(grade)) ?? null;
}
