import { type LookThroughBeside, lookThroughBeside } from '../analysis/control/beside-steps.ts';
import { controlOn, projectControl } from '../analysis/control/control-day.ts';
import { holdingsAbove } from '../analysis/control/holdings-above.ts';
import { toDay } from '../facts/dates.ts';
import type { Facts, Listing } from '../facts/facts.ts';
import type { Regime } from '../regulation/read.ts';

/** Work that may be done for one row: a case of thousands of parties has thousands of rows. */
const MOST_WORK = 50_000;

/**
 * What a row of `interlock assess` says of look-through beside its steps, party by party; null where no listed party
 * stands above. It is there also where the rule ends tiers above: 49 % of all that holds the whole is no capture.
 */
export function lookThroughRows(
  { listings, ...facts }: Facts,
  asOf: string,
): (party: string) => (regime: Regime) => LookThroughBeside | null {
  const control = controlOn(projectControl(facts), toDay(asOf, 0));
  const byParty = new Map<string, Listing[]>();
  for (const listing of listings)
    byParty.set(listing.party, [...(byParty.get(listing.party) ?? []), listing]);
  return (party) => {
    const above = holdingsAbove(control, control.graph.indexOf.get(party) ?? -1);
    const listed = [...above.parties].flatMap(
      (each) => byParty.get(control.graph.parties[each]?.id ?? '') ?? [],
    );
    return (regime) => {
      if (above.parties.size < 2) return null;
      const law = { regime, listings: listed, budget: { left: MOST_WORK } };
      const found = lookThroughBeside(control, above, law);
      return found.owners === 0 ? null : found;
    };
  };
}
