import type { Listing } from '../../facts/facts.ts';
import type { Regime } from '../../regulation/read.ts';
import { listedOn, restrictedListings } from '../ownership/restricted-owners.ts';
import type { ControlDay } from './control-day.ts';
import type { HoldingsAbove } from './holdings-above.ts';
import type { Targets } from './integrated-owners.ts';

/** The parties above that are listed on the day in a way that counts under the regime; the party itself is none. */
export function listedOwners(
  { graph, day }: ControlDay,
  above: HoldingsAbove,
  { regime, listings }: { readonly regime: Regime; readonly listings: readonly Listing[] },
): Targets {
  const entries = restrictedListings(regime, listings);
  const [certain, all] = [new Set<number>(), new Set<number>()];
  for (const party of above.parties) {
    const active = listedOn(entries.get(graph.parties[party]?.id ?? ''), day);
    if (party === above.bottom || active.length === 0) continue;
    all.add(party);
    if (active.some((entry) => entry.certain)) certain.add(party);
  }
  return { certain, all };
}
