import type { Facts } from '../../../server/facts/facts.ts';
import type { Level } from '../../../server/rules/finding.ts';

/** A graph on which a rule speaks of `subject` on `day`. */
interface Fires {
  readonly why: string;
  readonly facts: Facts;
  readonly day: string;
  readonly subject: string;
  readonly level: Level;
  /** Part of the sentence that the user reads. */
  readonly says: string;
}

/** A near graph on which it does not speak at all on `day`. */
interface Silent {
  readonly why: string;
  readonly facts: Facts;
  readonly day: string;
}

export interface RuleCases {
  readonly fires: readonly [Fires, ...Fires[]];
  readonly silent: readonly [Silent, ...Silent[]];
}

export const IN_FORCE = '2025-10-15';
export const SUSPENDED = '2026-01-15';
