import { pathText } from '../analysis/complexes/grade-periods.ts';
import {
  type Complex,
  type ComplexMember,
  type ComplexPath,
  complexesInSteps,
  type GradePeriod,
  gradeOn,
} from '../analysis/complexes/memberships.ts';
import { covers } from '../facts/dates.ts';
import type { Facts, Listing, Party } from '../facts/facts.ts';
import { GRADES } from '../regulation/complex-shape.ts';
import type { Regulation } from '../regulation/read.ts';
import type {
  ComplexSummary,
  WireComplexMember,
  WireComplexPath,
  WireMembership,
} from '../wire/complexes.ts';
import { inTurns, pausing, type Work } from '../work.ts';
import { dayInWords } from './sentences.ts';

/** The complexes of what is loaded, with the look-ups that answers need. */
export interface ComplexIndex {
  readonly complexes: readonly Complex[];
  readonly parties: ReadonlyMap<string, Party>;
  readonly listings: ReadonlyMap<string, readonly Listing[]>;
  readonly regulation: Regulation;
}

const known = new WeakMap<Facts, Promise<ComplexIndex>>();

/** Finds the complexes once for each load, in turns with other answers. The law is read once and never changes. */
export function complexIndex(facts: Facts, regulation: Regulation): Promise<ComplexIndex> {
  const index = known.get(facts) ?? inTurns(indexInSteps(facts, regulation));
  known.set(facts, index);
  return index;
}

function* indexInSteps(facts: Facts, regulation: Regulation): Work<ComplexIndex> {
  const listings = new Map<string, Listing[]>();
  yield* pausing(facts.listings, (listing) => {
    const others = listings.get(listing.party);
    if (others) others.push(listing);
    else listings.set(listing.party, [listing]);
  });
  const parties = new Map<string, Party>();
  yield* pausing(facts.parties, (party) => void parties.set(party.id, party));
  const complexes = yield* complexesInSteps(facts, regulation.complexes);
  return { complexes, parties, listings, regulation };
}

/** A member with its grade of a day. */
interface Graded {
  readonly member: ComplexMember;
  readonly party: Party;
  readonly period: GradePeriod;
  readonly isListed: boolean;
}

/** A member as it stands on a day, with all its paths. */
export function memberView(
  index: ComplexIndex,
  { member, party, period: { grade, from, to } }: Graded,
  day: string,
): WireComplexMember {
  return {
    ...{ id: party.id, name: party.name, originalName: party.originalName?.text ?? null },
    ...{ kind: party.kind, jurisdiction: party.jurisdiction, isAnchor: member.isAnchor, grade, from, to },
    ...listedOn(index, party.id, day),
    paths: member.paths.filter((path) => covers(path, day)).map((path) => pathView(index, path, day)),
    complete: member.complete,
  };
}

/** Members on a day, strongest first, those that the complex is named after before all others. */
export function membersOn(index: ComplexIndex, complex: Complex, day: string): Graded[] {
  return [...complex.members.values()]
    .flatMap((member): Graded[] => {
      const [period, party] = [gradeOn(member, day), index.parties.get(member.party)];
      return period && party
        ? [{ member, party, period, isListed: listedOn(index, party.id, day).listed }]
        : [];
    })
    .sort(
      (a, b) =>
        Number(b.member.isAnchor) - Number(a.member.isAnchor) ||
        GRADES.indexOf(a.period.grade) - GRADES.indexOf(b.period.grade) ||
        BY_NAME.compare(a.party.name, b.party.name),
    );
}

/** Many times faster than comparing two texts each by itself. */
const BY_NAME = new Intl.Collator();

/** A complex with how many it has in each grade on a day. */
export function summaryOf(index: ComplexIndex, complex: Complex, day: string): ComplexSummary {
  const counts = GRADES.map((grade) => ({ grade, count: 0, unlisted: 0 }));
  for (const member of complex.members.values()) {
    const period = gradeOn(member, day);
    const count = counts.find(({ grade }) => grade === period?.grade);
    if (!count) continue;
    count.count += 1;
    if (!listedOn(index, member.party, day).listed) count.unlisted += 1;
  }
  return {
    id: complex.id,
    title: complex.title,
    anchors: complex.anchors.map((id) => ({ id, name: nameOf(index, id) })),
    total: counts.reduce((sum, { count }) => sum + count, 0),
    counts,
  };
}

/** What one party is to each complex that anything ties it to, on any day. */
export function membershipsOf(index: ComplexIndex, party: string, day: string): WireMembership[] {
  return index.complexes.flatMap((complex) => {
    const member = complex.members.get(party);
    if (!member) return [];
    const paths = member.paths.map((path) => pathView(index, path, day));
    const [now, others] = [paths.filter(({ active }) => active), paths.filter(({ active }) => !active)];
    return [
      {
        ...{ id: complex.id, title: complex.title, isAnchor: member.isAnchor },
        grade: gradeOn(member, day)?.grade ?? null,
        sentence: sentence(index, { complex, member, strongest: now[0], day }),
        periods: member.periods.map((period) => ({ ...period })),
        paths: [...now, ...others],
        complete: member.complete,
      },
    ];
  });
}

interface Standing {
  readonly complex: Complex;
  readonly member: ComplexMember;
  readonly strongest: WireComplexPath | undefined;
  readonly day: string;
}

function sentence(index: ComplexIndex, { complex, member, strongest, day }: Standing): string {
  if (member.isAnchor) return `The ${complex.title} is named after it.`;
  const on = dayInWords(day);
  if (!strongest)
    return `Nothing recorded ties it to the ${complex.title} on ${on}; on other days something does. That is no proof that there is nothing.`;
  const info = index.regulation.complexes.grades.find(({ id }) => id === strongest.grade);
  return `${complex.title} on ${on}: ${(info?.title ?? strongest.grade).toLowerCase()}. ${strongest.text}${strongest.text.endsWith('.') ? '' : '.'} ${info?.meaning ?? ''}`;
}

function pathView(index: ComplexIndex, path: ComplexPath, day: string): WireComplexPath {
  const { grade, basis, confidence, from, to } = path;
  const steps = path.steps.map(({ kind: _, via: __, facts, ...step }) => ({
    ...step,
    facts: [...facts],
    ...{ aName: nameOf(index, step.a), bName: nameOf(index, step.b) },
  }));
  const text = pathText(path, (id) => nameOf(index, id));
  const things = path.steps.flatMap(({ a, via, b }) => [a, ...(via === null ? [] : [via]), b]);
  return {
    grade,
    basis,
    confidence,
    from,
    to,
    active: covers(path, day),
    text,
    things: [...new Set(things)],
    steps,
  };
}

function listedOn(index: ComplexIndex, party: string, day: string): { listed: boolean; codes: string[] } {
  const lists = (index.listings.get(party) ?? [])
    .filter((listing) => covers(listing, day))
    .flatMap(({ list, footnotes }) => {
      const info = index.regulation.lists.find(({ id }) => id === list);
      return info ? [{ level: info.level, code: [info.code, ...footnotes].join('·') }] : [];
    });
  return {
    listed: lists.some(({ level }) => level === 'restricted'),
    codes: [...new Set(lists.map(({ code }) => code))].sort(),
  };
}

function nameOf({ parties }: ComplexIndex, id: string): string {
  return parties.get(id)?.name ?? id;
}
