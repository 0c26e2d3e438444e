import type { Listing } from '../../facts/facts.ts';
import type { Regime } from '../../regulation/read.ts';
import type { ControlDay } from './control-day.ts';
import type { Budget } from './controlled-by.ts';
import type { HoldingsAbove } from './holdings-above.ts';
import { heldThrough } from './integrated-owners.ts';
import { listedOwners } from './listed-owners.ts';
import { type PercentBounds, percentBounds } from './percent.ts';

/** What listed owners hold of a party through all chains: to be read beside the steps of a verdict, never as one. */
export interface LookThroughBeside {
  /** How many parties above are listed that day in a way that counts under the regime. */
  readonly owners: number;
  /** Null where it is not worked out. */
  readonly held: PercentBounds | null;
  /** Why there is no number; empty where there is one. */
  readonly reason: string;
  /** The same as a sentence, which says that it is not the rule. */
  readonly text: string;
}

/** Under which law owners count as listed, and how much work may be done. */
export interface ListedLaw {
  readonly regime: Regime;
  readonly listings: readonly Listing[];
  readonly budget: Budget;
}

/** The look-through percentage beside the steps of one party's verdict. No 50 % rule multiplies. */
export function lookThroughBeside(
  control: ControlDay,
  above: HoldingsAbove,
  law: ListedLaw,
): LookThroughBeside {
  const name = control.graph.parties[above.bottom]?.name ?? '';
  const found = listedTogether(control, above, law);
  return { ...found, text: textOf(found, name) };
}

/** What all listed owners above a party hold of it together. */
export function listedTogether(
  control: ControlDay,
  above: HoldingsAbove,
  law: ListedLaw,
): Omit<LookThroughBeside, 'text'> {
  const targets = listedOwners(control, above, law);
  const holds = heldThrough(above, targets, law.budget);
  if ('reason' in holds) return { owners: targets.all.size, held: null, reason: holds.reason };
  return { owners: targets.all.size, held: percentBounds(holds), reason: '' };
}

function textOf({ owners, held, reason }: Omit<LookThroughBeside, 'text'>, name: string): string {
  if (held === null) return `Look-through, not the rule: not worked out (${reason}).`;
  if (owners === 0) return 'Look-through, not the rule: no listed owner above it is recorded.';
  return `Look-through, not the rule: with shares multiplied along each chain, listed owners hold ${held.shown} of ${name}.`;
}
