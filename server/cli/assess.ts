import { LosslessNumber, stringify } from 'lossless-json';
import { heldShare } from '../analysis/ownership/words.ts';
import type { Outcome, Step, Verdict } from '../analysis/verdict.ts';
import { NotFoundError } from '../errors.ts';
import { covers } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import { factsKnownOn, type KnownOn } from '../facts/known-on.ts';
import { NO_FACTS } from '../facts/sections.ts';
import { assess } from '../pipeline.ts';
import type { Regime } from '../regulation/read.ts';
import type { Finding } from '../rules/finding.ts';
import type { Law } from '../store/load-report.ts';
import { lookThroughRows } from './assess-look-through.ts';
import { sensitivityRows } from './assess-sensitivity.ts';
import { EXIT } from './terminal.ts';

export interface AssessRequest {
  readonly facts: Facts;
  /** Former versions of facts; none when left out. */
  readonly former?: Facts | undefined;
  readonly law: Law;
  readonly asOf: string;
  /** Only with what was known at the end of this day; with all that is held when left out. */
  readonly knownOn?: string | undefined;
  /** Only this regime; all of them when left out. */
  readonly regime?: string | undefined;
}

/** The answer of `interlock assess`: plain data, and the exit code that goes with it. */
export interface Assessment {
  readonly json: string;
  readonly exitCode: number;
}

/**
 * Assesses a case on one day without a database (design, "Interchange").
 *
 * @throws NotFoundError for a regime that does not exist
 */
export function assessCase({ law, asOf, regime, ...request }: AssessRequest): Assessment {
  const regimes = chooseRegimes(law.regulation.regimes, regime);
  const { facts, leftOut } = knownFacts(request);
  const { conclusions, findings } = assess(facts, law);
  const now = <T extends { readonly from: string | null; readonly to: string | null }>(
    items: readonly T[],
  ): T[] => items.filter((item) => covers(item, asOf));
  const verdicts = new Map(now(conclusions.verdicts).map((each) => [`${each.regime} ${each.party}`, each]));
  const lookThrough = lookThroughRows(facts, asOf);
  const whatWouldChange = sensitivityRows(facts, law.regulation);
  const rows = facts.parties.flatMap((party) => {
    const beside = lookThrough(party.id);
    return regimes.map((each) => {
      const verdict = verdicts.get(`${each.id} ${party.id}`);
      return {
        ...verdictRow(party.id, { regime: each, verdict, asOf }),
        lookThrough: beside(each),
        ...whatWouldChange(party.id, { regime: each, verdict, asOf }),
      };
    });
  });
  const raised = now(findings).filter((finding) => concerns(finding, regimes));
  const result = {
    asOf,
    ...(request.knownOn === undefined ? {} : { knownOn: request.knownOn, leftOut }),
    regimes: regimes.map((each) => regimeRow(each, asOf)),
    verdicts: rows,
    findings: raised.map(findingRow),
    dataFindings: now(conclusions.dataFindings),
  };
  return { json: stringify(result, null, 2) ?? '', exitCode: exitCode(rows, raised) };
}

function knownFacts({ facts, former = NO_FACTS, knownOn }: Omit<AssessRequest, 'law' | 'asOf'>): KnownOn {
  return knownOn === undefined ? { facts, leftOut: [] } : factsKnownOn(facts, former, knownOn);
}

function chooseRegimes(regimes: readonly Regime[], wanted: string | undefined): Regime[] {
  const chosen = regimes.filter((regime) => wanted === undefined || regime.id === wanted);
  if (chosen.length > 0) return chosen;
  throw new NotFoundError(
    `There is no regime "${wanted}".`,
    `Use one of: ${regimes.map(({ id }) => id).join(', ')}.`,
  );
}

function regimeRow(regime: Regime, asOf: string) {
  const period = regime.inForce.find((each) => covers(each, asOf));
  const { id, title, citation } = regime;
  return {
    id,
    title,
    inForce: period !== undefined,
    confirmed: period?.confirmed ?? true,
    note: period?.note ?? regime.notInForceNote,
    citation,
  };
}

interface VerdictRow {
  readonly party: string;
  readonly regime: string;
  readonly outcome: Outcome;
  readonly inForce: boolean;
  /** What restricted owners hold together, in words. */
  readonly held: string;
}

interface VerdictContext {
  readonly regime: Regime;
  readonly verdict: Verdict | undefined;
  readonly asOf: string;
}

function verdictRow(party: string, { regime, verdict, asOf }: VerdictContext): VerdictRow {
  const inForce = regime.inForce.some((period) => covers(period, asOf));
  if (!verdict) return { party, regime: regime.id, outcome: 'not-captured', inForce, ...NOTHING_KNOWN };
  const { outcome, from, to, threshold, weak, exempt, notes, mostRestrictive, confidence } = verdict;
  return {
    party,
    regime: regime.id,
    outcome,
    inForce,
    ...{ shareMin: exact(verdict.shareMin), shareMax: exact(verdict.shareMax), threshold: exact(threshold) },
    ...{ shareMinExclusive: verdict.shareMinExclusive, shareMaxExclusive: verdict.shareMaxExclusive },
    held: heldShare(verdict),
    ...{ from, to, weak, exempt, confidence, notes, steps: verdict.steps.map(stepRow), mostRestrictive },
  };
}

const NOTHING_KNOWN = {
  shareMin: 0,
  shareMax: 0,
  shareMinExclusive: false,
  shareMaxExclusive: false,
  held: '0 %',
  notes: ['No restricted owner is recorded; that is no proof that there is none.'],
  steps: [],
  mostRestrictive: null,
};

function stepRow(step: Step) {
  const { shareMin, shareMax, sumMin, sumMax, threshold } = step;
  const numbers = { shareMin, shareMax, sumMin, sumMax, threshold };
  return {
    ...step,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, exact(value)])),
  };
}

/** A percentage as a JSON number with all its digits; a fraction that no decimal equals stays text. */
function exact(value: string | null): LosslessNumber | string | null {
  if (value === null || value === '') return null;
  return value.includes('/') ? value : new LosslessNumber(value);
}

function findingRow(finding: Finding) {
  const { flag, subject, level, evidence, ...rest } = finding;
  return { flag, subject, level, evidence, ...rest };
}

/** With one regime asked for, findings that rest on another regime's verdict are left out. */
function concerns({ regime }: Finding, regimes: readonly Regime[]): boolean {
  return regime === null || regimes.some(({ id }) => id === regime);
}

/**
 * 2 flagged: somebody is captured, or a red flag is up. 3 cannot exclude: nothing of that, but something that
 * decides is unknown. A listed party is the premise of most cases, so it alone gives 2 only when nothing is
 * undecided. Regimes and flags that are not in force on the day count for nothing.
 */
function exitCode(verdicts: readonly VerdictRow[], findings: readonly Finding[]): number {
  const outcomes = new Set(verdicts.filter(({ inForce }) => inForce).map(({ outcome }) => outcome));
  const live = findings.filter(({ inForce }) => inForce);
  const flagged = live.some(
    ({ level, flag }) => level === 'red-flag' || (level === 'restricted' && flag !== 'listed'),
  );
  if (outcomes.has('captured') || flagged) return EXIT.flagged;
  const undecided = live.some(({ level }) => level === 'cannot-exclude');
  if (outcomes.has('cannot-exclude') || outcomes.has('circular') || undecided) return EXIT.cannotExclude;
  return outcomes.has('listed') || live.some(({ level }) => level === 'restricted')
    ? EXIT.flagged
    : EXIT.clean;
}
