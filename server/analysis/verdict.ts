import type { Confidence } from '../facts/confidence.ts';
import type { Interval } from '../facts/dates.ts';

/** What a regime says of a party, strongest first. `cannot-exclude` and `circular` are answers, not failures. */
export const OUTCOMES = ['listed', 'captured', 'cannot-exclude', 'circular', 'not-captured'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a tie makes its lower end restricted. */
export type Tie = 'holding' | 'branch' | 'control';

/** One line of the arithmetic: one owner of one party, and the sum so far. Percentages are exact text. */
export interface Step {
  /** 1 for parties that listed parties own directly, 2 for the next tier down ... */
  readonly tier: number;
  readonly party: string;
  readonly owner: string;
  readonly ownerOutcome: Outcome;
  readonly tie: Tie;
  /** The share as it is shown: `50.1 %`, `25-50 %`, `?`. Empty for control. */
  readonly share: string;
  readonly shareMin: string;
  readonly shareMax: string;
  /** True where the bound itself is outside the range: the owner holds more than the one, or less than the other. */
  readonly shareMinExclusive: boolean;
  readonly shareMaxExclusive: boolean;
  readonly sumMin: string;
  readonly sumMax: string;
  readonly sumMinExclusive: boolean;
  readonly sumMaxExclusive: boolean;
  /** The running sum in words: `50 %`, `more than 25 %, at most 50 %`. */
  readonly sum: string;
  readonly threshold: string | null;
  readonly inclusive: boolean;
  /** Does the sum so far reach the threshold? */
  readonly reaches: 'yes' | 'perhaps' | 'no';
  /** Ids of the facts behind this line, the same as on the canvas and in Neo4j. */
  readonly facts: readonly string[];
  readonly sources: readonly string[];
  /** The weakest of the firm facts behind this line; of all of them where none is firm. */
  readonly confidence: Confidence;
  /** The weakest of all facts behind it, also of those that only raise the upper bound. */
  readonly leastConfidence: Confidence;
  readonly from: string | null;
  readonly to: string | null;
  /** The line as a sentence. */
  readonly text: string;
}

/** A listed owner that contributes to a verdict, with what its entry demands. */
export interface ListedOwner {
  readonly party: string;
  readonly list: string;
  readonly listing: string;
  readonly footnotes: readonly string[];
  readonly licenceRequirement: string;
  readonly reviewPolicy: string;
}

/** What governs a captured party: the most restrictive of its listed owners' requirements. */
export interface MostRestrictive extends ListedOwner {
  /** Footnotes of all contributing owners; their reach travels with ownership. */
  readonly allFootnotes: readonly string[];
  readonly contributors: readonly ListedOwner[];
  /** By what order the strictest was found. */
  readonly order: string;
}

/** One party under one regime over one interval. */
export interface Verdict extends Interval {
  readonly id: string;
  readonly party: string;
  readonly regime: string;
  readonly outcome: Outcome;
  /** What restricted owners hold together, exact text; certain, and at most. */
  readonly shareMin: string;
  readonly shareMax: string;
  /** True where the bound itself is outside the range: more than the one, less than the other. */
  readonly shareMinExclusive: boolean;
  readonly shareMaxExclusive: boolean;
  readonly threshold: string | null;
  /** For a party that is not captured: how much restricted owners may hold at most, in the steps of `minority.json`. */
  readonly minority: 'significant' | 'small' | null;
  /** True when nothing but reported or inferred facts keeps it from being `not-captured`. */
  readonly weak: boolean;
  /** True when the regime does not reach this party, whatever its owners hold. */
  readonly exempt: boolean;
  readonly steps: readonly Step[];
  readonly mostRestrictive: MostRestrictive | null;
  /** Ids of the listings of every restricted owner upstream that bears on it, its own included. */
  readonly listings: readonly string[];
  /** What is unconfirmed, capped or left out, in words. */
  readonly notes: readonly string[];
  readonly confidence: Confidence;
}

/** Something wrong or contradictory in the data itself, decided conservatively and said aloud. */
export interface DataFinding extends Interval {
  readonly kind: 'over-allocated' | 'conflicting-shares';
  readonly party: string;
  readonly facts: readonly string[];
  readonly text: string;
}

/** The facts a verdict rests on: its lines of arithmetic, then the listings behind them. */
export function factsOf(verdict: Pick<Verdict, 'steps' | 'listings'>): string[] {
  return [...new Set([...verdict.steps.flatMap((step) => step.facts), ...verdict.listings])];
}
