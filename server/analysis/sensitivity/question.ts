import type { Outcome, Tie } from '../verdict.ts';

/** One fact that a question is about. */
export interface Ask {
  /**
   * `share`: what the owners hold of the party together; `control` and `branch`: a tie that is not confirmed;
   * `country`: are a branch and its owner in the same one; `listing`: one that is only reported; `programmes`: under
   * which the party is designated; `unrecorded-holders` and `other-control`: owners or control nobody recorded.
   */
  readonly kind:
    | 'share'
    | 'control'
    | 'branch'
    | 'country'
    | 'listing'
    | 'programmes'
    | 'unrecorded-holders'
    | 'other-control';
  readonly party: string;
  readonly owners: readonly string[];
  /** The limit in percent, exact text; null where no share is asked for. */
  readonly percent: string | null;
  /** Is the limit itself enough? */
  readonly inclusive: boolean;
  /** Id of the listing, for questions about one. */
  readonly listing: string | null;
  /** The question in words. */
  readonly text: string;
}

/** A question to the counterparty, with what follows from the answers. */
export interface ChangeQuestion {
  readonly text: string;
  readonly asks: readonly Ask[];
  /** Is it `yes` when all that is asked is so, or when any of it is? */
  readonly when: 'all' | 'any';
  /** How many unknown facts must be known to answer it. */
  readonly size: number;
  /** Outcome after `yes`, and after `no`, with everything else as it is recorded. */
  readonly yes: Outcome;
  readonly no: Outcome;
  readonly follows: string;
  readonly facts: readonly string[];
  readonly sources: readonly string[];
}

/** One tie of the smallest set that suffices. */
interface SufficientTie {
  readonly owner: string;
  readonly party: string;
  readonly tie: Tie;
  readonly share: string;
  readonly facts: readonly string[];
}

/** The fewest ties that capture a party, by certain shares alone. */
export interface Sufficient {
  /** False where a smaller set may exist: the largest shares were taken without trying everything. */
  readonly isSmallest: boolean;
  readonly ties: readonly SufficientTie[];
  readonly text: string;
}

/** What some owners of one party must give up. */
export interface Cut {
  readonly party: string;
  readonly owners: readonly string[];
  /** The owners must hold less than this together, in percent, exact text; at most this where not `under`. */
  readonly limit: string;
  readonly under: boolean;
  /** What they hold for certain, and the points that they must sell: more than these where `under`, else these. */
  readonly held: string;
  /** Do they hold more than that? */
  readonly heldExclusive: boolean;
  readonly points: string;
  readonly facts: readonly string[];
  readonly text: string;
}

/** A divestment that ends a capture: all cuts together, none of them smaller. */
export interface Divestment {
  readonly cuts: readonly Cut[];
  /** Sum of the points of all cuts, exact text. */
  readonly points: string;
  /** Outcome after it. */
  readonly leaves: Outcome;
  readonly text: string;
}

/** What decides the outcome of one party on one day under one regime, and what would change it. */
export interface Sensitivity {
  readonly outcome: Outcome;
  readonly suffices: Sufficient | null;
  readonly questions: readonly ChangeQuestion[];
  readonly divestment: readonly Divestment[];
  /** False when the work was cut short or the lists are: other questions or divestments exist. */
  readonly complete: boolean;
  readonly notes: readonly string[];
}
