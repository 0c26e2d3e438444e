import { type Confidence, weakest } from '../../facts/confidence.ts';
import { ALWAYS, type Interval, intersect } from '../../facts/dates.ts';
import type { Facts, Officer, Party } from '../../facts/facts.ts';
import { sharedAddressesInSteps } from '../../projection/addresses.ts';
import type { Basis, ComplexGrading, Graded } from '../../regulation/complex-shape.ts';
import { pausing, toEnd, type Work } from '../../work.ts';
import { type ComplexStep, gradeOf } from './step.ts';

/** Parties that have one thing in common: an exact address, or a person who holds office in each. */
export interface Group {
  readonly basis: Basis;
  readonly via: string;
  readonly tie: string;
  readonly graded: Graded;
  readonly members: readonly GroupMember[];
}

interface GroupMember extends Interval {
  readonly party: string;
  readonly fact: string;
  readonly confidence: Confidence;
}

/**
 * Groups by party. They are not written out as pairs: an address of ten thousand companies has a hundred million.
 */
export function groupsByParty(facts: Facts, grading: ComplexGrading): Map<string, Group[]> {
  return toEnd(groupsInSteps(facts, grading));
}

/** The same with pauses. */
export function* groupsInSteps(facts: Facts, grading: ComplexGrading): Work<Map<string, Group[]>> {
  const byParty = new Map<string, Group[]>();
  const addresses = yield* addressGroups(facts.parties, grading);
  const leaders = yield* leaderGroups(facts, grading);
  yield* pausing([...addresses, ...leaders], (group) => {
    for (const party of new Set(group.members.map((member) => member.party))) {
      const groups = byParty.get(party);
      if (groups) groups.push(group);
      else byParty.set(party, [group]);
    }
  });
  return byParty;
}

/** Steps from one party of a group to all the others, on days on which both belong to it. */
export function* groupSteps(group: Group, from: string, grading: ComplexGrading): Generator<ComplexStep> {
  const { basis, via, tie, graded, members } = group;
  for (const own of members.filter(({ party }) => party === from)) {
    for (const other of members) {
      const days = other.party === from ? null : intersect([own, other]);
      if (!days) continue;
      const confidence = weakest([own.confidence, other.confidence]);
      const grade = gradeOf(graded, confidence, grading);
      const ends = { a: from, b: other.party, facts: [own.fact, other.fact] };
      yield { ...ends, basis, kind: basis, tie, grade, reason: graded.reason, confidence, ...days, via };
    }
  }
}

/** Offices as steps between a party and the person: who leads a party is tied to it himself. */
export function officeSteps(facts: Pick<Facts, 'officers'>, grading: ComplexGrading): ComplexStep[] {
  return facts.officers.map((post) => ({
    ...{
      a: post.party,
      b: post.person,
      basis: 'leadership' as const,
      kind: 'office',
      tie: officeWords(post),
    },
    grade: gradeOf(grading.leadership, post.confidence, grading),
    ...{ reason: 'The person holds office in it.', confidence: post.confidence, facts: [post.id], via: null },
    ...{ from: post.from, to: post.to },
  }));
}

function officeWords({ role }: Officer): string {
  return role === '' ? 'has as an officer' : `has as ${role}`;
}

function* addressGroups(parties: readonly Party[], { address }: ComplexGrading): Work<Group[]> {
  const tie = 'shares an address with';
  const groups: Group[] = [];
  yield* pausing(yield* sharedAddressesInSteps(parties), ([via, found]) => {
    const members = found.map((resident) => ({ ...resident, ...ALWAYS }));
    groups.push(...group({ basis: 'address', via, tie }, members, address));
  });
  return groups;
}

function* leaderGroups(facts: Facts, { leadership }: ComplexGrading): Work<Group[]> {
  const leaders = new Set(facts.officers.map(({ person }) => person));
  const names = new Map<string, string>();
  yield* pausing(facts.parties, ({ id, name }) => void (leaders.has(id) && names.set(id, name)));
  const posts = new Map<string, GroupMember[]>();
  yield* pausing(facts.officers, ({ id: fact, person, party, from, to, confidence }) =>
    add(posts, person, { party, fact, from, to, confidence }),
  );
  return [...posts].flatMap(([via, members]) => {
    const tie = `has a leader, ${names.get(via) ?? via}, in common with`;
    return group({ basis: 'leadership', via, tie }, members, leadership);
  });
}

function group(
  what: Pick<Group, 'basis' | 'via' | 'tie'>,
  members: readonly GroupMember[],
  grading: ComplexGrading['address'],
): Group[] {
  const size = new Set(members.map(({ party }) => party)).size;
  if (size < 2) return [];
  return [{ ...what, members, graded: size >= grading.crowdedFrom ? grading.crowded : grading }];
}

function add(map: Map<string, GroupMember[]>, key: string, member: GroupMember): void {
  const members = map.get(key);
  if (members) members.push(member);
  else map.set(key, [member]);
}
