import { analyse } from '../analysis/analyse.ts';
import { heldBy, heldShare } from '../analysis/ownership/words.ts';
import type { Verdict } from '../analysis/verdict.ts';
import { covers } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import type { KnownOn } from '../facts/known-on.ts';
import { factsAround } from '../projection/around.ts';
import type { Regime } from '../regulation/read.ts';
import type { Finding } from '../rules/finding.ts';
import { judge } from '../rules/judge.ts';
import type { Law } from '../store/load-report.ts';
import type { KnownOutcome, KnownReply } from '../wire/known.ts';
import { changesSince } from './known-changes.ts';
import { standing } from './verdict-view.ts';

export interface KnownQuestion {
  readonly party: string;
  readonly asOf: string;
  readonly knownOn: string;
  /** Regimes to answer for. */
  readonly regimes: readonly Regime[];
  readonly law: Law;
  /** All that is held today, and all that was. */
  readonly facts: Facts;
  readonly former: Facts;
  /** What was known that day. */
  readonly known: KnownOn;
}

/** How many changes are given; more than that nobody reads. */
const MOST_CHANGES = 200;

/**
 * One party from what was known on a day, beside the same from what is known today; null for a party that is known
 * neither now nor then. Both are concluded in memory by the code and the law of today: what differs comes from facts.
 */
export function knownView(question: KnownQuestion): KnownReply | null {
  const { party, asOf, knownOn, regimes, facts, former, known } = question;
  const now = concludeOn(facts, question);
  const before = concludeOn(known.facts, question);
  const name = now?.name ?? before?.name;
  if (name === undefined) return null;
  const changes = changesSince({ around: [now?.facts, before?.facts], facts, former, knownOn });
  return {
    party: { id: party, name },
    asOf,
    knownOn,
    wasKnown: before !== null,
    recordedSince: recordedSince(facts, former),
    regimes: regimes.map((regime) => regimeRow(regime, asOf, { before, now })),
    findings: findingRows(before?.findings ?? [], now?.findings ?? []),
    changes: changes.slice(0, MOST_CHANGES),
    totalChanges: changes.length,
    leftOut: known.leftOut.length,
  };
}

interface Concluded {
  readonly name: string;
  readonly facts: Facts;
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  readonly nameOf: (id: string) => string;
}

function concludeOn(all: Facts, { party, asOf, law, regimes }: KnownQuestion): Concluded | null {
  const name = all.parties.find(({ id }) => id === party)?.name;
  if (name === undefined) return null;
  const facts = factsAround(all, party);
  const conclusions = analyse(facts, law.regulation);
  const names = new Map(facts.parties.map((each) => [each.id, each.name]));
  const asked = new Set(regimes.map(({ id }) => id));
  return {
    name,
    facts,
    verdicts: conclusions.verdicts.filter((each) => each.party === party && covers(each, asOf)),
    findings: judge({ facts, conclusions, ...law }).filter(
      (each) =>
        each.subject === party && covers(each, asOf) && (each.regime === null || asked.has(each.regime)),
    ),
    nameOf: (id) => names.get(id) ?? id,
  };
}

interface Both<T> {
  readonly before: T;
  readonly now: T;
}

function regimeRow(regime: Regime, asOf: string, all: Both<Concluded | null>): KnownReply['regimes'][number] {
  const [before, now] = [outcomeOf(all.before, regime), outcomeOf(all.now, regime)];
  const differs = JSON.stringify(before) !== JSON.stringify(now);
  return {
    ...{ regime: regime.id, regimeTitle: regime.title, ...standing(regime, asOf) },
    ...{ before, now, differs },
  };
}

function outcomeOf(concluded: Concluded | null, { id }: Regime): KnownOutcome | null {
  if (concluded === null) return null;
  const verdict = concluded.verdicts.find(({ regime }) => regime === id);
  if (!verdict) return NO_RESTRICTED_OWNER;
  const { outcome, shareMin, shareMax, weak, exempt, from, to, party, steps } = verdict;
  return {
    ...{ outcome, shareMin, shareMax, weak, exempt, from, to },
    heldShare: heldShare(verdict),
    heldBy: heldBy(steps, party, concluded.nameOf),
    steps: steps.map(({ text }) => text),
  };
}

const NO_RESTRICTED_OWNER: KnownOutcome = {
  outcome: 'not-captured',
  shareMin: '0',
  shareMax: '0',
  heldShare: '0 %',
  weak: false,
  exempt: false,
  from: null,
  to: null,
  heldBy: '',
  steps: [],
};

/** A finding that says something else now counts as two: the one then and the one now. */
function findingRows(then: readonly Finding[], now: readonly Finding[]): KnownReply['findings'] {
  const key = ({ id, level, text }: Finding): string => JSON.stringify([id, level, text]);
  const [before, after] = [new Set(then.map(key)), new Set(now.map(key))];
  const row = (finding: Finding, raised: 'before' | 'now' | 'both') => {
    const { id, flag, title, level, text, inForce } = finding;
    return { id, flag, title, level, text, inForce, raised };
  };
  return [
    ...then.filter((each) => !after.has(key(each))).map((each) => row(each, 'before')),
    ...now.map((each) => row(each, before.has(key(each)) ? 'both' : 'now')),
  ];
}

/** The first day on which anything was learned; null when some fact does not say when. */
function recordedSince(facts: Facts, former: Facts): string | null {
  let first: string | null = null;
  for (const { knownFrom } of [...facts.parties, ...former.parties]) {
    if (knownFrom === null) return null;
    if (first === null || knownFrom < first) first = knownFrom;
  }
  return first;
}
