import type { Conclusions } from '../analysis/analyse.ts';
import { ALWAYS, type Interval, intersect } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import { type Finding, LEVELS } from '../rules/finding.ts';
import type { VerdictChange } from './impact-verdicts.ts';

interface ChangedFindings {
  readonly raised: readonly Finding[];
  readonly dropped: readonly Finding[];
}

/** A facility that a change touches, and why, in ids: findings, changed operators, joined or node-class conclusions. */
export interface ChangedThing {
  readonly facility: string;
  readonly findings: readonly string[];
  /** Operators, before or after, whose outcome changed. */
  readonly operators: readonly string[];
  /** True when the facility itself, what it is joined to or its node class changed. */
  readonly isItself: boolean;
}

/** The rule that a party is on a list: the entries of the list tell it, so it comes last. */
const ON_A_LIST = 'listed';

/** Findings that only one side has, the gravest first. One whose days, level or words changed is dropped and raised anew. */
export function changedFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  when: Interval = ALWAYS,
): ChangedFindings {
  const told = (findings: readonly Finding[], others: readonly Finding[]): Finding[] => {
    const known = new Set(others.map(saysOf));
    return findings
      .filter((finding) => !known.has(saysOf(finding)) && intersect([finding, when]) !== null)
      .sort((a, b) => rankOf(a) - rankOf(b));
  };
  return { raised: told(after, before), dropped: told(before, after) };
}

function rankOf({ rule, level }: Finding): number {
  return rule === ON_A_LIST ? LEVELS.length : LEVELS.indexOf(level);
}

function saysOf({ id, level, from, to, inForce, confirmed, text }: Finding): string {
  return JSON.stringify([id, level, from, to, inForce, confirmed, text]);
}

interface Side {
  readonly facts: Facts;
  readonly conclusions: Conclusions;
}

interface Changes {
  readonly before: Side;
  readonly after: Side;
  readonly verdicts: readonly VerdictChange[];
  readonly findings: ChangedFindings;
}

/** Facilities with changed findings, operators or conclusions of their own, by id. */
export function changedFacilities({ before, after, verdicts, findings }: Changes): ChangedThing[] {
  const changed = new Set(verdicts.map(({ party }) => party));
  const all = [...before.facts.facilities, ...after.facts.facilities];
  const [former, later] = [selvesOf(before), selvesOf(after)];
  const raised = [...findings.raised, ...findings.dropped];
  return [...new Set(all.map(({ id }) => id))].sort().flatMap((facility) => {
    const operators = all.filter(({ id }) => id === facility).map(({ operator }) => operator ?? '');
    const thing = {
      facility,
      findings: [...new Set(raised.filter(({ subject }) => subject === facility).map(({ id }) => id))].sort(),
      operators: [...new Set(operators)].filter((id) => changed.has(id)).sort(),
      isItself: former.get(facility) !== later.get(facility),
    };
    return thing.isItself || thing.findings.length + thing.operators.length > 0 ? [thing] : [];
  });
}

/** What each facility is, is joined to and makes, as one text; not where it was read or when it was learned. */
function selvesOf({ facts, conclusions }: Side): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  const add = (facility: string, said: object): void => {
    const place = { row: '', sources: [], seen: null, knownFrom: null, knownTo: null };
    const text = JSON.stringify({ ...said, ...place });
    texts.set(facility, [...(texts.get(facility) ?? []), text]);
  };
  for (const facility of facts.facilities) add(facility.id, facility);
  for (const joined of conclusions.joined) add(joined.facility, joined);
  for (const period of conclusions.nodePeriods) add(period.facility, period);
  return new Map([...texts].map(([facility, said]) => [facility, said.sort().join('\n')]));
}
