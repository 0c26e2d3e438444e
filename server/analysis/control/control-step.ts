import type { Confidence } from '../../facts/confidence.ts';

/** One of those who together hold more than half of a party, or who control it by a link. */
export interface Holder {
  readonly party: string;
  readonly name: string;
  /** As it is shown: `30 %`, `25-60 %`, `?`. Empty for a control link. */
  readonly share: string;
  /** Ids of the facts behind it. */
  readonly facts: readonly string[];
  readonly sources: readonly string[];
}

/** How one party comes to be controlled: one line of a chain. */
export interface ControlStep {
  readonly party: string;
  readonly name: string;
  readonly by: 'shares' | 'link' | 'branch';
  /** Kind of the control link; empty for shares and branches. */
  readonly kind: string;
  readonly holders: readonly Holder[];
  /** What the holders hold together, exact text; empty for links and branches. */
  readonly sumMin: string;
  readonly sumMax: string;
  /** The same as it is shown. */
  readonly sum: string;
  /** False when only upper bounds, or facts that confirm nothing, make it so. */
  readonly certain: boolean;
  readonly confidence: Confidence;
  readonly text: string;
}
