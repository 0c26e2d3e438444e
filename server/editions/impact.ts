import type { Conclusions } from '../analysis/analyse.ts';
import type { Interval } from '../facts/dates.ts';
import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../rules/finding.ts';
import { type ChangedThing, changedFacilities, changedFindings } from './impact-things.ts';
import { changedVerdicts, type VerdictChange } from './impact-verdicts.ts';

/** Facts with all that follows from them under one law, as `assess` gives it. */
export interface Assessed {
  readonly facts: Facts;
  readonly conclusions: Conclusions;
  readonly findings: readonly Finding[];
}

/** What a change of the facts changes in the conclusions. */
export interface Impact {
  /** Parties whose outcome under a regime changed on some days: those that became stricter first, of these those on no list themselves; then by id. */
  readonly verdicts: readonly VerdictChange[];
  /** The gravest first; that a party is on a list comes last. */
  readonly findings: { readonly raised: readonly Finding[]; readonly dropped: readonly Finding[] };
  readonly facilities: readonly ChangedThing[];
}

/**
 * Who became or ceased to be listed, captured or not to be excluded, under which regime, on which days and by which path;
 * which findings were raised or dropped, and which facilities that touches. Both sides must have been assessed under the
 * same law. Pure; the same facts on both sides have no impact.
 *
 * @param when only changes that hold on some of these days are told; all when left out
 */
export function impactOf(before: Assessed, after: Assessed, when?: Interval): Impact {
  const verdicts = changedVerdicts(before.conclusions.verdicts, after.conclusions.verdicts, when);
  const findings = changedFindings(before.findings, after.findings, when);
  return { verdicts, findings, facilities: changedFacilities({ before, after, verdicts, findings }) };
}
