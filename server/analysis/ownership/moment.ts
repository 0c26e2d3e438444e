import { holdsOn, TIE, TIE_WEAK } from '../../projection/flat-ownership.ts';
import type { OwnershipGraph } from '../../projection/ownership-graph.ts';
import type { Outcome } from '../verdict.ts';
import { listedOn, type RestrictedListing } from './restricted-owners.ts';
import { BIT, outcomeOfBits } from './standing.ts';
import type { TestSweep } from './sweep.ts';

/** Everybody's standing on one day under one test: what verdicts are explained from. */
export interface Moment {
  readonly graph: OwnershipGraph;
  readonly sweep: TestSweep;
  /** Listings that count under the regime, by party. */
  readonly listings: ReadonlyMap<number, readonly RestrictedListing[]>;
  readonly day: number;
}

export function bitsOf({ sweep, day }: Moment, party: number): number {
  return sweep.standings.on(party, day);
}

/** The outcome of one party, before exemptions. */
export function outcomeOf(moment: Moment, party: number): Outcome {
  return outcomeOfBits(bitsOf(moment, party));
}

function isListed(moment: Moment, party: number): boolean {
  return (bitsOf(moment, party) & BIT.listed) !== 0;
}

export function isCertain(moment: Moment, party: number): boolean {
  return (bitsOf(moment, party) & BIT.certain) !== 0;
}

/** The party's own listings that count that day. */
export function ownListings({ listings, day }: Moment, party: number): RestrictedListing[] {
  return listedOn(listings.get(party), day);
}

/** All ties that hold that day, up from a party, in order of the graph. */
export function tiesUp({ graph: { flat }, day }: Moment, party: number): number[] {
  const ties: number[] = [];
  for (let i = flat.up[party] ?? 0; i < (flat.up[party + 1] ?? 0); i += 1) {
    const tie = flat.upTies[i] ?? 0;
    if (holdsOn(flat, tie, day)) ties.push(tie);
  }
  return ties;
}

/** The ties through which restricted owners bear on a party that day. */
export function contributions(moment: Moment, party: number): number[] {
  const { graph, sweep } = moment;
  return tiesUp(moment, party).filter((tie) => {
    if ((bitsOf(moment, graph.flat.owner[tie] ?? 0) & BIT.circular) === 0) return false;
    return sweep.test.control || kindOf(moment, tie) !== TIE.control;
  });
}

/** One of `TIE`. */
export function kindOf({ graph }: Moment, tie: number): number {
  return (graph.flat.tie[tie] ?? 0) & ~TIE_WEAK;
}

export function isWeakTie({ graph }: Moment, tie: number): boolean {
  return ((graph.flat.tie[tie] ?? 0) & TIE_WEAK) !== 0;
}

/**
 * A listed owner stands for itself. Its own owners matter beside it where they may hold it to the threshold, so that a
 * stricter entry further up is not lost behind an unpublished share.
 */
export function restsOnOwners(moment: Moment, party: number): boolean {
  if (!isListed(moment, party)) return true;
  const { graph, sweep } = moment;
  const sums = sweep.sumsOf(party);
  sums.reset(party);
  for (const tie of tiesUp(moment, party)) sums.apply(tie, bitsOf(moment, graph.flat.owner[tie] ?? 0), 1);
  return (sums.bits() & BIT.perhaps) !== 0;
}
