import { lookThroughBeside } from '../../analysis/control/beside-steps.ts';
import { controlOn, projectControl } from '../../analysis/control/control-day.ts';
import { holdingsAbove } from '../../analysis/control/holdings-above.ts';
import { LOOK_THROUGH_METHOD } from '../../analysis/control/words.ts';
import { toDay } from '../../facts/dates.ts';
import type { Listing } from '../../facts/facts.ts';
import type { Component } from '../../projection/components.ts';
import type { Regime } from '../../regulation/read.ts';
import type { LookThroughReply } from '../../wire/look-through.ts';

/** What listed owners hold of a party through chains: the question, and the facts that bear on it. */
export interface LookThroughInput {
  readonly facts: Component;
  readonly party: string;
  readonly asOf: string;
  readonly regime: Regime;
  readonly listings: readonly Listing[];
}

/** As much work as is done for one question about control. */
const MOST_WORK = 600_000;

export function lookThroughJob({ facts, party, asOf, regime, listings }: LookThroughInput): LookThroughReply {
  const control = controlOn(projectControl(facts), toDay(asOf, 0));
  const above = holdingsAbove(control, control.graph.indexOf.get(party) ?? -1);
  const found = lookThroughBeside(control, above, { regime, listings, budget: { left: MOST_WORK } });
  return { asOf, party, regime: regime.id, method: LOOK_THROUGH_METHOD, ...found };
}
