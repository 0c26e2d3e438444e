import { TIE } from '../../projection/flat-ownership.ts';
import type { Regime } from '../../regulation/read.ts';
import { bitsOf, kindOf, type Moment, ownListings } from './moment.ts';
import { withListings } from './standing.ts';

/** What binds a party, after what its regime exempts. */
export interface Binding {
  readonly bits: number;
  /** Is it of a country that the regime exempts, so that holdings and control do not bind it? */
  readonly isAtHome: boolean;
}

/**
 * Holdings and control do not capture a party of an exempt country (15 CFR 744.11(a): foreign affiliates). Its own
 * listing binds it all the same, and a branch is no party of its own: it is its owner, wherever it stands. Each counts
 * for no more than it is sure: a branch that is only reported leaves the party undecided.
 *
 * @param ties those through which restricted owners bear on it
 */
export function bindingOf(
  { exemptJurisdictions }: Regime,
  moment: Moment,
  party: number,
  ties: readonly number[],
): Binding {
  const home = moment.graph.parties[party]?.jurisdiction ?? null;
  if (home === null || !exemptJurisdictions.includes(home))
    return { bits: bitsOf(moment, party), isAtHome: false };
  const sums = moment.sweep.sumsOf(party);
  sums.reset(party);
  for (const tie of ties)
    if (!BY_OWNERSHIP.includes(kindOf(moment, tie)))
      sums.apply(tie, bitsOf(moment, moment.graph.flat.owner[tie] ?? 0), 1);
  const own = ownListings(moment, party);
  const count = {
    all: own.length,
    sure: own.filter(({ certain }) => certain).length,
    firm: own.filter(({ firm }) => firm).length,
  };
  return { bits: withListings(sums.bits(), count), isAtHome: true };
}

const BY_OWNERSHIP: readonly number[] = [TIE.holding, TIE.control];
