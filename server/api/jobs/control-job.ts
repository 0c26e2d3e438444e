import { controlOn, projectControl } from '../../analysis/control/control-day.ts';
import { toDay } from '../../facts/dates.ts';
import type { Component } from '../../projection/components.ts';
import type { ControlReply } from '../../wire/control.ts';
import { controlView, named } from '../control-view.ts';
import { type Law, lookThroughView } from '../look-through-view.ts';

/** Who controls a party, whom it controls, and what is held of it: the question, and the facts that bear on it. */
export interface ControlInput {
  readonly facts: Component;
  readonly party: string;
  readonly asOf: string;
  /** How many of each kind are shown. */
  readonly limit: number;
  readonly law: Law;
}

export function controlJob({ facts, party, asOf, limit, law }: ControlInput): ControlReply {
  const projection = projectControl(facts);
  const control = controlOn(projection, toDay(asOf, 0));
  const question = { control, party: projection.graph.indexOf.get(party) ?? -1, limit };
  return {
    asOf,
    party: named(control, question.party),
    ...controlView(question),
    ...lookThroughView(question, law),
  };
}
