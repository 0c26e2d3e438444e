import { listedTogether } from '../analysis/control/beside-steps.ts';
import { type HoldingsAbove, holdingsAbove } from '../analysis/control/holdings-above.ts';
import {
  closedCircles,
  integratedOwners,
  type LookThrough,
  overAllocated,
} from '../analysis/control/integrated-owners.ts';
import { percentBounds } from '../analysis/control/percent.ts';
import { LOOK_THROUGH_METHOD } from '../analysis/control/words.ts';
import { fromDay } from '../facts/dates.ts';
import type { Listing } from '../facts/facts.ts';
import type { Regime } from '../regulation/read.ts';
import type { ControlReply, WireIntegratedOwner } from '../wire/control.ts';
import { type ControlQuestion, named } from './control-view.ts';
import { standing } from './verdict-view.ts';

/** What the listed owners are found by. */
export interface Law {
  readonly regimes: readonly Regime[];
  readonly listings: readonly Listing[];
}

/** Work that may be done for the ranking, and as much for all regimes: a second or two at the worst. */
const MOST_WORK = 600_000;

/** What is held of a party through all chains: by each owner, and by all listed ones together. */
export function lookThroughView(
  question: ControlQuestion,
  law: Law,
): Pick<ControlReply, 'lookThrough' | 'notes'> {
  const { control, party, limit } = question;
  const above = holdingsAbove(control, party);
  const { owners, total, complete } = integratedOwners(above, { left: MOST_WORK }, limit);
  const budget = { left: MOST_WORK };
  const shown = owners.map(
    ({ owner, holds, isOwned }): WireIntegratedOwner => ({
      ...named(control, owner),
      isOwned,
      ...heldView(holds),
    }),
  );
  return {
    lookThrough: {
      method: LOOK_THROUGH_METHOD,
      total,
      complete,
      owners: shown,
      listed: law.regimes.map((regime) => ({
        ...{ regime: regime.id, regimeTitle: regime.title },
        inForce: standing(regime, fromDay(control.day) ?? '').inForce,
        ...listedTogether(control, above, { regime, listings: law.listings, budget }),
      })),
    },
    notes: notesOf(question, above),
  };
}

function heldView(holds: LookThrough): Pick<WireIntegratedOwner, 'held' | 'reason'> {
  if ('reason' in holds) return { held: null, reason: holds.reason };
  return { held: percentBounds(holds), reason: '' };
}

function notesOf({ control }: ControlQuestion, above: HoldingsAbove): string[] {
  const names = (parties: readonly number[]): string =>
    parties
      .slice(0, 5)
      .map((each) => named(control, each).name)
      .join(', ');
  const twice = overAllocated(above);
  const notes = closedCircles(above).map(
    (circle) =>
      `${names(circle)} hold each other wholly: nobody outside the circle has a share in them, so who stands behind them is not known from shares.`,
  );
  if (twice.length > 0)
    notes.push(
      `More than 100 % is recorded of ${names(twice)}: at least one holding is wrong, and what is computed from it may be too high.`,
    );
  return notes;
}
