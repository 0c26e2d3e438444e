import { factsOf, OUTCOMES, type Outcome, type Verdict } from '../analysis/verdict.ts';
import { ALWAYS, covers, type Interval, intersect } from '../facts/dates.ts';
import { groupBy } from '../facts/group.ts';

/**
 * A party whose outcome under a regime is another than before, over days on which both stay the same. As with verdicts,
 * the days are those of the facts; on which of them the regime is in force, the regulation says.
 */
export interface VerdictChange extends Interval {
  readonly party: string;
  readonly regime: string;
  readonly before: Outcome;
  readonly after: Outcome;
  /** True when the later outcome is the stricter one. */
  readonly isStricter: boolean;
  /** The arithmetic of the stricter of the two, line by line: by which path it is, or was, so. */
  readonly path: readonly string[];
  /** Ids of the facts and listings of that path, as on the canvas. */
  readonly facts: readonly string[];
}

/**
 * Changes of outcome, stricter ones first, and among these what follows from a list before what it says itself: the
 * entries tell that. Days without a verdict count as not captured.
 */
export function changedVerdicts(
  before: readonly Verdict[],
  after: readonly Verdict[],
  when: Interval = ALWAYS,
): VerdictChange[] {
  const key = ({ party, regime }: Verdict): string => JSON.stringify([party, regime]);
  const [former, later] = [groupBy(before, key), groupBy(after, key)];
  return [...new Set([...former.keys(), ...later.keys()])]
    .flatMap((each) => changesOf(former.get(each) ?? [], later.get(each) ?? [], when))
    .sort((a, b) => rankOf(a) - rankOf(b) || compare(textOf(a), textOf(b)));
}

function changesOf(before: readonly Verdict[], after: readonly Verdict[], when: Interval): VerdictChange[] {
  const changes: VerdictChange[] = [];
  for (const part of partsOf([...before, ...after, when])) {
    if (intersect([part, when]) === null) continue;
    const change = changeOn(part, on(before, part), on(after, part));
    if (change === null) continue;
    const last = changes.at(-1);
    if (last !== undefined && last.to === part.from && isSame(last, change))
      changes[changes.length - 1] = { ...change, from: last.from };
    else changes.push(change);
  }
  return changes;
}

/** All days, cut wherever one of the intervals begins or ends. */
function partsOf(intervals: readonly Interval[]): Interval[] {
  const cuts = [...new Set(intervals.flatMap(({ from, to }) => [from, to]))].filter((day) => day !== null);
  const days = [null, ...cuts.sort(), null];
  return days.slice(0, -1).map((from, at) => ({ from, to: days[at + 1] ?? null }));
}

function on(verdicts: readonly Verdict[], { from, to }: Interval): Verdict | undefined {
  if (from !== null) return verdicts.find((verdict) => covers(verdict, from));
  return verdicts.find(
    (verdict) => verdict.from === null && (to === null || verdict.to === null || to <= verdict.to),
  );
}

function changeOn(
  part: Interval,
  before: Verdict | undefined,
  after: Verdict | undefined,
): VerdictChange | null {
  const [former, later] = [before?.outcome ?? 'not-captured', after?.outcome ?? 'not-captured'];
  const some = after ?? before;
  if (former === later || some === undefined) return null;
  const isStricter = OUTCOMES.indexOf(later) < OUTCOMES.indexOf(former);
  const told = isStricter ? after : before;
  return {
    ...{ party: some.party, regime: some.regime, from: part.from, to: part.to },
    ...{ before: former, after: later, isStricter },
    path: told?.steps.map(({ text }) => text) ?? [],
    facts: told === undefined ? [] : factsOf(told),
  };
}

function isSame(a: VerdictChange, b: VerdictChange): boolean {
  return a.before === b.before && a.after === b.after && a.path.join('\n') === b.path.join('\n');
}

/** The place among all: 0 is told first. */
function rankOf({ isStricter, before, after }: VerdictChange): number {
  const isOfList = (isStricter ? after : before) === 'listed';
  return (isStricter ? 0 : 2) + (isOfList ? 1 : 0);
}

function textOf({ party, regime, from }: VerdictChange): string {
  return JSON.stringify([party, regime, from ?? '']);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
